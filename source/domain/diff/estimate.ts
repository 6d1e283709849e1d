import type {PlanInput, SpotStrategy} from '../input/plan-input.ts';
import type {Replicas} from '../manifest/workload/autoscalers.ts';
import {monthlyCost, type Unplanned} from '../manifest/workload/planned-workload.ts';
import {type Knowledge, type Plan, planFrom, type Search} from '../plan.ts';
import type {Amounts} from '../rules/facts.ts';
import {toAmounts} from '../sizing/pod-request.ts';
import {
	type Fraction,
	fraction,
	isZero,
	multiply,
	roundHalfEven,
	toNumber,
	zero,
} from '../units/fraction.ts';
import {
	type Currency,
	HOURS_PER_MONTH,
	type Money,
	money,
	perMonth,
	SECONDS_PER_HOUR,
	scaleMoney,
} from '../units/money.ts';

/** What a workload is, by which both sides know it. */
export type Identity = {
	readonly kind: string;
	readonly name: string;
	/** Empty where nobody says. */
	readonly namespace: string;
};

/** What a price follows from, as far as a saved plan tells it, too. */
export type Facets = {
	readonly region: string;
	readonly ruleset: string;
	/** Null where nothing was planned. */
	readonly request: Amounts | null;
	readonly billed: string | null;
	/** Null where no chain was named or chosen. */
	readonly useSpecs: string | null;
	/** Null where a saved plan doesn't say. */
	readonly spot: {readonly strategy: SpotStrategy; readonly limit: string | null} | null;
	/** Temporary storage beyond the free part. */
	readonly storageGib: number;
};

/** What all pods of a workload cost in a month on demand, and on spot with the most pods; null where that isn't known. */
export type Months = {
	readonly least: Money | null;
	readonly most: Money | null;
	readonly spot: Money | null;
};

/** What it takes to plan a workload again with other answers. */
export type Replay = {
	readonly input: PlanInput;
	readonly knowledge: Knowledge;
	readonly search: Search;
};

/** What one side says of a workload, planned now or read from a saved plan. */
export type Estimate = Identity & {
	readonly state: 'planned' | Unplanned;
	readonly currency: Currency;
	readonly replicas: Replicas;
	readonly facets: Facets;
	readonly months: Months;
	/** A month of one pod that runs all the time; null without a price. */
	readonly pod: Money | null;
	/** How many such months all pods are billed; null where nobody knows how long they run. */
	readonly podMonths: Fraction | null;
	/** What of a month one pod is billed, in hours; null where nobody knows. */
	readonly hours: Fraction | null;
	/** Null for a saved plan. */
	readonly replay: Replay | null;
	/** A month of one pod of some spec by the prices of this side; null where they don't tell. */
	readonly podOf: (spec: string) => Money | null;
};

/** As documents write amounts, so that a saved plan equals the one that it was saved from. */
const PLACES = 12;

export const written = (amount: Money | null): Money | null =>
	amount && money(amount.currency, roundHalfEven(amount.amount, PLACES));

const MONTH = fraction(1, HOURS_PER_MONTH * SECONDS_PER_HOUR);

/** What runs elsewhere costs nothing on ECI. */
const nothing = (currency: Currency): Months => {
	const none = money(currency, zero);
	return {least: none, most: none, spot: none};
};

const UNKNOWN: Months = {least: null, most: null, spot: null};

/** Of what has no plan. */
export const NO_FACETS = {
	request: null,
	billed: null,
	useSpecs: null,
	spot: null,
	storageGib: 0,
} as const;

/** What of a month each pod is billed. */
export const hoursOf = (podMonths: Fraction | null, {most}: Replicas): Fraction | null =>
	podMonths && most > 0 ? multiply(podMonths, fraction(HOURS_PER_MONTH, most)) : null;

const facetsOf = ({request, sizing, chain}: Plan): Facets => ({
	region: request.region,
	ruleset: request.ruleset,
	request: toAmounts(sizing.asked.billing),
	billed: sizing.billed?.spec ?? null,
	useSpecs: sizing.isNamed || !chain.given ? chain.useSpecs : null,
	spot: {
		strategy: request.spot.strategy,
		limit: request.spot.strategy === 'SpotWithPriceLimit' ? request.spot.priceLimit : null,
	},
	storageGib: sizing.storage ? toNumber(sizing.storage.gib) : 0,
});

/** A month of one pod, be there none of them. */
export const podMonthOf = (
	podMonths: Fraction | null,
	most: Money | null,
	full: Money | null,
): Money | null =>
	podMonths && most && !isZero(podMonths)
		? scaleMoney(most, fraction(podMonths.denominator, podMonths.numerator))
		: full;

/** What of the cost of a plan is known as a whole. */
const monthsOf = (plan: Plan, replicas: Replicas): Months => {
	const {least, most, spot, incomplete} = monthlyCost(plan, replicas);
	return incomplete
		? {...UNKNOWN, spot: written(spot)}
		: {least: written(least), most: written(most), spot: written(spot)};
};

const podMonthsOf = ({quote}: Plan): Fraction => multiply(quote.usage.perMonth, MONTH);

/** What a plan costs on demand as a whole, all pods and one of them. */
type Cost = Pick<Estimate, 'pod'> & {readonly most: Money | null};

const costOf = (plan: Plan): Cost => {
	const {quote, sizing} = plan;
	const most = quote.incomplete ? null : written(quote.total?.perMonth ?? null);
	const rate = sizing.billed?.rate ?? null;
	return {most, pod: podMonthOf(podMonthsOf(plan), most, rate && perMonth(rate))};
};

/** The cost with another input; nothing where that can't be planned. */
export const replayed = (input: PlanInput, {knowledge, search}: Replay): Cost => {
	const {plan} = planFrom(input, knowledge, search);
	return plan ? costOf(plan) : {most: null, pod: null};
};

/** A workload that was planned now; nobody knows how long an open-ended one runs. */
export const estimateOf = (
	identity: Identity,
	plan: Plan,
	replicas: Replicas,
	replay: Replay,
	isOpenEnded: boolean,
): Estimate => {
	const months = isOpenEnded ? UNKNOWN : monthsOf(plan, replicas);
	const podMonths = isOpenEnded ? null : podMonthsOf(plan);
	return {
		...identity,
		state: 'planned',
		currency: plan.request.currency,
		replicas,
		facets: facetsOf(plan),
		months,
		pod: costOf(plan).pod,
		podMonths,
		hours: hoursOf(podMonths, replicas),
		replay,
		podOf: spec =>
			replayed({...replay.input, chain: {...replay.input.chain, useSpecs: [spec]}}, replay).pod,
	};
};

/** A workload without a plan: it runs elsewhere, or can't be read. */
export const unplannedEstimate = (
	identity: Identity,
	state: Unplanned,
	replicas: Replicas,
	{currency, region, ruleset}: {readonly currency: Currency} & Pick<Facets, 'region' | 'ruleset'>,
): Estimate => ({
	...identity,
	state,
	currency,
	replicas,
	facets: {region, ruleset, ...NO_FACETS},
	months: state === 'invalid' ? UNKNOWN : nothing(currency),
	pod: null,
	podMonths: null,
	hours: null,
	replay: null,
	podOf: () => null,
});
