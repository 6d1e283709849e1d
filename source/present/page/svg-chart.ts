import type {BandSeries, Chart} from '../chart/band-chart.ts';
import {moneyTicks, placesOf, timeTicks} from '../chart/scale.ts';
import {displayWidth} from '../display-width.ts';
import {estimatedMoney} from '../estimate-text.ts';
import {moneyText} from '../money-text.ts';
import {element, markupText} from './markup.ts';
import {paletteStyle} from './palette.ts';

const WIDTH = 760;
const PLOT_HEIGHT = 260;
const TOP = 12;
const RIGHT = 16;
const FONT_SIZE = 12;
/** Half of the font size: the digits and letters of most fonts are about that wide. */
const CELL_WIDTH = 7;
const LEGEND_ROW = 20;
const LINE_SAMPLE = 28;
const PIXELS_PER_MOMENT = 80;

/** So that a line is known without its colour. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '14 4', '1 4', '5 5', '9 2 2 2 2 2'] as const;

const dashOf = (index: number): string => DASHES[index % DASHES.length] ?? '';

/** Two decimals of a pixel are finer than any screen. */
const pixel = (value: number): string => String(Math.round(value * 100) / 100);

type Frame = {
	readonly left: number;
	readonly bottom: number;
	readonly x: (hour: number) => string;
	readonly y: (amount: number) => string;
};

const frameOf = (chart: Chart, top: number, labelWidth: number): Frame => {
	const horizon = chart.hours.at(-1) ?? 1;
	const left = labelWidth + 10;
	const bottom = TOP + PLOT_HEIGHT;
	return {
		left,
		bottom,
		x: hour => pixel(left + (hour / horizon) * (WIDTH - RIGHT - left)),
		y: amount => pixel(bottom - (amount / top) * PLOT_HEIGHT),
	};
};

type Point = readonly [hour: number, amount: number];

/** From nothing at hour 0. */
const pointsOf = (values: readonly number[], hours: readonly number[]): readonly Point[] => [
	[0, 0],
	...hours.map((hour, index): Point => [hour, values[index] ?? 0]),
];

const path = (points: readonly Point[], {x, y}: Frame): string =>
	points
		.map(([hour, amount], index) => `${index === 0 ? 'M' : 'L'}${x(hour)} ${y(amount)}`)
		.join('');

const courseOf = (
	{low, middle, high, tone}: BandSeries,
	index: number,
	hours: readonly number[],
	frame: Frame,
): string => {
	const around = [...pointsOf(high, hours), ...pointsOf(low, hours).toReversed()];
	const ink = `var(--${tone})`;
	return [
		element('path', {d: `${path(around, frame)}Z`, fill: ink, 'fill-opacity': 0.16}),
		element('path', {
			d: path(pointsOf(middle, hours), frame),
			fill: 'none',
			stroke: ink,
			'stroke-width': 2,
			'stroke-dasharray': dashOf(index),
		}),
	].join('');
};

const text = (content: string, x: string | number, y: string | number, anchor: string): string =>
	element('text', {x, y, 'text-anchor': anchor}, markupText(content));

const rule = (x1: string, y1: string, x2: string, y2: string): string =>
	element('line', {x1, y1, x2, y2, stroke: 'var(--rule)'});

const moneyAxis = (values: readonly number[], labels: readonly string[], frame: Frame): string =>
	values
		.map((value, index) => {
			const y = frame.y(value);
			const right = pixel(WIDTH - RIGHT);
			return (
				rule(pixel(frame.left), y, right, y) +
				text(labels[index] ?? '', frame.left - 6, pixel(Number(y) + FONT_SIZE / 3), 'end')
			);
		})
		.join('');

const timeAxis = ({hours, timeText}: Chart, {x, bottom, left}: Frame): string => {
	const most = Math.floor((WIDTH - left) / PIXELS_PER_MOMENT);
	const {unit, values, hoursPerUnit} = timeTicks(hours.at(-1) ?? 0, most);
	return values
		.map(value => {
			const at = x(value * hoursPerUnit);
			const label = value === 0 ? '0' : timeText(String(Math.round(value)), unit);
			return (
				rule(at, pixel(bottom), at, pixel(bottom + 5)) +
				text(label, at, bottom + 18, Number(at) > WIDTH - 2 * RIGHT ? 'end' : 'middle')
			);
		})
		.join('');
};

/** The sample of each line with its name, as many a row as fit. */
const legendOf = ({series, band}: Chart, top: number): {readonly body: string; height: number} => {
	let [x, row] = [0, 0];
	const place = (name: string, sample: (x: number, y: number) => string): string => {
		const width = LINE_SAMPLE + 8 + displayWidth(name) * CELL_WIDTH + 18;
		if (x > 0 && x + width > WIDTH) [x, row] = [0, row + 1];
		const y = top + row * LEGEND_ROW;
		const item = sample(x, y) + text(name, x + LINE_SAMPLE + 8, y + FONT_SIZE / 3, 'start');
		x += width;
		return item;
	};
	const items = series.map(({name, tone}, index) =>
		place(name, (left, y) =>
			element('line', {
				x1: pixel(left),
				x2: pixel(left + LINE_SAMPLE),
				y1: pixel(y),
				y2: pixel(y),
				stroke: `var(--${tone})`,
				'stroke-width': 2,
				'stroke-dasharray': dashOf(index),
			}),
		),
	);
	items.push(
		place(band, (left, y) =>
			element('rect', {
				x: pixel(left),
				y: pixel(y - 5),
				width: LINE_SAMPLE,
				height: 10,
				fill: 'var(--muted)',
				'fill-opacity': 0.3,
			}),
		),
	);
	return {body: items.join(''), height: (row + 1) * LEGEND_ROW};
};

const STYLE = `.chart text{font:${FONT_SIZE}px system-ui,sans-serif;fill:var(--plain)}`;

const drawing = (chart: Chart, style: string): string => {
	const {series, hours, currency, title} = chart;
	const largest = Math.max(0, ...series.flatMap(({middle, high}) => [...middle, ...high]));
	const {values, step} = moneyTicks(largest);
	const labels = values.map(value => moneyText(estimatedMoney(currency, value), placesOf(step)));
	const labelWidth = Math.max(...labels.map(displayWidth)) * CELL_WIDTH;
	const frame = frameOf(chart, values.at(-1) ?? 1, labelWidth);
	const legend = legendOf(chart, frame.bottom + 42);
	const height = frame.bottom + 36 + legend.height;
	const name = [title, ...series.map(each => each.name)].filter(part => part !== '').join(' · ');
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: 'chart',
			viewBox: `0 0 ${WIDTH} ${height}`,
			role: 'img',
			'aria-label': name,
		},
		[
			element('style', {}, style),
			moneyAxis(values, labels, frame),
			timeAxis(chart, frame),
			...series.map((each, index) => courseOf(each, index, hours, frame)),
			legend.body,
		].join('\n'),
	);
};

/** The chart as part of a page, whose colours it takes. */
export const chartSvg = (chart: Chart): string => drawing(chart, STYLE);

/** The chart as a file, which brings its colours for the light and for the dark. */
export const chartFile = (chart: Chart): string =>
	`${drawing(chart, [paletteStyle('svg'), 'svg{background:var(--ground)}', STYLE].join('\n'))}\n`;
