import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {StrategyColumns} from '../../../source/domain/simulation/path-columns.ts';
import {openSimulation} from '../../../source/domain/simulation/run-paths.ts';
import type {SimulationModel} from '../../../source/domain/simulation/simulation-model.ts';
import {
	batchOf,
	columnsOf,
	entryOf,
	HOUR,
	modelOf,
	NORMAL_MARKET,
	onlyColumns,
	strategyOf,
} from '../../helpers/simulation/models.ts';

const ENTRIES = [
	entryOf('a', {ratio: 0.2}),
	entryOf('b', {ratio: 0.3, onDemandPerHour: 1.5, spotBasePerHour: 1.4}),
];
const BOTH = {entries: [0, 1]};

const rough = (market: SimulationModel['market'] = NORMAL_MARKET): SimulationModel['market'] => ({
	...market,
	price: {
		law: 'ar1',
		sigma: 0.3,
		phi: 0.9,
		changeProbability: 0.4,
		floor: 0.1,
		cap: 1,
		ratio: null,
	},
	interruption: {law: 'weibull', meanHours: 20, shape: 0.6},
	stock: {law: 'renewal', meanUpHours: 15, meanDownHours: 3},
});

const SERVICE = modelOf({
	horizonHours: 24 * 14,
	market: rough(),
	entries: ENTRIES,
	workload: {
		kind: 'service',
		windows: Array.from({length: 3}, () => [[0, 24 * 14 * HOUR]] as const),
	},
	strategies: [
		strategyOf('on-demand', BOTH),
		strategyOf('spot', BOTH),
		strategyOf('spot-limit', {...BOTH, limitPerHour: 0.35}),
		strategyOf('spot-fallback', {...BOTH, fallback: true}),
	],
});

const BATCH = modelOf({
	...SERVICE,
	pullSeconds: 60,
	workload: batchOf(8, {
		replicas: 2,
		starts: [0, 30 * HOUR, 31 * HOUR],
		end: 24 * 14 * HOUR,
		deadlineSeconds: 12 * HOUR,
		checkpoint: {everySeconds: HOUR, costSeconds: 100, restoreSeconds: 50},
	}),
	strategies: [
		...SERVICE.strategies,
		strategyOf('greedy', {...BOTH, fallback: true, policy: 'greedy'}),
		strategyOf('uniform-progress', {...BOTH, fallback: true, policy: 'uniform-progress'}),
	],
});

const MODELS = [
	['a service', SERVICE],
	['batch work', BATCH],
] as const;

/** Numbers of some paths, to compare. */
const rows = (
	{totals: _, cells, ...columns}: StrategyColumns,
	from: number,
	count: number,
	width: number,
) => ({
	...Object.fromEntries(
		Object.entries(columns).map(([name, values]) => [name, [...values.slice(from, from + count)]]),
	),
	cells: [...cells.slice(from * width, (from + count) * width)],
});

