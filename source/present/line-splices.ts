import type {Splice} from '../domain/manifest/annotate/splice.ts';

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Larger texts are told apart as a whole: nobody reads such a difference line by line. */
const MAX_CELLS = 4_000_000;

/** How long the longest common sequence is from each pair of lines on. */
const commonLengths = (before: readonly string[], after: readonly string[]) => {
	const width = after.length + 1;
	const lengths = new Uint32Array((before.length + 1) * width);
	for (let row = before.length - 1; row >= 0; row--)
		for (let column = after.length - 1; column >= 0; column--) {
			const [down, right] = [(row + 1) * width + column, row * width + column + 1];
			lengths[row * width + column] =
				before[row] === after[column]
					? 1 + (lengths[down + 1] ?? 0)
					: Math.max(lengths[down] ?? 0, lengths[right] ?? 0);
		}
	return (row: number, column: number): number => lengths[row * width + column] ?? 0;
};

type Common = (row: number, column: number) => number;

/** What becomes of the next lines on the way along the longest common sequence. */
const stepAt = (
	[old, fresh]: readonly [string | undefined, string | undefined],
	[row, column]: readonly [number, number],
	common: Common,
): 'keep' | 'drop' | 'add' => {
	if (old === undefined) return 'add';
	if (old === fresh) return 'keep';
	return common(row + 1, column) >= common(row, column + 1) ? 'drop' : 'add';
};

const lengthOf = (line: string | undefined): number => line?.length ?? 0;

const splicesAlong = (
	before: readonly string[],
	after: readonly string[],
	common: Common,
): readonly Splice[] => {
	const splices: Splice[] = [];
	let [row, column, start] = [0, 0, 0];
	while (row < before.length || column < after.length) {
		const [old, fresh] = [before[row], after[column]];
		const step = stepAt([old, fresh], [row, column], common);
		const end = step === 'add' ? start : start + lengthOf(old);
		if (step === 'add') splices.push({start, end, text: fresh ?? ''});
		if (step === 'drop') splices.push({start, end, text: ''});
		row += Number(step !== 'add');
		column += Number(step !== 'drop');
		start = end;
	}
	return splices;
};

/** What turns one text into another, line by line. */
export const lineSplices = (from: string, to: string): readonly Splice[] => {
	const [before, after] = [linesOf(from), linesOf(to)];
	if (before.length * after.length > MAX_CELLS)
		return from === to ? [] : [{start: 0, end: from.length, text: to}];
	return splicesAlong(before, after, commonLengths(before, after));
};
