/** Dots of one cell of braille, by column and from the bottom up. */
const DOTS = [
	[0x40, 0x04, 0x02, 0x01],
	[0x80, 0x20, 0x10, 0x08],
] as const;
const BLANK = 0x2800;
const DOTS_UP = 4;
const DOTS_WIDE = 2;

/** The value at a share of the way, 0 for the first and 1 for the last. */
const valueAt = (values: readonly number[], share: number): number => {
	const place = share * (values.length - 1);
	const before = values[Math.floor(place)] ?? 0;
	const after = values[Math.ceil(place)] ?? before;
	return before + (after - before) * (place - Math.floor(place));
};

/** Lines over each other in one row of braille, from 0 at the bottom to the largest value at the top. */
export const sparkText = (lines: readonly (readonly number[])[], cells: number): string => {
	const largest = Math.max(...lines.flat());
	if (cells < 1 || !(largest > 0)) return '';
	const columns = cells * DOTS_WIDE;
	const codes = Array.from({length: cells}, () => BLANK);
	for (const values of lines)
		for (let column = 0; column < columns; column++) {
			const value = valueAt(values, columns > 1 ? column / (columns - 1) : 1);
			const row = Math.min(DOTS_UP - 1, Math.floor((value / largest) * DOTS_UP));
			const cell = Math.floor(column / DOTS_WIDE);
			codes[cell] = (codes[cell] ?? BLANK) | (DOTS[column % DOTS_WIDE]?.[row] ?? 0);
		}
	return String.fromCharCode(...codes);
};
