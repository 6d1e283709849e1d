import type {Spec} from '../catalogue/spec.ts';
import type {ResolvedSpec} from './resolve-spec.ts';

/** Why an entry stands in the chain. */
export type EntryReason =
	| 'given'
	| 'cheapest'
	| 'other-family'
	| 'any-host'
	| 'only-fit'
	| 'smallest';

export type ChainEntry = ResolvedSpec & {readonly rank: number; readonly reason: EntryReason};

/** An entry of a given chain of which nothing is known: no such size, or no such type in the region. */
export type UnknownEntry = {readonly rank: number; readonly spec: Spec; readonly token: string};

/** The ordered fallback chain of `k8s.aliyun.com/eci-use-specs`. */
export type Chain = {
	/** Those that are known, each with its rank among all. */
	readonly entries: readonly ChainEntry[];
	readonly unknown: readonly UnknownEntry[];
	/** True when the user wrote it. */
	readonly given: boolean;
	/** The annotation's value, entries that have no price included; empty for an empty chain. */
	readonly useSpecs: string;
};

/** For a pod that no spec can hold. */
export const NO_CHAIN: Chain = {entries: [], unknown: [], given: false, useSpecs: ''};

/** What ECI tries first; null where nothing is known about it. */
export const firstEntry = ({entries}: Chain): ChainEntry | null =>
	entries.find(({rank}) => rank === 1) ?? null;

/** Every entry in the order in which ECI tries them. */
export const allEntries = ({entries, unknown}: Chain): readonly (ChainEntry | UnknownEntry)[] =>
	[...entries, ...unknown].toSorted((a, b) => a.rank - b.rank);

export const isKnown = (entry: ChainEntry | UnknownEntry): entry is ChainEntry =>
	'billedAs' in entry;

export const ranked = (
	entries: readonly {readonly entry: ResolvedSpec; readonly reason: EntryReason}[],
): readonly ChainEntry[] =>
	entries.map(({entry, reason}, index) => ({...entry, rank: index + 1, reason}));
