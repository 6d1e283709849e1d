import type {IsoDate} from '../units/calendar.ts';
import type {PlanInput} from './plan-input.ts';
import type {CommandBase, FlagValue} from './write-flags.ts';

/** A plan that a wizard came to its end with. */
export type RecentPlan = {
	readonly input: PlanInput;
	readonly day: IsoDate;
	/** The file that it was written to; null where it was printed. */
	readonly path: string | null;
};

/** What is done with presets in the wizard; shipped ones are only copied and exported. */
export type PresetTask =
	| {readonly kind: 'rename' | 'copy'; readonly name: string; readonly to: string}
	| {readonly kind: 'delete'; readonly name: string}
	| {readonly kind: 'import'; readonly path: string}
	| {
			readonly kind: 'export';
			readonly name: string;
			readonly path: string;
			readonly overwrite: boolean;
	  };

/** A workload of a manifest, to start from. */
export type FoundWorkload = {
	readonly kind: string;
	readonly name: string;
	readonly namespace: string;
	readonly input: PlanInput;
};

/** What a file has to start from: a plan, or the workloads of its manifests. */
export type StartFile =
	| {readonly kind: 'plan'; readonly path: string; readonly input: PlanInput}
	| {
			readonly kind: 'workloads';
			readonly path: string;
			readonly workloads: readonly FoundWorkload[];
	  };

/** What the command line of the wizard says besides answers. */
export type Commanded = {
	/** The plan file, with the preset below it; null without one. */
	readonly plan: CommandBase | null;
	/** Flags that aren't answers, such as the file with prices. */
	readonly always: readonly FlagValue[];
};

/** Answers of a wizard that has not come to its end, and the preset they started from. */
export type Draft = {readonly input: PlanInput; readonly preset: string | null};

/** As it was written: not checked yet. */
export type StoredDraft = {readonly input: unknown; readonly preset: string | null};

export type Preset = {
	readonly name: string;
	readonly origin: 'shipped' | 'saved';
	readonly input: PlanInput;
};

/** All presets as they are now, those of other programs too, and the one that it was about. */
export type PresetsAfter = {readonly presets: readonly Preset[]; readonly name: string};

/** A saved preset, and whether one of that name was there before. */
export type SavedName = {readonly name: string; readonly replaces: boolean};
