import type {Currency} from '../../domain/units/money.ts';
import {displayWidth, padCells} from '../display-width.ts';
import {estimatedMoney} from '../estimate-text.ts';
import {moneyText} from '../money-text.ts';
import {type Line, plainText, type Span, span, type Tone} from '../tone.ts';
import {moneyTicks, placesOf, type TimeUnit, timeTicks} from './scale.ts';

/** One line with the band around it; a number for each of the chart's hours. */
export type BandSeries = {
	readonly name: string;
	readonly tone: Tone;
	/** One cell wide, so that the line is known without its colour. */
	readonly mark: string;
	/** The same in ASCII. */
	readonly plainMark: string;
	readonly low: readonly number[];
	readonly middle: readonly number[];
	readonly high: readonly number[];
};

/** Money over time, from nothing at hour 0. */
export type Chart = {
	readonly kind: 'chart';
	readonly title: string;
	readonly currency: Currency;
	/** Rising, all above 0. */
	readonly hours: readonly number[];
	readonly series: readonly BandSeries[];
	/** What the band is, for the legend. */
	readonly band: string;
	/** `5 d`. */
	readonly timeText: (value: string, unit: TimeUnit) => string;
};

const FINE = {band: '░', side: '│', tick: '┤', corner: '└', floor: '─', mark: '┬'} as const;
const PLAIN = {band: '.', side: '|', tick: '+', corner: '+', floor: '-', mark: '+'} as const;
type Glyphs = Readonly<Record<keyof typeof FINE, string>>;

const INDENT = '  ';
/** How tall the chart is: steps of money at most, and rows a step. */
export type ChartShape = {readonly steps: number; readonly rowsPerStep: number};
const SHAPE: ChartShape = {steps: 5, rowsPerStep: 3};

export type ChartOptions = {
	/** Keeps to ASCII. */
	readonly isPlain?: boolean;
	readonly shape?: ChartShape;
};

/** Fewer columns than this show no course. */
const NARROWEST_PLOT = 16;
const CELLS_PER_LABEL = 8;

type Ink = {readonly text: string; readonly tone: Tone};
const PAPER: Ink = {text: ' ', tone: 'plain'};

/** What a series is at an hour: straight between the hours that are known. */
const valueAt = (values: readonly number[], hours: readonly number[], hour: number): number => {
	const index = hours.findIndex(end => end >= hour);
	if (index < 0) return values.at(-1) ?? 0;
	const [from, to] = [hours[index - 1] ?? 0, hours[index] ?? 0];
	const [before, after] = [index > 0 ? (values[index - 1] ?? 0) : 0, values[index] ?? 0];
	return to > from ? before + ((after - before) * (hour - from)) / (to - from) : after;
};

type Rows = {readonly low: number; readonly middle: number; readonly high: number};

/** The rows of a series in each column, counted from the bottom. */
const rowsOf = (
	series: BandSeries,
	hours: readonly number[],
	columns: number,
	rowOf: (value: number) => number,
): readonly Rows[] => {
	const horizon = hours.at(-1) ?? 0;
	return Array.from({length: columns}, (_, column) => {
		const hour = (horizon * column) / (columns - 1);
		const at = (values: readonly number[]) => rowOf(valueAt(values, hours, hour));
		return {low: at(series.low), middle: at(series.middle), high: at(series.high)};
	});
};

/** The lines at a cell take turns, so that none hides another. */
const lineAt = (
	row: number,
	column: number,
	all: readonly (readonly Rows[])[],
): number | undefined => {
	const there = all.flatMap((rows, index) => {
		const middle = rows[column]?.middle ?? 0;
		const before = rows[column - 1]?.middle ?? middle;
		const isLine = row === middle || (row > before && row < middle);
		return isLine ? [index] : [];
	});
	return there[column % Math.max(1, there.length)];
};

const inkAt = (
	row: number,
	column: number,
	all: readonly (readonly Rows[])[],
	series: readonly BandSeries[],
	isPlain: boolean,
): Ink => {
	const line = series[lineAt(row, column, all) ?? -1];
	if (line) return {text: isPlain ? line.plainMark : line.mark, tone: line.tone};
	const band = all.findIndex(rows => {
		const {low = 0, high = -1} = rows[column] ?? {};
		return row >= low && row <= high;
	});
	const within = series[band];
	return within ? {text: (isPlain ? PLAIN : FINE).band, tone: within.tone} : PAPER;
};

