import type {RuleFacts, RuleId} from './rules/facts.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * Something to tell the user, as data: `present/` puts it into words.
 * `path` is the field of the PlanInput that caused it: `containers[0].memory`.
 */
export type Diagnostic = {
	readonly [R in RuleId]: {
		readonly rule: R;
		readonly severity: Severity;
		readonly facts: RuleFacts[R];
		readonly path?: string;
	};
}[RuleId];

/** Rule and facts as one text, the same for two findings of one thing. JSON takes no big integers of money. */
export const findingKey = ({rule, facts}: Diagnostic): string =>
	JSON.stringify([rule, facts], (_, value: unknown) =>
		typeof value === 'bigint' ? String(value) : value,
	);

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
	diagnostics.some(({severity}) => severity === 'error');
