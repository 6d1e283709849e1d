import type {SourceEntry, SourceMap} from '../source/source-tree.ts';
import type {BlockStyle, FlowStyle} from './new-text.ts';
import {lineStart} from './text-lines.ts';

const isDoubleQuoted = ({key}: SourceEntry): boolean =>
	key.kind === 'scalar' && key.style === 'double';

/** True where all keys stand in double quotes. */
export const hasQuotedKeys = ({entries}: SourceMap): boolean => entries.every(isDoubleQuoted);

/** What may stand in front of the first key of a block map on its line. */
const MARKS = /^ *(?:(?:---|[-:]) +)*/;

/** The column of the keys of a block map. */
export const columnOf = (text: string, {entries}: SourceMap): number => {
	const [first, second] = entries;
	const {start = 0} = (second ?? first)?.key.span ?? {};
	const before = text.slice(lineStart(text, start), start);
	return (second ? /^ */ : MARKS).exec(before)?.[0].length ?? 0;
};

const DEFAULT_STEP = 2;

/** How much further in the maps within a block map stand: as far as the first of them. */
const stepOf = (text: string, {entries}: SourceMap, column: number): number | null => {
	for (const {value} of entries) {
		if (value.kind !== 'map' || value.style !== 'block') continue;
		const step = columnOf(text, value) - column;
		if (step > 0) return step;
	}
	return null;
};

/** As `map` writes its entries; where nothing stands within it, it goes in like `around`. */
export const blockStyleOf = (
	text: string,
	map: SourceMap,
	around: SourceMap | null = null,
): BlockStyle => {
	const column = columnOf(text, map);
	const outer = around?.style === 'block' ? stepOf(text, around, columnOf(text, around)) : null;
	return {
		column,
		step: stepOf(text, map, column) ?? outer ?? DEFAULT_STEP,
		isQuoted: hasQuotedKeys(map),
	};
};

/** Where an entry of a map in brackets ends. */
export const flowEnd = ({value}: SourceEntry): number => value.span.end;

const colonOf = (text: string, {key, value}: SourceEntry): string | null =>
	/^ ?: ?$/.exec(text.slice(key.span.end, value.span.start))?.[0] ?? null;

const gapOf = (text: string, {entries, span}: SourceMap, colon: string): string => {
	const [before, last] = entries.slice(-2);
	const between = last && before ? text.slice(flowEnd(before), last.key.span.start) : null;
	const gap = between === null ? undefined : /^\s*,(\s*)$/.exec(between)?.[1];
	if (gap !== undefined) return gap;
	const opening = text.slice(span.start + 1, entries[0]?.key.span.start);
	if (/^\s*[\r\n]\s*$/.test(opening)) return opening;
	return colon.endsWith(' ') ? ' ' : '';
};

const marginOf = (text: string, offset: number): string =>
	/^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';

/** As a map in brackets that isn't empty writes its entries. */
export const flowStyleOf = (text: string, map: SourceMap): FlowStyle => {
	const last = map.entries.at(-1);
	const isQuoted = last !== undefined && isDoubleQuoted(last);
	const written = last && colonOf(text, last);
	const colon =
		written === null || written === undefined || (!isQuoted && !written.endsWith(' '))
			? ': '
			: written;
	const gap = gapOf(text, map, colon);
	const [, margin] = /[\r\n]([ \t]*)$/.exec(gap) ?? [];
	if (margin === undefined) return {isQuoted, colon, gap, step: null};
	const outer = marginOf(text, map.span.start);
	return {isQuoted, colon, gap, step: margin.startsWith(outer) ? margin.slice(outer.length) : ''};
};

/** For a map on one line within a map: in brackets like that one, or the first brackets there. */
export const innerFlowStyle = (text: string, {map, index}: Owner): FlowStyle => {
	if (map.style === 'block') {
		const owner = map.entries[index];
		return {
			isQuoted: owner !== undefined && isDoubleQuoted(owner),
			colon: ': ',
			gap: ' ',
			step: null,
		};
	}
	const {isQuoted, colon} = flowStyleOf(text, map);
	return {isQuoted, colon, gap: colon.endsWith(' ') ? ' ' : '', step: null};
};

/** The entry that a node is the value of. */
export type Owner = {readonly map: SourceMap; readonly index: number};
