import type {PathBlock} from '../path-columns.ts';
import type {SimulationModel, StrategyName} from '../simulation-model.ts';
import {estimateOf} from './estimates.ts';
import {inPathOrder, joinColumn} from './joined-columns.ts';
import {selectQuantiles} from './order-statistics.ts';

/** What one strategy costs as far as paths have come in. */
export type PartialCost = {
	readonly name: StrategyName;
	readonly mean: number;
	readonly p10: number;
	readonly p90: number;
};

/** The costs of the paths so far, for a face that shows progress. */
export const partialCosts = (
	{strategies}: SimulationModel,
	blocks: readonly PathBlock[],
): readonly PartialCost[] => {
	const ordered = inPathOrder(blocks);
	return strategies.map(({name}, strategy) => {
		const cost = joinColumn(ordered, strategy, 'cost');
		const {mean} = estimateOf(cost);
		const [p10 = 0, p90 = 0] = selectQuantiles(cost, [0.1, 0.9]);
		return {name, mean, p10, p90};
	});
};
