import type {Diagnostic} from '../../diagnostics.ts';
import type {PlanInput} from '../../input/plan-input.ts';
import type {Plan} from '../../plan.ts';
import {fraction, zero} from '../../units/fraction.ts';
import {
	addMoney,
	type Currency,
	type Money,
	money,
	overSeconds,
	scaleMoney,
} from '../../units/money.ts';
import type {Place} from '../lint/part.ts';
import type {Replicas} from './autoscalers.ts';

/** What there is to say, and the place in its document; null where flags or variables are meant. */
export type Placed = {readonly diagnostic: Diagnostic; readonly place: Place | null};

/** Why a workload has no plan: ECI doesn't run it, its own manifest keeps it away, or it can't be read. */
export type Unplanned = 'daemonset' | 'elsewhere' | 'invalid';

/** What all pods of a workload cost in a month. */
export type MonthlyCost = {
	/** Null without a price. */
	readonly least: Money | null;
	readonly most: Money | null;
	/** Part of `most` that is paid for what was rounded up; null where nothing was. */
	readonly rounding: Money | null;
	/** With the most pods, on spot; null without a price. */
	readonly spot: Money | null;
	/** True where a part of it has no price. */
	readonly incomplete: boolean;
};

/** A workload of a file of manifests. */
export type PlannedWorkload = {
	readonly file: string;
	readonly document: number;
	readonly kind: string;
	readonly name: string;
	/** Empty where the manifest doesn't say. */
	readonly namespace: string;
	readonly replicas: Replicas;
	/** Null where there is nothing to plan. */
	readonly plan: Plan | null;
	readonly unplanned: Unplanned | null;
	/** What it was planned from; null where it wasn't. */
	readonly input: PlanInput | null;
	/** Null where nobody knows how long it runs, and where there is no plan. */
	readonly cost: MonthlyCost | null;
	readonly findings: readonly Placed[];
};

const scaled = (amount: Money | null, {least, most}: Replicas): Money | null =>
	amount && scaleMoney(amount, most === 0 ? zero : fraction(least, most));

/** The month of a plan for the most pods. */
export const monthlyCost = ({quote, sizing}: Plan, replicas: Replicas): MonthlyCost => {
	const most = quote.total?.perMonth ?? null;
	const {roundingRate} = sizing;
	const spot = quote.comparison.find(({name, inChain}) => name === 'spot' && inChain);
	return {
		least: scaled(most, replicas),
		most,
		rounding: roundingRate && overSeconds(roundingRate, quote.usage.perMonth),
		spot: spot?.missing ? null : (spot?.perMonth ?? null),
		incomplete: quote.incomplete || most === null,
	};
};

/** What all planned workloads cost together; amounts that aren't known are left out and said to be. */
export type TotalCost = {
	readonly least: Money;
	readonly most: Money;
	readonly rounding: Money;
	/** Of the workloads with a spot price; those without are in `most` alone. */
	readonly spot: Money;
	/** True where something has no price, or no known duration. */
	readonly incomplete: boolean;
	readonly isSpotIncomplete: boolean;
	/** Workloads whose month is known, be it in part. */
	readonly counted: number;
};

const nothing = (currency: Currency): TotalCost => ({
	least: money(currency, zero),
	most: money(currency, zero),
	rounding: money(currency, zero),
	spot: money(currency, zero),
	incomplete: false,
	isSpotIncomplete: false,
	counted: 0,
});

const plus = (sum: Money, amount: Money | null): Money => (amount ? addMoney(sum, amount) : sum);

/** Adds up what runs on ECI. A workload that can't be read may cost anything, so the total is incomplete. */
export const totalCost = (workloads: readonly PlannedWorkload[], currency: Currency): TotalCost =>
	workloads
		.filter(({plan, unplanned}) => plan || unplanned === 'invalid')
		.reduce<TotalCost>(
			(sum, {cost}) => ({
				least: plus(sum.least, cost?.least ?? null),
				most: plus(sum.most, cost?.most ?? null),
				rounding: plus(sum.rounding, cost?.rounding ?? null),
				spot: plus(sum.spot, cost?.spot ?? null),
				incomplete: sum.incomplete || (cost?.incomplete ?? true),
				isSpotIncomplete: sum.isSpotIncomplete || !cost?.spot,
				counted: sum.counted + (cost?.most ? 1 : 0),
			}),
			nothing(currency),
		);
