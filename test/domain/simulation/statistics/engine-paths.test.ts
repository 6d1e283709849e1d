import {describe, expect, it} from 'vitest';
import {openSimulation} from '../../../../source/domain/simulation/run-paths.ts';
import type {
	ModelWorkload,
	SimulationModel,
} from '../../../../source/domain/simulation/simulation-model.ts';
import {costSeries} from '../../../../source/domain/simulation/statistics/cost-series.ts';
import {summarise} from '../../../../source/domain/simulation/statistics/summarise.ts';
import {toNumber} from '../../../../source/domain/units/fraction.ts';
import {
	batchOf,
	type EntryPrices,
	modelOf,
	runOf,
	strategyOf,
} from '../../../helpers/simulation/summary-runs.ts';

const DAY = 86_400;
const PATHS = 40;

const PRICES: readonly EntryPrices[] = [
	{spec: 'ecs.c6.large', onDemand: '0.3903', spotBase: '0.39', storage: '0.0003'},
	{spec: '2-4Gi', onDemand: '0.441072', spotBase: '0.42', ratio: 0.3},
];

/** Busy: prices move, stock runs out, pods are taken away. */
const modelFor = (workload: ModelWorkload): SimulationModel => {
	const model = modelOf(PRICES, {
		horizonSeconds: 10 * DAY,
		cells: 5,
		cellSeconds: 2 * DAY,
		pullSeconds: 60,
		workload,
		strategies: [
			strategyOf('on-demand', {entries: [0, 1]}),
			strategyOf('spot', {entries: [0, 1]}),
			strategyOf('spot-limit', {entries: [0, 1], limitPerHour: 0.1}),
			strategyOf('spot-fallback', {entries: [0, 1]}),
			strategyOf('reserved', {reserved: {covered: 1, perInstanceHour: 0.2671}}),
		],
	});
	return {
		...model,
		entries: model.entries.map(entry => ({
			...entry,
			interruption: {law: 'exponential', meanHours: 12},
		})),
		market: {
			...model.market,
			price: {
				law: 'ar1',
				sigma: 0.2,
				phi: 0.97,
				changeProbability: 0.15,
				floor: 0.1,
				cap: 1,
				ratio: null,
			},
			stock: {law: 'renewal', meanUpHours: 20, meanDownHours: 3},
			onDemandStock: {law: 'renewal', meanUpHours: 50, meanDownHours: 1},
			commonShock: 0.9,
		},
	};
};

const WORKLOADS: readonly (readonly [string, ModelWorkload])[] = [
	['a service', {kind: 'service', windows: [[[0, 10 * DAY]], [[DAY, 3 * DAY]]]}],
	['batch work', batchOf({starts: [0, 3 * DAY], end: 10 * DAY, deadlineSeconds: 2 * DAY})],
];

describe('paths of the engine', () => {
	it.each(WORKLOADS)('of %s have the mean cost that their seconds have', (_, workload) => {
		const model = modelFor(workload);
		const runPaths = openSimulation(model);
		const blocks = [runPaths(0, 25), runPaths(25, PATHS - 25)];
		const strategies = summarise(runOf(PRICES, model, blocks));
		const series = costSeries(model, blocks);
		for (const [index, {name, cost, worstCase, placedShare}] of strategies.entries()) {
			const costs = blocks.flatMap(block => [...(block.strategies[index]?.cost ?? [])]);
			const mean = costs.reduce((sum, value) => sum + value, 0) / PATHS;
			// Reserved instances come to a millionth.
			expect(Math.abs(toNumber(cost.mean.amount) - mean), name).toBeLessThan(1e-6);
			expect(toNumber(worstCase.amount), name).toBeGreaterThanOrEqual(Math.max(...costs) - 1e-6);
			expect(placedShare, name).toBeGreaterThan(0.5);
			expect(placedShare, name).toBeLessThanOrEqual(1);
			expect(series.strategies[index]?.p50.at(-1), name).toBe(cost.p50.value);
		}
	});
});
