import type {Fraction} from '../units/fraction.ts';
import type {Currency, Rate} from '../units/money.ts';

/** A calendar day, `2024-12-30`. */
export type IsoDate = string;

/** A list price per hour and the day it was read. */
export type DatedPrice = {readonly perHour: Fraction; readonly asOf: IsoDate};

/** One ECS instance type as one region offers it. */
export type InstanceOffer = {
	/** `ecs.c6.large` */
	readonly type: string;
	/** `c6`: the row of the family table. */
	readonly family: string;
	readonly vcpu: number;
	readonly memoryGiB: number;
	/** Number of GPUs, 0 for most. */
	readonly gpu: number;
	/** Pay-as-you-go; null where the list has no price. */
	readonly onDemand: DatedPrice | null;
	/** One quote a zone, in the order of the zone's letter. */
	readonly spot: readonly (DatedPrice & {readonly zone: string})[];
};

/** What a vCPU and a GiB of memory cost when a pod is billed by CPU and memory. */
export type CpuMemRates = {
	readonly vcpu: Rate;
	readonly memoryGiB: Rate;
	/** Temporary storage beyond the free 30 GiB; null where no price is known. */
	readonly ephemeralGiB: Rate | null;
	/** Where the rates come from; they have no date. */
	readonly source: string;
};

/** All prices of one region in one currency. */
export type PriceBook = {
	readonly region: string;
	readonly currency: Currency;
	readonly cpuMem: CpuMemRates;
	/** By type name, sorted by it. ECS prices are known in CNY only; in USD every price is null or empty. */
	readonly types: ReadonlyMap<string, InstanceOffer>;
	/** Where the prices of the types come from. */
	readonly source: string;
};
