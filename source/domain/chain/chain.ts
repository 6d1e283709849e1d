import type {Spec} from '../catalogue/spec.ts';
import type {PlanRequest, SpotRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import {type Fraction, zero} from '../units/fraction.ts';
import {compareRates, type Rate, rate} from '../units/money.ts';
import type {RejectedSpec} from './candidates.ts';
import {meanPrice, type Odds, oddsOf} from './odds.ts';
import type {ResolvedSpec} from './resolve-spec.ts';
import {type EntryStock, stockOf} from './stock.ts';

/** Why an entry stands in the chain. */
export type EntryReason =
	| 'given'
	| 'pinned'
	| 'cheapest'
	| 'other-generation'
	| 'other-family'
	| 'other-size'
	| 'any-host'
	| 'only-fit'
	| 'smallest';

export type ChainEntry = ResolvedSpec & {
	readonly rank: number;
	readonly reason: EntryReason;
	readonly stock: EntryStock;
	/** The chance that it is the first in stock. */
	readonly first: Fraction;
};

/** An entry of a given chain of which nothing is known: no such size, or no such type in the region. */
export type UnknownEntry = {readonly rank: number; readonly spec: Spec; readonly token: string};

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

const known = (rates: readonly (Rate | null)[]): readonly Rate[] | null => {
	const list = rates.flatMap(each => each ?? []);
	return list.length === rates.length && list.length > 0 ? list : null;
};

const dearest = (rates: readonly Rate[]): Rate | null =>
	rates.toSorted((a, b) => compareRates(b, a))[0] ?? null;

/** An entry that is known, with its place among all. */
type Ranked = {
	readonly entry: ResolvedSpec;
	readonly reason: EntryReason;
	readonly rank: number;
};

/** A chain of these entries in this order, with the odds and prices of those that are known. */
export const chainOf = (
	listed: readonly Ranked[],
	request: PlanRequest,
	book: PriceBook,
	rest: Pick<Chain, 'given' | 'startsAt' | 'useSpecs' | 'rejected' | 'unknown'>,
): Chain => {
	const stocks = listed.map(({entry}) => stockOf(entry, request, book));
	const odds = oddsOf(stocks);
	const entries = listed.flatMap(({entry, reason, rank}, index) => {
		const stock = stocks[index];
		return stock ? [{...entry, rank, reason, stock, first: odds.first[index] ?? zero}] : [];
	});
	const paid = known(entries.map(entry => paidRate(entry, request.spot)));
	const mean =
		paid &&
		meanPrice(
			odds,
			paid.map(({perSecond}) => perSecond),
		);
	return {
		...rest,
		entries,
		odds,
		expected: mean && rate(book.currency, mean),
		worst: dearest(known(entries.map(({onDemand}) => onDemand)) ?? []),
	};
};
