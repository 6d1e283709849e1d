import {cutCells, displayWidth, wrapCells} from '../present/display-width.ts';
import type {Role} from './theme.ts';

/** A piece of text and its role; what `present/` makes is of this shape too. */
export type Piece = {readonly text: string; readonly tone: Role};
export type ScreenLine = readonly Piece[];

export const piece = (text: string, tone: Role = 'plain'): Piece => ({text, tone});
export const oneLine = (text: string, tone: Role = 'plain'): ScreenLine => [piece(text, tone)];
export const emptyLine: ScreenLine = [];

export const cellsOf = (content: ScreenLine): number =>
	content.reduce((sum, {text}) => sum + displayWidth(text), 0);

/** Cut to `width` cells. */
export const fitted = (content: ScreenLine, width: number): ScreenLine => {
	let room = width;
	return content.flatMap(({text, tone}) => {
		const cut = cutCells(text, Math.max(0, room));
		room -= displayWidth(text);
		return cut === '' ? [] : [piece(cut, tone)];
	});
};

/** Filled with blanks to `width` cells. */
export const filled = (content: ScreenLine, width: number): ScreenLine => {
	const gap = width - cellsOf(content);
	return gap > 0 ? [...content, piece(' '.repeat(gap))] : content;
};

/** Two ends of one line; the left one gives way. */
export const justified = (left: ScreenLine, right: ScreenLine, width: number): ScreenLine => {
	const room = Math.max(0, width - cellsOf(right));
	return [...filled(fitted(left, Math.max(0, room - 1)), room), ...fitted(right, width)];
};

export const wrapped = (
	text: string,
	width: number,
	tone: Role = 'plain',
	lead = '',
): readonly ScreenLine[] => {
	const margin = ' '.repeat(displayWidth(lead));
	return wrapCells(text, Math.max(10, width - displayWidth(lead))).map((part, index) => [
		piece((index === 0 ? lead : margin) + part, tone),
	]);
};

type Character = {readonly text: string; readonly tone: Role};

/** So many of the characters fit. */
const fittingCount = (characters: readonly Character[], room: number): number => {
	let used = 0;
	const end = characters.findIndex(({text}) => {
		used += displayWidth(text);
		return used > room;
	});
	return end < 0 ? characters.length : Math.max(1, end);
};

/** Behind the last blank or comma of what fits, unless that leaves most of the line empty. */
const breakAt = (characters: readonly Character[], room: number): number => {
	const count = fittingCount(characters, room);
	if (count === characters.length) return count;
	const gap = characters.slice(0, count).findLastIndex(({text}) => /[\s,]/.test(text));
	return gap + 1 > count / 3 ? gap + 1 : count;
};

/** Neighbours of one tone as one piece. */
const joined = (characters: readonly Character[]): ScreenLine => {
	const pieces: Piece[] = [];
	for (const {text, tone} of characters) {
		const last = pieces.at(-1);
		if (last?.tone === tone) pieces.splice(-1, 1, piece(last.text + text, tone));
		else pieces.push(piece(text, tone));
	}
	return pieces;
};

/** Broken between words where it is too wide, the rest moved in; nothing of it is left out. */
export const broken = (
	content: ScreenLine,
	width: number,
	indent: number,
): readonly ScreenLine[] => {
	const lines: ScreenLine[] = [];
	let rest = content.flatMap(({text, tone}) => [...text].map(one => ({text: one, tone})));
	while (rest.length > 0 || lines.length === 0) {
		const margin = lines.length === 0 ? 0 : indent;
		const count = breakAt(rest, width - margin);
		const lead = margin === 0 ? [] : [piece(' '.repeat(margin))];
		lines.push([...lead, ...joined(rest.slice(0, count))]);
		rest = rest.slice(count);
	}
	return lines;
};

/** The lines around the focus that fit, with a count of what is above and below. */
export const windowed = (
	blocks: readonly (readonly ScreenLine[])[],
	focus: number,
	height: number,
): readonly ScreenLine[] => {
	const lines = blocks.flat();
	if (lines.length <= height) return lines;
	const start = blocks.slice(0, focus).flat().length;
	const end = start + (blocks[focus]?.length ?? 1);
	const room = Math.max(1, height - 2);
	const centred = Math.floor((start + end - room) / 2);
	const from = Math.max(0, Math.min(centred, start, lines.length - height + 1));
	return withEdges(lines, from, height);
};

const withEdges = (
	lines: readonly ScreenLine[],
	from: number,
	height: number,
): readonly ScreenLine[] => {
	const top = from <= 1 ? 0 : from;
	const head = top === 0 ? [] : [oneLine(`  ↑ ${top}`, 'muted')];
	const room = height - head.length;
	const rest = lines.length - top;
	if (rest <= room) return [...head, ...lines.slice(top)];
	const shown = room - 1;
	return [...head, ...lines.slice(top, top + shown), oneLine(`  ↓ ${rest - shown}`, 'muted')];
};
