import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {SpotPoint} from '../../../source/domain/pricing/overlay.ts';
import {seriesBuilder} from '../../../source/domain/pricing/series-builder.ts';

const built = (points: readonly SpotPoint[], known: readonly SpotPoint[] = []) => {
	const builder = seriesBuilder(known);
	for (const [at, price] of points) builder.add(at, price);
	return builder.points();
};

const HOUR = 3600;
const hourly = (prices: string): readonly SpotPoint[] =>
	[...prices].map((price, hour) => [hour * HOUR, price]);

describe('prices over time', () => {
	test('are kept where they change, and at the end', () => {
		expect(built(hourly('1112221'))).toEqual([
			[0, '1'],
			[3 * HOUR, '2'],
			[6 * HOUR, '1'],
		]);
		expect(built(hourly('1111'))).toEqual([
			[0, '1'],
			[3 * HOUR, '1'],
		]);
	});

	test('may come from the newest to the oldest, as the API sends them', () => {
		expect(built(hourly('1122311').toReversed())).toEqual(built(hourly('1122311')));
	});

	test('go on from what is known', () => {
		const points = hourly('1122211');
		expect(built(points.slice(4), built(points.slice(0, 4)))).toEqual(built(points));
		expect(built(points.slice(0, 4), built(points.slice(4)))).toEqual(built(points));
	});

	test('of one moment are those that came last', () => {
		expect(
			built([
				[0, '1'],
				[0, '2'],
			]),
		).toEqual([[0, '2']]);
		expect(built([[0, '2']], [[0, '1']])).toEqual([[0, '2']]);
	});

	test('tell which is the latest', () => {
		const builder = seriesBuilder([[10, '1']]);
		expect([
			builder.add(5, '1'),
			builder.add(10, '2'),
			builder.add(20, '2'),
			builder.add(15, '1'),
		]).toEqual([false, true, true, false]);
	});

	test('of nothing are none', () => {
		expect(built([])).toEqual([]);
	});
});

/** The price at a moment, by looking through all the points there are. */
const priceAt = (points: readonly SpotPoint[], at: number): string | undefined =>
	points
		.filter(([moment]) => moment <= at)
		.toSorted(([a], [b]) => a - b)
		.at(-1)?.[1];

test('a series with silence in it stays as it is when it is added again', () => {
	const day = 24 * HOUR;
	const anyPoints = fc.uniqueArray(fc.tuple(fc.nat(300), fc.constantFrom('1', '2')), {
		selector: ([at]) => at,
		maxLength: 40,
	});
	fc.assert(
		fc.property(anyPoints, days => {
			const kept = built(days.map(([at, price]) => [at * day, price]));
			expect(built([], kept)).toEqual(kept);
			// No silence is longer than it was, and none is hidden.
			const silences = (points: readonly SpotPoint[]) =>
				points.flatMap(([at], index) => {
					const from = points[index - 1]?.[0] ?? at;
					return at - from > 30 * day ? [[from, at]] : [];
				});
			expect(silences(kept)).toEqual(
				silences(
					days.map(([at, price]): SpotPoint => [at * day, price]).toSorted(([a], [b]) => a - b),
				),
			);
		}),
	);
});

describe('what is kept of prices over time', () => {
	const anyPoints = fc.uniqueArray(fc.tuple(fc.nat(200), fc.constantFrom('1', '2', '3')), {
		selector: ([at]) => at,
		maxLength: 40,
	});

	test('tells the same price at every moment as all of them, in the order of time', () => {
		fc.assert(
			fc.property(anyPoints, points => {
				const sorted = points.toSorted(([a], [b]) => a - b);
				const kept = built(sorted);
				for (let at = 0; at <= 200; at += 1) expect(priceAt(kept, at)).toBe(priceAt(sorted, at));
				expect(kept.at(-1)).toEqual(sorted.at(-1));
				expect(kept.length).toBeLessThanOrEqual(points.length);
			}),
		);
	});

	test('is in the order of time without repetitions, in whatever order they come', () => {
		fc.assert(
			fc.property(anyPoints, anyPoints, (points, known) => {
				const kept = built(points, built(known));
				const moments = kept.map(([at]) => at);
				expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b));
				for (const [index, [, price]] of kept.entries())
					if (index > 0 && index < kept.length - 1) expect(price).not.toBe(kept[index - 1]?.[1]);
			}),
		);
	});

	test('stays as it is when it is added again', () => {
		fc.assert(
			fc.property(anyPoints, points => {
				const kept = built(points.toSorted(([a], [b]) => a - b));
				expect(built(kept, kept)).toEqual(kept);
			}),
		);
	});
});
