import {bandChartLines} from './chart/band-chart.ts';
import {cutCells, displayWidth, padCells, wrapCells} from './display-width.ts';
import {
	type Cell,
	type Column,
	columnsOf,
	type FactList,
	type Report,
	shownTable,
	type Table,
} from './report.ts';
import {blank, type Line, line, plainText, span} from './tone.ts';

const GAP = '  ';
const INDENT = '  ';
const NARROWEST_FLEXIBLE = 8;

const naturalWidths = ({columns, rows}: Table): readonly number[] =>
	columns.map(({heading}, index) =>
		Math.max(displayWidth(heading), ...rows.map(row => displayWidth(row[index]?.text ?? ''))),
	);

const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Takes what is too wide from the flexible columns. */
const fittedWidths = (table: Table, width: number): readonly number[] => {
	const natural = naturalWidths(table);
	const available = width - INDENT.length - GAP.length * (natural.length - 1);
	let excess = sumOf(natural) - available;
	return natural.map((columnWidth, index) => {
		if (excess <= 0 || !table.columns[index]?.flexible) return columnWidth;
		const taken = Math.min(excess, Math.max(0, columnWidth - NARROWEST_FLEXIBLE));
		excess -= taken;
		return columnWidth - taken;
	});
};

const cellText = (text: string, column: Column, width: number): string =>
	padCells(column.flexible ? cutCells(text, width) : text, width, column.align);

const trimEnd = (content: Line): Line => {
	const last = content.at(-1);
	return last ? [...content.slice(0, -1), {...last, text: last.text.trimEnd()}] : content;
};

const rowLine = (
	cells: readonly Cell[],
	columns: readonly Column[],
	widths: readonly number[],
): Line =>
	trimEnd(
		columns.map((column, index) => {
			const {text = '', tone = 'plain'} = cells[index] ?? {};
			const lead = index === 0 ? INDENT : GAP;
			return span(lead + cellText(text, column, widths[index] ?? 0), tone);
		}),
	);

/** One row a record, heading and value side by side, where a table is too wide. */
const recordLines = ({columns, rows}: Table, width: number): readonly Line[] => {
	const labelWidth = Math.max(...columns.map(({heading}) => displayWidth(heading)));
	return rows.flatMap((row, index) => [
		...(index > 0 ? [blank] : []),
		...columns.flatMap((column, position) => {
			const {text = '', tone = 'plain'} = row[position] ?? {};
			if (text === '') return [];
			const label = `${INDENT}${padCells(column.heading, labelWidth, 'left')}${GAP}`;
			return [
				[
					span(label, 'muted'),
					span(cutCells(text, Math.max(1, width - displayWidth(label))), tone),
				],
			];
		}),
	]);
};

/** What a table takes up to its column `count`. */
const totalOf = (widths: readonly number[]): number =>
	INDENT.length + sumOf(widths) + GAP.length * (widths.length - 1);

/** Parted where columns say so and where the width does, each part beginning with the first column. */
const partsOf = (table: Table, width: number): readonly Table[] => {
	const natural = naturalWidths(table);
	const parts: number[][] = [[0]];
	for (const index of natural.keys()) {
		if (index === 0) continue;
		const last = parts.at(-1) ?? [];
		const isFull = totalOf([...last, index].map(each => natural[each] ?? 0)) > width;
		const isParted = isFull || table.columns[index]?.beginsPart;
		if (isParted && last.length > 1) parts.push([0, index]);
		else last.push(index);
	}
	return parts.map(indices => columnsOf(table, indices));
};

const gridLines = (table: Table, widths: readonly number[]): readonly Line[] => {
	const headings = table.columns.map(({heading}) => ({text: heading, tone: 'muted' as const}));
	return [headings, ...table.rows].map(row => rowLine(row, table.columns, widths));
};

/** The table within `width` cells; too narrow a terminal gets a record a row instead. */
export const tableLines = (table: Table, width: number): readonly Line[] => {
	if (table.rows.length === 0)
		return table.empty === undefined ? [] : [line(INDENT + table.empty, 'muted')];
	const widths = fittedWidths(table, width);
	if (totalOf(widths) <= width) return gridLines(table, widths);
	const parts = table.isSplit ? partsOf(table, width) : [];
	if (parts.length < 2 || parts.some(part => totalOf(naturalWidths(part)) > width))
		return recordLines(table, width);
	return parts.flatMap((part, index) => [
		...(index > 0 ? [blank] : []),
		...gridLines(part, naturalWidths(part)),
	]);
};

const factLines = ({rows}: FactList, width: number): readonly Line[] => {
	const labelWidth = Math.max(0, ...rows.map(([label]) => displayWidth(label)));
	const lead = INDENT.length + labelWidth + GAP.length;
	return rows.flatMap(([label, value]) => {
		const head = span(`${INDENT}${padCells(label, labelWidth, 'left')}${GAP}`, 'muted');
		if (lead + displayWidth(plainText(value)) <= width) return [[head, ...value]];
		const tone = value[0]?.tone ?? 'plain';
		const [first = '', ...rest] = wrapCells(plainText(value), Math.max(10, width - lead));
		return [[head, span(first, tone)], ...rest.map(text => [span(' '.repeat(lead) + text, tone)])];
	});
};

const blockLines = (block: Report[number], width: number, isPlain: boolean): readonly Line[] => {
	switch (block.kind) {
		case 'table':
			return tableLines(shownTable(block), width);
		case 'facts':
			return factLines(block, width);
		case 'chart':
			return bandChartLines(block, width, {isPlain}).map(trimEnd);
	}
};

/** A report as lines of toned text, at most `width` cells wide; `isPlain` draws in ASCII. */
export const reportLines = (report: Report, width: number, isPlain = false): readonly Line[] =>
	report
		.map(block => ({...block, lines: blockLines(block, width, isPlain)}))
		.filter(({kind, lines}) => kind !== 'chart' || lines.length > 0)
		.flatMap(({title, lines}, index) => [
			...(index > 0 ? [blank] : []),
			...(title === '' ? [] : [line(title, 'heading')]),
			...lines,
		]);
