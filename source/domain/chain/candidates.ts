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
import type {Optimum} from './optimise.ts';
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

const tooDear = (rate: Rate, request: PlanRequest, book: PriceBook): Rejection | null => {
	const {priceCap} = request.chain;
	if (isAboveBid(rate, request, book)) return 'over-spot-limit';
	return priceCap && compareRates(rate, hourlyRate(book.currency, priceCap)) > 0
		? 'over-price-cap'
		: null;
};

const rateOfOffer = (offer: InstanceOffer, isSpot: boolean, book: PriceBook): Rate | null => {
	if (isSpot) return spotPriceOfType(offer, book)?.rate ?? null;
	return offer.onDemand && hourlyRate(book.currency, offer.onDemand.perHour);
};

type Weighed = Candidate | Rejection;

/** A spec of the region as all pods with the same wishes find it. */
type Row = {
	readonly token: string;
	readonly vcpu: number;
	readonly memoryGiB: number;
	readonly amounts: PodAmounts;
	readonly gpu: number;
	readonly isPinned: boolean;
	/** Why no pod gets it. */
	readonly barred: Rejection | null;
	/** Of a pod that it holds; worked out for the first one. */
	readonly weigh: () => Weighed;
};

const once = <T>(work: () => T): (() => T) => {
	let known: {readonly value: T} | undefined;
	return () => {
		known ??= {value: work()};
		return known.value;
	};
};

const inStock = (candidate: Candidate): Weighed =>
	isZero(candidate.stock.chance) ? 'no-stock' : candidate;

const weighOffer = (
	offer: InstanceOffer,
	family: Family,
	isPinned: boolean,
	request: PlanRequest,
	book: PriceBook,
): Weighed => {
	const {chain, spot} = request;
	if (family.arch !== chain.arch) return 'wrong-arch';
	const refused = isPinned ? null : unwanted(family, chain);
	if (refused) return refused;
	const rate = rateOfOffer(offer, spot.strategy !== 'none', book);
	if (!rate) return 'no-price';
	const dear = isPinned ? null : tooDear(rate, request, book);
	if (dear) return dear;
	return inStock({
		token: offer.type,
		rate,
		stock: stockOf({token: offer.type, billedAs: offer.type, family}, request, book),
		family,
		kind: specialKind({family, gpu: offer.gpu}),
		resolve: once(() => resolveOffer(offer, book)),
	});
};

const rowOfOffer = (offer: InstanceOffer, request: PlanRequest, book: PriceBook): Row => {
	const {type: token, vcpu, memoryGiB, gpu} = offer;
	const {avoided, pinned} = request.chain;
	const family = FAMILIES.get(offer.family);
	const isPinned = pinned.includes(token);
	const limited = vcpu > LARGEST_VCPU ? 'over-limit' : null;
	const unknown = family ? limited : 'unsupported-family';
	return {
		token,
		vcpu,
		memoryGiB,
		amounts: {cpu: vcpuToMillis(vcpu), memory: gibToBytes(memoryGiB)},
		gpu,
		isPinned,
		barred: avoided.includes(token) ? 'avoided' : unknown,
		weigh: once(() =>
			family ? weighOffer(offer, family, isPinned, request, book) : 'unsupported-family',
		),
	};
};

const isSoldAsSpot = (size: Size, {ruleset}: PlanRequest): boolean =>
	spotSizesIn(ruleset).some(({cpu, memory}) => cpu === size.cpu && memory === size.memory);

const weighSize = (
	size: Size,
	token: string,
	isPinned: boolean,
	request: PlanRequest,
	book: PriceBook,
): Weighed => {
	const {chain, spot} = request;
	if (chain.arch !== 'amd64') return 'wrong-arch';
	const isSpot = spot.strategy !== 'none';
	if (isSpot && !isSoldAsSpot(size, request)) return 'not-spot';
	const rate = isSpot ? spotPriceOfSize(size, book)?.rate : cpuMemRate(size, book.cpuMem);
	if (!rate) return 'no-price';
	const dear = isPinned ? null : tooDear(rate, request, book);
	if (dear) return dear;
	const stock = stockOf({token, billedAs: token, family: null}, request, book);
	return inStock({
		token,
		rate,
		stock,
		family: null,
		kind: null,
		resolve: once(() => resolveSize(size, request.ruleset, book)),
	});
};

