import type {IsoDate} from '../units/calendar.ts';
import type {Currency} from '../units/money.ts';

/** Seconds since 1970-01-01 UTC. */
export type Instant = number;

/** What every price of an ECS type says; `price` is a plain decimal above 0. */
type TypePrice = {
	readonly region: string;
	/** `ecs.c6.large` */
	readonly type: string;
	readonly currency: Currency;
	readonly price: string;
};

/** Share of the instances that were released, as spot advice puts it. */
export const INTERRUPTION_BUCKETS = ['0-3%', '3-5%', '5-10%', '10-100%'] as const;
export type InterruptionBucket = (typeof INTERRUPTION_BUCKETS)[number];

/** One price, or a fact beside it, that an imported file or an API names. */
export type PriceRecord =
	/** Pay-as-you-go per hour. */
	| (TypePrice & {readonly kind: 'on-demand'; readonly asOf: IsoDate})
	/** A subscription: what all its months cost together. */
	| (TypePrice & {readonly kind: 'subscription'; readonly months: number; readonly asOf: IsoDate})
	/** The spot price per hour in one zone from a moment on. */
	| (TypePrice & {
			readonly kind: 'spot';
			readonly zone: string;
			readonly at: Instant;
			/** Pay-as-you-go at that moment, where the source says it. */
			readonly list?: string;
	  })
	/** Averages of the last 30 days in one zone. */
	| {
			readonly kind: 'advice';
			readonly region: string;
			readonly zone: string;
			readonly type: string;
			/** Spot price in percent of on-demand, 1 to 100. */
			readonly percentOfOnDemand: number;
			readonly interruption: InterruptionBucket;
			readonly asOf: IsoDate;
	  }
	/** ECI's own unit prices per second. */
	| {
			readonly kind: 'unit-prices';
			readonly region: string;
			readonly currency: Currency;
			readonly vcpuPerSecond: string;
			readonly gibPerSecond: string;
			readonly asOf: IsoDate;
	  };

/**
 * The region that a zone lies in: `cn-hangzhou-h` → `cn-hangzhou`, `us-east-1a` → `us-east-1`; null for
 * what is no name of a zone.
 */
export const regionOfZone = (zone: string): string | null =>
	/^([a-z][a-z0-9-]{1,60}?)(?:-[a-z]|(?<=\d)[a-z])$/.exec(zone)?.[1] ?? null;
