import type {RuleFacts, RuleId} from './rules/facts.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where it stands in the text of a file, both from 1; `-` is standard input. */
export type SourcePlace = {
	readonly file: string;
	readonly line: number;
	readonly column: number;
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
	};
}[RuleId];

/** Rule and facts as one text, the same for two findings of one thing. JSON takes no big integers of money. */
export const findingKey = ({rule, facts}: Diagnostic): string =>
	JSON.stringify([rule, facts], (_, value: unknown) =>
		typeof value === 'bigint' ? String(value) : value,
	);

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
	diagnostics.some(({severity}) => severity === 'error');
