import type {Span} from '../../domain/manifest/source/source-tree.ts';

/**
 * `---` and `...` in the first column end a document wherever they stand, also within quotes and block
 * scalars; so does the byte order mark of the next file in a concatenation.
 */
const BOUNDARY = /(?:^|[\r\n])(?:\ufeff|(---|\.\.\.)(?=[ \t\r\n]|$))/g;

/** A line of more than space, comment or directive. */
const CONTENT = /(?:^|[\r\n])\ufeff?(?!%)[ \t]*[^ \t\r\n#\ufeff]/;

const lineEnd = (text: string, from: number): number => {
	const match = /[\r\n]/g;
	match.lastIndex = from;
	return match.exec(text)?.index ?? text.length;
};

/** The documents of a stream by their text, in order and without a gap; some may hold nothing. */
export const documentSpans = (text: string): readonly Span[] => {
	const spans: Span[] = [];
	let start = 0;
	const cutAt = (offset: number) => {
		if (offset > start) spans.push({start, end: offset});
		start = offset;
	};
	for (const match of text.matchAll(BOUNDARY)) {
		const [whole, marker] = match;
		const at = /^[\r\n]/.test(whole) ? match.index + 1 : match.index;
		if (marker === '...') cutAt(lineEnd(text, at));
		// Directives belong to the document behind the `---` that follows them.
		else if (marker === undefined || CONTENT.test(text.slice(start, at))) cutAt(at);
	}
	cutAt(text.length);
	return spans;
};

/** Objects of JSON one behind the other, as `jq` prints them: each starts on a line of its own. */
export const jsonSpans = (text: string, {start, end}: Span): readonly Span[] => {
	const piece = text.slice(start, end);
	if (!/^\s*\{/.test(piece)) return [];
	const cuts = [...piece.matchAll(/\}\s*[\r\n](?=\{)/g)].map(
		({index, 0: {length}}) => start + index + length,
	);
	return [start, ...cuts].map((from, index) => ({start: from, end: cuts[index] ?? end}));
};
