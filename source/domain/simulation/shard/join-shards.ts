import type {Json} from '../../schema/json-schema.ts';
import type {PathRange, SimulationShard} from './shard.ts';
import {pathsOfShard} from './shard.ts';

/** Paths `from` up to and with `to`, counted from 0. */
export type Span = {readonly from: number; readonly to: number};

const spanOf = ({from, count}: PathRange): Span => ({from, to: from + count - 1});

/** Paths that two shards both have; null where they have none in common. */
export const commonPaths = (a: PathRange, b: PathRange): Span | null => {
	const from = Math.max(a.from, b.from);
	const end = Math.min(a.from + a.count, b.from + b.count);
	return from < end ? spanOf({from, count: end - from}) : null;
};

/** Paths that no shard has; the shards don't overlap. */
export const missingPaths = (
	shards: readonly SimulationShard[],
	paths: number,
): readonly Span[] => {
	const ordered = shards.map(({block}) => block).toSorted((a, b) => a.from - b.from);
	const gaps: Span[] = [];
	let next = 0;
	for (const {from, count} of [...ordered, {from: paths, count: 0}]) {
		if (from > next) gaps.push({from: next, to: from - 1});
		next = Math.max(next, from + count);
	}
	return gaps;
};

/** Most shards that are named. */
const MOST_NAMED = 20;

/** `3/8`: the shards that would fill the gaps; none where the shards are parts of different wholes. */
export const missingShards = (
	shards: readonly SimulationShard[],
	paths: number,
): readonly string[] => {
	const count = shards[0]?.shard.count ?? 0;
	if (shards.some(({shard}) => shard.count !== count)) return [];
	const there = new Set(shards.map(({shard}) => shard.index));
	const missing: string[] = [];
	for (let index = 1; index <= count && missing.length < MOST_NAMED; index++)
		if (!there.has(index) && pathsOfShard({index, count}, paths).count > 0)
			missing.push(`${index}/${count}`);
	return missing;
};

/** What a list or an object is made of, by how each part is reached; null for anything else. */
const partsOf = (value: Json | undefined): ReadonlyMap<string, Json> | null => {
	if (Array.isArray(value))
		return new Map(value.map((item: Json, index) => [`[${index}]`, item] as const));
	if (typeof value !== 'object' || value === null) return null;
	return new Map(Object.entries(value).map(([key, item]) => [`.${key}`, item]));
};

const difference = (a: Json | undefined, b: Json | undefined): string | null => {
	const [ours, theirs] = [partsOf(a), partsOf(b)];
	if (!ours || !theirs) return a === b ? null : '';
	for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
		const found = difference(ours.get(key), theirs.get(key));
		if (found !== null) return key + found;
	}
	return null;
};

/** The first field in which two documents differ; null where they are the same. */
export const firstDifference = (a: Json, b: Json): string | null =>
	difference(a, b)?.replace(/^\./, '') ?? null;
