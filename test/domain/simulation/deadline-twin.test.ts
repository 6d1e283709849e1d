import {describe, expect, test} from 'vitest';
import type {SimulationModel} from '../../../source/domain/simulation/simulation-model.ts';
import {
	batchOf,
	columnsOf,
	errorsOff,
	HOUR,
	modelOf,
	NORMAL_MARKET,
	onlyColumns,
	sampleOf,
	strategyOf,
} from '../../helpers/simulation/models.ts';

/** Lives of pods don't depend on when they start: each pod is taken away by itself, stock is always there. */
const MARKET = {
	...NORMAL_MARKET,
	price: {law: 'constant', floor: 0.1, cap: 1, ratio: null},
	interruption: {law: 'exponential', meanHours: 3},
	stock: {law: 'always'},
	commonShock: 0,
} as const;

const GREEDY = strategyOf('greedy', {fallback: true, policy: 'greedy'});

type Checkpoint = Extract<SimulationModel['workload'], {kind: 'batch'}>['checkpoint'];

const compare = (checkpoint: Checkpoint, market: Partial<typeof NORMAL_MARKET> = {}) => {
	const end = 5000 * HOUR;
	const model = modelOf({
		horizonSeconds: end,
		pullSeconds: 60,
		market: {...MARKET, ...market},
		workload: batchOf(8, {end, deadlineSeconds: end, checkpoint}),
		strategies: [strategyOf('spot'), GREEDY],
	});
	const [spot, greedy] = columnsOf(model, 200);
	if (!spot || !greedy) throw new Error('The model has two strategies');
	return {spot, greedy};
};

describe('a deadline that is far away makes greedy plain spot, second by second', () => {
	test.each([
		['from scratch', null, {}],
		['saved in the notice', {everySeconds: HOUR, costSeconds: 120, restoreSeconds: 300}, {}],
		['saved by checkpoints alone', {everySeconds: HOUR, costSeconds: 300, restoreSeconds: 300}, {}],
		[
			'released an hour after the hit',
			{everySeconds: HOUR, costSeconds: 60, restoreSeconds: 60},
			{checkSeconds: HOUR},
		],
		['watched all the time', null, {checkSeconds: 0, noticeSeconds: 0}],
	])('%s', (_, checkpoint, market) => {
		const {spot, greedy} = compare(checkpoint, market);
		expect(Math.max(...spot.interruptions)).toBeGreaterThan(2);
		expect(greedy.interruptions).toEqual(spot.interruptions);
		expect(greedy.billedSeconds).toEqual(spot.billedSeconds);
		expect(greedy.servedSeconds).toEqual(spot.servedSeconds);
		expect(greedy.totals.spotRatioSeconds).toEqual(spot.totals.spotRatioSeconds);
	});
});

test('a first start on pay-as-you-go is in time where all of it is', () => {
	// 10 min of pull and ten hours of work without an interruption: 10 h 10 min.
	const inTime = (deadlineSeconds: number) =>
		onlyColumns(
			modelOf({
				horizonHours: 48,
				pullSeconds: 600,
				market: {...MARKET, interruption: {law: 'none'}},
				workload: batchOf(10, {
					end: 48 * HOUR,
					deadlineSeconds,
					checkpoint: {everySeconds: HOUR, costSeconds: 0, restoreSeconds: 600},
				}),
				strategies: [GREEDY],
			}),
			1,
		).runsInTime[0];
	expect(inTime(10 * HOUR + 600)).toBe(1);
	expect(inTime(10 * HOUR + 599)).toBe(0);
});

test('stock that is drawn at each try is drawn once a try', () => {
	const chance = 0.6;
	const model = modelOf({
		horizonHours: 24,
		market: {
			...MARKET,
			interruption: {law: 'none'},
			stock: {law: 'bernoulli', inStock: {}, other: chance},
		},
		workload: batchOf(1, {end: 24 * HOUR, deadlineSeconds: 70 * 60}),
		strategies: [GREEDY],
	});
	// Ten minutes to spare: tries after 0 and 5 min, then pay-as-you-go; under protection for all the hour.
	const fallback = sampleOf(onlyColumns(model, 4000).fallbackSeconds);
	expect(errorsOff(fallback, (1 - chance) ** 2 * HOUR)).toBeLessThan(4);
});
