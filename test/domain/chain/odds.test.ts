import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {meanPrice, type Odds, oddsOf} from '../../../source/domain/chain/odds.ts';
import type {Stock} from '../../../source/domain/chain/shocks.ts';
import {
	decimal,
	type Fraction,
	fraction,
	subtract,
	sum,
	toDecimal,
	toNumber,
} from '../../../source/domain/units/fraction.ts';
import {anyStock, independent, outByCases} from '../../helpers/stock.ts';

const text = (value: Fraction | null) => value && toDecimal(value, 9);
const texts = (values: readonly Fraction[]) => values.map(text);

/** Chances and prices of facts/simulation §4-D: spot entries in stock .6/.5/.8 at .25/.30/.45, then on demand at 1. */
const SPOT = [
	['0.6', '0.25'],
	['0.5', '0.30'],
	['0.8', '0.45'],
] as const;
const WITH_FALLBACK = [...SPOT, ['1', '1']] as const;

const oddsOfPairs = (pairs: readonly (readonly [string, string])[]) => {
	const odds = oddsOf(pairs.map(([chance], index) => independent(chance, String(index))));
	return {
		odds,
		mean: meanPrice(
			odds,
			pairs.map(([, price]) => decimal(price)),
		),
	};
};

describe('the worked chain of the facts', () => {
	it('ends on demand with 4 %, at a mean price of 0.322 after 0.64 failed tries', () => {
		const {odds, mean} = oddsOfPairs(WITH_FALLBACK);
		expect(texts(odds.first)).toEqual(['0.6', '0.2', '0.16', '0.04']);
		expect(text(mean)).toBe('0.322');
		expect(text(odds.failedTries)).toBe('0.64');
		expect(text(odds.placed)).toBe('1');
		expect(text(odds.rounds)).toBe('1');
	});

	it('takes 1.0416667 rounds without fallback, at 0.29375 when it is placed', () => {
		const {odds, mean} = oddsOfPairs(SPOT);
		expect(odds.placed).toEqual(fraction(24, 25));
		expect(odds.rounds).toEqual(fraction(25, 24));
		expect(text(mean)).toBe('0.29375');
	});

	it('is placed as often in any order, and cheapest in ascending order', () => {
		const orders = [
			[0, 1, 2],
			[0, 2, 1],
			[1, 0, 2],
			[1, 2, 0],
			[2, 0, 1],
			[2, 1, 0],
		].map(order => order.flatMap(index => SPOT.slice(index, index + 1)));
		const all = orders.map(oddsOfPairs);
		for (const {odds} of all) expect(odds.placed).toEqual(fraction(24, 25));
		// By hand: Σ of chance × price, over 0.96.
		expect(all.map(({mean}) => text(mean))).toEqual([
			'0.29375',
			'0.31875',
			'0.309375',
			'0.359375',
			'0.41875',
			'0.421875',
		]);
	});

	it('is the same whichever of two equal entries comes first', () => {
		const twice = [
			['0.7', '0.2'],
			['0.6', '0.3'],
			['0.6', '0.3'],
		] as const;
		expect(oddsOfPairs(twice)).toEqual(oddsOfPairs([twice[0], twice[2], twice[1]]));
	});
});

describe('the odds of any chain', () => {
	const anyChain = fc.array(anyStock, {minLength: 1, maxLength: 4});

	it('are those of every case, counted one by one', () => {
		fc.assert(
			fc.property(anyChain, chain => {
				const {placed, first} = oddsOf(chain);
				expect(subtract(fraction(1), placed)).toEqual(outByCases(chain));
				expect(sum(first)).toEqual(placed);
			}),
		);
	});

	it('leave each entry its own chance, whatever it shares', () => {
		fc.assert(
			fc.property(anyStock, stock => {
				expect(oddsOf([stock]).placed).toEqual(stock.chance);
			}),
		);
	});

	it('never get worse by one more entry, nor better than by an independent one', () => {
		fc.assert(
			fc.property(anyChain, anyStock, (chain, more) => {
				const before = toNumber(oddsOf(chain).placed);
				const after = toNumber(oddsOf([...chain, more]).placed);
				const apart = 1 - (1 - before) * (1 - toNumber(more.chance));
				expect(after).toBeGreaterThanOrEqual(before - 1e-12);
				expect(after).toBeLessThanOrEqual(apart + 1e-12);
			}),
		);
	});
});

describe('a chain of entries that are never in stock', () => {
	it('has no price and no end of rounds', () => {
		const never: Stock = independent('0', 'a');
		const odds: Odds = oddsOf([never]);
		expect(odds.rounds).toBeNull();
		expect(meanPrice(odds, [fraction(1)])).toBeNull();
		expect(odds.failedTries).toEqual(fraction(1));
	});
});
