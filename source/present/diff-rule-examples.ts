import type {DiffFacts} from '../domain/rules/diff-facts.ts';
import {fraction} from '../domain/units/fraction.ts';
import {money} from '../domain/units/money.ts';

/** Facts of the rules about comparisons. */
export const DIFF_EXAMPLES: {readonly [R in keyof DiffFacts]: DiffFacts[R]} = {
	'diff-currencies': {old: 'USD', next: 'CNY'},
	'diff-standard-input': {},
	'plan-saved-invalid': {field: 'workloads[0].replicas'},
	'plan-saved-fixed': {flags: ['--region', '--discount']},
	'increase-invalid': {value: '10'},
	'increase-exceeded': {
		difference: money('CNY', fraction(644)),
		percent: '66.7',
		limit: '10%',
	},
	'increase-unknown': {limit: '10%'},
};
