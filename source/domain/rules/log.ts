import type {Ruleset} from '../catalogue/rulesets.ts';
import type {Diagnostic} from '../diagnostics.ts';
import type {RuleFacts, RuleId} from './facts.ts';
import {report, severityOf} from './rules.ts';

/** Collects diagnostics while a document is read, as severe as its ruleset makes them. */
export type Log = {
	readonly ruleset: Ruleset;
	readonly add: <R extends RuleId>(rule: R, facts: RuleFacts[R], path?: string) => void;
	readonly diagnostics: Diagnostic[];
};

export const openLog = (ruleset: Ruleset): Log => {
	const diagnostics: Diagnostic[] = [];
	return {
		ruleset,
		diagnostics,
		add: (rule, facts, path) => {
			if (severityOf(rule, ruleset) !== null) diagnostics.push(report(rule, facts, path, ruleset));
		},
	};
};
