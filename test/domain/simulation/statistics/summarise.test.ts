import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {SimulationModel} from '../../../../source/domain/simulation/simulation-model.ts';
import {costSeries} from '../../../../source/domain/simulation/statistics/cost-series.ts';
import {partialCosts} from '../../../../source/domain/simulation/statistics/partial-cost.ts';
import {summarise} from '../../../../source/domain/simulation/statistics/summarise.ts';
import {
	add,
	decimal,
	fraction,
	multiply,
	subtract,
	toDecimal,
	toNumber,
} from '../../../../source/domain/units/fraction.ts';
import {
	anyPath,
	batchOf,
	blockOf,
	columnsOf,
	cutIntoBlocks,
	type EntryPrices,
	modelOf,
	type PathNumbers,
	runOf,
	strategyOf,
} from '../../../helpers/simulation/summary-runs.ts';

const SPEC: EntryPrices = {spec: '2-4Gi', onDemand: '0.441072', spotBase: '0.42', storage: '0.01'};
const LARGE: EntryPrices = {spec: 'ecs.c6.large', onDemand: '0.39', spotBase: '0.39'};
const CELLS = 3;

/** Two strategies with a number of paths each, and where they are cut into blocks. */
const anyRun = fc
	.tuple(fc.integer({min: 1, max: 60}), fc.array(fc.integer({min: 1, max: 20}), {maxLength: 4}))
	.chain(([paths, cuts]) => {
		const strategy = fc.array(anyPath, {minLength: paths, maxLength: paths});
		return fc.record({onDemand: strategy, spot: strategy, cuts: fc.constant(cuts)});
	});

const model = modelOf([SPEC], {cells: CELLS, cellSeconds: 12_000});

const summaryOf = (
	onDemand: readonly PathNumbers[],
	spot: readonly PathNumbers[],
	cuts: readonly number[],
) => summarise(runOf([SPEC], model, cutIntoBlocks([onDemand, spot], cuts, CELLS)));

describe('the mean cost', () => {
	it('is the exact sum of what every path is billed for', () => {
		fc.assert(
			fc.property(anyRun, ({onDemand, spot, cuts}) => {
				const strategies = summaryOf(onDemand, spot, cuts);
				// Pico-yuan: an hour of 0.441072, of 0.42 in millionths, of 0.01.
				const billed = spot.reduce((sum, path) => {
					const fallback = BigInt(Math.max(0, path.billed - path.spot));
					const units = BigInt(path.spot) * BigInt(path.ratioUnits);
					return (
						sum +
						fallback * 441_072_000_000n +
						units * 420_000n +
						BigInt(path.spot) * 10_000_000_000n
					);
				}, 0n);
				const expected = fraction(billed, 10n ** 12n * 3600n * BigInt(spot.length));
				expect(strategies[1]?.cost.mean).toEqual({currency: 'CNY', amount: expected});
			}),
		);
	});

	it('differs from the baseline by exactly the difference of the means', () => {
		fc.assert(
			fc.property(anyRun, ({onDemand, spot, cuts}) => {
				const [baseline, lane] = summaryOf(onDemand, spot, cuts);
				if (!baseline || !lane) throw new Error('Two strategies were run');
				expect(baseline.vsBaseline).toBeNull();
				const more = subtract(lane.cost.mean.amount, baseline.cost.mean.amount);
				expect(lane.vsBaseline?.mean.amount).toEqual(more);
				const percent = lane.vsBaseline?.percent;
				if (baseline.cost.mean.amount.numerator === 0n) expect(percent).toBeNull();
				else
					expect(percent).toBeCloseTo(
						(100 * toNumber(more)) / toNumber(baseline.cost.mean.amount),
						9,
					);
			}),
		);
	});

	it('with reserved instances is that of the paths, to a millionth', () => {
		const reserved = strategyOf('reserved', {
			reserved: {covered: 2, perInstanceHour: 0.267},
		});
		const block = blockOf([columnsOf({cost: [100.1, 100.2, 100.4]}, {onDemandSeconds: [36_000n]})]);
		const run = runOf([LARGE], modelOf([LARGE], {strategies: [reserved]}), [block]);
		const [result] = summarise(run);
		expect(result?.cost.mean.amount).toEqual(decimal('100.233333'));
		expect(result?.covered).toBe(2);
		expect(result?.vsBaseline).toBeNull();
	});
});

