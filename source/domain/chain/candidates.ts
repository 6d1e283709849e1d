import {FAMILIES, type Family} from '../catalogue/families.ts';
import {LARGEST_VCPU, type Size, sizesIn, spotSizesIn} from '../catalogue/spec-tables.ts';
import type {ChainRequest, PlanRequest} from '../input/plan-request.ts';
import {cpuMemRate} from '../pricing/cpu-mem-price.ts';
import type {InstanceOffer, PriceBook} from '../pricing/price-book.ts';
import {spotPriceOfSize, spotPriceOfType} from '../pricing/spot-price.ts';
import type {PodAmounts, PodRequest} from '../sizing/pod-request.ts';
import {fits} from '../sizing/round.ts';
import {
	compare,
	divide,
	type Fraction,
	fraction,
	isZero,
	one,
	parseDecimal,
	subtract,
} from '../units/fraction.ts';
import {addRates, compareRates, hourlyRate, type Rate, scaleRate} from '../units/money.ts';
import {BYTES_PER_GIB, gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import type {Rejection} from './rejections.ts';
import {type ResolvedSpec, resolveOffer, resolveSize, sizeToken} from './resolve-spec.ts';
import {type SpecialKind, specialKind} from './special-kind.ts';
import {type EntryStock, stockOf} from './stock.ts';

export type RejectedSpec = {readonly spec: string; readonly reason: Rejection};

/** A spec that the chain may take. */
export type Candidate = {
	readonly token: string;
	/** What it costs the way the pod is paid for. */
	readonly rate: Rate;
	readonly stock: EntryStock;
	readonly family: Family | null;
	/** Candidates of different kinds don't stand in one chain. */
	readonly kind: SpecialKind | null;
	readonly resolve: () => ResolvedSpec;
};

/** Never chosen unless they are named: part of a CPU or GPU, or disks that pods rarely want. */
const UNASKED_CLASSES = ['shared', 'virtual-gpu', 'big-data', 'local-nvme'];

/** What can't be helped, whoever asks for the type. */
const impossible = (
	{vcpu, memoryGiB, gpu}: InstanceOffer,
	family: Family,
	pod: PodRequest,
	{arch}: ChainRequest,
): Rejection | null => {
	if (vcpu > LARGEST_VCPU) return 'over-limit';
	const size = {cpu: vcpuToMillis(vcpu), memory: gibToBytes(memoryGiB)};
	if (!fits(size, pod.target)) return 'too-small';
	const hasGpus = pod.gpu > 0 ? gpu >= pod.gpu : gpu === 0;
	if (!hasGpus) return 'wrong-gpus';
	return family.arch === arch ? null : 'wrong-arch';
};

const isOfGeneration = ({generation}: Family, {generations}: ChainRequest): boolean =>
	generations.length === 0 || (generation !== null && generations.includes(generation));

const unwanted = (family: Family, chain: ChainRequest): Rejection | null => {
	const {families, excludeFamilies} = chain;
	if (excludeFamilies.includes(family.name)) return 'excluded-family';
	const isNamed = families.includes(family.name);
	if (families.length > 0 && !isNamed) return 'not-in-families';
	if (!isOfGeneration(family, chain)) return 'not-in-generations';
	if (isNamed) return null;
	if (family.retired) return 'retired';
	return UNASKED_CLASSES.includes(family.class) ? 'unasked-class' : null;
};

/** The share of what a spec has that lies beyond the need, vCPU and memory weighed by their list prices. */
const wasteOf = (
	size: {readonly vcpu: number; readonly memoryGiB: number},
	{cpu, memory}: PodAmounts,
	{cpuMem}: PriceBook,
): Fraction => {
	const used = addRates(
		scaleRate(cpuMem.vcpu, fraction(cpu, 1000)),
		scaleRate(cpuMem.memoryGiB, fraction(memory, BYTES_PER_GIB)),
	);
	const had = cpuMemRate(size, cpuMem);
	return subtract(one, divide(used.perSecond, had.perSecond));
};

/** ECI starts no spot pod above the bid; with the fallback it runs on demand then. */
const isAboveBid = (rate: Rate, {spot, ruleset}: PlanRequest, book: PriceBook): boolean => {
	const {strategy, priceLimit, fallback} = spot;
	if (strategy !== 'SpotWithPriceLimit' || priceLimit === null) return false;
	if (ruleset === 'current' && fallback === true) return false;
	const limit = parseDecimal(priceLimit.trim());
	return limit !== undefined && compareRates(rate, hourlyRate(book.currency, limit)) > 0;
};

const tooDear = (
	size: {readonly vcpu: number; readonly memoryGiB: number},
	rate: Rate,
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
): Rejection | null => {
	const {priceCap, maxWaste} = request.chain;
	if (isAboveBid(rate, request, book)) return 'over-spot-limit';
	if (priceCap && compareRates(rate, hourlyRate(book.currency, priceCap)) > 0)
		return 'over-price-cap';
	return maxWaste && compare(wasteOf(size, pod.target, book), maxWaste) > 0 ? 'waste' : null;
};

const rateOfOffer = (offer: InstanceOffer, isSpot: boolean, book: PriceBook): Rate | null => {
	if (isSpot) return spotPriceOfType(offer, book)?.rate ?? null;
	return offer.onDemand && hourlyRate(book.currency, offer.onDemand.perHour);
};

type Weighing = {
	readonly pod: PodRequest;
	readonly request: PlanRequest;
	readonly book: PriceBook;
};

type Weighed = Candidate | Rejection;

const inStock = (candidate: Candidate): Weighed =>
	isZero(candidate.stock.chance) ? 'no-stock' : candidate;

const weighOffer = (offer: InstanceOffer, {pod, request, book}: Weighing): Weighed => {
	const {chain, spot} = request;
	if (chain.avoided.includes(offer.type)) return 'avoided';
	const family = FAMILIES.get(offer.family);
	if (!family) return 'unsupported-family';
	const isPinned = chain.pinned.includes(offer.type);
	const refused =
		impossible(offer, family, pod, chain) ?? (isPinned ? null : unwanted(family, chain));
	if (refused) return refused;
	const rate = rateOfOffer(offer, spot.strategy !== 'none', book);
	if (!rate) return 'no-price';
	const dear = isPinned ? null : tooDear(offer, rate, pod, request, book);
	if (dear) return dear;
	return inStock({
		token: offer.type,
		rate,
		stock: stockOf({token: offer.type, billedAs: offer.type, family}, request, book),
		family,
		kind: specialKind({family, gpu: offer.gpu}),
		resolve: () => resolveOffer(offer, book),
	});
};

const isSoldAsSpot = (size: Size, {ruleset}: PlanRequest): boolean =>
	spotSizesIn(ruleset).some(({cpu, memory}) => cpu === size.cpu && memory === size.memory);

const weighSize = (size: Size, {pod, request, book}: Weighing): Weighed => {
	const {chain, spot} = request;
	const token = sizeToken(size);
	if (chain.avoided.includes(token)) return 'avoided';
	if (!fits(size, pod.target)) return 'too-small';
	if (pod.gpu > 0) return 'wrong-gpus';
	if (chain.arch !== 'amd64') return 'wrong-arch';
	const isSpot = spot.strategy !== 'none';
	if (isSpot && !isSoldAsSpot(size, request)) return 'not-spot';
	const rate = isSpot ? spotPriceOfSize(size, book)?.rate : cpuMemRate(size, book.cpuMem);
	if (!rate) return 'no-price';
	const dear = chain.pinned.includes(token) ? null : tooDear(size, rate, pod, request, book);
	if (dear) return dear;
	const stock = stockOf({token, billedAs: token, family: null}, request, book);
	return inStock({
		token,
		rate,
		stock,
		family: null,
		kind: null,
		resolve: () => resolveSize(size, request.ruleset, book),
	});
};

const byRate = (a: Candidate, b: Candidate): number =>
	compareRates(a.rate, b.rate) || (a.token < b.token ? -1 : 1);

/** Every size and type of the region: what the chain may take, cheapest first, and why not the others. */
export const weighSpecs = (
	weighing: Weighing,
): {readonly candidates: readonly Candidate[]; readonly rejected: readonly RejectedSpec[]} => {
	const candidates: Candidate[] = [];
	const rejected: RejectedSpec[] = [];
	const sort = (spec: string, weighed: Weighed) => {
		if (typeof weighed === 'string') rejected.push({spec, reason: weighed});
		else candidates.push(weighed);
	};
	const {ruleset, region} = weighing.request;
	for (const size of sizesIn(ruleset, region)) sort(sizeToken(size), weighSize(size, weighing));
	for (const offer of weighing.book.types.values()) sort(offer.type, weighOffer(offer, weighing));
	return {candidates: candidates.toSorted(byRate), rejected};
};
