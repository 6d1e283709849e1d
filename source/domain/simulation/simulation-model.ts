import type {InterruptionLaw, MarketModel} from './market/market-model.ts';

/** What the engine needs of a spec; prices are per hour and pod, in one currency, storage included. */
export type ModelEntry = {
	/** As it stands in the chain. */
	readonly spec: string;
	/** The spec that is billed. */
	readonly billedAs: string;
	readonly onDemandPerHour: number;
	/** What a spot ratio of 1 stands for; null for a spec that spot doesn't sell. */
	readonly spotBasePerHour: number | null;
	/** Storage beside a spot pod, which has no discount. */
	readonly storagePerHour: number;
	/** Mean ratio of spot to `spotBasePerHour`. */
	readonly ratio: number;
	/** Advice may say more about a spec than the market does. */
	readonly interruption: InterruptionLaw;
	/** Recorded ratios by zone; null where none are known. */
	readonly history: PriceHistory | null;
};

/** Recorded spot prices as ratios; each holds until the next, the last until `seconds`. */
export type PriceHistory = {
	/** Hour of the day, in the workload's time zone, of second 0. */
	readonly startHour: number;
	readonly seconds: number;
	readonly steps: readonly (readonly [at: number, ratio: number])[];
};

/** One replica of a service runs in these windows; seconds from time 0, the end exclusive. */
export type Windows = readonly (readonly [from: number, to: number])[];

export type ModelWorkload =
	/** By replica. */
	| {readonly kind: 'service'; readonly windows: readonly Windows[]}
	| {
			readonly kind: 'batch';
			/** Pods of one run, each with all its work. */
			readonly replicas: number;
			readonly starts: readonly number[];
			/** No pod is billed after this second. */
			readonly end: number;
			readonly workSeconds: number;
			/** Useful time from start to finish that a run may take; null for none. */
			readonly deadlineSeconds: number | null;
			/** Null for work that starts from scratch. */
			readonly checkpoint: {
				readonly everySeconds: number;
				readonly costSeconds: number;
				readonly restoreSeconds: number;
			} | null;
	  };

export const STRATEGIES = [
	'on-demand',
	'spot',
	'spot-limit',
	'spot-fallback',
	'ecs',
	'reserved',
	'greedy',
	'uniform-progress',
] as const;
export type StrategyName = (typeof STRATEGIES)[number];

export type ModelStrategy = {
	readonly name: StrategyName;
	/** Indices of entries, in the order in which they are tried. */
	readonly entries: readonly number[];
	readonly payment: 'on-demand' | 'spot';
	/** Price limit an hour of the whole pod. */
	readonly limitPerHour: number | null;
	/** On-demand where spot finds nothing, until the pod ends. */
	readonly fallback: boolean;
	/** Of batch work with a deadline that moves between spot and on-demand. */
	readonly policy: 'none' | 'greedy' | 'uniform-progress';
	/** Reserved instances, matched by the clock hour. */
	readonly reserved: {readonly covered: number; readonly perInstanceHour: number} | null;
};

/** Plain data, so that workers and shards can take it as it is. */
export type SimulationModel = {
	readonly seed: number;
	readonly horizonSeconds: number;
	/** The cost over time is kept at the end of each cell. */
	readonly cellSeconds: number;
	readonly cells: number;
	readonly zones: number;
	/** Zones are tried in this order for each spec. */
	readonly zoneOrder: 'ordered' | 'random';
	/** Hour of the day at time 0. */
	readonly startHour: number;
	/** Billed start-up of a pod. */
	readonly pullSeconds: number;
	readonly entries: readonly ModelEntry[];
	readonly market: MarketModel;
	readonly workload: ModelWorkload;
	readonly strategies: readonly ModelStrategy[];
};
