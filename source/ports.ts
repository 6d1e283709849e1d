import type {Diagnostic} from './domain/diagnostics.ts';
import type {PlanInput} from './domain/input/plan-input.ts';
import type {
	Commanded,
	Draft,
	Preset,
	PresetsAfter,
	PresetTask,
	RecentPlan,
	SavedName,
	StartFile,
	StoredDraft,
} from './domain/input/starts.ts';
import type {TimeZones} from './domain/input/time-zones.ts';
import type {SourceFile} from './domain/manifest/source/source-tree.ts';
import type {
	BrokenRow,
	ImportNote,
	PriceFormat,
	UnusedReason,
} from './domain/pricing/import-tally.ts';
import type {Overlaid, RegionOverlay, SpotSeries} from './domain/pricing/overlay.ts';
import type {
	PriceApiAnswer,
	PriceApiProgress,
	PriceApiRequest,
} from './domain/pricing/price-api-types.ts';
import type {PriceBook} from './domain/pricing/price-book.ts';
import type {ShippedCatalogue} from './domain/pricing/price-import.ts';
import type {Instant, PriceRecord} from './domain/pricing/price-record.ts';
import type {Simulator} from './domain/simulation/live.ts';
import type {PathBlock, PathsRequest} from './domain/simulation/path-columns.ts';
import type {SimulationModel} from './domain/simulation/simulation-model.ts';
import type {IsoDate} from './domain/units/calendar.ts';
import type {Currency} from './domain/units/money.ts';
import type {LanguageId} from './present/language/language.ts';

/** What went wrong outside, and the exit code it ends with: 2 bad content, 4 can't open, read or write. */
export type Problem = {readonly exitCode: 2 | 4; readonly diagnostics: readonly Diagnostic[]};

export type Attempt<T> =
	| {readonly ok: true; readonly value: T}
	| {readonly ok: false; readonly problem: Problem};

/** One end of a pipe or a terminal. */
export interface Output {
	readonly isTerminal: boolean;
	/** Cells a line; null where nobody says. */
	readonly columns: number | null;
	/** Resolves when the text was taken, or the reader has gone. */
	write(text: string): Promise<void>;
}

export interface Files {
	/** Text of a file, or of standard input for `-`; what is longer than plans are needs a limit of its own. */
	read(path: string, options?: {readonly limitMiB: number}): Promise<Attempt<string>>;
	/** Whether it is a file in the folder or below it, links followed, or isn't there at all. */
	isWithin(folder: string, path: string): Promise<boolean>;
	/** Writes whole or not at all. Without `overwrite`, a file that is there stays as it is. */
	write(path: string, text: string, options: {readonly overwrite: boolean}): Promise<Attempt<void>>;
}

/** Reads YAML and JSON; `name` stands in the messages. */
export interface Documents {
	parse(text: string, name: string): Promise<Attempt<unknown>>;
}

/** Files of manifests, and what of them can't be read. */
export type ReadManifests = {
	readonly files: readonly SourceFile[];
	readonly diagnostics: readonly Diagnostic[];
	/** The values of the documents in a text; null where one of them can't be read. */
	readonly reread: (text: string) => readonly unknown[] | null;
};

/** Reads manifests that others wrote, as kubectl would. */
export interface Manifests {
	/** Files, folders with all that is in them, and standard input for `-`. A document that is broken is left out. */
	read(paths: readonly string[]): Promise<Attempt<ReadManifests>>;
}

export interface Prices {
	regions(): Promise<readonly string[]>;
	/** The prices of a region that `regions` lists. */
	book(region: string, currency: Currency): Promise<PriceBook>;
	/** What every region lists, to judge imported prices by. */
	catalogue(): Promise<ShippedCatalogue>;
}

/** What a price file holds, price by price. */
export type PriceItem =
	| {readonly kind: 'record'; readonly record: PriceRecord}
	/** So many prices of no use. */
	| {readonly kind: 'unused'; readonly reason: UnusedReason; readonly count: number}
	| (BrokenRow & {readonly kind: 'broken'});

