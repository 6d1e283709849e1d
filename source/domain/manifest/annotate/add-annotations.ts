import {
	type Level,
	type MapNode,
	type Obstacle,
	ownIndex,
	type Reached,
} from './annotation-site.ts';
import {doubleQuoted} from './key-text.ts';
import {blockStyleOf, columnOf, flowEnd, flowStyleOf, innerFlowStyle} from './map-style.ts';
import {blockLines, flowText, type NewText} from './new-text.ts';
import {blanksFor} from './null-words.ts';
import {insertion, type Splice} from './splice.ts';
import {lineStart, linesBefore, linesBehind, writtenEnd} from './text-lines.ts';

/** Where new entries go among those that are there: the end is where people expect them. */
export type Side = 'end' | 'start';

type Edit = readonly Splice[] | Obstacle;

/** In front of the first entry, if that has a line of its own. */
const startOfBlock = (text: string, map: MapNode, lines: readonly string[]): Edit => {
	const {start: key = 0} = map.entries[0]?.key.span ?? {};
	const start = lineStart(text, key);
	const before = text.slice(start, key);
	const isOwnLine = /^ *(?:\? +)?$/.test(before);
	return isOwnLine && /^ */.exec(before)?.[0].length === columnOf(text, map)
		? [linesBefore(text, start, lines)]
		: 'unusual';
};

/** Behind the key that a block map is the value of, if that stands on a line before. */
const keyBefore = (text: string, {map, owner}: Level): number | null => {
	const end = owner?.map.entries[owner.index]?.key.span.end;
	return end !== undefined && /[\r\n]/.test(text.slice(end, map.span.start)) ? end : null;
};

/** Metadata goes in front of the spec, anything else behind what is there. */
const placeInBlock = (text: string, level: Level, {inside}: NewText): number | null => {
	const {entries} = level.map;
	const spec = inside[0] === 'metadata' ? ownIndex(level.map, 'spec') : -1;
	const first = spec === 0 ? keyBefore(text, level) : null;
	if (first !== null) return first;
	const before = entries[spec < 1 ? entries.length - 1 : spec - 1];
	return before ? writtenEnd(text, before.value) : null;
};

const intoBlock = (
	text: string,
	level: Level,
	around: MapNode | null,
	content: NewText,
	side: Side,
): Edit => {
	const lines = blockLines(content, blockStyleOf(text, level.map, around));
	if (side === 'start') return startOfBlock(text, level.map, lines);
	const place = placeInBlock(text, level, content);
	return place === null ? 'unusual' : [linesBehind(text, place, lines)];
};

const intoFlow = (text: string, map: MapNode, content: NewText, side: Side): Edit => {
	const style = flowStyleOf(text, map);
	const written = flowText(content, style);
	const [first] = map.entries;
	const last = map.entries.at(-1);
	if (!first || !last) return 'unusual';
	// A comment behind the last entry is about that one.
	const hasComment = text.slice(flowEnd(last), map.span.end).includes('#');
	return side === 'start' || hasComment
		? [insertion(first.key.span.start, `${written},${style.gap}`)]
		: [insertion(flowEnd(last), `,${style.gap}${written}`)];
};

/** One blank on both sides says that the braces were there. */
const intoBraces = (text: string, {map, owner}: Level, content: NewText): Edit =>
	owner
		? [insertion(map.span.start + 1, ` ${flowText(content, innerFlowStyle(text, owner))} `)]
		: 'unusual';

/** Blanks on both sides, more than one, say which word was there. */
const insteadOfNull = (
	text: string,
	{value, owner}: NonNullable<Reached['empty']>,
	content: NewText,
): Edit => {
	const blanks = blanksFor(value.text);
	return blanks === null
		? 'unusual'
		: [
				{
					...value.span,
					text: `{${blanks}${flowText(content, innerFlowStyle(text, owner))}${blanks}}`,
				},
			];
};

/** Quoted keys say that nothing was there; any word for null stays as a comment. */
const belowNull = (
	text: string,
	empty: NonNullable<Reached['empty']>,
	around: MapNode | null,
	content: NewText,
): Edit => {
	const {value, owner} = empty;
	if (owner.map.style === 'flow') return insteadOfNull(text, empty, content);
	const {column, step} = blockStyleOf(text, owner.map, around);
	const isNothing = value.text === '';
	const style = {column: column + step, step, isQuoted: isNothing};
	const lines = linesBehind(text, value.span.end, blockLines(content, style));
	return isNothing ? [lines] : [insertion(value.span.start, '# '), lines];
};

const addNew = (
	text: string,
	{levels, missing, empty}: Reached,
	entries: NewText['entries'],
	side: Side,
): Edit => {
	const level = levels.at(-1) ?? levels[0];
	const around = levels.at(-2)?.map ?? null;
	const content = {inside: missing, entries};
	if (empty) return belowNull(text, empty, around, content);
	if (level.map.entries.length === 0) return intoBraces(text, level, content);
	return level.map.style === 'flow'
		? intoFlow(text, level.map, content, side)
		: intoBlock(text, level, around, content, side);
};

/** A value in place of another; where none is written, behind the colon. */
const replacement = ({value}: MapNode['entries'][number], text: string): Splice => ({
	...value.span,
	text: (value.span.start === value.span.end ? ' ' : '') + doubleQuoted(text),
});

/** Splices that give annotations these values, whether they are there or not. */
export const addAnnotations = (
	text: string,
	reached: Reached,
	wanted: NewText['entries'],
	side: Side,
): Edit => {
	const map =
		reached.missing.length === 0 && !reached.empty ? reached.levels.at(-1)?.map : undefined;
	const present = wanted.flatMap(([key, value]) => {
		const entry = map?.entries[ownIndex(map, key)];
		return entry ? [{key, splice: replacement(entry, value)}] : [];
	});
	const there = new Set(present.map(({key}) => key));
	const added = wanted.filter(([key]) => !there.has(key));
	const inserted = added.length === 0 ? [] : addNew(text, reached, added, side);
	return typeof inserted === 'string'
		? inserted
		: [...present.map(({splice}) => splice), ...inserted];
};