describe('blocks', () => {
	it('come to the same in any order, and as one', () => {
		fc.assert(
			fc.property(anyRun, fc.integer(), ({onDemand, spot, cuts}, shift) => {
				const blocks = cutIntoBlocks([onDemand, spot], cuts, CELLS);
				const whole = cutIntoBlocks([onDemand, spot], [], CELLS);
				const middle = Math.abs(shift) % blocks.length;
				const rotated = [...blocks.slice(middle), ...blocks.slice(0, middle)].reverse();
				const expected = summarise(runOf([SPEC], model, whole));
				expect(summarise(runOf([SPEC], model, blocks))).toEqual(expected);
				expect(summarise(runOf([SPEC], model, rotated))).toEqual(expected);
				expect(partialCosts(model, rotated)).toEqual(partialCosts(model, whole));
			}),
		);
	});
});

describe('a distribution', () => {
	const oneToThousand = Array.from({length: 1000}, (_, index) => 1000 - index);
	const only = (cost: readonly number[]) => {
		const run = runOf([LARGE], modelOf([LARGE], {strategies: [strategyOf('spot')]}), [
			blockOf([columnsOf({cost})]),
		]);
		return summarise(run)[0]?.cost;
	};

	it('has the quantiles of its paths with the values at their confidence ranks', () => {
		const cost = only(oneToThousand);
		expect(cost?.p50).toEqual({value: 500.5, low: 469, high: 532});
		expect(cost?.p90.low).toBe(881);
		expect(cost?.p90.high).toBe(920);
		expect(cost?.p99?.value).toBeCloseTo(990.01, 9);
		expect([cost?.p99?.low, cost?.p99?.high]).toEqual([983, 998]);
		// Variance of 1 to n: n (n + 1) / 12.
		expect(cost?.se).toBeCloseTo(Math.sqrt((1000 * 1001) / 12 / 1000), 10);
	});

	it('has no P99 under 1,000 paths', () => {
		expect(only(oneToThousand.slice(1))?.p99).toBeNull();
	});

	it('is told early with its mean, P10 and P90', () => {
		const strategies = [strategyOf('spot')];
		const block = blockOf([columnsOf({cost: [4, 1, 3, 2]})]);
		expect(partialCosts(modelOf([LARGE], {strategies}), [block])).toEqual([
			{name: 'spot', mean: 2.5, p10: 1.3, p90: expect.closeTo(3.7, 14)},
		]);
	});
});

describe('the cost over time', () => {
	it('has P10, P50 and P90 at the end of each cell', () => {
		const cells = [1, 10, 2, 20, 3, 30, 4, 40];
		const strategies = [strategyOf('spot')];
		const block = blockOf([columnsOf({cost: [10, 20, 30, 40], cells})]);
		const twoCells = modelOf([LARGE], {
			strategies,
			horizonSeconds: 34_000,
			cells: 2,
			cellSeconds: 18_000,
		});
		const series = costSeries(twoCells, [block]);
		expect(series.hours).toEqual([5, 34_000 / 3600]);
		expect(series.strategies).toEqual([
			{
				name: 'spot',
				p10: [1.3, 13],
				p50: [2.5, 25],
				p90: [expect.closeTo(3.7, 14), expect.closeTo(37, 13)],
			},
		]);
	});
});