/** What a file doesn't say and was taken from elsewhere. */
export type Assumption = 'currency' | 'date';

export type PriceFile = {
	readonly format: PriceFormat;
	/** The name without its folder; `-` for standard input. */
	readonly name: string;
	/** The day of prices that have no date of their own: when the file was last changed. */
	readonly day: IsoDate;
	/** Reads as it is asked for, and throws a problem where the file is broken as a whole. */
	readonly items: AsyncIterable<PriceItem>;
	/** Share of the file that was read, 0 to 1; null where its size isn't known. */
	readonly progress: () => number | null;
	/** The line of the last row, once it's read, where it isn't ended and so may be cut off. */
	readonly openEnd: () => number | null;
	/** What was assumed for the items so far. */
	readonly assumed: () => readonly Assumption[];
};

export interface PriceFiles {
	/** Opens a price file, or standard input for `-`, and recognises its format. */
	open(
		path: string,
		options: {
			/** The currency of prices that name none. */
			readonly currency: Currency;
			readonly today: IsoDate;
		},
	): Promise<Attempt<PriceFile>>;
}

/** What was read, and what of it can't be. */
type Told<T> = T & {readonly diagnostics: readonly Diagnostic[]};

export type Forgotten = Told<{
	/** Where the prices came from, or the files that held them, where nothing else can be read of them. */
	readonly sources: readonly string[];
}>;

/** Prices in the settings folder, over those that ship. What can't be understood is set aside and reported. */
export interface PriceOverlays {
	/** What plans reckon with of what was imported for a region; nothing where that is nothing. */
	read(region: string): Promise<Told<{readonly overlay: RegionOverlay}>>;
	/** All that was imported for a region, for another import to be judged by. */
	readWhole(region: string): Promise<Told<{readonly overlay: RegionOverlay}>>;
	/** Spot prices over time, for the simulator: larger, and in a file of its own. */
	series(region: string): Promise<Told<{readonly series: SpotSeries}>>;
	/** The imports that prices are still there of, oldest first. */
	notes(): Promise<Told<{readonly notes: readonly ImportNote[]}>>;
	/** Lays an import over what is there, whatever that is by now: all regions or none. */
	add(
		regions: ReadonlyMap<string, Overlaid>,
		note: ImportNote,
	): Promise<Attempt<readonly Diagnostic[]>>;
	/** Forgets every import; says which. */
	reset(): Promise<Attempt<Forgotten>>;
}

/** The price API of the cloud, called with the credentials of the user. */
export interface PriceApi {
	/**
	 * Throws an error that carries a problem. Once `signal` is aborted nothing is called any more, and
	 * what is thrown doesn't matter.
	 */
	fetch(
		request: PriceApiRequest,
		signal: AbortSignal,
		onProgress: (progress: PriceApiProgress) => void,
	): AsyncIterable<PriceApiAnswer>;
}

/** Draws the paths of a simulation. */
export interface PathRunner {
	/** Blocks in the order of their paths, without a gap. Once `signal` is aborted no further one comes. */
	run(model: SimulationModel, request: PathsRequest): AsyncIterable<PathBlock>;
}

/** Workloads shipped with the product; `text` is not parsed yet. */
export interface ShippedPresets {
	names(): Promise<readonly string[]>;
	text(name: string): Promise<string>;
}

/** What a settings file holds. */
export type Settings = {
	/** Flag name → value as it would be typed. */
	readonly defaults: Readonly<Record<string, string>>;
	/** Saved presets, as they were written: not checked yet. */
	readonly presets: Readonly<Record<string, unknown>>;
	/** The last plans of the wizard, as they were written, newest first: not checked yet. */
	readonly recent: readonly unknown[];
};

export interface SettingsStore {
	/** An unreadable file is set aside and reported; the settings are then empty. */
	read(): Promise<{readonly settings: Settings; readonly diagnostics: readonly Diagnostic[]}>;
	/** Changes and writes the settings, atomically. */
	update(change: (settings: Settings) => Settings): Promise<Attempt<void>>;
}

