import type {Column, EntryTotals, PathBlock, StrategyColumns} from '../path-columns.ts';
import type {SimulationModel} from '../simulation-model.ts';
import type {PathRange} from './shard.ts';

const joinAll = (parts: readonly Column[]): Column => {
	const joined = new Float64Array(parts.reduce((sum, {length}) => sum + length, 0));
	let place = 0;
	for (const part of parts) {
		joined.set(part, place);
		place += part.length;
	}
	return joined;
};

/** Consecutive blocks, in their order, as one; it may have no path at all. */
export const oneBlock = (
	{strategies, entries}: SimulationModel,
	{from, count}: PathRange,
	blocks: readonly PathBlock[],
): PathBlock => ({
	from,
	count,
	strategies: strategies.map((_, index): StrategyColumns => {
		const parts = blocks.flatMap(block => block.strategies[index] ?? []);
		const join = (column: Exclude<keyof StrategyColumns, 'totals'>) =>
			joinAll(parts.map(part => part[column]));
		const add = (total: keyof EntryTotals) =>
			entries.map((_entry, place) =>
				parts.reduce((sum, {totals}) => sum + (totals[total][place] ?? 0n), 0n),
			);
		return {
			cost: join('cost'),
			billedSeconds: join('billedSeconds'),
			interruptions: join('interruptions'),
			servedSeconds: join('servedSeconds'),
			fallbackSeconds: join('fallbackSeconds'),
			runsInTime: join('runsInTime'),
			cells: join('cells'),
			totals: {
				onDemandSeconds: add('onDemandSeconds'),
				spotSeconds: add('spotSeconds'),
				spotRatioSeconds: add('spotRatioSeconds'),
			},
		};
	}),
});
