import type {EntryTotals, PathBlock, StrategyColumns} from '../path-columns.ts';

type Column = Exclude<keyof StrategyColumns, 'totals'>;

/** What one strategy came to on all paths. */
export type JoinedColumns = Omit<StrategyColumns, 'cells'>;

export const inPathOrder = (blocks: readonly PathBlock[]): readonly PathBlock[] =>
	blocks.toSorted((a, b) => a.from - b.from);

export const pathsOf = (blocks: readonly PathBlock[]): number =>
	blocks.reduce((sum, {count}) => sum + count, 0);

/** One column of one strategy over all paths; the blocks are in the order of paths. */
export const joinColumn = (
	blocks: readonly PathBlock[],
	strategy: number,
	column: Column,
): Float64Array<ArrayBuffer> => {
	const parts = blocks.flatMap(({strategies}) => strategies[strategy]?.[column] ?? []);
	const joined = new Float64Array(parts.reduce((sum, {length}) => sum + length, 0));
	let place = 0;
	for (const part of parts) {
		joined.set(part, place);
		place += part.length;
	}
	return joined;
};

const addEntries = (parts: readonly (readonly bigint[])[]): readonly bigint[] =>
	(parts[0] ?? []).map((_, entry) =>
		parts.reduce((sum, amounts) => sum + (amounts[entry] ?? 0n), 0n),
	);

/** Whole numbers over all paths, so the order of the blocks doesn't matter. */
export const joinTotals = (blocks: readonly PathBlock[], strategy: number): EntryTotals => {
	const totals = blocks.flatMap(({strategies}) => strategies[strategy]?.totals ?? []);
	return {
		onDemandSeconds: addEntries(totals.map(({onDemandSeconds}) => onDemandSeconds)),
		spotSeconds: addEntries(totals.map(({spotSeconds}) => spotSeconds)),
		spotRatioSeconds: addEntries(totals.map(({spotRatioSeconds}) => spotRatioSeconds)),
	};
};

/** Everything but the cost over time. */
export const joinBlocks = (blocks: readonly PathBlock[], strategy: number): JoinedColumns => {
	const join = (column: Column) => joinColumn(blocks, strategy, column);
	return {
		cost: join('cost'),
		billedSeconds: join('billedSeconds'),
		interruptions: join('interruptions'),
		servedSeconds: join('servedSeconds'),
		fallbackSeconds: join('fallbackSeconds'),
		runsInTime: join('runsInTime'),
		totals: joinTotals(blocks, strategy),
	};
};
