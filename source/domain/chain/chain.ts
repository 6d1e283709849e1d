import type {Spec} from '../catalogue/spec.ts';
import type {PlanRequest, SpotRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import {type Fraction, isZero, zero} from '../units/fraction.ts';
import {compareRates, type Rate, rate} from '../units/money.ts';
import type {RejectedSpec} from './candidates.ts';
import {meanPrice, type Odds, oddsOf} from './odds.ts';
import type {ResolvedSpec} from './resolve-spec.ts';
import {type EntryStock, stockOf, stockOfUnknown, unfitStock} from './stock.ts';

/** Why an entry stands in the chain. */
export type EntryReason =
	| 'given'
	| 'pinned'
	| 'cheapest'
	| 'other-generation'
	| 'other-family'
	| 'other-size'
	| 'other-kind'
	| 'any-host'
	| 'for-target'
	| 'only-fit'
	| 'smallest';

export type ChainEntry = ResolvedSpec & {
	readonly rank: number;
	readonly reason: EntryReason;
	readonly stock: EntryStock;
	/** The chance that it is the first in stock. */
	readonly first: Fraction;
};

/** An entry of a given chain of which only the name is known: no such size, or no such type in the region. */
export type UnknownEntry = {
	readonly rank: number;
	readonly spec: Spec;
	readonly token: string;
	/** Assumed, unless the user gave it. */
	readonly stock: EntryStock;
	/** The chance that it is the first in stock. */
	readonly first: Fraction;
};

/** The ordered fallback chain of `k8s.aliyun.com/eci-use-specs`. */
export type Chain = {
	/** Those that are known, each with its rank among all. */
	readonly entries: readonly ChainEntry[];
	readonly unknown: readonly UnknownEntry[];
	/** The rank of the first entry that the pod can start on, as far as GPUs decide that. */
	readonly startsAt: number;
	/** True when the user wrote it. */
	readonly given: boolean;
	/** The annotation's value, entries that have no price included; empty for an empty chain. */
	readonly useSpecs: string;
	/** Of all entries in their order, those that aren't known with their assumed stock. */
	readonly odds: Odds;
	/** Mean price given that the first pass places the pod; null where a price is missing. */
	readonly expected: Rate | null;
	/** The dearest entry on demand; null where a price is missing. */
	readonly worst: Rate | null;
	/** Specs of the region that aren't in it, and why. */
	readonly rejected: readonly RejectedSpec[];
};

/** For a pod that no spec can hold. */
export const NO_CHAIN: Chain = {
	entries: [],
	unknown: [],
	startsAt: 1,
	given: false,
	useSpecs: '',
	odds: oddsOf([]),
	expected: null,
	worst: null,
	rejected: [],
};

/** What the pod is billed as where all is in stock; null where nothing is known about it. */
export const firstEntry = ({entries, startsAt}: Chain): ChainEntry | null =>
	entries.find(({rank}) => rank === startsAt) ?? null;

/** Every entry in the order in which ECI tries them. */
export const allEntries = ({entries, unknown}: Chain): readonly (ChainEntry | UnknownEntry)[] =>
	[...entries, ...unknown].toSorted((a, b) => a.rank - b.rank);

export const isKnown = (entry: ChainEntry | UnknownEntry): entry is ChainEntry =>
	'billedAs' in entry;

/** What an entry costs the way the pod is paid for. */
export const paidRate = (
	{onDemand, spot}: Pick<ResolvedSpec, 'onDemand' | 'spot'>,
	{strategy}: SpotRequest,
): Rate | null => (strategy === 'none' ? onDemand : (spot?.rate ?? null));

/** The mean price when placed; null where an entry that may be taken has no price, or none ever is. */
export const meanRate = (odds: Odds, rates: readonly (Rate | null)[]): Rate | null => {
	const currency = rates.find(each => each !== null)?.currency;
	const isMissing = rates.some((each, index) => !each && !isZero(odds.first[index] ?? zero));
	if (currency === undefined || isMissing) return null;
	const mean = meanPrice(
		odds,
		rates.map(each => each?.perSecond ?? zero),
	);
	return mean && rate(currency, mean);
};

/** The price that a known entry is paid at; null where it isn't known, or can't run the pod. */
export const entryRate = (entry: ChainEntry | UnknownEntry, spot: SpotRequest): Rate | null =>
	isKnown(entry) && entry.stock.basis !== 'unfit' ? paidRate(entry, spot) : null;

/** The dearest on demand that holds the pod; null where one that may be in stock has no price. */
const dearest = (entries: readonly (ChainEntry | UnknownEntry)[]): Rate | null => {
	const fit = entries.filter(({stock}) => stock.basis !== 'unfit');
	const rates = fit.map(entry => (isKnown(entry) ? entry.onDemand : null));
	if (rates.some((each, index) => !each && !isZero(fit[index]?.stock.chance ?? zero))) return null;
	return rates.flatMap(each => each ?? []).toSorted((a, b) => compareRates(b, a))[0] ?? null;
};

/** An entry with its place; one that isn't known has its name alone. */
export type Ranked = {readonly rank: number} & (
	| {
			readonly entry: ResolvedSpec;
			readonly reason: EntryReason;
			/** Whether the pod can run on it at all. */
			readonly isFit: boolean;
	  }
	| {readonly entry: null; readonly spec: Spec; readonly token: string}
);

const stockOfRanked = (ranked: Ranked, request: PlanRequest, book: PriceBook): EntryStock => {
	if (!ranked.entry) return stockOfUnknown(ranked, request, book);
	return ranked.isFit ? stockOf(ranked.entry, request, book) : unfitStock(ranked.entry.token);
};

/** A chain of these entries in this order, with their odds and, as far as they are known, their prices. */
export const chainOf = (
	listed: readonly Ranked[],
	request: PlanRequest,
	book: PriceBook,
	rest: Pick<Chain, 'given' | 'startsAt' | 'useSpecs' | 'rejected'>,
): Chain => {
	const stocks = listed.map(each => stockOfRanked(each, request, book));
	const odds = oddsOf(stocks);
	const all = stocks.flatMap((stock, index): readonly (ChainEntry | UnknownEntry)[] => {
		const each = listed[index];
		if (!each) return [];
		const {rank} = each;
		const place = {rank, stock, first: odds.first[index] ?? zero};
		return each.entry
			? [{...each.entry, ...place, reason: each.reason}]
			: [{...place, spec: each.spec, token: each.token}];
	});
	return {
		...rest,
		entries: all.filter(isKnown),
		unknown: all.filter(entry => !isKnown(entry)),
		odds,
		expected: meanRate(
			odds,
			all.map(entry => entryRate(entry, request.spot)),
		),
		worst: dearest(all),
	};
};
