import type {SourceEntry, SourceNode} from '../source/source-tree.ts';
import type {Splice} from './splice.ts';
import {lineStart} from './text-lines.ts';

/** A key of a block map on a line of its own, up to its colon. */
const simpleKeyEnd = (text: string, {key, value}: SourceEntry): number | null => {
	const before = text.slice(lineStart(text, key.span.start), key.span.start);
	const isSimple = key.kind === 'scalar' && !key.hasAnchor && !key.hasTag && /^ *$/.test(before);
	const colon = /^ *:/.exec(text.slice(key.span.end, value.span.start + 1))?.[0];
	return isSimple && colon !== undefined ? key.span.end + colon.length : null;
};

/** The end of the first key of a block map that starts behind all splices; null where there is none. */
export const keyEndBehind = (
	text: string,
	root: SourceNode,
	splices: readonly Splice[],
): number | null => {
	const end = splices.reduce((last, splice) => Math.max(last, splice.end), 0);
	let node = root;
	let found: number | null = null;
	while (node.kind === 'map' && node.style === 'block') {
		const {entries} = node;
		const next = entries.findIndex(({key}) => key.span.start >= end);
		const entry = entries[next];
		if (entry) found = simpleKeyEnd(text, entry) ?? found;
		const around = entries[next < 0 ? entries.length - 1 : next - 1];
		if (!around || around.value.span.start > end) return found;
		node = around.value;
	}
	return found;
};
