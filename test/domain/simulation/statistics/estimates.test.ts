import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	estimateOf,
	pairedDifference,
	wilsonInterval,
} from '../../../../source/domain/simulation/statistics/estimates.ts';

const Z = 1.959963984540054;

describe('a mean with its standard error', () => {
	it('is that of the textbook', () => {
		// Squared deviations of 2, 4, 4, 4, 5, 5, 7, 9 from 5 sum to 32.
		const {mean, se} = estimateOf(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9));
		expect(mean).toBe(5);
		expect(se).toBeCloseTo(Math.sqrt(32 / 7 / 8), 14);
	});

	it('has no error where all paths cost the same, nor where there is one', () => {
		expect(estimateOf(new Float64Array(1000).fill(0.1))).toEqual({mean: 0.1, se: 0});
		expect(estimateOf(Float64Array.of(3))).toEqual({mean: 3, se: 0});
	});

	it('keeps small differences of large numbers', () => {
		const {mean, se} = estimateOf(Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3));
		expect(mean).toBe(1e9 + 2);
		expect(se).toBeCloseTo(Math.sqrt(1 / 3), 14);
	});
});

describe('a paired difference', () => {
	it('has the error of the differences, not of the columns', () => {
		const baseline = Float64Array.of(1, 100, 10_000);
		const {mean, se} = pairedDifference(Float64Array.of(2, 101, 10_001), baseline);
		expect(mean).toBe(1);
		expect(se).toBe(0);
	});

	it('is nothing between a column and itself', () => {
		fc.assert(
			fc.property(fc.array(fc.double({noNaN: true, min: 0, max: 1e9}), {minLength: 1}), values => {
				const column = Float64Array.from(values);
				expect(pairedDifference(column, column)).toEqual({mean: 0, se: 0});
			}),
		);
	});
});

describe("Wilson's interval", () => {
	it('solves (p̂ − p)² = z² p (1 − p) / n', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 5000}),
				fc.double({min: 0, max: 1, noNaN: true}),
				(trials, share) => {
					const {low, high} = wilsonInterval(share, trials);
					for (const p of [low, high])
						expect(Math.abs((share - p) ** 2 - (Z ** 2 * p * (1 - p)) / trials)).toBeLessThan(
							1e-12,
						);
					expect(low).toBeLessThanOrEqual(share);
					expect(high).toBeGreaterThanOrEqual(share);
				},
			),
		);
	});

	it('ends at certainty, and leaves room on the other side', () => {
		expect(wilsonInterval(1, 100).high).toBe(1);
		// n / (n + z²)
		expect(wilsonInterval(1, 100).low).toBeCloseTo(100 / (100 + Z ** 2), 14);
		expect(wilsonInterval(0, 100).low).toBe(0);
		expect(wilsonInterval(0, 100).high).toBeCloseTo(Z ** 2 / (100 + Z ** 2), 14);
	});
});
