import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	confidenceRanks,
	quantileAt,
	quantileOf,
	selectQuantiles,
} from '../../../../source/domain/simulation/statistics/order-statistics.ts';

const anyColumn = fc
	.array(
		fc.oneof(
			fc.integer({min: -3, max: 3}),
			fc.double({min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true}),
		),
		{minLength: 1, maxLength: 200},
	)
	// Sorting tells −0 from 0, and no cost is −0.
	.map(values => Float64Array.from(values, value => value + 0));

const anyChance = fc.double({min: 0, max: 1, noNaN: true});

describe('quantiles of type 7', () => {
	it('lie between order statistics', () => {
		const column = Float64Array.of(1, 2, 3, 4);
		expect(quantileAt(column, 0.5)).toBe(2.5);
		expect(quantileAt(column, 0.9)).toBeCloseTo(3.7, 15);
		expect(quantileAt(column, 0)).toBe(1);
		expect(quantileAt(column, 1)).toBe(4);
		expect(quantileAt(Float64Array.of(7), 0.9)).toBe(7);
	});

	it('never fall as the chance grows, and never leave the values', () => {
		fc.assert(
			fc.property(anyColumn, anyChance, anyChance, (column, a, b) => {
				const sorted = column.toSorted();
				const [low, high] = [Math.min(a, b), Math.max(a, b)].map(chance =>
					quantileAt(sorted, chance),
				);
				expect(low).toBeLessThanOrEqual(high ?? Number.NaN);
				expect(low).toBeGreaterThanOrEqual(sorted[0] ?? Number.NaN);
				expect(high).toBeLessThanOrEqual(sorted.at(-1) ?? Number.NaN);
			}),
		);
	});

	it('are the same when selected as when sorted', () => {
		fc.assert(
			fc.property(anyColumn, fc.array(anyChance, {maxLength: 5}), (column, chances) => {
				const ascending = chances.toSorted((a, b) => a - b);
				const sorted = column.toSorted();
				const expected = ascending.map(chance => quantileAt(sorted, chance));
				const selected = column.slice();
				expect(selectQuantiles(selected, ascending)).toEqual(expected);
				expect(selected.toSorted()).toEqual(sorted);
			}),
			{numRuns: 1000},
		);
	});
});

describe('confidence ranks', () => {
	it.each([
		[1000, 0.5, 469, 532],
		[1000, 0.9, 881, 920],
		[1000, 0.99, 983, 998],
		[10_000, 0.99, 9880, 9921],
	])('of %d paths for the chance %d', (count, chance, low, high) => {
		expect(confidenceRanks(count, chance)).toEqual([low, high]);
	});

	it('hold the quantile, and are ranks', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: 5000}), anyChance, (count, chance) => {
				const [low, high] = confidenceRanks(count, chance);
				const place = (count - 1) * chance + 1;
				expect(low).toBeGreaterThanOrEqual(1);
				expect(high).toBeLessThanOrEqual(count);
				expect(low).toBeLessThanOrEqual(place + 1e-9);
				expect(high).toBeGreaterThanOrEqual(place - 1e-9);
			}),
		);
	});

	it('read the sorted values at those ranks', () => {
		const sorted = Float64Array.from({length: 1000}, (_, index) => index + 1);
		expect(quantileOf(sorted, 0.5)).toEqual({value: 500.5, low: 469, high: 532});
	});
});
