import {describe, expect, test} from 'vitest';
import type {SimulationModel} from '../../../source/domain/simulation/simulation-model.ts';
import {
	columnsOf,
	entryOf,
	errorsOff,
	HOUR,
	modelOf,
	onlyColumns,
	STILL_MARKET,
	sampleOf,
	strategyOf,
} from '../../helpers/simulation/models.ts';

const PATHS = 20_000;

/** Facts §4-D: three specs, each in stock by chance at each try, then pay-as-you-go. */
const SPECS = [
	{spec: 'a', inStock: 0.6, ratio: 0.25},
	{spec: 'b', inStock: 0.5, ratio: 0.3},
	{spec: 'c', inStock: 0.8, ratio: 0.45},
] as const;

const chainModel = (
	market: Partial<SimulationModel['market']>,
	{
		fallback,
		order = [0, 1, 2],
		seconds = HOUR,
	}: {
		readonly fallback: boolean;
		readonly order?: readonly number[];
		readonly seconds?: number;
	},
): SimulationModel =>
	modelOf({
		horizonSeconds: seconds,
		market: {
			...STILL_MARKET,
			retrySeconds: 100 * HOUR,
			stock: {
				law: 'bernoulli',
				inStock: Object.fromEntries(SPECS.map(({spec, inStock}) => [spec, inStock])),
				other: 0,
			},
			...market,
		},
		entries: SPECS.map(({spec, ratio}) => entryOf(spec, {ratio})),
		strategies: [strategyOf(fallback ? 'spot-fallback' : 'spot', {entries: order, fallback})],
	});

describe('the fallback chain', () => {
	test('is walked in its order, and then pays as it goes', () => {
		const {cost, totals} = onlyColumns(chainModel({}, {fallback: true}), PATHS);
		expect(errorsOff(sampleOf(cost), 0.322)).toBeLessThan(4);
		const shares = [...totals.spotSeconds, totals.onDemandSeconds[0] ?? 0n].map(
			seconds => Number(seconds) / HOUR / PATHS,
		);
		for (const [index, chance] of [0.6, 0.2, 0.16, 0.04].entries())
			expect(Math.abs((shares[index] ?? 0) - chance)).toBeLessThan(
				4 * Math.sqrt((chance * (1 - chance)) / PATHS),
			);
	});

	test('each failed try takes its time', () => {
		const {servedSeconds} = onlyColumns(chainModel({trySeconds: 10}, {fallback: true}), PATHS);
		const failed = sampleOf([...servedSeconds].map(served => (HOUR - served) / 10));
		expect(errorsOff(failed, 0.64)).toBeLessThan(4);
	});

	test('without a fallback, one start in 25 finds nothing, and the others pay less', () => {
		const {cost, servedSeconds} = onlyColumns(chainModel({}, {fallback: false}), PATHS);
		const placed = [...servedSeconds].map(served => Number(served > 0));
		expect(errorsOff(sampleOf(placed), 0.96)).toBeLessThan(4);
		const paid = [...cost].filter(amount => amount > 0);
		expect(errorsOff(sampleOf(paid), 0.29375)).toBeLessThan(4);
	});

	test('it starts again until something is there', () => {
		const {servedSeconds} = onlyColumns(
			chainModel({retrySeconds: 1}, {fallback: false, seconds: 1000}),
			PATHS,
		);
		const rounds = sampleOf([...servedSeconds].map(served => 1 + (1000 - served)));
		expect(errorsOff(rounds, 1.0416667)).toBeLessThan(4);
	});

	test('equal entries may change places', () => {
		const equal = (order: readonly number[]) =>
			modelOf({
				...chainModel({}, {fallback: false, order}),
				entries: SPECS.map(({spec}) => entryOf(spec)),
			});
		expect(onlyColumns(equal([0, 1, 2]), 300).cost.length).toBe(300);
		const [first, second] = [
			[0, 1, 2],
			[2, 0, 1],
		].map(order => sampleOf(onlyColumns(equal(order), PATHS).cost));
		const difference = Math.abs((first?.mean ?? 0) - (second?.mean ?? 1));
		expect(difference).toBeLessThan(4 * Math.hypot(first?.se ?? 0, second?.se ?? 0));
	});
});

