import {cutCells, displayWidth} from '../display-width.ts';
import {printable} from '../printable.ts';

/** A line of a file with something marked in it: columns from 0, in UTF-16. */
export type Excerpt = {
	/** Without its end. */
	readonly text: string;
	readonly start: number;
	/** Behind the last character that is marked. */
	readonly end: number;
};

const TAB_CELLS = 4;
/** No terminal shows more; a file may be one line of megabytes. */
const MAX_UNITS = 1000;
const ELLIPSIS = '…';

/** Half a pair that is left over where a line was cut. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** Text as it is drawn from a column on: tabs as blanks, whatever a terminal would obey escaped. */
const drawn = (text: string, column: number): string => {
	let line = '';
	for (const [index, part] of text.split('\t').entries()) {
		if (index > 0) line += ' '.repeat(TAB_CELLS - ((column + displayWidth(line)) % TAB_CELLS));
		line += printable(part);
	}
	return line;
};

/** The end of a text that fits in `width` cells, an ellipsis before it where something is cut off. */
const endOf = (text: string, width: number): string => {
	if (displayWidth(text) <= width) return text;
	let kept = '';
	let used = 1;
	for (const character of [...text].reverse()) {
		used += displayWidth(character);
		if (used > width) break;
		kept = character + kept;
	}
	return ELLIPSIS + kept;
};

/** The line and one of carets below it, both within `width` cells; a long line is cut around the mark. */
export const excerptLines = (
	{text, start, end}: Excerpt,
	width: number,
): readonly [line: string, carets: string] => {
	const from = Math.max(0, start - MAX_UNITS);
	const to = Math.min(text.length, Math.max(start + 1, end, start), start + MAX_UNITS);
	const isCut = from > 0;
	const head = drawn(whole(text.slice(from, start)), 0);
	const marked = drawn(whole(text.slice(start, to)).trimEnd(), displayWidth(head));
	const column = displayWidth(head) + displayWidth(marked);
	const rest = drawn(whole(text.slice(to, to + MAX_UNITS)), column).trimEnd();
	/** The mark of what ends too early stands behind the line. */
	const behind = Math.max(1, displayWidth(marked + rest));
	const isLong = isCut || displayWidth(head) + behind > width;
	const room = isLong ? Math.max(Math.floor(width / 3), width - behind) : width;
	const before = endOf(isCut ? ELLIPSIS + head : head, room);
	const lead = displayWidth(before);
	const left = Math.max(1, width - lead);
	const carets = '^'.repeat(Math.min(left, Math.max(1, displayWidth(marked))));
	return [before + cutCells(marked + rest, left), ' '.repeat(lead) + carets];
};
