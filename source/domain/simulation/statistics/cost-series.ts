import type {PathBlock} from '../path-columns.ts';
import type {SimulationModel} from '../simulation-model.ts';
import type {CostSeries} from '../simulation-result.ts';
import {inPathOrder, pathsOf} from './joined-columns.ts';
import {selectQuantiles} from './order-statistics.ts';

const SECONDS_PER_HOUR = 3600;
const BAND = [0.1, 0.5, 0.9];

/** Cost until the end of each cell, cell by cell; the blocks keep them path by path. */
const byCell = (
	blocks: readonly PathBlock[],
	strategy: number,
	cells: number,
	into: Float64Array,
): void => {
	const paths = into.length / cells;
	let place = 0;
	for (const {count, strategies} of blocks) {
		const costs = strategies[strategy]?.cells;
		if (!costs) continue;
		for (let cell = 0; cell < cells; cell++)
			for (let row = 0; row < count; row++)
				into[cell * paths + place + row] = costs[row * cells + cell] ?? 0;
		place += count;
	}
};

/** P10, P50 and P90 of the cost until the end of each cell. */
export const costSeries = (
	{strategies, cells, cellSeconds, horizonSeconds}: SimulationModel,
	blocks: readonly PathBlock[],
): CostSeries => {
	const ordered = inPathOrder(blocks);
	const paths = pathsOf(blocks);
	const costs = new Float64Array(paths * cells);
	const numbers = Array.from({length: cells}, (_, cell) => cell);
	return {
		hours: numbers.map(
			cell => Math.min(horizonSeconds, (cell + 1) * cellSeconds) / SECONDS_PER_HOUR,
		),
		strategies: strategies.map(({name}, strategy) => {
			byCell(ordered, strategy, cells, costs);
			const bands = numbers.map(cell =>
				selectQuantiles(costs.subarray(cell * paths, (cell + 1) * paths), BAND),
			);
			return {
				name,
				p10: bands.map(([low = 0]) => low),
				p50: bands.map(([, middle = 0]) => middle),
				p90: bands.map(([, , high = 0]) => high),
			};
		}),
	};
};
