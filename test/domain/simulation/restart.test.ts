import {describe, expect, test} from 'vitest';
import type {
	InterruptionLaw,
	MarketModel,
} from '../../../source/domain/simulation/market/market-model.ts';
import {
	batchOf,
	entryOf,
	errorsOff,
	HOUR,
	hoursOf,
	modelOf,
	NORMAL_MARKET,
	onlyColumns,
	STILL_MARKET,
	sampleOf,
	strategyOf,
} from '../../helpers/simulation/models.ts';

const PATHS = 20_000;
/** A useful time of 10 hours, and an interruption in 20 hours on average. */
const WORK = 10;
const RATE = 0.05;

const exponential = (ratePerHour: number): InterruptionLaw => ({
	law: 'exponential',
	meanHours: 1 / ratePerHour,
});

type Case = {
	readonly law?: InterruptionLaw;
	readonly market?: Partial<MarketModel>;
	readonly pullSeconds?: number;
	readonly work?: number;
	readonly deadlineHours?: number;
	readonly ratio?: number;
};

const run = ({
	law = exponential(RATE),
	market = {},
	pullSeconds = 0,
	work = WORK,
	deadlineHours,
	ratio = 0.25,
}: Case) =>
	onlyColumns(
		modelOf({
			horizonHours: 1000,
			pullSeconds,
			entries: [entryOf('2-4Gi', {ratio})],
			market: {...STILL_MARKET, interruption: law, ...market},
			workload: batchOf(work, {
				deadlineSeconds: deadlineHours === undefined ? null : deadlineHours * HOUR,
			}),
		}),
		PATHS,
	);

const timeOf = (columns: {readonly billedSeconds: Float64Array}) =>
	sampleOf(hoursOf(columns.billedSeconds));

/** Facts §4-A, numbers included. */
describe('work that starts from scratch', () => {
	test('A1: time and interruptions, and how far the time spreads', () => {
		const columns = run({});
		const time = timeOf(columns);
		expect(errorsOff(time, 12.97442541)).toBeLessThan(4);
		expect(errorsOff(sampleOf(columns.interruptions), 0.6487212707)).toBeLessThan(4);
		expect(time.sd ** 2 / 27.8242231).toBeGreaterThan(0.93);
		expect(time.sd ** 2 / 27.8242231).toBeLessThan(1.07);
	});

	test('A2: a start-up that can be interrupted too', () => {
		expect(errorsOff(timeOf(run({pullSeconds: 180})), 13.05696461)).toBeLessThan(4);
	});

	test.each([
		[0, 12.9345559, 0.5683121855],
		[180, 13.01699529, Math.exp(RATE * (WORK + 0.05 - 1)) - 1],
	])('A3: protected for an hour, with %i s of start-up', (pullSeconds, time, interruptions) => {
		const columns = run({pullSeconds, market: {protectionSeconds: HOUR}});
		expect(errorsOff(timeOf(columns), time)).toBeLessThan(4);
		expect(errorsOff(sampleOf(columns.interruptions), interruptions)).toBeLessThan(4);
	});

	test('A4: looked at every five minutes, where the end of the work comes first', () => {
		const columns = run({market: {protectionSeconds: HOUR, checkSeconds: 300}});
		expect(errorsOff(timeOf(columns), 12.90437163)).toBeLessThan(4);
	});

	test.each([
		[10, 0.6065306597],
		[12, 0.6671837257],
		[15, 0.7581633246],
		[19.9, 0.9067633363],
	])('A5: done within %f hours', (deadlineHours, chance) => {
		expect(errorsOff(sampleOf(run({deadlineHours}).runsInTime), chance)).toBeLessThan(4);
	});

	test.each([
		[0.1, 0.95083319],
		[0.5, 0.77074704],
		[1, 0.58197671],
		[2, 0.31303529],
	])(
		'A6: with λτ = %f, spot costs what pay-as-you-go does at its break-even ratio',
		(product, ratio) => {
			const columns = run({law: exponential(product / WORK), ratio});
			// Ratios are kept in millionths.
			expect(Math.abs(sampleOf(columns.cost).mean - WORK)).toBeLessThan(
				4 * sampleOf(columns.cost).se + 1e-5,
			);
		},
	);

	test('A7: under protection nothing is interrupted, and the price is that of the start', () => {
		const model = modelOf({
			horizonHours: 1000,
			pullSeconds: 60,
			market: {...NORMAL_MARKET, interruption: exponential(5), protectionSeconds: 11 * HOUR},
			workload: batchOf(WORK),
			strategies: [strategyOf('spot')],
		});
		const {interruptions, totals, billedSeconds} = onlyColumns(model, 200);
		expect(Math.max(...interruptions)).toBe(0);
		expect(new Set(billedSeconds)).toEqual(new Set([WORK * HOUR + 60]));
		expect((totals.spotRatioSeconds[0] ?? 0n) % BigInt(WORK * HOUR + 60)).toBe(0n);
	});
});

/** Facts §4-L: E[min(X, τ)] / S(τ). */
describe('lives that are not exponential', () => {
	test.each<[string, InterruptionLaw, number]>([
		[
			'hyperexponential',
			{
				law: 'hyperexponential',
				phases: [
					{probability: 0.6, ratePerHour: 2},
					{probability: 0.4, ratePerHour: 0.1},
				],
			},
			19.22152949,
		],
		['Weibull', {law: 'weibull', meanHours: 4, shape: 0.55}, 25.70769102],
		['exponential', {law: 'exponential', meanHours: 4}, 44.72997584],
	])('%s', (_, law, time) => {
		for (const commonShock of [0, 0.9, 1])
			expect(errorsOff(timeOf(run({law, market: {commonShock}})), time)).toBeLessThan(4);
	});
});

/** Facts §4-B: W = 100 h, M = 24 h, a checkpoint of 5 min and a restore of 10 min. */
describe('work with checkpoints', () => {
	test.each([
		[0.5, 118.9161593],
		[1, 111.5851165],
		[1.9, 109.5761401],
		[2, 109.5772027],
		[2.5, 109.8573389],
		[4, 112.0544826],
		[10, 126.1917972],
	])('every %f hours', (hours, time) => {
		// The closed form speaks of W/w parts of w; so that they are whole, the work is parts × w.
		const parts = Math.round(100 / hours);
		const work = parts * hours;
		const model = modelOf({
			horizonHours: 1000,
			market: {...STILL_MARKET, interruption: {law: 'exponential', meanHours: 24}},
			workload: batchOf(work, {
				checkpoint: {everySeconds: Math.round(hours * HOUR), costSeconds: 300, restoreSeconds: 600},
			}),
		});
		const sample = timeOf(onlyColumns(model, 8000));
		// A restore that can be interrupted takes e^λR − 1 − λR longer a failure: 0.003 h in all.
		expect(Math.abs(sample.mean - (time * work) / 100)).toBeLessThan(4 * sample.se + 0.003);
	});

	test('a notice that is long enough saves what was done until it came', () => {
		const within = (costSeconds: number) =>
			timeOf(
				onlyColumns(
					modelOf({
						market: {
							...STILL_MARKET,
							interruption: {law: 'exponential', meanHours: 24},
							noticeSeconds: 180,
						},
						workload: batchOf(100, {
							checkpoint: {everySeconds: 100 * HOUR, costSeconds, restoreSeconds: 0},
						}),
					}),
					2000,
				),
			).mean;
		// Nothing is lost but the notices, 100 / 24 of them, and the last checkpoint.
		expect(within(180)).toBeLessThan(100 + (100 / 24) * 0.1 + 0.1);
		expect(within(181)).toBeGreaterThan(1000);
	});
});
