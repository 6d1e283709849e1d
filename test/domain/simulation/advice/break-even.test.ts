import {describe, expect, it} from 'vitest';
import {breakEvens} from '../../../../source/domain/simulation/advice/break-even.ts';
import type {StrategyColumns} from '../../../../source/domain/simulation/path-columns.ts';
import type {
	ModelStrategy,
	SimulationModel,
} from '../../../../source/domain/simulation/simulation-model.ts';
import {decimal, fraction} from '../../../../source/domain/units/fraction.ts';
import {
	batchOf,
	blockOf,
	columnsOf,
	type EntryPrices,
	modelOf,
	runOf,
	strategyOf,
} from '../../../helpers/simulation/summary-runs.ts';

const PLAIN: EntryPrices = {spec: 'ecs.c6.large', onDemand: '0.4', spotBase: '0.4'};

/** Two paths of one replica for ten hours on demand. */
const ON_DEMAND = columnsOf({cost: [4, 4]}, {onDemandSeconds: [72_000n]});

/** On spot all the time, at 0.2 and at 0.3. */
const SPOT = columnsOf(
	{cost: [0.8, 1.2]},
	{spotSeconds: [72_000n], spotRatioSeconds: [36_000n * 500_000n]},
);

const breakEvensOf = (
	prices: EntryPrices,
	lanes: readonly (readonly [ModelStrategy, StrategyColumns])[],
	changes: Partial<SimulationModel> = {},
) => {
	const strategies = lanes.map(([strategy]) => strategy);
	const block = blockOf(lanes.map(([, columns]) => columns));
	return breakEvens(runOf([prices], modelOf([prices], {strategies, ...changes}), [block]), null);
};

describe('the ratio at which spot costs what the baseline does', () => {
	it('is 1 where both run the same hours', () => {
		expect(
			breakEvensOf(PLAIN, [
				[strategyOf('on-demand'), ON_DEMAND],
				[strategyOf('spot'), SPOT],
			]),
		).toEqual([{kind: 'spot-ratio', strategy: 'spot', ratio: 1}]);
	});

	it('falls with the hours that spot does again', () => {
		// 12.5 hours instead of 10: the mean ratio 0.25 × 8 / 2.5
		const again = columnsOf(
			{cost: [1, 1.5]},
			{spotSeconds: [90_000n], spotRatioSeconds: [45_000n * 500_000n]},
		);
		expect(
			breakEvensOf(PLAIN, [
				[strategyOf('on-demand'), ON_DEMAND],
				[strategyOf('spot'), again],
			]),
		).toEqual([{kind: 'spot-ratio', strategy: 'spot', ratio: 0.8}]);
	});

	it('leaves storage and the fallback as they are', () => {
		const stored = {...PLAIN, onDemand: '0.5', storage: '0.1'};
		// Per path: 2 h of fallback at 0.5, 8 h of spot at 0.25 × 0.4, storage 0.8. So 5 − 1 − 0.8 = 3.2
		// is left for 8 h × 0.4.
		const mixed = columnsOf(
			{cost: [2.6]},
			{
				onDemandSeconds: [7200n],
				spotSeconds: [28_800n],
				spotRatioSeconds: [28_800n * 250_000n],
			},
		);
		const baseline = columnsOf({cost: [5]}, {onDemandSeconds: [36_000n]});
		expect(
			breakEvensOf(stored, [
				[strategyOf('on-demand'), baseline],
				[strategyOf('spot-fallback'), mixed],
			]),
		).toEqual([{kind: 'spot-ratio', strategy: 'spot-fallback', ratio: 1}]);
	});

	it('is null above the cap, and where the rest alone costs more', () => {
		const half = columnsOf(
			{cost: [0.5]},
			{spotSeconds: [18_000n], spotRatioSeconds: [18_000n * 250_000n]},
		);
		const baseline = columnsOf({cost: [4]}, {onDemandSeconds: [36_000n]});
		const dear = columnsOf(
			{cost: [5]},
			{onDemandSeconds: [45_000n], spotSeconds: [3600n], spotRatioSeconds: [3600n * 250_000n]},
		);
		expect(
			breakEvensOf(PLAIN, [
				[strategyOf('on-demand'), baseline],
				[strategyOf('spot'), half],
				[strategyOf('spot-fallback'), dear],
			]),
		).toEqual([
			{kind: 'spot-ratio', strategy: 'spot', ratio: null},
			{kind: 'spot-ratio', strategy: 'spot-fallback', ratio: null},
		]);
	});

	it('is not told where spot found nothing, where a limit or a deadline decides, nor of the baseline', () => {
		const lanes: readonly (readonly [ModelStrategy, StrategyColumns])[] = [
			[strategyOf('on-demand'), ON_DEMAND],
			[strategyOf('spot'), columnsOf({cost: [0, 0]})],
			[strategyOf('spot-limit', {limitPerHour: 0.2}), SPOT],
			[strategyOf('greedy', {payment: 'spot', policy: 'greedy'}), SPOT],
		];
		expect(breakEvensOf(PLAIN, lanes)).toEqual([]);
		const run = runOf([PLAIN], modelOf([PLAIN], {strategies: [strategyOf('spot')]}), [
			blockOf([SPOT]),
		]);
		expect(breakEvens(run, null)).toEqual([]);
		expect(breakEvens({...run, baseline: 'spot'}, null)).toEqual([]);
	});
});

describe('reserved instances', () => {
	const reserved = strategyOf('reserved', {reserved: {covered: 1, perInstanceHour: 0.27}});

	it('pay for a pod that runs as many hours a day as they cost, and after so many months', () => {
		const [day, year] = breakEvensOf(PLAIN, [[reserved, ON_DEMAND]]);
		// 500 of 730 hours: 16.438 of 24, and 12 months × 500 / 730.
		expect(day).toEqual({kind: 'reserved-hours-per-day', hours: expect.closeTo(16.438_356, 6)});
		expect(year).toEqual({kind: 'reserved-months', months: expect.closeTo(8.219_178, 6)});
	});

	it('take the price that was given', () => {
		const run = runOf([PLAIN], modelOf([PLAIN], {strategies: [reserved]}), [blockOf([ON_DEMAND])]);
		expect(breakEvens(run, null, fraction(365))).toEqual([
			{kind: 'reserved-hours-per-day', hours: 12},
			{kind: 'reserved-months', months: 6},
		]);
	});
});

describe('advice', () => {
	it('has the checkpoint interval of work on spot, and the price limit', () => {
		const workload = batchOf({workSeconds: 360_000});
		const model = modelOf([PLAIN], {workload});
		const entries = model.entries.map(entry => ({
			...entry,
			interruption: {law: 'exponential' as const, meanHours: 24},
		}));
		const run = runOf([PLAIN], {...model, entries}, [blockOf([ON_DEMAND, SPOT])]);
		const limit = {
			perHour: {currency: 'CNY' as const, amount: decimal('0.12')},
			reason: 'batch' as const,
		};
		expect(breakEvens(run, limit).map(({kind}) => kind)).toEqual([
			'spot-ratio',
			'checkpoint-interval',
			'price-limit',
		]);
		const onlyOnDemand = {...run.model, strategies: [strategyOf('on-demand')]};
		expect(breakEvens({...run, model: onlyOnDemand}, null)).toEqual([]);
	});
});
