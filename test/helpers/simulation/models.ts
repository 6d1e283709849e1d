import type {MarketModel} from '../../../source/domain/simulation/market/market-model.ts';
import type {StrategyColumns} from '../../../source/domain/simulation/path-columns.ts';
import {openSimulation} from '../../../source/domain/simulation/run-paths.ts';
import type {
	ModelEntry,
	ModelStrategy,
	SimulationModel,
	StrategyName,
} from '../../../source/domain/simulation/simulation-model.ts';

export const HOUR = 3600;

/** A market in which nothing happens: the price stays, stock is there, nobody interrupts. */
export const STILL_MARKET: MarketModel = {
	price: {law: 'constant', floor: 0.1, cap: 1, ratio: null},
	interruption: {law: 'none'},
	stock: {law: 'always'},
	onDemandStock: {law: 'always'},
	protectionSeconds: 0,
	checkSeconds: 0,
	noticeSeconds: 0,
	retrySeconds: 0,
	trySeconds: 0,
	commonShock: 0,
};

/** The market `normal` of the design. */
export const NORMAL_MARKET: MarketModel = {
	price: {
		law: 'ar1',
		sigma: 0.05,
		phi: 0.97,
		changeProbability: 0.15,
		floor: 0.1,
		cap: 1,
		ratio: null,
	},
	interruption: {law: 'exponential', meanHours: 308},
	stock: {law: 'renewal', meanUpHours: 200, meanDownHours: 1},
	onDemandStock: {law: 'always'},
	protectionSeconds: HOUR,
	checkSeconds: 300,
	noticeSeconds: 180,
	retrySeconds: 300,
	trySeconds: 10,
	commonShock: 0.9,
};

/** A spec that costs 1 an hour on demand, and a quarter of it on spot. */
export const entryOf = (spec: string, changes: Partial<ModelEntry> = {}): ModelEntry => ({
	spec,
	billedAs: spec,
	onDemandPerHour: 1,
	spotBasePerHour: 1,
	storagePerHour: 0,
	ratio: 0.25,
	interruption: {law: 'none'},
	history: null,
	...changes,
});

export const strategyOf = (
	name: StrategyName,
	changes: Partial<ModelStrategy> = {},
): ModelStrategy => ({
	name,
	entries: [0],
	payment: ['on-demand', 'ecs', 'reserved'].includes(name) ? 'on-demand' : 'spot',
	limitPerHour: null,
	fallback: false,
	policy: 'none',
	reserved: null,
	...changes,
});

/** One replica all day on one spec; every entry is interrupted as the market says. */
export const modelOf = (
	changes: Partial<SimulationModel> & {readonly horizonHours?: number} = {},
): SimulationModel => {
	const {horizonHours = 24, market = STILL_MARKET, entries = [entryOf('2-4Gi')], ...rest} = changes;
	const horizonSeconds = rest.horizonSeconds ?? horizonHours * HOUR;
	return {
		seed: 1,
		horizonSeconds,
		cellSeconds: Math.ceil(horizonSeconds / 10),
		cells: 10,
		zones: 1,
		zoneOrder: 'ordered',
		startHour: 0,
		pullSeconds: 0,
		workload: {kind: 'service', windows: [[[0, horizonSeconds]]]},
		strategies: [strategyOf('spot')],
		...rest,
		market,
		entries: entries.map(entry => ({
			...entry,
			interruption: entry.interruption.law === 'none' ? market.interruption : entry.interruption,
		})),
	};
};

/** One run of so many useful hours, which may take as long as it likes. */
export const batchOf = (
	workHours: number,
	changes: Partial<Extract<SimulationModel['workload'], {kind: 'batch'}>> = {},
): SimulationModel['workload'] => ({
	kind: 'batch',
	replicas: 1,
	starts: [0],
	end: 100_000 * HOUR,
	workSeconds: Math.round(workHours * HOUR),
	deadlineSeconds: null,
	checkpoint: null,
	...changes,
});

/** What the strategies of a model come to on its first paths. */
export const columnsOf = (
	model: SimulationModel,
	paths: number,
	from = 0,
): readonly StrategyColumns[] => openSimulation(model)(from, paths).strategies;

/** What the only strategy comes to. */
export const onlyColumns = (model: SimulationModel, paths: number): StrategyColumns => {
	const [columns] = columnsOf(model, paths);
	if (!columns) throw new Error('The model has no strategy');
	return columns;
};

export type Sample = {readonly mean: number; readonly sd: number; readonly se: number};

export const sampleOf = (values: ArrayLike<number>): Sample => {
	const count = values.length;
	const list = Array.from(values);
	const mean = list.reduce((sum, value) => sum + value, 0) / count;
	const variance = list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
	return {mean, sd: Math.sqrt(variance), se: Math.sqrt(variance / count)};
};

/** Distance from what is expected, in standard errors. */
export const errorsOff = ({mean, se}: Sample, expected: number): number =>
	Math.abs(mean - expected) / se;

export const hoursOf = (seconds: ArrayLike<number>): Float64Array =>
	Float64Array.from(seconds, value => value / HOUR);
