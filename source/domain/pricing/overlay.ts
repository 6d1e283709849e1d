import type {IsoDate} from '../units/calendar.ts';
import type {Currency} from '../units/money.ts';
import type {Instant, InterruptionBucket} from './price-record.ts';

/** Every row ends with the day it held and the number of its source in the overlay. */
type Dated = readonly [asOf: IsoDate, source: number];

export type SizeRow = readonly [type: string, vcpu: number, memoryGiB: number, gpu: number];
/** Pay-as-you-go per hour; prices are plain decimals above 0. */
export type OnDemandRow = readonly [currency: Currency, type: string, price: string, ...Dated];
/** What all the months cost together. */
export type SubscriptionRow = readonly [
	currency: Currency,
	type: string,
	months: number,
	price: string,
	...Dated,
];
/** The latest quote of a zone per hour. */
export type SpotRow = readonly [
	currency: Currency,
	type: string,
	zone: string,
	price: string,
	...Dated,
];
export type AdviceRow = readonly [
	type: string,
	zone: string,
	percentOfOnDemand: number,
	interruption: InterruptionBucket,
	...Dated,
];
export type UnitPriceRow = readonly [
	currency: Currency,
	vcpuPerSecond: string,
	gibPerSecond: string,
	...Dated,
];

/** Prices of one region that lie over those that ship with the product; plain data for a JSON file. */
export type RegionOverlay = {
	/** Where the prices come from. */
	readonly sources: readonly string[];
	/** What types are made of that the region's shipped list doesn't have. */
	readonly sizes: readonly SizeRow[];
	readonly onDemand: readonly OnDemandRow[];
	readonly subscription: readonly SubscriptionRow[];
	readonly spot: readonly SpotRow[];
	readonly advice: readonly AdviceRow[];
	readonly unitPrices: readonly UnitPriceRow[];
};

/** A spot price per hour that holds from a moment on; the last point tells how far is known. */
export type SpotPoint = readonly [at: Instant, perHour: string];

/** Spot prices over time, for the simulator: one row a currency, type and zone. */
export type SpotSeries = readonly (readonly [
	currency: Currency,
	type: string,
	zone: string,
	points: readonly SpotPoint[],
	/** All that points came from, sorted; missing where an older program wrote the row. */
	sources?: readonly string[],
])[];

/** All that was imported for one region. */
export type Overlaid = {readonly overlay: RegionOverlay; readonly series: SpotSeries};

export const NOTHING_OVERLAID: Overlaid = {
	overlay: {
		sources: [],
		sizes: [],
		onDemand: [],
		subscription: [],
		spot: [],
		advice: [],
		unitPrices: [],
	},
	series: [],
};
