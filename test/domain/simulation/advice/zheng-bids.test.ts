import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	clippedLognormal,
	constantLaw,
	type RatioLaw,
	recordedLaw,
} from '../../../../source/domain/simulation/advice/ratio-law.ts';
import {
	oneTimeBid,
	persistentBid,
	persistentRate,
	type Slots,
} from '../../../../source/domain/simulation/advice/zheng-bids.ts';
import {shiftedExponentialLaw, uniformLaw} from '../../../helpers/simulation/bids.ts';

const UNIFORM = uniformLaw(0.1, 0.5);
/** Cut off where a chance of e⁻⁹⁹ is left. */
const SHIFTED = shiftedExponentialLaw(0.1, 0.1, 10);
const BAND = {floor: 0.1, cap: 1};

const slots = (overheadSeconds: number): Slots => ({slotSeconds: 300, overheadSeconds});

/** One hour of work. */
const costOf = (law: RatioLaw, overhead: number, bid: number): number =>
	((3600 - overhead) / 3600) * persistentRate(law, slots(overhead), bid);

describe('the bids of the facts, §4-F', () => {
	it.each([
		[0.11, 0.166_393_442_6],
		[0.2, 0.207_142_857_1],
		[0.5, 0.29],
	])('cost with the uniform law at %d', (bid, cost) => {
		expect(costOf(UNIFORM, 120, bid)).toBeCloseTo(cost, 10);
	});

	it('stay at the floor of the uniform law, and one time go near its top', () => {
		expect(persistentBid(UNIFORM, slots(120))).toBe(0.1);
		expect(oneTimeBid(UNIFORM, 300, 3600)).toBeCloseTo(0.466_666_666_7, 10);
	});

	it.each([
		[120, 0.140_397_023_6, 0.156_740_98],
		[240, 0.299_247_267_8, 0.176_566_32],
	])('with the shifted exponential law and %d s of restart', (overhead, bid, cost) => {
		const found = persistentBid(SHIFTED, slots(overhead));
		expect(found).toBeCloseTo(bid, 9);
		expect(costOf(SHIFTED, overhead, found)).toBeCloseTo(cost, 8);
	});

	it('stay at the floor where a restart takes 30 s, or nothing', () => {
		expect(persistentBid(SHIFTED, slots(30))).toBe(0.1);
		expect(persistentBid(SHIFTED, slots(0))).toBe(0.1);
	});
});

describe('a persistent bid', () => {
	const anyLaw = fc.oneof(
		fc
			.tuple(
				fc.double({min: 0.12, max: 0.6, noNaN: true}),
				fc.double({min: 0.02, max: 0.5, noNaN: true}),
			)
			.map(([mean, sigma]) => clippedLognormal(mean, sigma, BAND)),
		fc
			.array(fc.double({min: 0.1, max: 1, noNaN: true}), {minLength: 1, maxLength: 6})
			.map(ratios =>
				recordedLaw(
					{startHour: 0, seconds: 3600 * ratios.length, steps: ratios.map((r, i) => [3600 * i, r])},
					BAND,
				),
			),
	);

	it('costs no more than any other from the lowest one on', () => {
		fc.assert(
			fc.property(anyLaw, fc.integer({min: 5, max: 280}), (law, overhead) => {
				const lowest = law.quantile(0.5);
				const bid = persistentBid(law, slots(overhead), lowest);
				const rate = persistentRate(law, slots(overhead), bid);
				for (let step = 0; step <= 100; step++) {
					const other = lowest + ((1 - lowest) * step) / 100;
					expect(rate).toBeLessThanOrEqual(persistentRate(law, slots(overhead), other) + 1e-9);
				}
			}),
		);
	});

	it('is the price itself where that is constant', () => {
		expect(persistentBid(constantLaw(0.25, BAND), slots(120))).toBe(0.25);
		expect(oneTimeBid(constantLaw(0.25, BAND), 300, 36_000)).toBe(0.25);
	});

	it('cost has no end where restarts never leave time to work', () => {
		expect(persistentRate(UNIFORM, slots(600), 0.2)).toBe(Number.POSITIVE_INFINITY);
	});
});
