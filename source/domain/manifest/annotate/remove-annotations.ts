import type {Span} from '../source/source-tree.ts';
import {
	isMergedIn,
	type Level,
	type MapNode,
	type Obstacle,
	ownIndex,
	type Reached,
} from './annotation-site.ts';
import {columnOf, flowEnd, hasQuotedKeys} from './map-style.ts';
import {NULL_COMMENT, wordFor} from './null-words.ts';
import {coalesced, deletion, type Splice} from './splice.ts';
import {endBefore, lineStart, nextLine, writtenEnd} from './text-lines.ts';

type Edit = readonly Splice[] | Obstacle;

type Entry = MapNode['entries'][number];

/** The lines of an entry; null where they are not its alone. */
const linesOf = (text: string, map: MapNode, {key, value}: Entry): Span | null => {
	const start = lineStart(text, key.span.start);
	const [before = '', margin = ''] =
		/^( *)(?:\? +)?$/.exec(text.slice(start, key.span.start)) ?? [];
	if (before.length !== key.span.start - start || margin.length !== columnOf(text, map))
		return null;
	return {start, end: nextLine(text, writtenEnd(text, value))};
};

/** At the end of a text without a last break, the break before goes. */
const wholeLines = (text: string, {start, end}: Span): Span =>
	end === text.length && !/[\r\n]$/.test(text)
		? {start: endBefore(text, start), end}
		: {start, end};

const blockLinesOf = (
	text: string,
	map: MapNode,
	entries: readonly Entry[],
): readonly Span[] | null => {
	const lines = entries.flatMap(entry => linesOf(text, map, entry) ?? []);
	return lines.length < entries.length
		? null
		: coalesced(lines).map(span => wholeLines(text, span));
};

/** Each with the comma that parts it from a neighbour that stays. */
const flowSpans = ({entries}: MapNode, removed: ReadonlySet<Entry>): readonly Span[] => {
	const firstLeft = entries.findIndex(entry => !removed.has(entry));
	return coalesced(
		entries.flatMap((entry, index) => {
			if (!removed.has(entry)) return [];
			const before = entries[index - 1];
			const after = entries[index + 1];
			if (index > firstLeft && before) return [{start: flowEnd(before), end: flowEnd(entry)}];
			return after ? [{start: entry.key.span.start, end: after.key.span.start}] : [];
		}),
	);
};

const deletions = (spans: readonly Span[] | null): Edit =>
	spans ? spans.map(({start, end}) => deletion(start, end)) : 'unusual';

/** Where `# null` stands between a key and what was written below it. */
const nullComment = (text: string, {map, owner}: Level): Splice | null => {
	const from = owner?.map.entries[owner.index]?.key.span.end;
	if (from === undefined) return null;
	const before = NULL_COMMENT.exec(text.slice(from, map.span.start))?.[1];
	if (before === undefined) return null;
	const at = from + before.length;
	return deletion(at, at + '# '.length);
};

/** True where the map stands below its key with nothing between. */
const isBareBelow = (text: string, {map, owner}: Level, lines: Span): boolean => {
	const key = owner?.map.entries[owner.index]?.key;
	return (
		key !== undefined &&
		owner?.map.style === 'block' &&
		/^: *(?:\r\n|\n|\r) *$/.test(text.slice(key.span.end, map.span.start)) &&
		lines.end >= nextLine(text, writtenEnd(text, map))
	);
};

/** Takes the entry that a map is the value of out of the map around. */
const removeOwner = (text: string, levels: readonly Level[]): Edit | null => {
	const {owner = null} = levels.at(-1) ?? {};
	const entry = owner?.map.entries[owner.index];
	const outer = levels.slice(0, -1);
	return entry && outer.length > 0 ? removeEntries(text, outer, [entry]) : null;
};

/** All entries of a block map: what was there before it was filled tells by how it is written. */
const emptyBlock = (text: string, levels: readonly Level[], level: Level): Edit => {
	const lines = blockLinesOf(text, level.map, level.map.entries);
	const spans = deletions(lines);
	if (!lines || typeof spans === 'string') return 'unusual';
	const isQuoted = hasQuotedKeys(level.map);
	const comment = isQuoted ? null : nullComment(text, level);
	if (comment) return [comment, ...spans];
	const [only, ...others] = lines;
	const isOurs = !isQuoted && only && others.length === 0 && isBareBelow(text, level, only);
	return (isOurs ? removeOwner(text, levels) : null) ?? spans;
};

/** All entries of a map in brackets, likewise. */
const emptyFlow = (text: string, levels: readonly Level[], {map, owner}: Level): Edit => {
	const start = map.entries[0]?.key.span.start ?? map.span.start;
	const last = map.entries.at(-1);
	const end = last ? flowEnd(last) : map.span.end;
	const before = text.slice(map.span.start + 1, start);
	const behind = text.slice(end, map.span.end - 1);
	const word = before === behind ? wordFor(before) : null;
	if (word !== null) return [{...map.span, text: word}];
	if (before === ' ' && behind.startsWith(' ')) return [deletion(start - 1, end + 1)];
	const isOurs = before.trim() === '' && behind.trim() === '' && owner?.map.style === 'flow';
	return (isOurs ? removeOwner(text, levels) : null) ?? [deletion(start, end)];
};

const removeEntries = (text: string, levels: readonly Level[], entries: readonly Entry[]): Edit => {
	const level = levels.at(-1);
	if (!level) return 'unusual';
	const {map} = level;
	if (entries.length === map.entries.length)
		return map.style === 'block' ? emptyBlock(text, levels, level) : emptyFlow(text, levels, level);
	return deletions(
		map.style === 'block' ? blockLinesOf(text, map, entries) : flowSpans(map, new Set(entries)),
	);
};

/** Splices that take annotations out, and the maps that were made for them. */
export const removeAnnotations = (
	text: string,
	{levels, missing, empty}: Reached,
	keys: readonly string[],
): Edit => {
	const map = levels.at(-1)?.map;
	if (missing.length > 0 || empty || !map) return [];
	if (keys.some(key => isMergedIn(map, key))) return 'shared';
	const entries = keys.flatMap(key => map.entries[ownIndex(map, key)] ?? []);
	return entries.length === 0 ? [] : removeEntries(text, levels, entries);
};
