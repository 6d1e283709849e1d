import {describe, expect, test} from 'vitest';
import type {BandSeries, Chart} from '../../../source/present/chart/band-chart.ts';
import {chartFile, chartSvg} from '../../../source/present/page/svg-chart.ts';

const series = (name: string, middle: readonly number[]): BandSeries => ({
	name,
	tone: 'spot',
	mark: '●',
	plainMark: 'o',
	low: middle.map(value => value / 2),
	middle,
	high: middle,
});

const chartOf = (...all: readonly BandSeries[]): Chart => ({
	kind: 'chart',
	title: 'Cost over time',
	currency: 'CNY',
	hours: [12, 24],
	series: all,
	band: 'P10 to P90',
	timeText: (value, unit) => `${value} ${unit.slice(0, 1)}`,
});

type Point = readonly [x: number, y: number];

/** The points of every path, in their order: a band and a line for each series. */
const pathsOf = (svg: string): readonly (readonly Point[])[] =>
	[...svg.matchAll(/ d="([^"]+)"/g)].map(([, path = '']) =>
		[...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]),
	);

describe('a drawing', () => {
	// 100 yuan after a day: the axis ends at 100, so the plot is 2.6 pixels a yuan, from 272 upwards.
	const svg = chartSvg(chartOf(series('spot', [50, 100])));
	const [band = [], line = []] = pathsOf(svg);

	test('starts from nothing and ends at the top, straight in between', () => {
		const [[left = 0] = [], middle = [], end = []] = line;
		expect(line.map(([, y]) => y)).toEqual([272, 142, 12]);
		expect(middle[0]).toBeCloseTo((left + (end[0] ?? 0)) / 2, 1);
		expect(end[0]).toBe(744);
	});

	test('has the band from the upper edge back along the lower one', () => {
		expect(band.map(([, y]) => y)).toEqual([272, 142, 12, 142, 207, 272]);
	});

	test('names what is money and when', () => {
		for (const label of ['¥0', '¥20', '¥100', '24 h', 'spot', 'P10 to P90'])
			expect(svg).toContain(`>${label}</text>`);
	});

	test('tells lines apart without colours', () => {
		const eight = chartSvg(
			chartOf(...Array.from({length: 8}, (_, at) => series(`s${at}`, [1, 2]))),
		);
		const dashes = [...eight.matchAll(/<path[^>]*stroke-dasharray="([^"]*)"/g)].map(
			([, dash]) => dash,
		);
		expect(new Set(dashes).size).toBe(8);
	});

	test('obeys no name', () => {
		const named = chartSvg(chartOf(series('<script>"&\u001b[31m', [1, 2])));
		expect(named).not.toContain('<script');
		expect(named).toContain('&lt;script&gt;&quot;&amp;\\u001b[31m');
		expect(named).not.toContain('\u001b');
	});
});

test('of nothing has axes and no figure that is no number', () => {
	const svg = chartSvg(chartOf(series('spot', [0, 0])));
	expect(svg).not.toMatch(/NaN|Infinity/);
	expect(pathsOf(svg)[1]?.map(([, y]) => y)).toEqual([272, 272, 272]);
});

test('as a file brings its colours', () => {
	const file = chartFile(chartOf(series('spot', [1, 2])));
	const used = new Set([...file.matchAll(/var\((--[a-z-]+)\)/g)].map(([, name = '']) => name));
	for (const name of used) expect(file).toContain(`${name}:#`);
	expect(file).toContain('prefers-color-scheme:dark');
});
