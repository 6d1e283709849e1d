import type {Place} from '../lint/part.ts';
import {keyOf, nearestNode} from '../source/find-node.ts';
import type {SourceMap, SourceNode} from '../source/source-tree.ts';
import type {Owner} from './map-style.ts';
import {NULL_WORDS} from './null-words.ts';

/**
 * Why annotations can't be edited where they stand: other places share what would be edited, it is no
 * map, or it is written in a way that no edit leads where it should.
 */
export type Obstacle = 'shared' | 'not-a-map' | 'unusual';

export type MapNode = Extract<SourceNode, {readonly kind: 'map'}>;
export type ScalarNode = Extract<SourceNode, {readonly kind: 'scalar'}>;

/** A map, and the entry that it is the value of. */
export type Level = {readonly map: MapNode; readonly owner: Owner | null};

/** As far as a path of keys goes within a pod. */
export type Reached = {
	/** The maps on the way, the pod first. */
	readonly levels: readonly [Level, ...Level[]];
	/** The keys that aren't there. */
	readonly missing: readonly string[];
	/** A key that is there without a map: the null that it has, and its entry. */
	readonly empty: {readonly value: ScalarNode; readonly owner: Owner} | null;
};

export const ownIndex = ({entries}: SourceMap, key: string): number =>
	entries.findIndex(entry => keyOf(entry) === key);

/** True for a key that a map gets by a merge alone. */
export const isMergedIn = (map: MapNode, key: string): boolean =>
	ownIndex(map, key) < 0 && nearestNode(map, [key]) !== map;

const childrenOf = (node: SourceNode): readonly SourceNode[] => {
	if (node.kind === 'map') return node.entries.flatMap(({key, value}) => [key, value]);
	return node.kind === 'list' ? node.items : [];
};

const addTargets = (node: SourceNode, targets: Set<SourceNode>): Set<SourceNode> => {
	if (node.kind === 'alias') targets.add(node.target);
	for (const child of childrenOf(node)) addTargets(child, targets);
	return targets;
};

/** Tells what aliases of a document stand for. */
const sharedIn = (root: SourceNode): ((node: SourceNode) => boolean) => {
	let targets: ReadonlySet<SourceNode> | undefined;
	return node => {
		if (node.kind === 'alias') return true;
		if (!node.hasAnchor) return false;
		targets ??= addTargets(root, new Set());
		return targets.has(node);
	};
};

type Found = {readonly node: SourceNode; readonly owner: Owner | null};

const childOf = (node: SourceNode, step: string | number): Found | Obstacle => {
	if (typeof step === 'number') {
		const item = node.kind === 'list' ? node.items[step] : undefined;
		return item ? {node: item, owner: null} : 'unusual';
	}
	if (node.kind !== 'map') return 'unusual';
	const index = ownIndex(node, step);
	const value = node.entries[index]?.value;
	// The object has the key, so it comes from elsewhere.
	return value ? {node: value, owner: {map: node, index}} : 'shared';
};

/** The map of the pod at a place that the object of the document has. */
const podAt = (
	root: SourceNode,
	place: Place,
	isShared: (node: SourceNode) => boolean,
): Level | Obstacle => {
	let found: Found = {node: root, owner: null};
	for (const step of place) {
		if (isShared(found.node)) return 'shared';
		const next = childOf(found.node, step);
		if (typeof next === 'string') return next;
		found = next;
	}
	const {node, owner} = found;
	if (isShared(node)) return 'shared';
	return node.kind === 'map' ? {map: node, owner} : 'not-a-map';
};

const isNull = (node: SourceNode): node is ScalarNode =>
	node.kind === 'scalar' &&
	node.style === 'plain' &&
	!node.hasTag &&
	NULL_WORDS.includes(node.text);

/** Goes on by keys from the map that was reached last. */
const reachOn = (
	levels: Reached['levels'],
	[key, ...rest]: readonly string[],
	isShared: (node: SourceNode) => boolean,
): Reached | Obstacle => {
	if (key === undefined) return {levels, missing: [], empty: null};
	const {map} = levels.at(-1) ?? levels[0];
	const index = ownIndex(map, key);
	const value = map.entries[index]?.value;
	const owner = {map, index};
	if (!value)
		return isMergedIn(map, key) ? 'shared' : {levels, missing: [key, ...rest], empty: null};
	if (isShared(value)) return 'shared';
	if (isNull(value)) return {levels, missing: rest, empty: {value, owner}};
	return value.kind === 'map'
		? reachOn([...levels, {map: value, owner}], rest, isShared)
		: 'not-a-map';
};

/** Follows `metadata.annotations` within the pod at a place. */
export const reachAnnotations = (root: SourceNode, place: Place): Reached | Obstacle => {
	const isShared = sharedIn(root);
	const pod = podAt(root, place, isShared);
	return typeof pod === 'string' ? pod : reachOn([pod], ['metadata', 'annotations'], isShared);
};
