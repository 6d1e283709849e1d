import {MAX_SPECS} from '../catalogue/spec.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import type {PodRequest} from '../sizing/pod-request.ts';
import {compare, type Fraction, toNumber} from '../units/fraction.ts';
import {compareRates, type Money, perHour, subtractMoney} from '../units/money.ts';
import {type Candidate, weighSpecs} from './candidates.ts';
import {
	allEntries,
	type Chain,
	type ChainEntry,
	entryRate,
	meanRate,
	type UnknownEntry,
} from './chain.ts';
import {FAST} from './numbers.ts';
import {oddsOf} from './odds.ts';
import {heldBy} from './propose.ts';
import {allOut, exposed, type Stock} from './shocks.ts';
import {specialKind} from './special-kind.ts';

/** One more entry that brings a chain nearer to its target. */
export type Addition = {
	readonly token: string;
	/** Entries before it. */
	readonly place: number;
	readonly placed: Fraction;
	/** How much more the pod costs an hour on average; null where a price is missing. */
	readonly more: Money | null;
};

const isReached = ({odds}: Chain, {chain}: PlanRequest): boolean =>
	compare(odds.placed, chain.target.chance) >= 0;

/** Of candidates with the same law the cheapest serves best. */
const cheapestOfEach = (candidates: readonly Candidate[]): readonly Candidate[] => {
	const byLaw = new Map<string, Candidate>();
	for (const candidate of candidates) {
		const {generation, family, chance} = candidate.stock;
		const law = JSON.stringify([generation, family, toNumber(chance)]);
		if (!byLaw.has(law)) byLaw.set(law, candidate);
	}
	return [...byLaw.values()];
};

/** Behind all that cost no more. */
const placeOf = (
	{rate}: Candidate,
	entries: readonly (ChainEntry | UnknownEntry)[],
	{spot}: PlanRequest,
): number => {
	const dearer = entries.findIndex(entry => {
		const other = entryRate(entry, spot);
		return other !== null && compareRates(other, rate) > 0;
	});
	return dearer < 0 ? entries.length : dearer;
};

const withEntry = <T>(list: readonly T[], place: number, item: T): readonly T[] => [
	...list.slice(0, place),
	item,
	...list.slice(place),
];

const placedWith = (stocks: readonly Stock[], {stock}: Candidate): number =>
	1 -
	allOut(
		[...stocks, stock].map(each => exposed(each, FAST, toNumber)),
		FAST,
	);

/**
 * What to add to a chain that misses its target: the cheapest candidate that reaches it, or else the one
 * that comes nearest. Null where the target is reached, the chain is full, or nothing makes it surer.
 */
export const adviseEntry = (
	chain: Chain,
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
): Addition | null => {
	const entries = allEntries(chain);
	if (entries.length === 0 || entries.length >= MAX_SPECS || isReached(chain, request)) return null;
	const stocks = entries.map(({stock}) => stock);
	const names = chain.entries.flatMap(({token, billedAs}) => [token, billedAs]);
	const [known] = chain.entries;
	const kind = known ? specialKind(known) : null;
	const {candidates} = weighSpecs({pod: {...pod, target: heldBy(chain, pod)}, request, book});
	const goal = toNumber(request.chain.target.chance);
	const open = candidates.filter(one => one.kind === kind && !names.includes(one.token));
	const [best] = cheapestOfEach(open)
		.map(candidate => ({candidate, placed: placedWith(stocks, candidate)}))
		.filter(({placed}) => placed > toNumber(chain.odds.placed))
		.map(each => ({...each, near: Math.min(each.placed, goal)}))
		.toSorted((a, b) => b.near - a.near || compareRates(a.candidate.rate, b.candidate.rate));
	if (!best) return null;
	const {candidate} = best;
	const place = placeOf(candidate, entries, request);
	const odds = oddsOf(withEntry(stocks, place, candidate.stock));
	const rates = entries.map(entry => entryRate(entry, request.spot));
	const mean = meanRate(odds, withEntry(rates, place, candidate.rate));
	return {
		token: candidate.token,
		place,
		placed: odds.placed,
		more: mean && chain.expected && subtractMoney(perHour(mean), perHour(chain.expected)),
	};
};
