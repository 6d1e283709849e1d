import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	normalChance,
	normalQuantile,
} from '../../../../source/domain/simulation/statistics/normal-law.ts';
import {integral} from '../../../helpers/simulation/integral.ts';

/** Values of the facts, §4-R. */
const INVERSE = [
	[0.25, -0.674_489_750_196_081_7],
	[0.001, -3.090_232_306_167_813],
	[1e-20, -9.262_340_089_798_405],
] as const;

const density = (x: number) => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

describe('the normal law', () => {
	it.each(INVERSE)('is at most its quantile with the chance %d', (chance, x) => {
		expect(normalQuantile(chance)).toBeCloseTo(x, 13);
		expect(Math.abs(normalChance(x) / chance - 1)).toBeLessThan(1e-13);
	});

	it.each([-6, -2.6, -2.5, -2.4, -1, 0.3, 2.4, 2.6, 5])(
		'is the area under its density up to %d',
		x => {
			const area = integral(density, -20, x);
			expect(Math.abs(normalChance(x) / area - 1)).toBeLessThan(1e-12);
		},
	);

	it('mirrors at 0, and its ends are certain', () => {
		fc.assert(
			fc.property(fc.double({min: -8, max: 8, noNaN: true}), x => {
				expect(normalChance(x) + normalChance(-x)).toBeCloseTo(1, 14);
			}),
		);
		expect(normalChance(Number.NEGATIVE_INFINITY)).toBe(0);
		expect(normalChance(Number.POSITIVE_INFINITY)).toBe(1);
		expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
		expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
		expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
	});
});
