import {unaskedReason} from '../catalogue/families.ts';
import type {ChainRequest, PlanRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import type {Log} from '../rules/log.ts';
import type {PodRequest} from '../sizing/pod-request.ts';
import {compare} from '../units/fraction.ts';
import {compareRates, perHour} from '../units/money.ts';
import {type Candidate, type RejectedSpec, weighSpecs} from './candidates.ts';
import {type Chain, type ChainEntry, chainOf, type EntryReason, paidRate} from './chain.ts';
import {checkPins} from './check-pins.ts';
import {type Optimum, optimise} from './optimise.ts';
import {reasonOf} from './reasons.ts';
import {reportEmpty, reportUnreached} from './report-limits.ts';
import {type ResolvedSpec, resolveOffer} from './resolve-spec.ts';

type Listed = {readonly entry: ResolvedSpec; readonly reason: EntryReason};

type Picked = Optimum & {readonly chain: Chain};

const chosenChain = (
	listed: readonly Listed[],
	rejected: readonly RejectedSpec[],
	request: PlanRequest,
	book: PriceBook,
): Chain =>
	chainOf(
		listed.map((each, index) => ({...each, rank: index + 1, isFit: true})),
		request,
		book,
		{
			given: false,
			startsAt: 1,
			useSpecs: listed.map(({entry}) => entry.token).join(','),
			rejected,
		},
	);

type Weighed = ReturnType<typeof weighSpecs>;

/** The search is made once for pods that the same specs hold. */
const optimumOf = (
	candidates: readonly Candidate[],
	{target, maxSpecs, pinned}: ChainRequest,
	optima: Weighed['optima'],
): Optimum => {
	const key = candidates.map(({token}) => token).join();
	const known = optima.get(key);
	if (known) return known;
	const items = candidates.map(({token, rate, stock}) => ({
		price: rate.perSecond,
		stock,
		isPinned: pinned.includes(token),
	}));
	const optimum = optimise(items, {target: target.chance, maxSpecs});
	optima.set(key, optimum);
	return optimum;
};

/** The best chain of candidates of one kind. */
const pickOf = (
	candidates: readonly Candidate[],
	{candidates: all, rejected, optima}: Weighed,
	request: PlanRequest,
	book: PriceBook,
): Picked => {
	const {pinned} = request.chain;
	const optimum = optimumOf(candidates, request.chain, optima);
	const chosen = optimum.chosen.flatMap(place => candidates[place]?.resolve() ?? []);
	const listed = chosen.map((entry, index) => ({
		entry,
		reason: reasonOf(entry, chosen.slice(0, index), candidates, pinned),
	}));
	const tokens = new Set(chosen.map(({token}) => token));
	const unneeded = all.filter(({token}) => !tokens.has(token));
	const rest = [
		...unneeded.map(({token}) => ({spec: token, reason: 'not-needed' as const})),
		...rejected,
	];
	return {...optimum, chain: chosenChain(listed, rest, request, book)};
};

/** As the search within one kind: a reached target, then the price, or else the chance. */
const byMerit = (a: Picked, b: Picked): number => {
	if (a.isReached !== b.isReached) return a.isReached ? -1 : 1;
	const {expected: x} = a.chain;
	const {expected: y} = b.chain;
	const byPrice = x && y ? compareRates(x, y) : 0;
	const byChance = compare(b.chain.odds.placed, a.chain.odds.placed);
	return a.isReached ? byPrice || byChance : byChance || byPrice;
};

/** GPUs, local disks and Arm mix with nothing else, so each kind is a chain of its own. */
const bestOfKinds = (weighed: Weighed, request: PlanRequest, book: PriceBook): Picked | null => {
	const {candidates} = weighed;
	const pin = candidates.find(({token}) => request.chain.pinned.includes(token));
	const kinds = new Set(pin ? [pin.kind] : candidates.map(({kind}) => kind));
	const [best] = [...kinds]
		.map(kind =>
			pickOf(
				candidates.filter(one => one.kind === kind),
				weighed,
				request,
				book,
			),
		)
		.toSorted(byMerit);
	return best ?? null;
};

/** Where the currency has no prices of types, and no size holds the pod: the smallest type that does. */
const unpriced = (
	rejected: readonly RejectedSpec[],
	request: PlanRequest,
	book: PriceBook,
): Chain => {
	const offers = rejected.flatMap(({spec, reason}) =>
		reason === 'no-price' ? (book.types.get(spec) ?? []) : [],
	);
	const [smallest] = offers.toSorted(
		(a, b) =>
			a.gpu - b.gpu || a.vcpu - b.vcpu || a.memoryGiB - b.memoryGiB || (a.type < b.type ? -1 : 1),
	);
	if (!smallest) return chosenChain([], rejected, request, book);
	return chosenChain(
		[{entry: resolveOffer(smallest, book), reason: 'smallest'}],
		rejected.filter(({spec}) => spec !== smallest.type),
		request,
		book,
	);
};

const reportUnpriced = (entries: readonly ChainEntry[], book: PriceBook, log: Log) => {
	for (const {token, onDemand} of entries)
		if (!onDemand)
			log.add(
				'price-missing',
				{what: token, region: book.region, currency: book.currency},
				'chain',
			);
};

/** A type that was passed over for its family, though it costs less than what was picked. */
const reportUnasked = (
	{entries: [first], rejected}: Chain,
	resolveType: Weighed['resolveType'],
	request: PlanRequest,
	log: Log,
) => {
	const picked = first && paidRate(first, request.spot);
	if (!picked) return;
	const unasked = rejected.flatMap(({spec, reason}) => {
		const isUnasked = reason === 'unasked-class' || reason === 'retired';
		const entry = isUnasked ? resolveType(spec) : null;
		const rate = entry && paidRate(entry, request.spot);
		const why = entry?.family && unaskedReason(entry.family);
		return entry?.family && rate && why && compareRates(rate, picked) < 0
			? [{type: spec, family: entry.family, rate, reason: why}]
			: [];
	});
	const cheapest = unasked.toSorted(
		(a, b) => Number(a.family.retired) - Number(b.family.retired) || compareRates(a.rate, b.rate),
	)[0];
	if (!cheapest) return;
	const {type, family, reason, rate} = cheapest;
	log.add('family-unasked', {type, family: family.name, reason, perHour: perHour(rate)});
};

/**
 * Chooses a chain for the pod: the lowest mean price at which it is placed as surely as asked;
 * one type without a price where nothing with a price holds the pod.
 */
export const pickChain = (
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
	log: Log,
): Chain => {
	const weighed = weighSpecs({pod, request, book});
	const {candidates, rejected} = weighed;
	checkPins(candidates, rejected, request.chain, log);
	const picked = bestOfKinds(weighed, request, book);
	if (picked && !picked.isReached) reportUnreached(picked.chain, request, log);
	if (picked) {
		reportUnasked(picked.chain, weighed.resolveType, request, log);
		return picked.chain;
	}
	const chain = unpriced(rejected, request, book);
	reportUnpriced(chain.entries, book, log);
	if (chain.entries.length === 0) reportEmpty(chain, pod, request, book, log);
	return chain;
};
