import {describe, expect, test} from 'vitest';
import {
	columnsOf,
	entryOf,
	HOUR,
	modelOf,
	onlyColumns,
	STILL_MARKET,
	strategyOf,
} from '../../helpers/simulation/models.ts';
import {readSchedule} from '../../helpers/simulation/schedules.ts';

/** 2-4Gi: 2 × 0.000049 + 4 × 0.00000613 CNY a second. */
const PER_HOUR = 0.441072;
const WEEK = 168 * HOUR;

/** Facts §4-H: 10 replicas Mon–Fri 09–18, else 2. */
const OFFICE = readSchedule('Mon-Fri 09:00-18:00=10; *=2', WEEK);

describe('a week of office hours', () => {
	test('has 696 replica-hours, which cost 306.986112', () => {
		const {billedSeconds, cost, totals} = onlyColumns(
			modelOf({
				horizonSeconds: WEEK,
				entries: [entryOf('2-4Gi', {onDemandPerHour: PER_HOUR})],
				workload: OFFICE,
				strategies: [strategyOf('on-demand')],
			}),
			3,
		);
		expect([...billedSeconds]).toEqual([696, 696, 696].map(hours => hours * HOUR));
		expect(totals.onDemandSeconds).toEqual([BigInt(3 * 696 * HOUR)]);
		for (const amount of cost) expect(amount).toBeCloseTo(306.986112, 9);
	});

	test('starts 8 × 5 + 2 pods, whose 40-second pulls cost 0.2058336', () => {
		const windows = OFFICE.kind === 'service' ? OFFICE.windows : [];
		const starts = windows.reduce((sum, each) => sum + each.length, 0);
		expect(starts).toBe(42);
		expect((starts * 40 * PER_HOUR) / HOUR).toBeCloseTo(0.2058336, 12);
	});

	/** Facts §4-I: an instance costs half of pay-as-you-go, always. */
	test.each([
		[0, 696],
		[2, 528],
		[5, 645],
		[10, 840],
	])('with %i reserved instances it costs %i pay-as-you-go hours', (covered, hours) => {
		const {cost, cells} = onlyColumns(
			modelOf({
				horizonSeconds: WEEK,
				workload: OFFICE,
				strategies: [strategyOf('reserved', {reserved: {covered, perInstanceHour: 0.5}})],
			}),
			1,
		);
		expect(cost[0]).toBeCloseTo(hours, 9);
		expect(cells.at(-1)).toBeCloseTo(hours, 9);
	});

	/** Facts §4-I: demand is 3 or more for 0.267857 of the week, 2 or more for all of it; half pays. */
	test('is cheapest with two reserved instances', () => {
		const costs = Array.from({length: 11}, (_, covered) => {
			const strategies = [strategyOf('reserved', {reserved: {covered, perInstanceHour: 0.5}})];
			return onlyColumns(modelOf({horizonSeconds: WEEK, workload: OFFICE, strategies}), 1).cost[0];
		});
		expect(costs.indexOf(Math.min(...costs.map(Number)))).toBe(2);
	});
});

const recorded = (steps: readonly (readonly [at: number, ratio: number])[]) =>
	entryOf('2-4Gi', {history: {startHour: 0, seconds: 100 * HOUR, steps}});

const REPLAY = {
	...STILL_MARKET,
	price: {law: 'history', meanBlockHours: 0, floor: 0.1, cap: 1, ratio: null},
	protectionSeconds: HOUR,
	checkSeconds: 300,
	noticeSeconds: 180,
} as const;

/** Facts §4-H: hourly prices of .20, .30, .50 and .25. */
describe('the price of the start holds for an hour', () => {
	const entries = [
		recorded([
			[0, 0.2],
			[HOUR, 0.3],
			[2 * HOUR, 0.5],
			[3 * HOUR, 0.25],
		]),
	];
	test.each([
		[0, 1.125],
		[1800, 1.1],
	])('from second %i, 3.5 hours cost %f', (start, cost) => {
		const model = modelOf({
			horizonHours: 5,
			market: REPLAY,
			entries,
			workload: {kind: 'service', windows: [[[start, start + 3.5 * HOUR]]]},
		});
		expect(onlyColumns(model, 1).cost[0]).toBeCloseTo(cost, 12);
	});
});

test('a price above the limit is found at the next check, and the pod is released three minutes later', () => {
	const model = modelOf({
		horizonHours: 24,
		market: {...REPLAY, retrySeconds: 0},
		entries: [
			recorded([
				[0, 0.2],
				[HOUR, 0.25],
				[HOUR + 120, 0.6],
			]),
		],
		strategies: [strategyOf('spot-limit', {limitPerHour: 0.4})],
	});
	const {cost, billedSeconds, interruptions} = onlyColumns(model, 1);
	expect(cost[0]).toBeCloseTo(0.2683333333, 10);
	expect(billedSeconds[0]).toBe(68 * 60);
	expect(interruptions[0]).toBe(1);
});

test('storage beside a spot pod is billed in full', () => {
	const model = modelOf({
		horizonHours: 10,
		entries: [entryOf('2-4Gi', {storagePerHour: 0.01, onDemandPerHour: 1.01})],
		strategies: [strategyOf('spot'), strategyOf('on-demand')],
	});
	const [spot, onDemand] = columnsOf(model, 1);
	expect(spot?.cost[0]).toBeCloseTo(10 * 0.26, 12);
	expect(onDemand?.cost[0]).toBeCloseTo(10 * 1.01, 12);
});
