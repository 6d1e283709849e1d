import type {Diagnostic} from '../../domain/diagnostics.ts';
import type {ExportTarget} from '../../domain/input/export-targets.ts';
import type {PlanInput, VolumeInput} from '../../domain/input/plan-input.ts';
import type {
	Commanded,
	Draft,
	FoundWorkload,
	Preset,
	PresetsAfter,
	PresetTask,
	RecentPlan,
	StartFile,
} from '../../domain/input/starts.ts';
import type {TimeZones} from '../../domain/input/time-zones.ts';
import type {CommandBase} from '../../domain/input/write-flags.ts';
import type {Knowledge, Plan} from '../../domain/plan.ts';
import type {PriceBook} from '../../domain/pricing/price-book.ts';
import type {LiveAnswer} from '../../domain/simulation/live.ts';
import type {WeekPreset} from '../../domain/units/week-grid.ts';
import type {KeyLabel, MessageId} from '../../present/wizard-texts.ts';
import type {EntryMap} from './edit-input.ts';
import type {TextChange, TextEdit} from './text-edit.ts';

export const STEPS = [
	'workload',
	'containers',
	'size',
	'chain',
	'billing',
	'pod',
	'review',
	'export',
] as const;
export type StepId = (typeof STEPS)[number];

/** What the wizard was opened with; it never changes. */
export type Opening = {
	/** What flags, environment, plan file and settings gave, and the preset with them. */
	readonly given: PlanInput;
	readonly preset: Preset | null;
	/** What a command of its own starts from. */
	readonly commanded: Commanded;
	readonly presets: readonly Preset[];
	readonly regions: readonly string[];
	readonly timeZones: TimeZones;
	readonly today: string;
	/** What the last wizard left behind; null where it came to its end. */
	readonly draft: Draft | null;
	/** The last plans, newest first. */
	readonly recent: readonly RecentPlan[];
	/** What there is to know before the first key. */
	readonly notices: readonly Diagnostic[];
};

export type PickerList = 'preset' | 'region' | 'spec' | 'workload';

/** What a page is about. */
export type Page =
	| {readonly kind: 'why' | 'yaml'}
	/** What the export would change in a file. */
	| {readonly kind: 'diff'; readonly path: string; readonly before: string};

/** A key that does nothing here, and where it does something. */
export type Unavailable = {
	readonly kind: 'unavailable';
	readonly shown: string;
	readonly label: KeyLabel;
	readonly steps: readonly StepId[];
	/** Kinds of rows that it works on in this step; empty where the step has none. */
	readonly rows: readonly string[];
};

/** What a text is asked for at the start: a name for a preset, or a path. */
export type StartQuestion =
	| {readonly kind: 'rename' | 'copy' | 'export'; readonly name: string}
	| {readonly kind: 'import' | 'open'};

/** Something that stands in front of the step and takes the keys. */
export type Overlay =
	| {readonly kind: 'help'}
	| {readonly kind: 'leave'}
	| {readonly kind: 'restore'; readonly draft: Draft}
	| {readonly kind: 'overwrite'; readonly path: string}
	| {readonly kind: 'overwrite-preset'; readonly name: string; readonly finish: boolean}
	/** Lines to read about what the step shows; how many there are, the screen knows. */
	| {readonly kind: 'page'; readonly page: Page; readonly scroll: number}
	/** Every action with its key; what they are, the table of keys knows. */
	| {readonly kind: 'palette'; readonly filter: TextEdit; readonly cursor: number}
	| {readonly kind: 'confirm'; readonly task: PresetTask}
	| {readonly kind: 'ask'; readonly question: StartQuestion; readonly edit: TextEdit}
	| {
			readonly kind: 'picker';
			readonly list: PickerList;
			readonly filter: TextEdit;
			/** Letters go into the filter; where they don't, they are keys. */
			readonly isTyping: boolean;
			readonly cursor: number;
	  }
	| {
			/** A week is drawn; digits that were typed since the last move are one number. */
			readonly kind: 'week';
			readonly day: number;
			readonly hour: number;
			/** The other corner of the marked block. */
			readonly anchor: {readonly day: number; readonly hour: number} | null;
			readonly digits: string;
	  }
	| {
			/** Asks for `key=value`; `replaces` is the key that is being edited. */
			readonly kind: 'entry';
			readonly map: EntryMap;
			readonly edit: TextEdit;
			readonly replaces: string | null;
	  };

/** One line to tell the user what just happened, or why not. */
export type Message =
	| {readonly kind: 'said'; readonly id: MessageId; readonly detail: string}
	| {readonly kind: 'refused'; readonly id: MessageId; readonly detail: string}
	| {readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[]}
	| Unavailable;

/** What the outside shall do next; the answer comes back as an action. */
export type Request =
	/** `forget` for answers that were given up. */
	| {readonly kind: 'leave'; readonly forget: boolean}
	| {
			readonly kind: 'save-preset';
			readonly name: string;
			readonly finish: boolean;
			readonly overwrite: boolean;
	  }
	| {readonly kind: 'presets'; readonly task: PresetTask}
	| {readonly kind: 'read-start'; readonly path: string}
	| {readonly kind: 'read-file'; readonly path: string}
	| {readonly kind: 'copy' | 'edit-yaml'}
	| {readonly kind: 'write-file'; readonly path: string; readonly overwrite: boolean}
	| {readonly kind: 'finish'; readonly path: string | null};

