import fc from 'fast-check';
import type {PathBlock, StrategyColumns} from '../../../source/domain/simulation/path-columns.ts';
import type {
	ModelEntry,
	ModelStrategy,
	ModelWorkload,
	SimulationModel,
} from '../../../source/domain/simulation/simulation-model.ts';
import type {EntryRates} from '../../../source/domain/simulation/simulation-result.ts';
import type {SimulationRun} from '../../../source/domain/simulation/statistics/simulation-run.ts';
import {
	decimal,
	type Fraction,
	fraction,
	multiply,
	toNumber,
} from '../../../source/domain/units/fraction.ts';

const HOUR = 3600;

export type EntryPrices = {
	readonly spec: string;
	/** Decimals an hour. */
	readonly onDemand: string;
	readonly spotBase: string | null;
	readonly storage?: string;
	readonly ratio?: number;
};

const perSecond = (perHour: string): Fraction => multiply(decimal(perHour), fraction(1, HOUR));
const asNumber = (text: string): number => toNumber(decimal(text));

export const entryOf = ({spec, onDemand, spotBase, storage, ratio}: EntryPrices): ModelEntry => ({
	spec,
	billedAs: spec,
	onDemandPerHour: asNumber(onDemand),
	spotBasePerHour: spotBase === null ? null : asNumber(spotBase),
	storagePerHour: asNumber(storage ?? '0'),
	ratio: ratio ?? 0.25,
	interruption: {law: 'none'},
	history: null,
});

export const ratesOf = ({onDemand, spotBase, storage}: EntryPrices): EntryRates => ({
	onDemandPerSecond: perSecond(onDemand),
	spotBasePerSecond: spotBase === null ? null : perSecond(spotBase),
	storagePerSecond: perSecond(storage ?? '0'),
});

export const strategyOf = (
	name: ModelStrategy['name'],
	changes: Partial<ModelStrategy> = {},
): ModelStrategy => ({
	name,
	entries: [0],
	payment: name.startsWith('spot') ? 'spot' : 'on-demand',
	limitPerHour: null,
	fallback: name === 'spot-fallback',
	policy: 'none',
	reserved: null,
	...changes,
});

/** One replica for ten hours. */
export const TEN_HOURS: ModelWorkload = {kind: 'service', windows: [[[0, 10 * HOUR]]]};

export const batchOf = (
	changes: Partial<Extract<ModelWorkload, {kind: 'batch'}>> = {},
): Extract<ModelWorkload, {kind: 'batch'}> => ({
	kind: 'batch',
	replicas: 1,
	starts: [0],
	end: 30 * 24 * HOUR,
	workSeconds: 10 * HOUR,
	deadlineSeconds: null,
	checkpoint: null,
	...changes,
});

export const modelOf = (
	entries: readonly EntryPrices[],
	changes: Partial<SimulationModel> = {},
): SimulationModel => ({
	seed: 1,
	horizonSeconds: 10 * HOUR,
	cellSeconds: 10 * HOUR,
	cells: 1,
	zones: 1,
	zoneOrder: 'ordered',
	startHour: 0,
	pullSeconds: 0,
	entries: entries.map(entryOf),
	market: {
		price: {law: 'constant', floor: 0.1, cap: 1, ratio: null},
		interruption: {law: 'none'},
		stock: {law: 'always'},
		onDemandStock: {law: 'always'},
		protectionSeconds: HOUR,
		checkSeconds: 300,
		noticeSeconds: 180,
		retrySeconds: 300,
		trySeconds: 10,
		commonShock: 0,
	},
	workload: TEN_HOURS,
	strategies: [strategyOf('on-demand'), strategyOf('spot')],
	...changes,
});

type ColumnNumbers = Partial<Record<Exclude<keyof StrategyColumns, 'totals'>, readonly number[]>>;