export interface Drafts {
	/** What a wizard left behind that was ended; null for nothing. */
	read(): Promise<StoredDraft | null>;
	save(draft: Draft): void;
	drop(): Promise<void>;
}

/** What the wizard starts with. */
export type WizardRequest = {
	readonly language: LanguageId;
	readonly color: boolean;
	/** What flags, environment, plan file, preset and settings gave, merged, without defaults. */
	readonly initial: PlanInput;
	/** The preset that was named; already part of `initial`. */
	readonly preset: Preset | null;
	readonly commanded: Commanded;
	readonly presets: readonly Preset[];
	readonly regions: readonly string[];
	readonly timeZones: TimeZones;
	readonly today: IsoDate;
	/** What the last wizard left behind; null where it came to its end. */
	readonly draft: Draft | null;
	readonly saveDraft: (draft: Draft) => void;
	readonly dropDraft: () => Promise<void>;
	readonly loadPrices: (region: string, currency: Currency) => Promise<PriceBook>;
	readonly simulator: Simulator;
	/** Without `overwrite`, a preset of one's own that is there already stays as it is. */
	readonly savePreset: (
		name: string,
		input: PlanInput,
		overwrite: boolean,
	) => Promise<Attempt<void>>;
	readonly managePresets: (task: PresetTask) => Promise<Attempt<PresetsAfter>>;
	readonly recent: readonly RecentPlan[];
	/** What there is to know before the first key: settings that were set aside. */
	readonly notices: readonly Diagnostic[];
	readonly keepRecent: (plan: Omit<RecentPlan, 'day'>) => Promise<void>;
	readonly readStart: (path: string) => Promise<Attempt<StartFile>>;
	readonly readFile: (path: string) => Promise<Attempt<string>>;
	/** Whether a text is YAML, be it of several documents. */
	readonly checkYaml: (text: string) => Promise<Attempt<void>>;
	readonly writeFile: (path: string, text: string, overwrite: boolean) => Promise<Attempt<void>>;
};

export type WizardResult =
	/** Left by Ctrl-C or on request. */
	| {readonly kind: 'left'}
	| {
			readonly kind: 'finished';
			readonly yaml: string;
			/** The file written, if any. */
			readonly path: string | null;
			readonly command: string;
			/** What the command leaves out, in the language of the user. */
			readonly caveat: string | null;
			/** The preset that was saved last, if any. */
			readonly saved: SavedName | null;
	  };

/** Questions and answers line by line. */
export interface Dialogue {
	/** Cells a line; null where nobody says. */
	readonly columns: number | null;
	say(text: string): Promise<void>;
	/** The next line; null once nobody answers any more. */
	hear(): Promise<string | null>;
}

/** The outside world, as the faces see it. */
export interface World {
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly version: string;
	readonly today: IsoDate;
	/** Milliseconds that only ever grow, to tell how long a work takes. */
	readonly elapsed: () => number;
	readonly timeZones: TimeZones;
	/** Hour of the day at a moment in a time zone, with its fraction. */
	readonly hourAt: (timeZone: string, at: Instant) => number;
	readonly stdinIsTerminal: boolean;
	readonly stdout: Output;
	readonly stderr: Output;
	readonly files: Files;
	readonly documents: Documents;
	readonly manifests: Manifests;
	readonly prices: Prices;
	readonly priceFiles: PriceFiles;
	readonly overlays: PriceOverlays;
	readonly priceApi: PriceApi;
	readonly paths: PathRunner;
	/** Lets keys and the screen have their turn in the middle of a work. */
	readonly pause: () => Promise<void>;
	readonly presets: ShippedPresets;
	readonly settings: SettingsStore;
	readonly drafts: Drafts;
	/** Opens the full-screen wizard; only called when both ends are terminals. */
	readonly openWizard: (request: WizardRequest) => Promise<WizardResult>;
	/** The wizard as questions and answers, which wants no terminal. */
	readonly askQuestions: (request: WizardRequest) => Promise<WizardResult>;
	/** Ctrl-C as a signal from now on; before, and at the second time, it ends the process at once. */
	readonly interruption: () => AbortSignal;
}
