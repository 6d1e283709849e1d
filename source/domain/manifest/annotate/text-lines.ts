import type {SourceNode, SourceScalar, Span} from '../source/source-tree.ts';
import type {Splice} from './splice.ts';

const BREAK = /\r\n|\n|\r/g;

const breakFrom = (text: string, offset: number): Span | null => {
	BREAK.lastIndex = offset;
	const match = BREAK.exec(text);
	return match && {start: match.index, end: match.index + match[0].length};
};

/** Where the line of an offset starts. */
export const lineStart = (text: string, offset: number): number => {
	let start = offset;
	while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
	return text[start] === '\ufeff' ? start + 1 : start;
};

/** Where the next line starts; the end of the text where there is none. */
export const nextLine = (text: string, offset: number): number =>
	breakFrom(text, offset)?.end ?? text.length;

/** Where the line before this line start ends, its break not included. */
export const endBefore = (text: string, start: number): number => {
	if (start === 0) return 0;
	return text.slice(start - 2, start) === '\r\n' ? start - 2 : start - 1;
};

/** The break between a place and the next line, or one like those of the text. */
const breakOf = (text: string, offset: number): string => {
	const found = breakFrom(text, offset) ?? breakFrom(text, 0);
	return found ? text.slice(found.start, found.end) : '\n';
};

/** Puts lines behind the line of an offset, with breaks as around them. */
export const linesBehind = (text: string, offset: number, lines: readonly string[]): Splice => {
	const eol = breakOf(text, offset);
	const at = nextLine(text, offset);
	const isOpen = breakFrom(text, offset) === null;
	const inserted = lines.map(line => (isOpen ? eol + line : line + eol)).join('');
	return {start: at, end: at, text: inserted};
};

/** Puts lines in front of the line that starts here, with breaks like its own. */
export const linesBefore = (text: string, start: number, lines: readonly string[]): Splice => {
	const eol = breakOf(text, start);
	return {start, end: start, text: lines.map(line => line + eol).join('')};
};

const isBlankLine = (text: string, start: number): boolean =>
	text.slice(start, breakFrom(text, start)?.start ?? text.length).trim() === '';

/** `|+` keeps the empty lines behind it. */
const keptEnd = (text: string, end: number): number => {
	let last = end;
	for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
		if (!isBlankLine(text, at)) return last;
		last = at;
	}
	return last;
};

const scalarEnd = (text: string, {style, span}: SourceScalar): number => {
	if (style !== 'literal' && style !== 'folded') return span.end;
	const header = /^[|>][-+\d]*/.exec(text.slice(span.start, span.start + 4))?.[0] ?? '';
	return header.includes('+') ? keptEnd(text, span.end) : span.end;
};

/** Where a node ends as it is written, empty lines that belong to it included. */
export const writtenEnd = (text: string, node: SourceNode): number => {
	if (node.kind === 'scalar') return scalarEnd(text, node);
	if (node.kind === 'alias' || node.style === 'flow') return node.span.end;
	const last = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1);
	return last ? writtenEnd(text, last) : node.span.end;
};