describe('shares', () => {
	const resultOf = (
		changes: Partial<SimulationModel>,
		numbers: Parameters<typeof columnsOf>[0],
	) => {
		const changed = modelOf([LARGE], {strategies: [strategyOf('spot')], ...changes});
		return summarise(runOf([LARGE], changed, [blockOf([columnsOf(numbers)])]))[0];
	};

	it('are of what was asked for and of what was billed', () => {
		// One replica for ten hours, on two paths.
		const result = resultOf(
			{},
			{
				cost: [1, 2],
				servedSeconds: [36_000, 27_000],
				billedSeconds: [36_000, 24_000],
				fallbackSeconds: [0, 15_000],
				interruptions: [0, 3],
			},
		);
		expect(result?.placedShare).toBe(63 / 72);
		expect(result?.fallbackShare).toBe(0.25);
		expect(result?.billedHours).toEqual({mean: 30_000 / 3600, se: 6000 / 3600});
		expect(result?.interruptions).toEqual({mean: 1.5, se: 1.5});
		expect(result?.deadlineMet).toBeNull();
	});

	it('are 0 where nothing can be placed, and whole where nothing is asked for', () => {
		const nothing = resultOf({}, {cost: [0, 0]});
		expect(nothing?.placedShare).toBe(0);
		expect(nothing?.fallbackShare).toBe(0);
		expect(nothing?.hoursBySpec).toEqual([]);
		expect(nothing?.cost.mean.amount).toEqual(fraction(0));
		const idle = resultOf({workload: {kind: 'service', windows: []}}, {cost: [0]});
		expect(idle?.placedShare).toBe(1);
	});

	it('of runs in time have the interval of as many trials as there are paths', () => {
		const workload = batchOf({replicas: 2, starts: [0, 86_400], deadlineSeconds: 50_000});
		const result = resultOf(
			{workload},
			{
				cost: [0, 0, 0, 0],
				runsInTime: [4, 4, 3, 1],
				servedSeconds: [144_000, 144_000, 108_000, 36_000],
			},
		);
		// 12 of 16; Wilson with n = 4 and z² = 3.8414588.
		const square = 3.841_458_820_694_124 / 4;
		const margin = Math.sqrt((0.75 * 0.25 + square / 4) * square);
		expect(result?.deadlineMet?.share).toBe(0.75);
		expect(result?.deadlineMet?.low).toBeCloseTo((0.75 + square / 2 - margin) / (1 + square), 12);
		expect(result?.deadlineMet?.high).toBeCloseTo((0.75 + square / 2 + margin) / (1 + square), 12);
		expect(result?.placedShare).toBe(0.75);
	});

	it('of batch work without a deadline or without a run have no chance', () => {
		expect(resultOf({workload: batchOf()}, {cost: [0]})?.deadlineMet).toBeNull();
		const never = batchOf({starts: [], deadlineSeconds: 50_000});
		expect(resultOf({workload: never}, {cost: [0]})?.deadlineMet).toBeNull();
	});
});

describe('hours by spec', () => {
	it('are means of a path, by the spec and by how it is paid', () => {
		const prices = [LARGE, SPEC, LARGE];
		const strategies = [strategyOf('spot-fallback', {entries: [0, 1]})];
		const columns = columnsOf(
			{cost: [1, 2]},
			{
				onDemandSeconds: [7200n, 0n, 0n],
				spotSeconds: [36_000n, 3600n, 3600n],
				spotRatioSeconds: [0n, 0n, 0n],
			},
		);
		const run = runOf(prices, modelOf(prices, {strategies}), [blockOf([columns])]);
		const [result] = summarise(run);
		expect(result?.specs).toEqual(['ecs.c6.large', '2-4Gi']);
		expect(result?.hoursBySpec).toEqual([
			{spec: 'ecs.c6.large', payment: 'spot', hours: 5.5},
			{spec: 'ecs.c6.large', payment: 'on-demand', hours: 1},
			{spec: '2-4Gi', payment: 'spot', hours: 0.5},
		]);
	});
});

