/** Sums over paths, by entry of the model; whole numbers, so that no order of adding changes them. */
export type EntryTotals = {
	readonly onDemandSeconds: readonly bigint[];
	readonly spotSeconds: readonly bigint[];
	/** Millionths of the spot base × seconds. */
	readonly spotRatioSeconds: readonly bigint[];
};

export const noTotals = (entries: number): {[K in keyof EntryTotals]: bigint[]} => ({
	onDemandSeconds: new Array<bigint>(entries).fill(0n),
	spotSeconds: new Array<bigint>(entries).fill(0n),
	spotRatioSeconds: new Array<bigint>(entries).fill(0n),
});

/** A number a path. */
export type Column = Float64Array<ArrayBuffer>;

/** What one strategy came to on consecutive paths: a column has a number a path. */
export type StrategyColumns = {
	/** All replicas until the horizon. */
	readonly cost: Column;
	readonly billedSeconds: Column;
	readonly interruptions: Column;
	/** Replica-seconds that were served, of those that were asked for. */
	readonly servedSeconds: Column;
	/** On pay-as-you-go because spot had nothing. */
	readonly fallbackSeconds: Column;
	/** Batch runs that met the deadline, of the runs there are; 0 without a deadline. */
	readonly runsInTime: Column;
	/** Cost until the end of each cell, path by path. */
	readonly cells: Column;
	readonly totals: EntryTotals;
};

/** Paths `from` to just before `from + count`, for each strategy of the model. */
export type PathBlock = {
	readonly from: number;
	readonly count: number;
	readonly strategies: readonly StrategyColumns[];
};

/** Paths of one block; workers and shards get whole blocks. */
export const BLOCK_PATHS = 64;

/** Paths that somebody asks for. */
export type PathsRequest = {
	/** Paths `from` to just before `from + count`. */
	readonly from: number;
	readonly count: number;
	/** Threads to share the work; null for as many as it is worth. */
	readonly workers: number | null;
	/** How long a thread draws before it lets others have their turn, about. */
	readonly sliceMilliseconds?: number;
	readonly signal: AbortSignal;
};
