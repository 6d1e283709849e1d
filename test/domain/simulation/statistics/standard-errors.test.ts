import {describe, expect, test} from 'vitest';
import type {StrategyColumns} from '../../../../source/domain/simulation/path-columns.ts';
import type {Estimate} from '../../../../source/domain/simulation/simulation-result.ts';
import {
	estimateOf,
	pairedDifference,
} from '../../../../source/domain/simulation/statistics/estimates.ts';
import {
	quantileAt,
	quantileOf,
} from '../../../../source/domain/simulation/statistics/order-statistics.ts';
import {
	columnsOf,
	entryOf,
	HOUR,
	modelOf,
	NORMAL_MARKET,
	sampleOf,
	strategyOf,
} from '../../../helpers/simulation/models.ts';

const SEEDS = 400;
const PATHS = 100;

/** The χ² of so many degrees at a standard normal number [Wilson and Hilferty, 1931], over the degrees. */
const chiSquareShare = (degrees: number, z: number): number => {
	const part = 2 / (9 * degrees);
	return (1 - part + z * Math.sqrt(part)) ** 3;
};

const model = (seed: number) =>
	modelOf({
		seed,
		horizonHours: 72,
		market: {
			...NORMAL_MARKET,
			interruption: {law: 'exponential', meanHours: 20},
			stock: {law: 'renewal', meanUpHours: 20, meanDownHours: 2},
		},
		entries: [entryOf('a', {ratio: 0.25})],
		workload: {kind: 'service', windows: [[[0, 72 * HOUR]], [[0, 72 * HOUR]]]},
		strategies: [strategyOf('spot'), strategyOf('spot-fallback', {fallback: true})],
	});

const runs: readonly (readonly StrategyColumns[])[] = Array.from({length: SEEDS}, (_, seed) =>
	columnsOf(model(seed + 1), PATHS),
);

const columnsFrom = (
	run: readonly StrategyColumns[],
): readonly [StrategyColumns, StrategyColumns] => {
	const [spot, fallback] = run;
	if (!spot || !fallback) throw new Error('A strategy is missing');
	return [spot, fallback];
};

/** The spread of the means of runs, over what their standard errors say it is. */
const spreadOf = (estimates: readonly Estimate[]): number => {
	const {sd} = sampleOf(estimates.map(({mean}) => mean));
	const claimed = estimates.reduce((sum, {se}) => sum + se ** 2, 0) / SEEDS;
	return sd ** 2 / claimed;
};

describe('over many seeds, means spread as their standard errors say', () => {
	test.each<[string, (run: readonly StrategyColumns[]) => Estimate]>([
		['cost', run => estimateOf(columnsFrom(run)[0].cost)],
		['billed time', run => estimateOf(columnsFrom(run)[0].billedSeconds)],
		['interruptions', run => estimateOf(columnsFrom(run)[0].interruptions)],
		[
			'the difference from a baseline',
			run => pairedDifference(columnsFrom(run)[1].cost, columnsFrom(run)[0].cost),
		],
	])('%s', (_, estimate) => {
		const spread = spreadOf(runs.map(estimate));
		// The claimed errors are means over all paths, a hundred times as sure as the spread of the means.
		expect(spread).toBeGreaterThan(chiSquareShare(SEEDS - 1, -4));
		expect(spread).toBeLessThan(chiSquareShare(SEEDS - 1, 4));
	});
});

test.each([0.1, 0.5, 0.9])(
	'the confidence range of quantile %f holds it as often as it says',
	chance => {
		const all = Float64Array.from(runs.flatMap(run => [...columnsFrom(run)[0].cost])).toSorted();
		const truth = quantileAt(all, chance);
		const held = runs.filter(run => {
			const {low, high} = quantileOf(columnsFrom(run)[0].cost.toSorted(), chance);
			return low <= truth && truth <= high;
		}).length;
		// Ranks are whole, so that a range holds a little more than 95 % of the time.
		expect(held / SEEDS).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / SEEDS));
		expect(held / SEEDS).toBeLessThan(1);
	},
);
