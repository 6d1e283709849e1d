import type {Currency, Money} from '../units/money.ts';
import type {None} from './command-facts.ts';

/** Facts of the rules about two sides that are compared. */
export type DiffFacts = {
	'diff-currencies': {readonly old: Currency; readonly next: Currency};
	'diff-standard-input': None;
	'plan-saved-invalid': {readonly field: string};
	'plan-saved-fixed': {readonly flags: readonly string[]};
	'increase-invalid': {readonly value: string};
	'increase-exceeded': {
		readonly difference: Money;
		/** Of the old total; null where that is 0. */
		readonly percent: string | null;
		readonly limit: string;
	};
	'increase-unknown': {readonly limit: string};
};
