import type {Chain} from '../chain/chain.ts';
import type {PlanRequest, ReservedRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import type {Seconds} from '../units/duration.ts';
import {
	compare,
	divide,
	type Fraction,
	fraction,
	isZero,
	multiply,
	toDecimal,
} from '../units/fraction.ts';
import {
	addMoney,
	HOURS_PER_MONTH,
	type Money,
	overSeconds,
	rate,
	SECONDS_PER_HOUR,
	scaleMoney,
} from '../units/money.ts';
import {type Demand, demandOf} from './hourly-demand.ts';
import type {DatedPrice} from './price-book.ts';
import {cheapestCover, coveredCost, mostCovered} from './reserved.ts';
import {ASSUMED_RESERVED_HOURS, subscriptionRange} from './reserved-price.ts';
import type {Usage} from './usage.ts';

/** The cost of one number of reserved instances. */
export type CoverPoint = {readonly covered: number; readonly perMonth: Money};

/** All pods on the chain's first ECS type, some covered by reserved instances, the rest pay-as-you-go. */
export type ReservedCost = {
	readonly type: string;
	/** Pay-as-you-go hours that one instance costs a month. */
	readonly hoursPerMonth: Fraction;
	/** Number of reserved instances. */
	readonly covered: number;
	/** True when no other number costs less. */
	readonly isCheapest: boolean;
	readonly perHour: Money;
	readonly perMonth: Money;
	/** The month with none, with some, … up to all pods; thinned out when that is many. */
	readonly curve: readonly CoverPoint[];
};

const CURVE_STEPS = 100;

/** 0 to `last` in at most a hundred steps, with `named` among them. */
const curveCounts = (last: number, named: readonly number[]): readonly number[] => {
	const step = Math.max(1, Math.ceil(last / CURVE_STEPS));
	const even = Array.from({length: Math.floor(last / step) + 1}, (_, index) => index * step);
	return [...new Set([...even, last, ...named])].toSorted((a, b) => a - b);
};

const averagePerHour = (perMonth: Money, usage: Usage, {months}: Demand): Money => {
	const month = multiply(months, fraction(HOURS_PER_MONTH));
	const running = fraction(SECONDS_PER_HOUR * Math.max(1, usage.peakReplicas));
	const hours = usage.once && !isZero(usage.perMonth) ? divide(usage.perMonth, running) : month;
	return scaleMoney(perMonth, divide(fraction(1), hours));
};

/** What a reserved instance costs a month in pay-as-you-go hours of its type, and who says so. */
export type ReservedHours = {
	readonly hours: Fraction;
	readonly source: 'given' | 'subscription' | 'assumed';
};

/** As the user says, else as a monthly subscription of the type costs, else as assumed. */
export const reservedHours = (
	{hoursPerMonth}: ReservedRequest,
	subscription: DatedPrice | null,
	perSecond: Fraction,
): ReservedHours => {
	if (hoursPerMonth) return {hours: hoursPerMonth, source: 'given'};
	if (!subscription || isZero(perSecond)) return {hours: ASSUMED_RESERVED_HOURS, source: 'assumed'};
	const hourly = multiply(perSecond, fraction(SECONDS_PER_HOUR));
	const perMonth = multiply(subscription.perHour, fraction(HOURS_PER_MONTH));
	return {hours: divide(perMonth, hourly), source: 'subscription'};
};

const coveredType = ({entries}: Chain) => entries.find(({spec}) => spec.kind !== 'cpu-mem');

/**
 * Null without an ECS type that has a price: reserved instances don't offset pods that are billed by
 * CPU and memory [facts §3.8]. `storage` per pod and second is never offset.
 */
export const quoteReserved = (
	chain: Chain,
	{workload, reserved}: PlanRequest,
	{usage, startUp}: {readonly usage: Usage; readonly startUp: Seconds},
	storage: Fraction,
): ReservedCost | null => {
	const entry = coveredType(chain);
	if (!entry?.onDemand) return null;
	const {onDemand} = entry;
	const demand = demandOf(workload.load, startUp);
	const {hours: hoursPerMonth} = reservedHours(reserved, entry.subscription, onDemand.perSecond);
	const hours = multiply(hoursPerMonth, demand.months);
	const disks = overSeconds(rate(onDemand.currency, storage), usage.perMonth);
	const costOf = (count: number) =>
		addMoney(coveredCost(demand, {rate: onDemand, hours}, count), disks);
	const cheapest = cheapestCover(demand, hours);
	const covered = reserved.covered ?? cheapest;
	const perMonth = costOf(covered);
	const last = Math.max(usage.peakReplicas, mostCovered(demand));
	return {
		type: entry.billedAs,
		hoursPerMonth,
		covered,
		isCheapest: compare(perMonth.amount, costOf(cheapest).amount) === 0,
		perHour: averagePerHour(perMonth, usage, demand),
		perMonth,
		curve: curveCounts(last, [cheapest, covered]).map(count => ({
			covered: count,
			perMonth: costOf(count),
		})),
	};
};

/** What was assumed about reserved instances, or why there are none. */
export const noteReserved = (
	cost: ReservedCost | null,
	chain: Chain,
	{reserved, spot}: PlanRequest,
	log: Log,
) => {
	const {entries, unknown} = chain;
	const hasType = coveredType(chain) || unknown.some(({spec}) => spec.kind !== 'cpu-mem');
	if (entries.length > 0 && !hasType)
		log.add('reserved-nothing', {specs: entries.map(({billedAs}) => billedAs)});
	if (!cost) return;
	if (spot.strategy !== 'none') log.add('reserved-not-spot', {type: cost.type});
	const subscription = coveredType(chain)?.subscription;
	if (reserved.hoursPerMonth !== null) return;
	if (subscription) {
		const hours = toDecimal(cost.hoursPerMonth, 1);
		log.add('reserved-price-subscription', {type: cost.type, hours, asOf: subscription.asOf ?? ''});
	} else {
		const hours = toDecimal(ASSUMED_RESERVED_HOURS, 2);
		log.add('reserved-price-assumed', {hours, ...subscriptionRange()});
	}
};
