import type {Fraction} from '../units/fraction.ts';
import type {Stock} from './shocks.ts';

/** One entry that a chain may have. */
export type Item = {
	readonly price: Fraction;
	readonly stock: Stock;
	readonly isPinned: boolean;
};