/** Neighbours of one tone as one span. */
const joined = (inks: readonly Ink[]): readonly Span[] => {
	const spans: Span[] = [];
	for (const {text, tone} of inks) {
		const last = spans.at(-1);
		if (last?.tone === tone) spans[spans.length - 1] = span(last.text + text, tone);
		else spans.push(span(text, tone));
	}
	return spans;
};

/** The floor with a mark for each moment, and the moments below it. */
const timeAxis = (
	{hours, timeText}: Chart,
	columns: number,
	glyphs: Glyphs,
): readonly [floor: string, labels: string] => {
	const horizon = hours.at(-1) ?? 0;
	const {unit, values, hoursPerUnit} = timeTicks(horizon, Math.floor(columns / CELLS_PER_LABEL));
	const floor = Array.from({length: columns}, () => glyphs.floor);
	let labels = '';
	for (const value of values) {
		const column = Math.min(
			columns - 1,
			Math.round(((value * hoursPerUnit) / horizon) * (columns - 1)),
		);
		if (column > 0) floor[column] = glyphs.mark;
		const text = value === 0 ? '0' : timeText(String(Math.round(value)), unit);
		const used = displayWidth(labels);
		const start = Math.min(
			column - Math.floor(displayWidth(text) / 2),
			columns - displayWidth(text),
		);
		if (used === 0 || start > used) labels += ' '.repeat(Math.max(0, start - used)) + text;
	}
	return [floor.join(''), padCells(labels, columns, 'left')];
};

/** The mark of every line with its name, as many a row as fit. */
const legend = ({series, band}: Chart, width: number, isPlain: boolean): readonly Line[] => {
	const items: readonly Line[] = [
		...series.map(each => [
			span(isPlain ? each.plainMark : each.mark, each.tone),
			span(` ${each.name}`),
		]),
		[span(`${(isPlain ? PLAIN : FINE).band} ${band}`, 'muted')],
	];
	const rows: Line[] = [];
	for (const item of items) {
		const row = rows.at(-1);
		const gap = span('   ');
		const next = row ? [...row, gap, ...item] : [span(INDENT), ...item];
		if (!row || displayWidth(plainText(next)) > width) rows.push([span(INDENT), ...item]);
		else rows[rows.length - 1] = next;
	}
	return rows;
};

const padded = (content: Line, width: number): Line => {
	const rest = width - displayWidth(plainText(content));
	return rest > 0 ? [...content, span(' '.repeat(rest))] : content;
};

/**
 * The chart with its axes and its legend, every line `width` cells wide; nothing where that is too
 * narrow, or there is nothing to show.
 */
export const bandChartLines = (
	chart: Chart,
	width: number,
	{isPlain = false, shape: {steps, rowsPerStep} = SHAPE}: ChartOptions = {},
): readonly Line[] => {
	const {hours, series, currency} = chart;
	const glyphs = isPlain ? PLAIN : FINE;
	const largest = Math.max(0, ...series.flatMap(({middle, high}) => [...middle, ...high]));
	const {values, step} = moneyTicks(largest, steps);
	const labels = values.map(value => moneyText(estimatedMoney(currency, value), placesOf(step)));
	const labelWidth = Math.max(...labels.map(displayWidth));
	const columns = width - INDENT.length - labelWidth - 2;
	if (columns < NARROWEST_PLOT || hours.length === 0 || series.length === 0) return [];
	const last = (values.length - 1) * rowsPerStep;
	const rowOf = (value: number) => Math.round((value / ((values.at(-1) ?? 0) || 1)) * last);
	const all = series.map(each => rowsOf(each, hours, columns, rowOf));
	const plot = Array.from({length: last + 1}, (_, index): Line => {
		const row = last - index;
		const label = row % rowsPerStep === 0 ? (labels[row / rowsPerStep] ?? '') : '';
		const side = label === '' ? glyphs.side : glyphs.tick;
		const inks = Array.from({length: columns}, (_cell, column) =>
			inkAt(row, column, all, series, isPlain),
		);
		return [
			span(`${INDENT}${padCells(label, labelWidth, 'right')} ${side}`, 'muted'),
			...joined(inks),
		];
	});
	const [floor, moments] = timeAxis(chart, columns, glyphs);
	const lead = INDENT + ' '.repeat(labelWidth + 1);
	return [
		...plot,
		[span(lead + glyphs.corner + floor, 'muted')],
		[span(`${lead} ${moments}`, 'muted')],
		...legend(chart, width, isPlain),
	].map(content => padded(content, width));
};
