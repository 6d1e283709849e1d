const MAX_LENGTH = 100;

type Row = readonly number[];

/** Whether the letters that end here are those two of the other word, swapped. */
const isSwap = (a: string, b: string, index: number, column: number): boolean =>
	index > 0 && column > 1 && a[index] === b[column - 2] && a[index - 1] === b[column - 1];

const nextRow = (a: string, b: string, index: number, [before, last]: readonly [Row, Row]): Row => {
	const row = [index + 1];
	for (let column = 1; column <= b.length; column++) {
		const replaced = (last[column - 1] ?? 0) + (a[index] === b[column - 1] ? 0 : 1);
		const swapped = isSwap(a, b, index, column) ? (before[column - 2] ?? 0) + 1 : replaced;
		const shifted = Math.min(last[column] ?? 0, row[column - 1] ?? 0) + 1;
		row.push(Math.min(replaced, swapped, shifted));
	}
	return row;
};

/** Letters to insert, delete or replace, or neighbours to swap, to turn `a` into `b`. */
export const editDistance = (a: string, b: string): number => {
	let rows: readonly [Row, Row] = [[], Array.from({length: b.length + 1}, (_, column) => column)];
	for (let index = 0; index < a.length; index++) rows = [rows[1], nextRow(a, b, index, rows)];
	return rows[1][b.length] ?? 0;
};

/** The known word that was probably meant, or null. Case doesn't count; words over 100 letters match nothing. */
export const nearest = (word: string, known: readonly string[]): string | null => {
	if (word.length > MAX_LENGTH) return null;
	const lower = word.toLowerCase();
	let best: {readonly name: string; readonly distance: number} | null = null;
	for (const name of known) {
		const distance = editDistance(lower, name.toLowerCase());
		const limit = Math.max(1, Math.floor(Math.max(word.length, name.length) / 3));
		if (distance <= limit && (best === null || distance < best.distance)) best = {name, distance};
	}
	return best?.name ?? null;
};