describe('the worst case', () => {
	const worstOf = (
		prices: readonly EntryPrices[],
		changes: Partial<SimulationModel>,
		numbers: Parameters<typeof columnsOf>[0],
	) => {
		const run = runOf(prices, modelOf(prices, changes), [blockOf([columnsOf(numbers)])]);
		const amount = summarise(run)[0]?.worstCase.amount;
		return amount && toDecimal(amount, 12);
	};

	it('is all that was asked for at the dearest price of the chain', () => {
		const strategies = [strategyOf('on-demand', {entries: [0, 1]})];
		// Ten hours of 2-4Gi.
		expect(worstOf([LARGE, SPEC], {strategies}, {cost: [0]})).toBe('4.41072');
	});

	it('is what the longest path was billed for where that is more', () => {
		const strategies = [strategyOf('on-demand')];
		expect(worstOf([LARGE], {strategies}, {cost: [0, 0], billedSeconds: [36_000, 72_000]})).toBe(
			'7.8',
		);
	});

	it('has spot at its cap where that is dearer, and storage on top', () => {
		const strategies = [strategyOf('spot')];
		const dear = {...SPEC, spotBase: '0.5'};
		expect(worstOf([dear], {strategies}, {cost: [0]})).toBe('5.1');
		expect(worstOf([{...SPEC, spotBase: null}], {strategies}, {cost: [0]})).toBe('4.41072');
	});

	it('of batch work has its start-up and its checkpoints', () => {
		const strategies = [strategyOf('on-demand')];
		const workload = batchOf({
			replicas: 2,
			checkpoint: {everySeconds: 18_000, costSeconds: 1800, restoreSeconds: 60},
		});
		// Two pods of 0.5 h pull, 10 h work and two checkpoints of 0.5 h, at 0.39.
		expect(worstOf([LARGE], {strategies, workload, pullSeconds: 1800}, {cost: [0]})).toBe('8.97');
	});

	it('with reserved instances adds what no path was given, on demand', () => {
		const strategies = [strategyOf('reserved', {reserved: {covered: 1, perInstanceHour: 0.2671}})];
		// 2.671 for ten hours; the second path was refused two of them: 2.671 + 2 × 0.39 at most.
		const numbers = {cost: [2.671, 2.671], billedSeconds: [36_000, 28_800]};
		expect(worstOf([LARGE], {strategies}, numbers)).toBe('3.451');
	});

	it('is never below any path', () => {
		fc.assert(
			fc.property(fc.array(anyPath, {minLength: 1, maxLength: 20}), paths => {
				const strategies = [strategyOf('spot')];
				const billedAsSpot = paths.map(path => ({...path, billed: path.spot}));
				const blocks = cutIntoBlocks([billedAsSpot], [], 1);
				const [result] = summarise(runOf([SPEC], modelOf([SPEC], {strategies}), blocks));
				if (!result) throw new Error('One strategy was run');
				const dearest = paths.map(({spot, ratioUnits}) =>
					add(
						multiply(fraction(BigInt(spot) * BigInt(ratioUnits), 10n ** 6n), decimal('0.42')),
						multiply(fraction(spot), decimal('0.01')),
					),
				);
				const most = Math.max(...dearest.map(amount => toNumber(amount) / 3600));
				expect(toNumber(result.worstCase.amount)).toBeGreaterThanOrEqual(most - 1e-9);
			}),
		);
	});
});

describe('a price limit', () => {
	it('is told with the strategies that have one', () => {
		const strategies = [strategyOf('spot'), strategyOf('spot-limit', {limitPerHour: 0.2})];
		const columns = columnsOf({cost: [1]});
		const limit = {
			perHour: {currency: 'CNY' as const, amount: decimal('0.2')},
			isAdvised: true,
		};
		const run = {
			...runOf([LARGE], modelOf([LARGE], {strategies}), [blockOf([columns, columns])]),
			limit,
		};
		expect(summarise(run).map(result => result.limit)).toEqual([null, limit]);
	});
});
