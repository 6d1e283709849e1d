import type {RuleFacts, RuleId} from '../domain/rules/facts.ts';
import {ANNOTATE_EXAMPLES} from './annotate-rule-examples.ts';
import {COMMAND_EXAMPLES} from './command-rule-examples.ts';
import {DIFF_EXAMPLES} from './diff-rule-examples.ts';
import {MANIFEST_EXAMPLES} from './manifest-rule-examples.ts';
import {PLAN_EXAMPLES} from './plan-rule-examples.ts';
import {SIMULATION_EXAMPLES} from './simulation-rule-examples.ts';

/** Facts as they arise where each rule fires: the example of `lint --explain`. */
export const RULE_EXAMPLES: {readonly [R in RuleId]: RuleFacts[R]} = {
	...PLAN_EXAMPLES,
	...SIMULATION_EXAMPLES,
	...MANIFEST_EXAMPLES,
	...ANNOTATE_EXAMPLES,
	...DIFF_EXAMPLES,
	...COMMAND_EXAMPLES,
};
