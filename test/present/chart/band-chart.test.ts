import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {
	type BandSeries,
	bandChartLines,
	type Chart,
} from '../../../source/present/chart/band-chart.ts';
import {plainText} from '../../../source/present/tone.ts';

const series = (middle: readonly number[], extra: Partial<BandSeries> = {}): BandSeries => ({
	name: 'spot',
	tone: 'spot',
	mark: '●',
	plainMark: 'o',
	low: middle,
	middle,
	high: middle,
	...extra,
});

const chartOf = (
	hours: readonly number[],
	all: readonly BandSeries[],
	extra: Partial<Chart> = {},
): Chart => ({
	kind: 'chart',
	title: 'Cost over time',
	currency: 'CNY',
	hours,
	series: all,
	band: 'P10 to P90',
	timeText: (value, unit) => `${value} ${unit.slice(0, 1)}`,
	...extra,
});

const drawn = (chart: Chart, width: number, isPlain = false): readonly string[] =>
	bandChartLines(chart, width, {isPlain}).map(plainText);

/** The cells behind the axis, from the top row down. */
const plotOf = (lines: readonly string[]): readonly (readonly string[])[] =>
	lines.flatMap(text => {
		const at = text.search(/[┤│]/u);
		return at < 0 ? [] : [[...text.slice(at + 1)]];
	});

describe('a drawing', () => {
	// 30 yuan over 10 hours in 20 columns and 9 steps: the line rises a row every two columns, the
	// lower edge of the band two thirds as fast.
	const band = chartOf([10], [series([30], {low: [20]})]);

	test('has a line, its band and both axes', () => {
		expect(drawn(band, 27).map(text => text.trimEnd())).toEqual([
			'  ¥30 ┤                  ●●',
			'      │                ●●░░',
			'      │              ●●░░░░',
			'  ¥20 ┤            ●●░░░░░░',
			'      │          ●●░░░░░░',
			'      │        ●●░░░░░',
			'  ¥10 ┤      ●●░░░░',
			'      │    ●●░░',
			'      │  ●●░',
			'   ¥0 ┤●●',
			'      └───────────┬────────',
			'       0         6 h',
			'  ● spot   ░ P10 to P90',
		]);
	});

	test('keeps to ASCII where it has to', () => {
		const dollars = {...band, currency: 'USD'} as const;
		expect(drawn(dollars, 29, true).map(text => text.trimEnd())).toEqual([
			'  US$30 +                  oo',
			'        |                oo..',
			'        |              oo....',
			'  US$20 +            oo......',
			'        |          oo......',
			'        |        oo.....',
			'  US$10 +      oo....',
			'        |    oo..',
			'        |  oo.',
			'   US$0 +oo',
			'        +-----------+--------',
			'         0         6 h',
			'  o spot   . P10 to P90',
		]);
	});

	test('lets lines at one place take turns', () => {
		const other = series([30], {name: 'ecs', mark: '═', tone: 'ecs'});
		const lines = drawn(chartOf([10], [series([30]), other]), 27);
		expect(lines[0]?.trimEnd()).toBe('  ¥30 ┤                  ●═');
		expect(lines[9]?.trimEnd()).toBe('   ¥0 ┤●═');
		expect(lines.at(-2)?.trimEnd()).toBe('  ● spot   ═ ecs');
		expect(bandChartLines(chartOf([10], [series([30]), other]), 40).at(-1)).toContainEqual({
			text: '═',
			tone: 'ecs',
		});
	});

	test('bridges a jump, and starts from nothing', () => {
		const plot = plotOf(drawn(chartOf([1, 100], [series([30, 30])]), 27));
		expect(plot.map(cells => cells[1])).toEqual(
			Array.from({length: 10}, (_, row) => (row < 9 ? '●' : ' ')),
		);
		expect(plot.map(cells => cells[0]).join('')).toBe(`${' '.repeat(9)}●`);
	});

	test('of nothing has an axis, and is not drawn where there is no room', () => {
		expect(drawn(chartOf([10], [series([0])]), 40)[15]?.trimEnd()).toMatch(/^ {2}¥0\.0 ┤●+$/);
		expect(drawn(band, 22)).toEqual([]);
		expect(drawn(chartOf([], [series([])]), 80)).toEqual([]);
		expect(drawn(chartOf([10], []), 80)).toEqual([]);
	});

	test('lines up under Chinese', () => {
		const chart = chartOf([720], [series([30], {name: '抢占式'})], {
			band: '中位数两侧 P10 至 P90',
			timeText: value => `${value} 天`,
		});
		const lines = drawn(chart, 80);
		expect(lines.map(text => stringWidth(text))).toEqual(lines.map(() => 80));
		expect(lines.at(-2)).toContain('30 天');
	});
});

