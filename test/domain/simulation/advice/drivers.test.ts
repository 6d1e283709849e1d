import {describe, expect, it} from 'vitest';
import {driversOf} from '../../../../source/domain/simulation/advice/drivers.ts';
import type {StrategyColumns} from '../../../../source/domain/simulation/path-columns.ts';
import type {
	ModelStrategy,
	SimulationModel,
} from '../../../../source/domain/simulation/simulation-model.ts';
import {
	batchOf,
	blockOf,
	columnsOf,
	type EntryPrices,
	modelOf,
	runOf,
	strategyOf,
} from '../../../helpers/simulation/summary-runs.ts';

const FIRST: EntryPrices = {spec: 'ecs.c6.large', onDemand: '0.4', spotBase: '0.4', ratio: 0.25};
const LATER: EntryPrices = {spec: '2-4Gi', onDemand: '0.8', spotBase: '0.8', ratio: 0.5};

const sharesOf = (
	strategy: ModelStrategy,
	columns: StrategyColumns,
	changes: Partial<SimulationModel> = {},
): Readonly<Record<string, number>> => {
	const prices = [FIRST, LATER];
	const model = modelOf(prices, {strategies: [strategy], ...changes});
	const drivers = driversOf(runOf(prices, model, [blockOf([columns])]));
	return Object.fromEntries(drivers.map(({kind, share}) => [kind, share]));
};

describe('what drives the cost', () => {
	it('is nothing for pods that pay one price on demand', () => {
		const columns = columnsOf({cost: [4]}, {onDemandSeconds: [36_000n, 0n]});
		expect(sharesOf(strategyOf('on-demand'), columns)).toEqual({});
	});

	it('is stock where later specs of the chain were needed', () => {
		// 5 h at 0.4 and 5 h at 0.8: 2 of 6 would have been saved.
		const columns = columnsOf({cost: [6]}, {onDemandSeconds: [18_000n, 18_000n]});
		expect(sharesOf(strategyOf('on-demand', {entries: [0, 1]}), columns)).toEqual({
			stock: expect.closeTo(1 / 3, 12),
		});
	});

	it('is the price of spot, and what fallback and later specs cost more than the first on spot', () => {
		// On spot 6 h at 0.1 and 1 h at 0.4, on the fallback 1 h at 0.4: 1.4 in all.
		const columns = columnsOf(
			{cost: [1.4], billedSeconds: [28_800]},
			{
				onDemandSeconds: [3600n, 0n],
				spotSeconds: [21_600n, 3600n],
				spotRatioSeconds: [21_600n * 250_000n, 3600n * 500_000n],
			},
		);
		const strategy = strategyOf('spot-fallback', {entries: [0, 1]});
		expect(sharesOf(strategy, columns)).toEqual({
			price: expect.closeTo(1 / 1.4, 12),
			fallback: expect.closeTo(0.3 / 1.4, 12),
			stock: expect.closeTo(0.3 / 1.4, 12),
		});
	});

	it('is start-ups after interruptions, and work done again', () => {
		// 10 h of work, 12.5 h billed: five starts of 0.1 h, and 2 h again.
		const columns = columnsOf(
			{
				cost: [1.25],
				billedSeconds: [45_000],
				servedSeconds: [36_000],
				interruptions: [4],
			},
			{
				onDemandSeconds: [0n, 0n],
				spotSeconds: [45_000n, 0n],
				spotRatioSeconds: [45_000n * 250_000n, 0n],
			},
		);
		const batch = {workload: batchOf(), pullSeconds: 360};
		expect(sharesOf(strategyOf('spot'), columns, batch)).toEqual({
			price: 1,
			interruptions: expect.closeTo(0.4 / 12.5, 12),
			rework: expect.closeTo(2 / 12.5, 12),
		});
		const service = {pullSeconds: 360};
		expect(sharesOf(strategyOf('spot'), columns, service)).toEqual({
			price: 1,
			interruptions: expect.closeTo(0.4 / 12.5, 12),
		});
	});

	it('counts neither checkpoints nor restoring them as work done again', () => {
		const workload = batchOf({
			checkpoint: {everySeconds: 3600, costSeconds: 360, restoreSeconds: 720},
		});
		// 10 h of work with ten checkpoints of 0.1 h; one interruption restores 0.2 h and loses 0.3 h.
		const columns = columnsOf(
			{cost: [1.15], billedSeconds: [41_400], servedSeconds: [36_000], interruptions: [1]},
			{
				onDemandSeconds: [0n, 0n],
				spotSeconds: [41_400n, 0n],
				spotRatioSeconds: [41_400n * 250_000n, 0n],
			},
		);
		expect(sharesOf(strategyOf('spot'), columns, {workload})).toEqual({
			price: 1,
			rework: expect.closeTo(0.3 / 11.5, 12),
			interruptions: expect.closeTo(0.2 / 11.5, 12),
		});
	});

	it('is told from the largest on, and neither of nothing nor of reserved instances', () => {
		const spot = columnsOf(
			{cost: [1.3], billedSeconds: [36_000]},
			{
				onDemandSeconds: [3600n, 0n],
				spotSeconds: [32_400n, 0n],
				spotRatioSeconds: [32_400n * 250_000n, 0n],
			},
		);
		const kinds = Object.keys(sharesOf(strategyOf('spot-fallback'), spot));
		expect(kinds).toEqual(['price', 'fallback']);
		expect(sharesOf(strategyOf('spot'), columnsOf({cost: [0]}))).toEqual({});
		const reserved = strategyOf('reserved', {reserved: {covered: 1, perInstanceHour: 0.2}});
		expect(sharesOf(reserved, spot)).toEqual({});
	});
});
