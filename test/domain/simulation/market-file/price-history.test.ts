import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {SpotPoint} from '../../../../source/domain/pricing/overlay.ts';
import {seriesBuilder} from '../../../../source/domain/pricing/series-builder.ts';
import {
	historyOf,
	priceHistories,
	priceHistory,
} from '../../../../source/domain/simulation/market-file/price-history.ts';
import {smallPriceBook} from '../../../helpers/price-book.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Midnight in UTC. */
const MIDNIGHT = Date.UTC(2026, 9, 1) / 1000;
const inUtc = (at: number) => (at % DAY) / HOUR;
const inShanghai = (at: number) => inUtc(at + 8 * HOUR);

const pointsAt = (...points: readonly (readonly [hours: number, price: string])[]): SpotPoint[] =>
	points.map(([hours, price]) => [MIDNIGHT + hours * HOUR, price]);

describe('a price history', () => {
	it('has ratios of the list price, each until the next', () => {
		const points = pointsAt([0, '0.1'], [4, '0.15'], [9, '0.12'], [24, '0.12']);
		expect(priceHistory(points, 0.5, inUtc)).toEqual({
			startHour: 0,
			seconds: DAY,
			steps: [
				[0, 0.2],
				[4 * HOUR, 0.3],
				[9 * HOUR, 0.24],
			],
		});
	});

	it('starts at the hour of the workload, not at that of UTC', () => {
		const points = pointsAt([20, '0.1'], [30, '0.1']);
		expect(priceHistory(points, 0.5, inShanghai)).toMatchObject({startHour: 4, seconds: 10 * HOUR});
	});

	it('starts at a full hour: the first price holds from there', () => {
		const points = pointsAt([1.5, '0.1'], [3, '0.2'], [5, '0.2']);
		expect(priceHistory(points, 0.5, inUtc)).toEqual({
			startHour: 1,
			seconds: 4 * HOUR,
			steps: [
				[0, 0.2],
				[2 * HOUR, 0.4],
			],
		});
	});

	it('says each price once', () => {
		const points = pointsAt([0, '0.1'], [1, '0.10'], [2, '0.2'], [3, '0.2'], [4, '0.2']);
		expect(priceHistory(points, 0.5, inUtc)?.steps).toEqual([
			[0, 0.2],
			[2 * HOUR, 0.4],
		]);
	});

	it('cuts a gap of months out by whole days', () => {
		const points = pointsAt([0, '0.1'], [100 * 24 + 5, '0.2'], [100 * 24 + 6, '0.2']);
		const history = priceHistory(points, 0.5, inUtc);
		// 5 hours: less than a day, and at the same hour of the day.
		expect(history?.steps[1]).toEqual([5 * HOUR, 0.4]);
		expect(history?.seconds).toBe(6 * HOUR);
	});

	it('holds a price for 30 days of silence, and not for an hour more', () => {
		const secondsWith = (gap: number) =>
			priceHistory(pointsAt([0, '0.1'], [gap, '0.2'], [gap + 1, '0.2']), 0.5, inUtc)?.seconds;
		expect(secondsWith(720)).toBe(721 * HOUR);
		// 721 hours are 30 days and one.
		expect(secondsWith(721)).toBe(2 * HOUR);
		expect(secondsWith(744)).toBe(25 * HOUR);
	});

	it('has all of a price that is recorded by the hour for months', () => {
		const {add, points} = seriesBuilder([]);
		for (let hour = 0; hour <= 2400; hour++) add(MIDNIGHT + hour * HOUR, '0.1');
		expect(points().length).toBeLessThan(10);
		expect(priceHistory(points(), 0.5, inUtc)?.seconds).toBe(2400 * HOUR);
	});

	it('has the spells before and behind a silence, and not what lies between', () => {
		const spell = (start: number) =>
			Array.from({length: 11}, (_, hour): SpotPoint => [MIDNIGHT + (start + hour) * HOUR, '0.1']);
		const {add, points} = seriesBuilder([]);
		for (const [at, price] of [...spell(0), ...spell(3000)]) add(at, price);
		const merged = seriesBuilder(points());
		// 10 hours each, and of the 2,990 between them what is left of the last day: 124 days are 2,976.
		expect(priceHistory(merged.points(), 0.5, inUtc)?.seconds).toBe((10 + 14 + 10) * HOUR);
	});

	it.each([
		['no point', []],
		['a single point', pointsAt([0.5, '0.1'])],
		['two of one moment', pointsAt([0, '0.1'], [0, '0.2'])],
	])('is none of %s', (_name, points) => {
		expect(priceHistory(points, 0.5, inUtc)).toBeNull();
	});

	it('begins at 0, goes forward, and ends after its last change', () => {
		const anyPoints = fc
			.uniqueArray(fc.integer({min: 0, max: 400 * DAY}), {minLength: 2, maxLength: 20})
			.map(moments => moments.toSorted((a, b) => a - b));
		fc.assert(
			fc.property(
				anyPoints,
				fc.array(fc.integer({min: 1, max: 9}), {minLength: 20}),
				(at, prices) => {
					const points = at.map(
						(moment, index): SpotPoint => [MIDNIGHT + moment, `0.${prices[index]}`],
					);
					const history = priceHistory(points, 1, inUtc);
					const starts = history?.steps.map(([second]) => second) ?? [];
					expect(starts[0]).toBe(0);
					expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
					expect(history?.seconds).toBeGreaterThan(starts.at(-1) ?? 0);
					// The hour of the day of each change stays.
					const last = ((history?.startHour ?? 0) * HOUR + (history?.seconds ?? 0)) % DAY;
					expect(last).toBe((at.at(-1) ?? 0) % DAY);
				},
			),
		);
	});
});