/** Cumulative cost with a band around it, at rising hours. */
const courses = fc
	.array(
		fc.record({
			step: fc.double({min: 0.01, max: 500, noNaN: true}),
			cost: fc.double({min: 0, max: 1e5, noNaN: true}),
			below: fc.double({min: 0, max: 1, noNaN: true}),
			above: fc.double({min: 0, max: 3, noNaN: true}),
		}),
		{minLength: 1, maxLength: 60},
	)
	.map(cells => {
		const sums = (pick: (cell: (typeof cells)[number]) => number) => {
			let sum = 0;
			return cells.map(cell => (sum += pick(cell)));
		};
		return {
			hours: sums(({step}) => step),
			low: sums(({cost, below}) => cost * below),
			middle: sums(({cost}) => cost),
			high: sums(({cost, above}) => cost * (1 + above)),
		};
	});

const widths = fc.integer({min: 60, max: 200});

describe('any drawing', () => {
	test('is as wide as asked in every line', () => {
		fc.assert(
			fc.property(courses, widths, fc.boolean(), ({hours, ...course}, width, isPlain) => {
				const lines = drawn(chartOf(hours, [series(course.middle, course)]), width, isPlain);
				expect(lines.length).toBeGreaterThanOrEqual(13);
				for (const text of lines) expect(stringWidth(text)).toBe(width);
			}),
		);
	});

	test('has the line within its band in every column, and never falling', () => {
		fc.assert(
			fc.property(courses, widths, ({hours, ...course}, width) => {
				const plot = plotOf(drawn(chartOf(hours, [series(course.middle, course)]), width));
				let last = 0;
				for (const column of (plot[0] ?? []).keys()) {
					const cells = plot.map(row => row[column] ?? '').toReversed();
					const inked = cells.flatMap((text, row) => (text === ' ' ? [] : [row]));
					const line = cells.flatMap((text, row) => (text === '●' ? [row] : []));
					expect(line.length).toBeGreaterThan(0);
					const [first = 0, end = 0] = [inked[0], inked.at(-1)];
					// Without a gap from the lower edge to the upper one.
					if (line.length === 1) expect(inked).toHaveLength(end - first + 1);
					expect(line.at(-1)).toBeGreaterThanOrEqual(last);
					last = line.at(-1) ?? 0;
				}
			}),
		);
	});

	test('puts the end of a line where its amount is', () => {
		fc.assert(
			fc.property(fc.double({min: 0.5, max: 1e6, noNaN: true}), widths, (amount, width) => {
				const lines = drawn(chartOf([24], [series([amount])]), width);
				const top = Number((lines[0] ?? '').replaceAll(/[^\d.]/g, ''));
				const plot = plotOf(lines);
				const row = plot.findIndex(cells => cells.at(-1) === '●');
				const exact = (amount / top) * (plot.length - 1);
				expect(Math.abs(plot.length - 1 - row - exact)).toBeLessThanOrEqual(0.5 + 1e-9);
			}),
		);
	});
});
