import {FAMILIES, type Family, unaskedReason} from '../catalogue/families.ts';
import {LARGEST_VCPU, sizesIn, spotSizesIn} from '../catalogue/spec-tables.ts';
import type {ChainRequest, PlanRequest} from '../input/plan-request.ts';
import type {InstanceOffer, PriceBook} from '../pricing/price-book.ts';
import {spotPriceOfType} from '../pricing/spot-price.ts';
import type {Log} from '../rules/log.ts';
import {type PodAmounts, type PodRequest, toAmounts} from '../sizing/pod-request.ts';
import {fits, roundUp} from '../sizing/round.ts';
import {compareRates, hourlyRate, perHour, type Rate} from '../units/money.ts';
import {gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import {type Chain, type ChainEntry, type EntryReason, ranked} from './chain.ts';
import {type ResolvedSpec, resolveOffer, resolveSize} from './resolve-spec.ts';
import {specialKind} from './special-kind.ts';

const amountsOf = ({vcpu, memoryGiB}: InstanceOffer): PodAmounts => ({
	cpu: vcpuToMillis(vcpu),
	memory: gibToBytes(memoryGiB),
});

/** A type that the chain may take, and what it costs the way the pod is paid for. */
type Candidate = {readonly offer: InstanceOffer; readonly family: Family; readonly rate: Rate};

const isWanted = (
	family: Family,
	{gpu}: InstanceOffer,
	pod: PodRequest,
	{families, excludeFamilies, arch}: ChainRequest,
): boolean => {
	if (family.arch !== arch || excludeFamilies.includes(family.name)) return false;
	if (pod.gpu > 0 ? gpu < pod.gpu : gpu > 0) return false;
	return families.length === 0 || families.includes(family.name);
};

/** Its family may be one that is never picked unasked. */
const isCandidate = (offer: InstanceOffer, pod: PodRequest, {chain}: PlanRequest): boolean => {
	const family = FAMILIES.get(offer.family);
	return (
		family !== undefined &&
		offer.vcpu <= LARGEST_VCPU &&
		fits(amountsOf(offer), pod.target) &&
		isWanted(family, offer, pod, chain)
	);
};

const isPickable = (family: Family | undefined, {chain}: PlanRequest): boolean =>
	family !== undefined && (chain.families.length > 0 || unaskedReason(family) === null);

const rateOfOffer = (offer: InstanceOffer, {spot}: PlanRequest, book: PriceBook): Rate | null => {
	if (spot.strategy !== 'none') return spotPriceOfType(offer, book)?.rate ?? null;
	return offer.onDemand && hourlyRate(book.currency, offer.onDemand.perHour);
};

const byRate = (a: Candidate, b: Candidate): number =>
	compareRates(a.rate, b.rate) || (a.offer.type < b.offer.type ? -1 : 1);

const candidatesFor = (
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
): readonly Candidate[] =>
	[...book.types.values()]
		.flatMap(offer => {
			const family = FAMILIES.get(offer.family);
			if (!family || !isCandidate(offer, pod, request)) return [];
			const rate = rateOfOffer(offer, request, book);
			return rate ? [{offer, family, rate}] : [];
		})
		.toSorted(byRate);

const fittingSize = (
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
): ResolvedSpec | null => {
	if (pod.gpu > 0 || request.chain.arch !== 'amd64') return null;
	const {ruleset, region, spot} = request;
	const sizes = spot.strategy === 'none' ? sizesIn(ruleset, region) : spotSizesIn(ruleset);
	const size = roundUp(pod.target, sizes);
	return size && resolveSize(size, book);
};

const cheapestByFamily = (candidates: readonly Candidate[]): readonly Candidate[] => {
	const seen = new Set<Family>();
	return candidates.filter(({family}) => {
		if (seen.has(family)) return false;
		seen.add(family);
		return true;
	});
};

/** What the CPU-MEM size costs the way the pod is paid for: nothing dearer is worth trying before it. */
const limitOf = (size: ResolvedSpec | null, {spot}: PlanRequest): Rate | null => {
	if (!size) return null;
	return spot.strategy === 'none' ? size.onDemand : (size.spot?.rate ?? null);
};

const kindOf = ({family, offer: {gpu}}: Candidate) => specialKind({family, gpu});

/** Those that may stand beside the first: GPUs, local disks and Arm mix with nothing else. */
const ofOneKind = (candidates: readonly Candidate[]): readonly Candidate[] => {
	const [first] = candidates;
	return first ? candidates.filter(one => kindOf(one) === kindOf(first)) : [];
};

/**
 * The cheapest types that fit, each of another family, while they cost no more than the CPU-MEM size,
 * which any host can serve and therefore stands last.
 */
const arrange = (
	candidates: readonly Candidate[],
	size: ResolvedSpec | null,
	request: PlanRequest,
	book: PriceBook,
): readonly {readonly entry: ResolvedSpec; readonly reason: EntryReason}[] => {
	const {maxSpecs} = request.chain;
	const limit = limitOf(size, request);
	const types = ofOneKind(
		cheapestByFamily(candidates).filter(({rate}) => !limit || compareRates(rate, limit) <= 0),
	);
	const [first] = types;
	const last = first && kindOf(first) !== null ? null : size;
	const kept = types
		.slice(0, last ? Math.max(1, maxSpecs - 1) : maxSpecs)
		.map(({offer}, index) => ({
			entry: resolveOffer(offer, book),
			reason: index === 0 ? ('cheapest' as const) : ('other-family' as const),
		}));
	if (!last || kept.length >= maxSpecs) return kept;
	return [...kept, {entry: last, reason: kept.length > 0 ? 'any-host' : 'only-fit'}];
};

/** Where the currency has no prices of types, and no size holds the pod: the smallest types that do. */
const unpriced = (
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
): readonly {readonly entry: ResolvedSpec; readonly reason: EntryReason}[] =>
	[...book.types.values()]
		.filter(offer => isCandidate(offer, pod, request) && offer.onDemand === null)
		.filter(({family}) => isPickable(FAMILIES.get(family), request))
		.toSorted(
			(a, b) =>
				a.gpu - b.gpu || a.vcpu - b.vcpu || a.memoryGiB - b.memoryGiB || (a.type < b.type ? -1 : 1),
		)
		.slice(0, 1)
		.map(offer => ({entry: resolveOffer(offer, book), reason: 'smallest'}));

const reportUnpriced = (entries: readonly ChainEntry[], book: PriceBook, log: Log) => {
	for (const {token, onDemand} of entries)
		if (!onDemand)
			log.add(
				'price-missing',
				{what: token, region: book.region, currency: book.currency},
				'chain',
			);
};

const rateOfEntry = ({onDemand, spot: price}: ChainEntry, {spot}: PlanRequest): Rate | null =>
	spot.strategy === 'none' ? onDemand : (price?.rate ?? null);

/** A type that was passed over for its family, though it costs less than what was picked. */
const reportUnasked = (
	candidates: readonly Candidate[],
	[first]: readonly ChainEntry[],
	request: PlanRequest,
	log: Log,
) => {
	const picked = first && rateOfEntry(first, request);
	if (!picked || request.chain.families.length > 0) return;
	const unasked = candidates.flatMap(({offer, family, rate}) => {
		const reason = unaskedReason(family);
		return reason && compareRates(rate, picked) < 0 ? [{offer, family, rate, reason}] : [];
	});
	const cheaper = unasked.find(({family}) => !family.retired) ?? unasked[0];
	if (!cheaper) return;
	const {offer, family, rate, reason} = cheaper;
	const facts = {type: offer.type, family: family.name, reason, perHour: perHour(rate)};
	log.add('family-unasked', facts);
};

/**
 * Chooses a chain for the pod: cheapest fit first, one entry a family, a CPU-MEM size as the last
 * resort; one type without a price where nothing with a price holds the pod.
 */
export const pickChain = (
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
	log: Log,
): Chain => {
	const size = fittingSize(pod, request, book);
	const candidates = candidatesFor(pod, request, book);
	const pickable = candidates.filter(({family}) => isPickable(family, request));
	const priced = arrange(pickable, size, request, book);
	const entries = ranked(priced.length > 0 ? priced : unpriced(pod, request, book));
	reportUnpriced(entries, book, log);
	reportUnasked(candidates, entries, request, log);
	if (entries.length === 0)
		log.add(
			'chain-empty',
			{asked: toAmounts(pod.target), gpu: pod.gpu, arch: request.chain.arch},
			'chain',
		);
	return {entries, unknown: [], given: false, useSpecs: entries.map(({token}) => token).join(',')};
};
