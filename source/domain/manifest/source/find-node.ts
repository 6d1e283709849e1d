import type {Place} from '../lint/part.ts';
import {plainValue} from './plain-value.ts';
import type {SourceEntry, SourceMap, SourceNode} from './source-tree.ts';

/** What an alias stands for. */
export const resolved = (node: SourceNode): Exclude<SourceNode, {readonly kind: 'alias'}> =>
	node.kind === 'alias' ? resolved(node.target) : node;

/** The key of an entry as the object has it; null for a merge. */
export const keyOf = ({key}: SourceEntry): string | null => {
	const node = resolved(key);
	if (node.kind !== 'scalar') return null;
	const isPlain = node.style === 'plain' && !node.hasTag;
	if (isPlain && node.text === '<<') return null;
	const value = isPlain ? plainValue(node.text) : undefined;
	return value === undefined ? node.text : String(value);
};

/** The maps that a map is merged with, those first that win. */
const mergedInto = (map: SourceMap): readonly SourceNode[] =>
	map.entries
		.filter(entry => keyOf(entry) === null)
		.flatMap(({value}) => {
			const node = resolved(value);
			return node.kind === 'list' ? node.items : [node];
		});

const entryIn = (node: SourceNode, key: string): SourceEntry | null => {
	const map = resolved(node);
	if (map.kind !== 'map') return null;
	const own = map.entries.find(entry => keyOf(entry) === key);
	if (own) return own;
	for (const merged of mergedInto(map)) {
		const entry = entryIn(merged, key);
		if (entry) return entry;
	}
	return null;
};

const childOf = (node: SourceNode, step: string | number): SourceNode | null => {
	if (typeof step === 'string') return entryIn(node, step)?.value ?? null;
	const list = resolved(node);
	return list.kind === 'list' ? (list.items[step] ?? null) : null;
};

/** The node at a place; where the document doesn't go on, the last one on the way there. */
export const nearestNode = (root: SourceNode, place: Place): SourceNode => {
	let node = root;
	for (const step of place) {
		const child = childOf(node, step);
		if (!child) return node;
		node = child;
	}
	return node;
};
