import type {Ruleset} from './catalogue/rulesets.ts';
import type {RuleFacts, RuleId} from './rules/facts.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where it stands in the text of a file, both from 1; `-` is standard input. */
export type SourcePlace = {
	readonly file: string;
	readonly line: number;
	readonly column: number;
};

/** What names the fields that a finding in a manifest speaks of. */
export type ManifestTerms = {
	/** Some annotations have another name today. */
	readonly ruleset: Ruleset;
	/** Fields of the PlanInput that flags or variables answer, whatever manifests say. */
	readonly answered: readonly string[];
};

/**
 * Something to tell the user, as data: `present/` puts it into words.
 * `path` is the field of the PlanInput that caused it: `containers[0].memory`; of a manifest, the field
 * of the document.
 */
export type Diagnostic = {
	readonly [R in RuleId]: {
		readonly rule: R;
		readonly severity: Severity;
		readonly facts: RuleFacts[R];
		readonly path?: string;
		readonly source?: SourcePlace;
		/** Of a finding in a manifest alone. */
		readonly terms?: ManifestTerms;
	};
}[RuleId];

/** Rule and facts as one text, the same for two findings of one thing. JSON takes no big integers of money. */
export const findingKey = ({rule, facts}: Diagnostic): string =>
	JSON.stringify([rule, facts], (_, value: unknown) =>
		typeof value === 'bigint' ? String(value) : value,
	);

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
	diagnostics.some(({severity}) => severity === 'error');
