import type {Size} from '../catalogue/spec-tables.ts';
import type {PodAmounts} from '../sizing/pod-request.ts';
import {fits} from '../sizing/round.ts';
import {type Fraction, parseDecimal, zero} from '../units/fraction.ts';
import {addRates, compareRates, type Rate, scaleRate} from '../units/money.ts';
import type {CpuMemRates} from './price-book.ts';

/** A table size such as 0.25 vCPU as an exact number. */
export const exact = (amount: number): Fraction => parseDecimal(String(amount)) ?? zero;

/** The pay-as-you-go rate of a CPU-MEM size: vCPU and memory, each per second. */
export const cpuMemRate = (
	size: {readonly vcpu: number; readonly memoryGiB: number},
	rates: CpuMemRates,
): Rate =>
	addRates(
		scaleRate(rates.vcpu, exact(size.vcpu)),
		scaleRate(rates.memoryGiB, exact(size.memoryGiB)),
	);

/** The size that holds the need for least; of equal ones the smallest. */
export const cheapestSize = (
	need: PodAmounts,
	sizes: readonly Size[],
	rates: CpuMemRates,
): Size | null =>
	sizes
		.filter(size => fits(size, need))
		.toSorted((a, b) => compareRates(cpuMemRate(a, rates), cpuMemRate(b, rates)))[0] ?? null;