/** Answers that belong to no PlanInput. */
export type Notes = {
	readonly destination: 'stdout' | 'file';
	readonly path: string;
	readonly presetName: string;
	/** What is exported; null for the workload as its kind says. */
	readonly target: ExportTarget | null;
};

/** The YAML as it came back from an editor, and the one that was edited. */
export type EditedYaml = {readonly text: string; readonly of: string};

/** A preset that the wizard has saved, and the answers that it was made of. */
export type SavedPreset = {
	readonly preset: Preset;
	readonly answers: PlanInput;
	readonly replaces: boolean;
};

/** What the last simulated plan comes to. */
export type Live = {readonly plan: Plan; readonly answer: LiveAnswer};

export type Answers = {readonly input: PlanInput; readonly preset: Preset | null};

export type WizardState = Answers & {
	readonly opening: Opening;
	/** Regions, prices and the day; null until the first prices are there. */
	readonly knowledge: Knowledge | null;
	/** The market whose prices could not be had. */
	readonly unpriced: string | null;
	/** As they are by now. */
	readonly presets: readonly Preset[];
	/** The plan file that these answers were started from in the wizard; null without one. */
	readonly planFile: CommandBase | null;
	/** Of the manifest that was opened last. */
	readonly workloads: readonly FoundWorkload[];
	readonly notes: Notes;
	readonly saved: SavedPreset | null;
	/** Counts for as long as the answers still lead to what was edited. */
	readonly edited: EditedYaml | null;
	readonly step: StepId;
	/** What narrows the list of the step; letters go into it while it is typed. */
	readonly filter: {readonly edit: TextEdit; readonly isTyping: boolean} | null;
	/** The focused row of each step. */
	readonly cursors: Readonly<Record<StepId, number>>;
	/** Characters before the caret in the focused text. */
	readonly caret: number;
	/** The focused text was filled in by the wizard, so that typing replaces it. */
	readonly prefilled: boolean;
	/** The container whose fields are shown. */
	readonly selected: number;
	/** The volume whose fields are shown. */
	readonly volume: number;
	/** A volume as it was before its type was changed; it counts until something else changes. */
	readonly shelved: VolumeInput | null;
	/** Lines of the review above the window. */
	readonly scroll: number;
	readonly past: readonly Answers[];
	readonly future: readonly Answers[];
	/** The field that the last change typed into: more typing there is the same change. */
	readonly typing: string | null;
	/** The last answers that could be read. */
	readonly lastInput: PlanInput;
	/** What stays on screen while a field is half typed: the plan with that field as it was. */
	readonly lastPlan: Plan | null;
	/** Null until the first plan was simulated. */
	readonly live: Live | null;
	readonly overlay: Overlay | null;
	readonly message: Message | null;
	readonly request: Request | null;
};

export type WizardAction =
	| {readonly type: 'focus'; readonly by: number}
	| {readonly type: 'focus-pane'; readonly by: number}
	| {readonly type: 'choose'; readonly by: number}
	| {readonly type: 'edit-text'; readonly change: TextChange}
	| {readonly type: 'go-on'}
	| {readonly type: 'go-back'}
	| {readonly type: 'jump'; readonly step: StepId}
	| {readonly type: 'undo'}
	| {readonly type: 'redo'}
	| {readonly type: 'add'}
	| {readonly type: 'edit'}
	| {readonly type: 'drop'}
	| {readonly type: 'move'; readonly by: number}
	| {readonly type: 'pin'}
	| {readonly type: 'avoid'}
	| {readonly type: 'reset'}
	| {readonly type: 'take'}
	| {readonly type: 'open'}
	| {readonly type: 'filter'}
	| {readonly type: 'show-why'}
	| {readonly type: 'show-yaml' | 'compare-file' | 'copy' | 'edit-yaml' | 'next-target'}
	| {readonly type: 'file-read'; readonly path: string; readonly text: string}
	| {readonly type: 'copied'; readonly lines: number | null}
	| {readonly type: 'yaml-edited'; readonly text: string | null}
	| {readonly type: 'show-palette'}
	| {readonly type: 'say-unavailable'; readonly why: Unavailable}
	| {readonly type: 'manage'; readonly task: PresetTask['kind']}
	| {readonly type: 'scroll'; readonly by: number; readonly limit: number}
	/** By so many thousandths. */
	| {readonly type: 'slide'; readonly by: number}
	| {readonly type: 'compare'; readonly by: number}
	| {
			readonly type: 'week-move';
			readonly days: number;
			readonly hours: number;
			readonly mark: boolean;
	  }
	| {readonly type: 'week-digit'; readonly digit: string}
	| {readonly type: 'week-preset'; readonly preset: WeekPreset}
	| {readonly type: 'show-help'}
	| {readonly type: 'ask-to-leave'}
	| {readonly type: 'leave'}
	| {readonly type: 'agree'}
	| {readonly type: 'prices-loaded'; readonly book: PriceBook}
	| {readonly type: 'prices-failed'; readonly region: string}
	| {readonly type: 'simulated'; readonly plan: Plan; readonly answer: LiveAnswer}
	| {readonly type: 'preset-saved'; readonly name: string}
	| {readonly type: 'presets-changed'; readonly task: PresetTask; readonly after: PresetsAfter}
	| {readonly type: 'start-read'; readonly start: StartFile}
	| {readonly type: 'file-written'; readonly path: string}
	| {readonly type: 'request-failed'; readonly diagnostics: readonly Diagnostic[]};
