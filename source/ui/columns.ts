import {cutCells, displayWidth, padCells} from '../present/display-width.ts';
import type {Cell} from '../present/report.ts';
import {piece, type ScreenLine} from './lines.ts';
import type {Role} from './theme.ts';

export type ListColumn = {
	readonly heading: string;
	readonly align: 'left' | 'right';
	/** Cut where the room is short. */
	readonly flexible?: boolean;
	/** What a flexible one keeps while the last that may be left out can be: 20 cells unless told, as before others. */
	readonly least?: number;
	/** Its rank among those left out where the room is short: the largest goes first. */
	readonly optional?: number;
};

export type ListTable = {
	readonly columns: readonly ListColumn[];
	readonly rows: readonly (readonly Cell[])[];
};

/** Room for the mark of the focus. */
export const MARK_CELLS = 3;
const GAP = 2;
const NARROWEST = 6;
const COMFORTABLE = 20;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const natural = ({columns, rows}: ListTable): readonly number[] =>
	columns.map(({heading}, index) =>
		Math.max(displayWidth(heading), ...rows.map(row => displayWidth(row[index]?.text ?? ''))),
	);

const widthsFor = (
	table: ListTable,
	room: number,
	narrowestOf: (column: ListColumn) => number = () => NARROWEST,
): readonly number[] => {
	const widths = natural(table);
	let excess = sum(widths) + GAP * (widths.length - 1) - room;
	return widths.map((width, index) => {
		const column = table.columns[index];
		if (excess <= 0 || !column?.flexible) return width;
		const taken = Math.min(excess, Math.max(0, width - narrowestOf(column)));
		excess -= taken;
		return width - taken;
	});
};

const withoutRank = ({columns, rows}: ListTable, rank: number): ListTable => {
	const isKept = (index: number) => columns[index]?.optional !== rank;
	return {
		columns: columns.filter((_, index) => isKept(index)),
		rows: rows.map(row => row.filter((_, index) => isKept(index))),
	};
};

/** Leaves optional columns out until the rest fits, those of one rank together. */
const narrowed = (table: ListTable, room: number): ListTable => {
	const rank = Math.max(0, ...table.columns.map(({optional = 0}) => optional));
	const widths = widthsFor(table, room, ({least = COMFORTABLE}) =>
		rank > 1 ? COMFORTABLE : least,
	);
	const total = sum(widths) + GAP * (table.columns.length - 1);
	return total <= room || rank === 0 ? table : narrowed(withoutRank(table, rank), room);
};

/** Heading and rows in columns, each row one line; the mark is put before them by the list. */
export const columnLines = (
	table: ListTable,
	width: number,
): {readonly heading: ScreenLine; readonly rows: readonly ScreenLine[]} => {
	const room = width - MARK_CELLS;
	const fitting = narrowed(table, room);
	const widths = widthsFor(fitting, room);
	const lineOf = (cells: readonly {readonly text: string; readonly tone: Role}[]): ScreenLine =>
		fitting.columns.map((column, index) => {
			const {text = '', tone = 'plain'} = cells[index] ?? {};
			const cellWidth = widths[index] ?? 0;
			const lead = index === 0 ? '' : ' '.repeat(GAP);
			return piece(lead + padCells(cutCells(text, cellWidth), cellWidth, column.align), tone);
		});
	return {
		heading: lineOf(fitting.columns.map(({heading}) => ({text: heading, tone: 'muted'}))),
		rows: fitting.rows.map(cells => lineOf(cells.map(({text, tone = 'plain'}) => ({text, tone})))),
	};
};
