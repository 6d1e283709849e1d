/** Both from 1; a byte order mark takes no column. */
export type Position = {readonly line: number; readonly column: number};

const BYTE_ORDER_MARK = '\ufeff';

const lineStartsOf = (text: string): readonly number[] => {
	const starts = [0];
	const isOld = text.includes('\r') && /\r(?!\n)/.test(text);
	if (isOld)
		for (const {index, 0: end} of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
	else
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
};

const lastAtMost = (sorted: readonly number[], limit: number): number => {
	let [low, high] = [0, sorted.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((sorted[middle] ?? 0) <= limit) low = middle;
		else high = middle - 1;
	}
	return low;
};

/** A text by its lines, which are counted when somebody asks first. */
export type TextLines = {
	readonly positionOf: (offset: number) => Position;
	/** A line, from 1, without its end; empty where there is none. */
	readonly lineAt: (line: number) => string;
};

export const linesIn = (text: string): TextLines => {
	let known: readonly number[] | undefined;
	const starts = () => (known ??= lineStartsOf(text));
	const hasMark = (start: number) => text.startsWith(BYTE_ORDER_MARK, start);
	return {
		positionOf: offset => {
			const line = lastAtMost(starts(), offset);
			const start = starts()[line] ?? 0;
			const mark = offset > start && hasMark(start) ? 1 : 0;
			return {line: line + 1, column: offset - start - mark + 1};
		},
		lineAt: line => {
			const start = starts()[line - 1];
			if (start === undefined) return '';
			const whole = text.slice(start + (hasMark(start) ? 1 : 0), starts()[line]);
			return whole.replace(/[\r\n]+$/, '');
		},
	};
};

/** Tells the line and column of an offset in this text. */
export const positionsIn = (text: string): TextLines['positionOf'] => linesIn(text).positionOf;
