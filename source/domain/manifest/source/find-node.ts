import type {Place} from '../lint/part.ts';
import {plainValue} from './plain-value.ts';
import type {SourceEntry, SourceNode} from './source-tree.ts';

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

/** The maps that are merged in one place, those first that win. */
const mergedAt = ({value}: SourceEntry): readonly SourceNode[] => {
	const node = resolved(value);
	return node.kind === 'list' ? node.items : [node];
};

/** Of keys and merges the later one wins. */
const entryIn = (node: SourceNode, key: string): SourceEntry | null => {
	const map = resolved(node);
	if (map.kind !== 'map') return null;
	for (const entry of map.entries.toReversed()) {
		const name = keyOf(entry);
		if (name === key) return entry;
		if (name !== null) continue;
		for (const merged of mergedAt(entry)) {
			const found = entryIn(merged, key);
			if (found) return found;
		}
	}
	return null;
};

/** A node of a document. */
export type FoundNode = {
	/** That it stands behind; null for the root and for items of lists. */
	readonly key: SourceNode | null;
	readonly node: SourceNode;
	/** False where the document doesn't go on to what was looked for. */
	readonly isWhole: boolean;
};

const childOf = (node: SourceNode, step: string | number): Omit<FoundNode, 'isWhole'> | null => {
	if (typeof step === 'string') {
		const entry = entryIn(node, step);
		return entry && {key: entry.key, node: entry.value};
	}
	const list = resolved(node);
	const item = list.kind === 'list' ? list.items[step] : undefined;
	return item ? {key: null, node: item} : null;
};

/** What is at a place; where the document doesn't go on, the last node on the way there. */
export const findNode = (root: SourceNode, place: Place): FoundNode => {
	let found: Omit<FoundNode, 'isWhole'> = {key: null, node: root};
	for (const step of place) {
		const child = childOf(found.node, step);
		if (!child) return {...found, isWhole: false};
		found = child;
	}
	return {...found, isWhole: true};
};

export const nearestNode = (root: SourceNode, place: Place): SourceNode =>
	findNode(root, place).node;
