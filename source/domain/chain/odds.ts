import {
	add,
	divide,
	type Fraction,
	fraction,
	isZero,
	multiply,
	one,
	subtract,
	sum,
} from '../units/fraction.ts';
import {EXACT} from './numbers.ts';
import {allOut, exposed, type Stock} from './shocks.ts';

/** What becomes of one pass over a chain. */
export type Odds = {
	/** The chance that each entry is the first in stock. */
	readonly first: readonly Fraction[];
	/** The chance that any is. */
	readonly placed: Fraction;
	/** Mean number of entries that are tried in vain. */
	readonly failedTries: Fraction;
	/** Mean number of passes until the pod is placed; null where it never is. */
	readonly rounds: Fraction | null;
};

export const oddsOf = (chain: readonly Stock[]): Odds => {
	const members = chain.map(stock => exposed(stock, EXACT, value => value));
	const outAfter = members.map((_, index) => allOut(members.slice(0, index + 1), EXACT));
	const first = outAfter.map((out, index) => subtract(outAfter[index - 1] ?? one, out));
	const out = outAfter.at(-1) ?? one;
	const placed = subtract(one, out);
	const inVain = first.map((chance, tries) => multiply(chance, fraction(tries)));
	return {
		first,
		placed,
		failedTries: add(sum(inVain), multiply(out, fraction(chain.length))),
		rounds: isZero(placed) ? null : divide(one, placed),
	};
};

/** Mean price given that the pod is placed; null where it never is. */
export const meanPrice = ({first, placed}: Odds, prices: readonly Fraction[]): Fraction | null => {
	if (isZero(placed)) return null;
	const paid = prices.map((price, index) => multiply(price, first[index] ?? fraction(0)));
	return divide(sum(paid), placed);
};
