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

/** The ordered fallback chain of `k8s.aliyun.com/eci-use-specs`. */
export type Chain = {
	readonly entries: readonly ChainEntry[];
	/** True when the user wrote it. */
	readonly given: boolean;
	/** The annotation's value, entries that have no price included; empty for an empty chain. */
	readonly useSpecs: string;
};

/** For a pod that no spec can hold. */
export const NO_CHAIN: Chain = {entries: [], given: false, useSpecs: ''};

export const ranked = (
	entries: readonly {readonly entry: ResolvedSpec; readonly reason: EntryReason}[],
): readonly ChainEntry[] =>
	entries.map(({entry, reason}, index) => ({...entry, rank: index + 1, reason}));
