import type {Chart} from './chart/band-chart.ts';
import type {Line, Tone} from './tone.ts';

/** A cell as a person reads it, and as a machine does. */
export type Cell = {
	readonly text: string;
	readonly tone?: Tone;
	/** The raw value of CSV; the text where it is missing. */
	readonly raw?: string;
};

export type Column = {
	/** Name in CSV; the same in every language. */
	readonly key: string;
	readonly heading: string;
	readonly align: 'left' | 'right';
	/** Cut when the terminal is narrow; other columns never are. */
	readonly flexible?: boolean;
	/** Where a table that is split goes on below. */
	readonly beginsPart?: true;
	/** In CSV alone. */
	readonly isRaw?: true;
};

export type Table = {
	readonly kind: 'table';
	readonly title: string;
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly Cell[])[];
	/** What to say instead of a table without rows. */
	readonly empty?: string;
	/** Too wide, it goes on below itself, the first column repeated. */
	readonly isSplit?: true;
};

/** Labelled values, one a line. */
export type FactList = {
	readonly kind: 'facts';
	readonly title: string;
	readonly rows: readonly (readonly [label: string, value: Line])[];
};

/** A result as blocks that every format can draw. */
export type Report = readonly (Table | FactList | Chart)[];

/** A column for machines. */
export const rawColumn = (key: string): Column => ({key, heading: key, align: 'left', isRaw: true});

/** The table as a person gets to see it. */
export const shownTable = (table: Table): Table => {
	const {columns, rows} = table;
	if (!columns.some(({isRaw}) => isRaw)) return table;
	return {
		...table,
		columns: columns.filter(({isRaw}) => !isRaw),
		rows: rows.map(cells => cells.filter((_, index) => !columns[index]?.isRaw)),
	};
};

/** Some columns of a table, in that order. */
export const columnsOf = (table: Table, indices: readonly number[]): Table => ({
	...table,
	columns: indices.flatMap(index => table.columns[index] ?? []),
	rows: table.rows.map(row => indices.flatMap(index => row[index] ?? [])),
});

/** The parts of a table that is split, each with the first column; the table itself where it isn't. */
export const namedParts = (table: Table): readonly Table[] => {
	const starts = table.columns.flatMap(({beginsPart}, index) => (beginsPart ? [index] : []));
	if (!table.isSplit || starts.length === 0) return [table];
	const all = table.columns.map((_, index) => index);
	return [1, ...starts].map((from, part) =>
		columnsOf(table, [0, ...all.slice(from, starts[part])]),
	);
};

export const cell = (text: string, raw?: string, tone?: Tone): Cell => ({
	text,
	...(raw !== undefined && {raw}),
	...(tone && {tone}),
});