/** Columns of which only some matter; the rest is 0. */
export const columnsOf = (
	numbers: ColumnNumbers & {readonly cost: readonly number[]},
	totals: Partial<StrategyColumns['totals']> = {},
): StrategyColumns => {
	const column = (values: readonly number[] | undefined) =>
		Float64Array.from(values ?? numbers.cost.map(() => 0));
	return {
		cost: column(numbers.cost),
		billedSeconds: column(numbers.billedSeconds),
		interruptions: column(numbers.interruptions),
		servedSeconds: column(numbers.servedSeconds),
		fallbackSeconds: column(numbers.fallbackSeconds),
		runsInTime: column(numbers.runsInTime),
		cells: column(numbers.cells ?? numbers.cost),
		totals: {
			onDemandSeconds: totals.onDemandSeconds ?? [0n],
			spotSeconds: totals.spotSeconds ?? [0n],
			spotRatioSeconds: totals.spotRatioSeconds ?? [0n],
		},
	};
};

export const blockOf = (strategies: readonly StrategyColumns[], from = 0): PathBlock => ({
	from,
	count: strategies[0]?.cost.length ?? 0,
	strategies,
});

export const runOf = (
	prices: readonly EntryPrices[],
	model: SimulationModel,
	blocks: readonly PathBlock[],
): SimulationRun => ({
	model,
	rates: prices.map(ratesOf),
	currency: 'CNY',
	baseline: 'on-demand',
	limit: null,
	blocks,
});

/** One path's numbers of one strategy, in whole numbers: seconds, and cost in hundredths. */
export type PathNumbers = {
	readonly cost: number;
	readonly billed: number;
	readonly served: number;
	readonly interruptions: number;
	readonly spot: number;
	readonly ratioUnits: number;
};

export const anyPath: fc.Arbitrary<PathNumbers> = fc.record({
	cost: fc.integer({min: 0, max: 1_000_000}),
	billed: fc.integer({min: 0, max: 36_000}),
	served: fc.integer({min: 0, max: 36_000}),
	interruptions: fc.integer({min: 0, max: 9}),
	spot: fc.integer({min: 0, max: 36_000}),
	ratioUnits: fc.integer({min: 100_000, max: 1_000_000}),
});

const sumOf = (paths: readonly PathNumbers[], amountOf: (path: PathNumbers) => number): bigint =>
	paths.reduce((sum, path) => sum + BigInt(amountOf(path)), 0n);

export const columnsOfPaths = (paths: readonly PathNumbers[], cells: number): StrategyColumns =>
	columnsOf(
		{
			cost: paths.map(({cost}) => cost / 100),
			billedSeconds: paths.map(({billed}) => billed),
			servedSeconds: paths.map(({served}) => served),
			interruptions: paths.map(({interruptions}) => interruptions),
			fallbackSeconds: paths.map(({billed, spot}) => Math.max(0, billed - spot)),
			cells: paths.flatMap(({cost}) =>
				Array.from({length: cells}, (_, cell) => (cost * (cell + 1)) / cells / 100),
			),
		},
		{
			onDemandSeconds: [sumOf(paths, ({billed, spot}) => Math.max(0, billed - spot))],
			spotSeconds: [sumOf(paths, ({spot}) => spot)],
			spotRatioSeconds: [sumOf(paths, ({spot, ratioUnits}) => spot * ratioUnits)],
		},
	);

/** Cuts paths into blocks of these lengths, the last one with what is left. */
export const cutIntoBlocks = (
	strategies: readonly (readonly PathNumbers[])[],
	lengths: readonly number[],
	cells: number,
): readonly PathBlock[] => {
	const blocks: PathBlock[] = [];
	const paths = strategies[0]?.length ?? 0;
	let from = 0;
	for (const length of [...lengths, paths]) {
		const to = Math.min(paths, from + length);
		if (to > from)
			blocks.push(
				blockOf(
					strategies.map(numbers => columnsOfPaths(numbers.slice(from, to), cells)),
					from,
				),
			);
		from = to;
	}
	return blocks;
};
