import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {moneyTicks, placesOf, timeTicks} from '../../../source/present/chart/scale.ts';

describe('steps of money', () => {
	test.each([
		[0, 0.2, 5],
		[30, 10, 3],
		[100, 20, 5],
		[101, 50, 3],
		[3175.7184, 1000, 4],
		[0.44, 0.1, 5],
		[0.0009, 0.0002, 5],
	])('up to %d are of %d', (largest, step, count) => {
		const ticks = moneyTicks(largest);
		expect(ticks.step).toBeCloseTo(step, 12);
		expect(ticks.values).toHaveLength(count + 1);
	});

	test('are three to five, round, and reach the largest amount', () => {
		fc.assert(
			fc.property(fc.double({min: 1e-6, max: 1e12, noNaN: true}), largest => {
				const {values, step} = moneyTicks(largest);
				expect(values.length - 1).toBeGreaterThanOrEqual(3);
				expect(values.length - 1).toBeLessThanOrEqual(5);
				expect((values.at(-1) ?? 0) * (1 + 1e-12)).toBeGreaterThanOrEqual(largest);
				expect(step.toExponential(6)).toMatch(/^[125]\.0+e/);
			}),
		);
	});

	test.each([
		[1000, 0],
		[1, 0],
		[0.5, 1],
		[0.1, 1],
		[0.002, 3],
	])('of %d need %d decimals', (step, places) => {
		expect(placesOf(step)).toBe(places);
	});
});

describe('moments', () => {
	test.each([
		[1.5, 8, 'minutes', [0, 15, 30, 45, 60, 75, 90]],
		[10, 2, 'hours', [0, 6]],
		[72, 8, 'hours', [0, 12, 24, 36, 48, 60, 72]],
		[720, 6, 'days', [0, 5, 10, 15, 20, 25, 30]],
		[8760, 6, 'months', [0, 2, 4, 6, 8, 10, 12]],
		[5 * 8760, 6, 'years', [0, 1, 2, 3, 4, 5]],
	] as const)('of %d hours, at most %d', (horizon, most, unit, values) => {
		const ticks = timeTicks(horizon, most);
		expect({unit: ticks.unit, values: ticks.values}).toEqual({unit, values: [...values]});
	});

	test('rise, stay within the horizon and are as few as asked', () => {
		fc.assert(
			fc.property(
				fc.double({min: 0.02, max: 100 * 8760, noNaN: true}),
				fc.integer({min: 2, max: 24}),
				(horizon, most) => {
					const {values, hoursPerUnit} = timeTicks(horizon, most);
					expect(values.length - 1).toBeLessThanOrEqual(most);
					expect((values.at(-1) ?? 0) * hoursPerUnit).toBeLessThanOrEqual(horizon * 1.000_001);
					for (const [index, value] of values.entries())
						expect(value).toBeGreaterThanOrEqual(values[index - 1] ?? 0);
				},
			),
		);
	});
});
