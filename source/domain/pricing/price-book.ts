import type {IsoDate} from '../units/calendar.ts';
import type {Fraction} from '../units/fraction.ts';
import type {Currency, Rate} from '../units/money.ts';
import type {InterruptionBucket} from './price-record.ts';

/** A price per hour and the day it was read. */
export type DatedPrice = {
	readonly perHour: Fraction;
	/** Null for a price that somebody gave without a date. */
	readonly asOf: IsoDate | null;
	/** Where it comes from, if not from the source of the book. */
	readonly source?: string;
	/** True for a price that is known in the other currency only. */
	readonly isConverted?: true;
};

/** The price of one zone. */
export type ZonePrice = DatedPrice & {readonly zone: string};

/** What spot advice says about one zone: averages of 30 days. */
export type ZoneAdvice = {
	readonly zone: string;
	/** Spot over on-demand. */
	readonly ratio: Fraction;
	readonly interruption: InterruptionBucket;
	readonly asOf: IsoDate;
	readonly source: string;
};

/** Prices of one type. */
export type TypePrices = {
	/** Pay-as-you-go; null where the list has no price. */
	readonly onDemand: DatedPrice | null;
	/** One quote a zone, in the order of the zone's letter. */
	readonly spot: readonly ZonePrice[];
	/** A monthly subscription, spread over the 730 hours of a month. */
	readonly subscription?: DatedPrice;
};

/** One ECS instance type as one region offers it. */
export type InstanceOffer = TypePrices & {
	/** `ecs.c6.large` */
	readonly type: string;
	/** `c6`: the row of the family table. */
	readonly family: string;
	readonly vcpu: number;
	readonly memoryGiB: number;
	/** Number of GPUs, 0 for most. */
	readonly gpu: number;
	/** Pay-as-you-go by the list, where own terms make it another price. */
	readonly list?: DatedPrice;
	readonly advice?: readonly ZoneAdvice[];
	/** True where the quotes were named for this command, so that they count before advice. */
	readonly areQuotesFirst?: true;
	/** Prices in the other currency, of use where somebody gives an exchange rate. */
	readonly foreign?: TypePrices;
};

/** What a vCPU and a GiB of memory cost when a pod is billed by CPU and memory. */
export type CpuMemRates = {
	readonly vcpu: Rate;
	readonly memoryGiB: Rate;
	/** Temporary storage beyond the free 30 GiB; null where no price is known. */
	readonly ephemeralGiB: Rate | null;
	/** The same in the other currency. */
	readonly foreignEphemeralGiB: Rate | null;
	/** Where the rates come from. */
	readonly source: string;
	/** Null for those of a page without a date. */
	readonly asOf: IsoDate | null;
};

/** All prices of one region in one currency. */
export type PriceBook = {
	readonly region: string;
	readonly currency: Currency;
	readonly cpuMem: CpuMemRates;
	/** By type name, sorted by it. Shipped prices of ECS types are in CNY; in USD they are foreign. */
	readonly types: ReadonlyMap<string, InstanceOffer>;
	/** Where the prices of the types come from. */
	readonly source: string;
};