/** Facts §4-J. */
describe('a fleet', () => {
	const fleet = (market: Partial<SimulationModel['market']>) =>
		modelOf({
			horizonSeconds: HOUR,
			market: {...STILL_MARKET, ...market},
			workload: {kind: 'service', windows: Array.from({length: 10}, () => [[0, HOUR]] as const)},
		});

	test('8 of 10 are up when each is up nine times in ten', () => {
		const model = fleet({
			stock: {law: 'bernoulli', inStock: {}, other: 0.9},
			retrySeconds: 100 * HOUR,
		});
		const up = [...onlyColumns(model, PATHS).servedSeconds].map(served =>
			Number(served >= 8 * HOUR),
		);
		expect(errorsOff(sampleOf(up), 0.9298091736)).toBeLessThan(4);
	});

	test.each([
		[0, 0.904837418],
		[0.92, 0.9829470756],
		[1, Math.exp(-0.01)],
	])(
		'with %f of interruptions in common, all survive an hour more often',
		(commonShock, chance) => {
			const model = fleet({interruption: {law: 'exponential', meanHours: 100}, commonShock});
			const {interruptions} = onlyColumns(model, 100_000);
			const untouched = sampleOf([...interruptions].map(count => Number(count === 0)));
			expect(errorsOff(untouched, chance)).toBeLessThan(4);
			expect(errorsOff(sampleOf(interruptions), 0.1)).toBeLessThan(4);
		},
	);
});

describe('a market in which nothing can be had', () => {
	test.each([
		['never in stock', {stock: {law: 'bernoulli', inStock: {}, other: 0} as const}],
		[
			'a trace without stock',
			{stock: {law: 'trace', trace: {stepSeconds: 600, up: [false]}, start: 'first'} as const},
		],
		['a limit below every price', {}],
	])('%s ends, costs nothing and serves nothing', (_, market) => {
		const nothing = {...STILL_MARKET, ...market, retrySeconds: 300, trySeconds: 10};
		const strategies = [
			strategyOf('spot', {limitPerHour: 0.01}),
			strategyOf('spot-limit', {limitPerHour: 0.01}),
		];
		for (const retrySeconds of [0, 300])
			for (const columns of columnsOf(
				modelOf({horizonHours: 8760, market: {...nothing, retrySeconds}, strategies}),
				3,
			)) {
				expect([...columns.cost]).toEqual([0, 0, 0]);
				expect([...columns.servedSeconds]).toEqual([0, 0, 0]);
			}
	});

	test('pay-as-you-go without stock, too, with a deadline and without', () => {
		const model = modelOf({
			horizonHours: 100,
			market: {
				...STILL_MARKET,
				stock: {law: 'bernoulli', inStock: {}, other: 0},
				onDemandStock: {law: 'bernoulli', inStock: {}, other: 0},
				retrySeconds: 300,
			},
			workload: {
				kind: 'batch',
				replicas: 2,
				starts: [0],
				end: 100 * HOUR,
				workSeconds: HOUR,
				deadlineSeconds: 3 * HOUR,
				checkpoint: null,
			},
			strategies: [
				strategyOf('on-demand'),
				strategyOf('spot-fallback', {fallback: true}),
				strategyOf('greedy', {fallback: true, policy: 'greedy'}),
				strategyOf('uniform-progress', {fallback: true, policy: 'uniform-progress'}),
			],
		});
		for (const {cost, runsInTime, servedSeconds} of columnsOf(model, 2))
			expect([...cost, ...runsInTime, ...servedSeconds]).toEqual([0, 0, 0, 0, 0, 0]);
	});
});
