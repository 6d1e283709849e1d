import type {Fraction} from '../units/fraction.ts';
import type {Currency, Money} from '../units/money.ts';
import type {AssumptionFacts} from './assumption-facts.ts';
import type {StrategyName} from './simulation-model.ts';

/** A mean over paths with its standard error. */
export type Estimate = {readonly mean: number; readonly se: number};

/** A quantile and the order statistics that hold it with 95 % confidence. */
export type Quantile = {readonly value: number; readonly low: number; readonly high: number};

export type CostDistribution = {
	/** Exact over the paths. */
	readonly mean: Money;
	readonly se: number;
	readonly p10: Quantile;
	readonly p50: Quantile;
	readonly p90: Quantile;
	/** Null under 1,000 paths. */
	readonly p99: Quantile | null;
};

export type StrategyResult = {
	readonly name: StrategyName;
	/** Specs in the order in which they are tried. */
	readonly specs: readonly string[];
	readonly cost: CostDistribution;
	readonly billedHours: Estimate;
	readonly interruptions: Estimate;
	/** Served over asked replica-hours, 0 to 1. */
	readonly placedShare: number;
	/** Share of billed hours on the fallback. */
	readonly fallbackShare: number;
	/** Chance that a run meets the deadline, with its 95 % interval; null without a deadline. */
	readonly deadlineMet: {
		readonly share: number;
		readonly low: number;
		readonly high: number;
	} | null;
	/** Billed hours by spec, mean over paths; only those above 0. */
	readonly hoursBySpec: readonly {
		readonly spec: string;
		readonly payment: 'on-demand' | 'spot';
		readonly hours: number;
	}[];
	/** Paired with the baseline on the same paths; null for the baseline itself. */
	readonly vsBaseline: {
		readonly mean: Money;
		readonly se: number;
		/** Null where the baseline costs nothing. */
		readonly percent: number | null;
	} | null;
	/** All asked hours at the dearest price that can be charged. */
	readonly worstCase: Money;
	/** Price limit an hour, where the strategy has one, and whether it was advised. */
	readonly limit: {readonly perHour: Money; readonly isAdvised: boolean} | null;
	/** Reserved instances, where the strategy has them. */
	readonly covered: number | null;
};

/** Where two ways of paying cost the same. */
export type BreakEven =
	/** Mean spot ratio at which spot costs what the baseline does; null when no ratio up to 1 does. */
	| {
			readonly kind: 'spot-ratio';
			readonly strategy: StrategyName;
			readonly ratio: number | null;
	  }
	/** Hours a day that a pod must run for a reserved instance to pay. */
	| {readonly kind: 'reserved-hours-per-day'; readonly hours: number}
	/** Months of full use after which a year's reserved instance has paid. */
	| {readonly kind: 'reserved-months'; readonly months: number}
	/** Advice: the checkpoint interval with the least expected time. */
	| {readonly kind: 'checkpoint-interval'; readonly seconds: number; readonly expectedHours: number}
	/** Advice: the price limit an hour. */
	| {readonly kind: 'price-limit'; readonly perHour: Money; readonly reason: LimitReason};

/** What the advised price limit was chosen for. */
export type LimitReason = 'service' | 'batch' | 'deadline';

export const ASSUMPTIONS = [
	'market',
	'price-law',
	'price-history',
	'spot-ratio',
	'interruption-rate',
	'interruption-mean',
	'interruption-advised',
	'interruption-none',
	'stock',
	'on-demand-stock',
	'protection',
	'checks',
	'retry',
	'common-shock',
	'zones',
	'start-up',
	'calendar',
	'reserved-price',
	'price-limit',
	'checkpoint',
	'no-checkpoint',
	'deadline-policy',
	'history-short',
	'not-priced',
] as const;
export type AssumptionId = (typeof ASSUMPTIONS)[number];

/** One thing taken for granted, with what it is: put into words by the faces. */
export type Assumption = {
	readonly [A in AssumptionId]: {readonly id: A; readonly facts: AssumptionFacts[A]};
}[AssumptionId];

/** What the cost of a strategy is due to. */
export type Driver = {
	readonly strategy: StrategyName;
	readonly kind: 'price' | 'interruptions' | 'stock' | 'fallback' | 'rework';
	/** Share of the mean cost: by as much it would grow if there were twice as much of it. */
	readonly share: number;
};

export type CostSeries = {
	/** Ends of the cells, in hours. */
	readonly hours: readonly number[];
	readonly strategies: readonly {
		readonly name: StrategyName;
		readonly p10: readonly number[];
		readonly p50: readonly number[];
		readonly p90: readonly number[];
	}[];
};

/** Everything that a face shows of a simulation. */
export type Simulation = {
	readonly currency: Currency;
	readonly region: string;
	readonly ruleset: string;
	readonly seed: number;
	readonly paths: number;
	/** Fewer than asked for when it was stopped. */
	readonly pathsAsked: number;
	readonly horizonSeconds: number;
	readonly baseline: StrategyName;
	readonly market: string;
	readonly assumptions: readonly Assumption[];
	readonly strategies: readonly StrategyResult[];
	readonly series: CostSeries;
	readonly breakEven: readonly BreakEven[];
	readonly drivers: readonly Driver[];
};

/** Exact prices of an entry for the sums over paths. */
export type EntryRates = {
	readonly onDemandPerSecond: Fraction;
	readonly spotBasePerSecond: Fraction | null;
	readonly storagePerSecond: Fraction;
};
