import type {Diagnostic} from '../domain/diagnostics.ts';
import type {FlagGroup} from '../domain/input/flag-table.ts';
import type {World} from '../ports.ts';
import type {HelpCommand} from '../present/help.ts';
import type {LanguageId} from '../present/language/language.ts';

export const OUTPUT_FORMATS = ['table', 'json', 'yaml', 'csv', 'markdown'] as const;
export type ResultFormat = (typeof OUTPUT_FORMATS)[number];

/** Formats of a report alone. */
export const PAGE_FORMATS = ['html', 'svg'] as const;

/** Formats of a lint alone. */
export const LINT_FORMATS = ['sarif', 'junit'] as const;

export type OutputFormat =
	| ResultFormat
	| (typeof PAGE_FORMATS)[number]
	| (typeof LINT_FORMATS)[number];
export const EVERY_FORMAT: readonly OutputFormat[] = [
	...OUTPUT_FORMATS,
	...PAGE_FORMATS,
	...LINT_FORMATS,
];

/** Flags that are not part of the PlanInput. */
export type FaceFlag = {
	readonly name: string;
	readonly kind: 'text' | 'boolean';
	readonly value: string;
	readonly short?: string;
	readonly choices?: readonly string[];
	readonly setting?: true;
	/** May be given several times, and all of them count. */
	readonly repeats?: true;
};

/** What was typed, by flag name: text as typed, each repetition an entry. */
export type FlagValues = ReadonlyMap<string, readonly string[]>;

export type Invocation = {
	/** Words after the command. */
	readonly words: readonly string[];
	/** Flags of the command line. */
	readonly flags: FlagValues;
	readonly language: LanguageId;
	readonly output: OutputFormat | null;
	readonly isQuiet: boolean;
	readonly hasColor: boolean;
	readonly settings: Readonly<Record<string, string>>;
	readonly savedPresets: Readonly<Record<string, unknown>>;
	/** The last plans of the wizard: not checked yet. */
	readonly recent: readonly unknown[];
	/** What there was to say about the settings. */
	readonly notices: readonly Diagnostic[];
};

export type CommandModule = {
	/** Prints the result and returns the exit code. */
	readonly run: (invocation: Invocation, world: World) => Promise<number>;
};

/** The first word or the first two; empty for `eci-plan` alone. */
export type CommandName = HelpCommand['name'];

export type CommandRow = {
	readonly name: CommandName;
	/** Words after it: `NAME`, `[KIND]`. */
	readonly words: string;
	/** Groups of PlanInput flags it takes. */
	readonly groups: readonly FlagGroup[];
	/** Flags of these groups that it doesn't take all the same. */
	readonly without?: readonly string[];
	/** Further flags of its own. */
	readonly flags: readonly FaceFlag[];
	/** The formats it prints, its default first. */
	readonly formats: readonly OutputFormat[];
	/** A line that works as it stands. */
	readonly example: string;
};