const rowOfSize = (size: Size, request: PlanRequest, book: PriceBook): Row => {
	const token = sizeToken(size);
	const {avoided, pinned} = request.chain;
	const isPinned = pinned.includes(token);
	return {
		token,
		vcpu: size.vcpu,
		memoryGiB: size.memoryGiB,
		amounts: size,
		gpu: 0,
		isPinned,
		barred: avoided.includes(token) ? 'avoided' : null,
		weigh: once(() => weighSize(size, token, isPinned, request, book)),
	};
};

/** All specs of a region for pods that share their wishes, and the best chains that were found among them. */
type Offering = {
	readonly rows: readonly Row[];
	readonly optima: Map<string, Optimum>;
	readonly resolveType: (type: string) => ResolvedSpec | null;
};

/** What each type comes to; worked out when somebody asks first. */
const typesIn = (book: PriceBook): Offering['resolveType'] => {
	const known = new Map<string, ResolvedSpec | null>();
	return type => {
		const found = known.get(type);
		if (found !== undefined) return found;
		const offer = book.types.get(type);
		const resolved = offer ? resolveOffer(offer, book) : null;
		known.set(type, resolved);
		return resolved;
	};
};

const offeringOf = (request: PlanRequest, book: PriceBook): Offering => ({
	rows: [
		...sizesIn(request.ruleset, request.region).map(size => rowOfSize(size, request, book)),
		...[...book.types.values()].map(offer => rowOfOffer(offer, request, book)),
	],
	optima: new Map(),
	resolveType: typesIn(book),
});

/** Whatever of a request decides about specs, apart from what the pod asks for. */
const wishesOf = ({ruleset, region, spot, chain}: PlanRequest): string =>
	JSON.stringify([ruleset, region, spot, {...chain, useSpecs: null}], (_, value: unknown) => {
		if (typeof value === 'bigint') return `${value}n`;
		return value instanceof Map ? [...value] : value;
	});

const OFFERINGS = new WeakMap<PriceBook, Map<string, Offering>>();

const offeringFor = (request: PlanRequest, book: PriceBook): Offering => {
	const known = OFFERINGS.get(book) ?? new Map<string, Offering>();
	OFFERINGS.set(book, known);
	const wishes = wishesOf(request);
	const offering = known.get(wishes) ?? offeringOf(request, book);
	known.set(wishes, offering);
	return offering;
};

type Weighing = {
	readonly pod: PodRequest;
	readonly request: PlanRequest;
	readonly book: PriceBook;
};

const weighRow = (row: Row, {pod, request, book}: Weighing): Weighed => {
	if (row.barred) return row.barred;
	if (!fits(row.amounts, pod.target)) return 'too-small';
	const hasGpus = pod.gpu > 0 ? row.gpu >= pod.gpu : row.gpu === 0;
	if (!hasGpus) return 'wrong-gpus';
	const weighed = row.weigh();
	const {maxWaste} = request.chain;
	const canBeWaste =
		maxWaste && !row.isPinned && (weighed === 'no-stock' || typeof weighed !== 'string');
	return canBeWaste && compare(wasteOf(row, pod.target, book), maxWaste) > 0 ? 'waste' : weighed;
};

const byRate = (a: Candidate, b: Candidate): number =>
	compareRates(a.rate, b.rate) || (a.token < b.token ? -1 : 1);

/** Every size and type of the region: what the chain may take, cheapest first, and why not the others. */
export const weighSpecs = (
	weighing: Weighing,
): {
	readonly candidates: readonly Candidate[];
	readonly rejected: readonly RejectedSpec[];
	/** The best chains known for these wishes, by their candidates. */
	readonly optima: Offering['optima'];
	readonly resolveType: Offering['resolveType'];
} => {
	const candidates: Candidate[] = [];
	const rejected: RejectedSpec[] = [];
	const {rows, optima, resolveType} = offeringFor(weighing.request, weighing.book);
	for (const row of rows) {
		const weighed = weighRow(row, weighing);
		if (typeof weighed === 'string') rejected.push({spec: row.token, reason: weighed});
		else candidates.push(weighed);
	}
	return {candidates: candidates.toSorted(byRate), rejected, optima, resolveType};
};