describe('histories', () => {
	const book = smallPriceBook();
	const [offer] = [...book.types.values()].filter(({onDemand}) => onDemand !== null);
	const type = offer?.type ?? '';
	const {numerator = 0n, denominator = 1n} = offer?.onDemand?.perHour ?? {};
	const list = Number(numerator) / Number(denominator);
	const points = pointsAt([0, '0.1'], [10, '0.1']);

	it('are ratios to the list price of the book', () => {
		const histories = priceHistories([['CNY', type, 'cn-hangzhou-h', points]], book, inUtc);
		expect(histories.get(type)?.get('cn-hangzhou-h')?.steps).toEqual([[0, 0.1 / list]]);
	});

	it('are ratios to the price that stands beside them, where one does', () => {
		const histories = priceHistories(
			[['CNY', 'ecs.unknown.large', 'cn-hangzhou-h', points, [], '0.4']],
			book,
			inUtc,
		);
		expect(histories.get('ecs.unknown.large')?.get('cn-hangzhou-h')?.steps).toEqual([[0, 0.25]]);
	});

	it('are none of types without a list price, and of records that last no time', () => {
		const histories = priceHistories(
			[
				['CNY', 'ecs.unknown.large', 'cn-hangzhou-h', points],
				['CNY', type, 'cn-hangzhou-h', points.slice(0, 1)],
			],
			book,
			inUtc,
		);
		expect([...histories]).toEqual([]);
	});

	it('are as good as the longest of them', () => {
		const long = pointsAt([0, '0.1'], [20, '0.1']);
		const histories = priceHistories(
			[
				['CNY', 'ecs.a.large', 'z-a', points, [], '1'],
				['CNY', 'ecs.a.large', 'z-b', long, [], '1'],
				['CNY', 'ecs.b.large', 'z-a', points, [], '1'],
			],
			book,
			inUtc,
		);
		expect(historyOf(['ecs.b.large', 'ecs.a.large'], histories)?.seconds).toBe(20 * HOUR);
		expect(historyOf(['ecs.b.large'], histories)?.seconds).toBe(10 * HOUR);
		expect(historyOf(['ecs.c.large'], histories)).toBeNull();
	});
});
