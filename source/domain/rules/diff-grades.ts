import type {DiffFacts} from './diff-facts.ts';
import type {Grade} from './grade.ts';

/** How bad it is what is found in comparisons. */
export const DIFF_GRADES: {readonly [R in keyof DiffFacts]: Grade} = {
	'diff-currencies': 'error',
	'diff-standard-input': 'error',
	'plan-saved-invalid': 'error',
	'plan-saved-fixed': 'warning',
	'increase-invalid': 'error',
	'increase-exceeded': 'error',
	'increase-unknown': 'error',
};
