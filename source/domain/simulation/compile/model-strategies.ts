import type {Spec} from '../../catalogue/spec.ts';
import {weighSpecs} from '../../chain/candidates.ts';
import type {Plan} from '../../plan.ts';
import {demandOf} from '../../pricing/hourly-demand.ts';
import type {PriceBook} from '../../pricing/price-book.ts';
import {cheapestCover} from '../../pricing/reserved.ts';
import {reservedHours} from '../../pricing/reserved-quote.ts';
import {openLog} from '../../rules/log.ts';
import {requestOf} from '../../sizing/pod-request.ts';
import {
	divide,
	type Fraction,
	fraction,
	multiply,
	subtract,
	toNumber,
} from '../../units/fraction.ts';
import {HOURS_PER_MONTH, SECONDS_PER_HOUR} from '../../units/money.ts';
import type {ModelStrategy, StrategyName} from '../simulation-model.ts';
import type {PricedSpec} from './priced-spec.ts';

/** Reserved instances of one type for the workload. */
export type ReservedPlan = {
	readonly hoursPerMonth: Fraction;
	readonly source: 'given' | 'subscription' | 'assumed';
	readonly covered: number;
	/** Price of one instance for one hour, used or not. */
	readonly perInstanceHour: number;
};

/** Specs that the simulation needs: the chain, and one ECS type for the ways that need one. */
export type ChosenSpecs = {
	readonly chain: readonly Spec[];
	/** The chain's first ECS type, else the cheapest that fits; null where none does. */
	readonly ecs: Spec | null;
};

export const chooseSpecs = ({request, chain}: Plan, book: PriceBook): ChosenSpecs => {
	const specs = chain.entries.map(({spec}) => spec);
	const first = chain.entries.find(({family}) => family !== null);
	if (first) return {chain: specs, ecs: first.spec};
	const onDemand = {...request, spot: {...request.spot, strategy: 'none' as const}};
	const pod = requestOf(onDemand, openLog(request.ruleset));
	const {candidates} = weighSpecs({pod, request: onDemand, book});
	const cheapest = candidates.find(({family}) => family !== null);
	return {chain: specs, ecs: cheapest ? cheapest.resolve().spec : null};
};

/** How many reserved instances of an ECS type are cheapest, and what one costs. */
export const planReserved = (
	{rates, billedAs}: PricedSpec,
	{request, quote}: Plan,
	book: PriceBook,
): ReservedPlan => {
	const {reserved, workload} = request;
	const rate = subtract(rates.onDemandPerSecond, rates.storagePerSecond);
	const {hours: hoursPerMonth, source} = reservedHours(
		reserved,
		book.types.get(billedAs)?.subscription ?? null,
		rate,
	);
	const demand = demandOf(workload.load, quote.startUp.seconds);
	const covered = reserved.covered ?? cheapestCover(demand, multiply(hoursPerMonth, demand.months));
	const perMonth = multiply(hoursPerMonth, multiply(rate, fraction(SECONDS_PER_HOUR)));
	return {
		hoursPerMonth,
		source,
		covered,
		perInstanceHour: toNumber(divide(perMonth, fraction(HOURS_PER_MONTH))),
	};
};

/** What a strategy is made of. */
export type StrategyParts = {
	/** Indices of the chain's entries. */
	readonly chain: readonly number[];
	/** Index of the ECS type. */
	readonly ecs: number | null;
	readonly limitPerHour: number | null;
	readonly reserved: ReservedPlan | null;
};

const PLAIN = {
	payment: 'on-demand',
	limitPerHour: null,
	fallback: false,
	policy: 'none',
	reserved: null,
} as const;

/** Null where it needs an ECS type and there is none. */
export const modelStrategy = (name: StrategyName, parts: StrategyParts): ModelStrategy | null => {
	const {chain: entries, ecs, limitPerHour, reserved} = parts;
	switch (name) {
		case 'on-demand':
			return {...PLAIN, name, entries};
		case 'spot':
			return {...PLAIN, name, entries, payment: 'spot'};
		case 'spot-limit':
			return {...PLAIN, name, entries, payment: 'spot', limitPerHour};
		case 'spot-fallback':
			return {...PLAIN, name, entries, payment: 'spot', fallback: true};
		case 'greedy':
		case 'uniform-progress':
			return {...PLAIN, name, entries, payment: 'spot', fallback: true, policy: name};
		case 'ecs':
			return ecs === null ? null : {...PLAIN, name, entries: [ecs]};
		case 'reserved':
			return ecs === null ? null : {...PLAIN, name, entries: [ecs], reserved};
	}
};
