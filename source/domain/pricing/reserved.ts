import {MAX_REPLICAS} from '../input/plan-input.ts';
import {
	add,
	ceiling,
	compare,
	type Fraction,
	fraction,
	multiply,
	subtract,
} from '../units/fraction.ts';
import {type Money, overSeconds, type Rate, SECONDS_PER_HOUR} from '../units/money.ts';
import type {Demand} from './hourly-demand.ts';

/** What reserved instances of one ECS type cost beside pay-as-you-go. */
export type InstancePrice = {
	/** Pay-as-you-go. */
	readonly rate: Rate;
	/** Pay-as-you-go hours that one instance costs in the period of the demand, used or not. */
	readonly hours: Fraction;
};

const HOUR = BigInt(SECONDS_PER_HOUR);

/**
 * Pay-as-you-go pod-seconds that `covered` instances leave: in each clock hour they offset 3,600 each
 * [facts/simulation §3.5]. Spot seconds are never offset, so they have no place in a demand.
 */
export const paidSeconds = ({levels, scale}: Demand, covered: number): Fraction => {
	const offset = BigInt(covered) * HOUR;
	const seconds = levels.reduce(
		(total, {podSeconds, hours}) =>
			podSeconds > offset ? total + (podSeconds - offset) * hours : total,
		0n,
	);
	return multiply(scale, fraction(seconds));
};

/** What the period costs with `covered` reserved instances and the rest pay-as-you-go. */
export const coveredCost = (demand: Demand, {rate, hours}: InstancePrice, covered: number): Money =>
	overSeconds(
		rate,
		add(paidSeconds(demand, covered), multiply(fraction(BigInt(covered) * HOUR), hours)),
	);

/** Instances beyond these offset nothing, or are more than a plan can have. */
export const mostCovered = ({levels}: Demand): number => {
	const instances = levels.map(({podSeconds}) => Number(ceiling(fraction(podSeconds, HOUR))));
	return Math.min(MAX_REPLICAS, Math.max(0, ...instances));
};

/** Hours of the period in which the nth instance has something to offset. */
export const usedHours = (demand: Demand, nth: number): Fraction =>
	multiply(
		subtract(paidSeconds(demand, nth - 1), paidSeconds(demand, nth)),
		fraction(1, SECONDS_PER_HOUR),
	);

/**
 * The cheapest number of reserved instances, the smallest if there are several: the nth one pays while
 * it is used for more hours than it costs (the newsvendor's rule), and none is used more than the one
 * before it.
 */
export const cheapestCover = (demand: Demand, hours: Fraction): number => {
	let [paying, idle] = [0, mostCovered(demand) + 1];
	while (idle - paying > 1) {
		const nth = Math.floor((paying + idle) / 2);
		if (compare(usedHours(demand, nth), hours) > 0) paying = nth;
		else idle = nth;
	}
	return paying;
};
