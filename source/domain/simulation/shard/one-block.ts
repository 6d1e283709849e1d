import {noTotals, type PathBlock} from '../path-columns.ts';
import type {SimulationModel} from '../simulation-model.ts';
import {joinBlocks, joinColumn} from '../statistics/joined-columns.ts';
import type {PathRange} from './shard.ts';

/** Consecutive blocks, in their order, as one; it may have no path at all. */
export const oneBlock = (
	{strategies, entries}: SimulationModel,
	{from, count}: PathRange,
	blocks: readonly PathBlock[],
): PathBlock => ({
	from,
	count,
	strategies: strategies.map((_, index) => {
		const {totals, ...columns} = joinBlocks(blocks, index);
		return {
			...columns,
			cells: joinColumn(blocks, index, 'cells'),
			totals: count === 0 ? noTotals(entries.length) : totals,
		};
	}),
});