/** Facts §4-X. */
describe.each(MODELS)('laws of the engine with the same seed: %s', (_, model) => {
	const all = columnsOf(model, 60);

	test('the first paths are those of a shorter run, and any part is what it is in the whole', () => {
		fc.assert(
			fc.property(fc.nat(59), fc.integer({min: 1, max: 20}), (from, length) => {
				const count = Math.min(length, 60 - from);
				const part = columnsOf(model, count, from);
				for (const [index, columns] of part.entries()) {
					const whole = all[index];
					expect(whole).toBeDefined();
					if (whole)
						expect(rows(columns, 0, count, model.cells)).toEqual(
							rows(whole, from, count, model.cells),
						);
				}
			}),
			{numRuns: 20},
		);
	});

	test('parts in any order, by one engine or several, add up to the same sums', () => {
		const run = openSimulation(model);
		const later = run(40, 20).strategies;
		const first = run(0, 40).strategies;
		for (const [index, whole] of all.entries())
			for (const name of ['onDemandSeconds', 'spotSeconds', 'spotRatioSeconds'] as const) {
				const sums = whole.totals[name].map(
					(_sum, entry) =>
						(first[index]?.totals[name][entry] ?? 0n) + (later[index]?.totals[name][entry] ?? 0n),
				);
				expect(sums).toEqual(whole.totals[name]);
			}
	});

	test('a strategy comes to the same whatever stands beside it', () => {
		for (const [index, strategy] of model.strategies.entries()) {
			const alone = onlyColumns({...model, strategies: [strategy]}, 60);
			expect(alone).toEqual(all[index]);
		}
		const reversed = columnsOf({...model, strategies: model.strategies.toReversed()}, 60);
		expect(reversed.toReversed()).toEqual(all);
	});

	test('another seed gives other paths', () => {
		const other = columnsOf({...model, seed: 2}, 60);
		expect(other[1]?.cost).not.toEqual(all[1]?.cost);
	});

	test('prices that are c times as high cost c times as much', () => {
		const dearer = {
			...model,
			entries: model.entries.map(entry => ({
				...entry,
				onDemandPerHour: 4 * entry.onDemandPerHour,
				spotBasePerHour: 4 * (entry.spotBasePerHour ?? 0),
			})),
			strategies: model.strategies.map(strategy => ({
				...strategy,
				limitPerHour: strategy.limitPerHour && 4 * strategy.limitPerHour,
			})),
		};
		for (const [index, columns] of columnsOf(dearer, 60).entries())
			expect([...columns.cost]).toEqual([...(all[index]?.cost ?? [])].map(cost => 4 * cost));
	});

	test('a limit that no price exceeds is no limit', () => {
		const strategies = [
			strategyOf('spot', BOTH),
			strategyOf('spot-limit', {...BOTH, limitPerHour: 1.4}),
		];
		const [free, limited] = columnsOf({...model, strategies}, 60);
		expect(limited).toEqual(free);
	});

	test('without interruptions and with stock, nothing is interrupted', () => {
		const calm = modelOf({
			...model,
			entries: model.entries.map(entry => ({...entry, interruption: {law: 'none'}})),
			market: {...model.market, interruption: {law: 'none'}, stock: {law: 'always'}},
			strategies: [strategyOf('spot', BOTH)],
		});
		expect(Math.max(...onlyColumns(calm, 60).interruptions)).toBe(0);
	});

	test('costs in cells grow up to the cost, and billed seconds are those of the specs', () => {
		for (const {cost, cells, billedSeconds, totals, servedSeconds} of all) {
			for (const [path, amount] of cost.entries()) {
				const course = cells.slice(path * model.cells, (path + 1) * model.cells);
				expect(course.toSorted()).toEqual(course);
				expect(course.at(-1)).toBe(amount);
				expect(servedSeconds[path]).toBeLessThanOrEqual(billedSeconds[path] ?? 0);
			}
			const billed = billedSeconds.reduce((sum, seconds) => sum + seconds, 0);
			const bySpec = [...totals.onDemandSeconds, ...totals.spotSeconds];
			expect(bySpec.reduce((sum, seconds) => sum + seconds, 0n)).toBe(BigInt(billed));
			const exact = totals.spotRatioSeconds.reduce(
				(sum, seconds, entry) =>
					sum +
					((Number(seconds) / 1e6) * (model.entries[entry]?.spotBasePerHour ?? 0)) / HOUR +
					(Number(totals.onDemandSeconds[entry]) * (model.entries[entry]?.onDemandPerHour ?? 0)) /
						HOUR,
				0,
			);
			expect(cost.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(exact, 6);
		}
	});
});

test('two equal services in one market are twice one, path by path', () => {
	const alone = modelOf({
		...SERVICE,
		entries: ENTRIES,
		workload: {kind: 'service', windows: [[[0, 24 * 14 * HOUR]]]},
		market: {
			...rough(),
			interruption: {law: 'exponential', meanHours: 20},
			commonShock: 1,
		},
	});
	const pair = {
		...alone,
		workload: {
			kind: 'service',
			windows: Array.from({length: 2}, () => [[0, 24 * 14 * HOUR]] as const),
		},
	} as const;
	const [one, two] = [columnsOf(alone, 40), columnsOf(pair, 40)];
	for (const index of [0, 1, 3])
		expect([...(two[index]?.cost ?? [])].map(cost => Math.round(cost * 1e9))).toEqual(
			[...(one[index]?.cost ?? [])].map(cost => Math.round(2 * cost * 1e9)),
		);
});

test('pay-as-you-go costs more the dearer it is', () => {
	const costAt = (onDemandPerHour: number) =>
		onlyColumns(
			modelOf({
				...SERVICE,
				entries: [entryOf('a', {onDemandPerHour})],
				strategies: [strategyOf('spot-fallback', {fallback: true})],
			}),
			40,
		).cost;
	const costs = [1, 1.1, 2].map(costAt);
	for (let path = 0; path < 40; path++) {
		const [low = 0, middle = 0, high = 0] = costs.map(cost => cost[path] ?? 0);
		expect(low).toBeLessThanOrEqual(middle);
		expect(middle).toBeLessThanOrEqual(high);
	}
});
