import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	adviseCheckpoint,
	bestInterval,
	expectedTime,
} from '../../../../source/domain/simulation/advice/checkpoint-interval.ts';
import type {
	InterruptionLaw,
	StockLaw,
} from '../../../../source/domain/simulation/market/market-model.ts';
import type {ModelWorkload} from '../../../../source/domain/simulation/simulation-model.ts';
import {dalyInterval, lambertW} from '../../../helpers/simulation/checkpoints.ts';
import {batchOf, modelOf, TEN_HOURS} from '../../../helpers/simulation/summary-runs.ts';

const HOUR = 3600;

describe('the best interval', () => {
	it.each([
		[24, 116.690_07, 5],
		[6, 56.714, 5],
		[0.25, 9.1665, 5],
	])('of the facts, §4-B, at a mean life of %d h', (hours, minutes, places) => {
		expect(bestInterval(hours * 60, 5)).toBeCloseTo(minutes, places);
	});

	it("is Lambert's, and near Daly's where interruptions are rare", () => {
		fc.assert(
			fc.property(fc.double({min: 0.001, max: 5, noNaN: true}), a => {
				expect(bestInterval(1, a)).toBeCloseTo(1 + lambertW(-Math.exp(-a - 1)), 7);
			}),
		);
		expect(bestInterval(10_000, 1) / dalyInterval(10_000, 1)).toBeCloseTo(1, 5);
	});

	it('takes no longer than any other', () => {
		fc.assert(
			fc.property(
				fc.double({min: 0.1, max: 1000, noNaN: true}),
				fc.double({min: 0.001, max: 1, noNaN: true}),
				fc.double({min: 0.1, max: 3, noNaN: true}),
				(meanLife, cost, factor) => {
					const work = {work: 1, meanLife, cost, restore: 0};
					const best = bestInterval(meanLife, cost);
					const time = expectedTime(work, best);
					expect(time).toBeLessThanOrEqual(expectedTime(work, best * factor) * (1 + 1e-12));
				},
			),
		);
	});
});

describe('the expected time', () => {
	it.each([
		[0.5, 118.916_159_3],
		[1, 111.585_116_5],
		[1.9, 109.576_140_1],
		[2, 109.577_202_7],
		[2.5, 109.857_338_9],
		[4, 112.054_482_6],
		[10, 126.191_797_2],
	])('of the facts, §4-B, with a checkpoint every %d h', (interval, hours) => {
		const work = {work: 100, meanLife: 24, cost: 5 / 60, restore: 10 / 60};
		expect(expectedTime(work, interval)).toBeCloseTo(hours, 7);
	});
});

describe('the advice', () => {
	const advise = (
		workload: ModelWorkload,
		interruption: InterruptionLaw,
		stock: StockLaw = {law: 'always'},
		pullSeconds = 0,
		noticeSeconds = 0,
	) => {
		const prices = {spec: 'ecs.c6.large', onDemand: '1', spotBase: '1'};
		const model = modelOf([prices], {workload, pullSeconds});
		const entries = model.entries.map(entry => ({...entry, interruption}));
		return adviseCheckpoint(
			{...model, entries, market: {...model.market, stock, noticeSeconds}},
			0,
		);
	};
	const daily: InterruptionLaw = {law: 'exponential', meanHours: 24};
	const saved = batchOf({
		workSeconds: 100 * HOUR,
		checkpoint: {everySeconds: HOUR, costSeconds: 300, restoreSeconds: 540},
	});

	it('is as good as the best of the closed form, where that is exact', () => {
		const advice = advise(saved, daily, {law: 'always'}, 60);
		const work = {work: 100, meanLife: 24, cost: 5 / 60, restore: 10 / 60};
		const best = expectedTime(work, bestInterval(24, 5 / 60));
		const advised = expectedTime(work, (advice?.seconds ?? 0) / HOUR);
		expect(advised / best).toBeLessThan(1.01);
		// Four standard errors of 300 paths: some four interruptions a path, of an hour each.
		expect(Math.abs((advice?.expectedHours ?? 0) - best)).toBeLessThan(
			(4 * 3) / Math.sqrt(300) + 1,
		);
	});

	it('saves only at the end where the notice saves all the rest', () => {
		const long = batchOf({
			workSeconds: 20 * HOUR,
			checkpoint: {everySeconds: HOUR, costSeconds: 60, restoreSeconds: 60},
		});
		const bursty: InterruptionLaw = {law: 'weibull', meanHours: 67, shape: 0.55};
		const noticed = advise(long, bursty, {law: 'always'}, 60, 180);
		expect(noticed?.seconds).toBe(20 * HOUR);
		// The work, its one checkpoint, and five minutes lost at each of some interruptions.
		expect(noticed?.expectedHours).toBeGreaterThan(20 + 2 / 60);
		expect(noticed?.expectedHours).toBeLessThan(20.3);
		const slow = advise(long, bursty, {law: 'always'}, 60, 0);
		expect(slow?.seconds).toBeLessThan(20 * HOUR);
	});

	it('counts stock that goes out as an interruption', () => {
		const out: StockLaw = {law: 'renewal', meanUpHours: 24, meanDownHours: 1};
		const trace = {stepSeconds: 12 * HOUR, up: [true, false, true]};
		for (const stock of [out, {law: 'trace', trace, start: 'first'}] as const)
			expect(advise(saved, {law: 'none'}, stock)?.seconds).toBeLessThan(20 * HOUR);
	});

	it('is none for a service, for short work, and where nothing interrupts', () => {
		expect(advise(TEN_HOURS, daily)).toBeNull();
		expect(advise(batchOf({workSeconds: 3 * HOUR}), daily)).toBeNull();
		expect(advise(saved, {law: 'none'})).toBeNull();
		const never: StockLaw = {law: 'trace', trace: {stepSeconds: 60, up: [false]}, start: 'first'};
		expect(advise(saved, {law: 'none'}, never)).toBeNull();
		expect(
			advise(saved, {law: 'none'}, {law: 'renewal', meanUpHours: 1, meanDownHours: 0}),
		).toBeNull();
	});

	it('is given to long work that has no checkpoints, of at most its length', () => {
		const advice = advise(batchOf({workSeconds: 10 * HOUR}), daily);
		const work = {work: 10, meanLife: 24, cost: 1 / 60, restore: 1 / 60};
		const best = expectedTime(work, bestInterval(24, 1 / 60));
		expect(expectedTime(work, (advice?.seconds ?? 0) / HOUR) / best).toBeLessThan(1.02);
		const rare = advise(batchOf({workSeconds: 5 * HOUR}), {law: 'exponential', meanHours: 1e6});
		expect(rare?.seconds).toBe(5 * HOUR);
	});
});
