import {type Architecture, type Family, familyOf} from '../catalogue/families.ts';
import type {Ruleset} from '../catalogue/rulesets.ts';
import {type CpuMemSpec, formatSpec, type Spec, typeOfGpuSpec} from '../catalogue/spec.ts';
import {
	LARGEST_MEMORY_GIB,
	LARGEST_VCPU,
	type Size,
	sizesIn,
	spotSizesIn,
} from '../catalogue/spec-tables.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import {cheapestSize, cpuMemRate} from '../pricing/cpu-mem-price.ts';
import {type Origin, originOf} from '../pricing/origin.ts';
import type {DatedPrice, InstanceOffer, PriceBook} from '../pricing/price-book.ts';
import {type SpotPrice, spotPriceOfSize, spotPriceOfType} from '../pricing/spot-price.ts';
import type {Log} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import type {PodAmounts} from '../sizing/pod-request.ts';
import {billedSize, isTooLarge, roundUp} from '../sizing/round.ts';
import {hourlyRate, type Rate} from '../units/money.ts';
import {gibToBytes, vcpuToMillis} from '../units/quantity.ts';

const PATH = 'chain.useSpecs';

/** What a way of paying bills for an entry. */
export type BilledAs = {readonly spec: string; readonly vcpu: number; readonly memoryGiB: number};

/** A spec with what ECI makes of it in one region: the size that is billed, and what it costs. */
export type ResolvedSpec = {
	readonly spec: Spec;
	/** As it stands in the annotation. */
	readonly token: string;
	/** The spec that is billed: the rounded size, or the type behind a GPU entry. */
	readonly billedAs: string;
	readonly vcpu: number;
	readonly memoryGiB: number;
	readonly gpu: number;
	readonly arch: Architecture;
	/** Null for a CPU-MEM size. */
	readonly family: Family | null;
	/** What pay-as-you-go bills, where spot bills a larger size as well. */
	readonly onDemandAs: BilledAs;
	/** Pay-as-you-go; null where no price is known. */
	readonly onDemand: Rate | null;
	/** The prices behind the on-demand rate; none where no price is known. */
	readonly from: readonly Origin[];
	/** A monthly subscription of the type, spread over 730 hours; null where none is known. */
	readonly subscription: DatedPrice | null;
	/** The spec that spot bills. */
	readonly spotAs: string;
	readonly spot: SpotPrice | null;
};

type Context = {readonly request: PlanRequest; readonly book: PriceBook; readonly log: Log};

/** `2-4Gi` */
export const sizeToken = ({vcpu, memoryGiB}: Size): string =>
	formatSpec({kind: 'cpu-mem', vcpu, memoryGiB});

const areSame = (a: PodAmounts, b: PodAmounts): boolean => a.cpu === b.cpu && a.memory === b.memory;

/** The sizes that an entry is billed as, by how it is paid for. */
type Sizes = {readonly onDemand: Size; readonly spot: Size; readonly isSpot: boolean};

const resolvedSize = (spec: Spec, sizes: Sizes, book: PriceBook): ResolvedSpec => {
	const {onDemand, spot, isSpot} = sizes;
	const {vcpu, memoryGiB} = isSpot ? spot : onDemand;
	return {
		spec,
		token: formatSpec(spec),
		billedAs: sizeToken(isSpot ? spot : onDemand),
		vcpu,
		memoryGiB,
		gpu: 0,
		arch: 'amd64',
		family: null,
		onDemandAs: {
			spec: sizeToken(onDemand),
			vcpu: onDemand.vcpu,
			memoryGiB: onDemand.memoryGiB,
		},
		onDemand: cpuMemRate(onDemand, book.cpuMem),
		from: [originOf(book.cpuMem)],
		subscription: null,
		spotAs: sizeToken(spot),
		spot: spotPriceOfSize(spot, book),
	};
};

/** Spot starts here [D-SPOT]; smaller sizes are billed as the next one. */
export const SMALLEST_SPOT_VCPU = 2;

/** The next size that ECI sells as spot. */
const spotSizeOf = (size: Size, ruleset: Ruleset): Size =>
	roundUp(size, spotSizesIn(ruleset)) ?? size;

/** A CPU-MEM size as an entry of a chain that is paid on demand or, where spot sells it, on spot. */
export const resolveSize = (size: Size, ruleset: Ruleset, book: PriceBook): ResolvedSpec => {
	const {vcpu, memoryGiB} = size;
	const spot = vcpu < SMALLEST_SPOT_VCPU ? spotSizeOf(size, ruleset) : size;
	const sizes = {onDemand: size, spot, isSpot: false};
	return resolvedSize({kind: 'cpu-mem', vcpu, memoryGiB}, sizes, book);
};

/** An ECS type as an entry of a chain. */
export const resolveOffer = (
	offer: InstanceOffer,
	book: PriceBook,
	spec: Spec = {kind: 'ecs', type: offer.type},
): ResolvedSpec => {
	const family = familyOf(offer.type) ?? null;
	return {
		spec,
		token: formatSpec(spec),
		billedAs: offer.type,
		vcpu: offer.vcpu,
		memoryGiB: offer.memoryGiB,
		gpu: offer.gpu,
		arch: family?.arch ?? 'amd64',
		family,
		onDemandAs: {spec: offer.type, vcpu: offer.vcpu, memoryGiB: offer.memoryGiB},
		onDemand: offer.onDemand ? hourlyRate(book.currency, offer.onDemand.perHour) : null,
		from: offer.onDemand ? [originOf(offer.onDemand)] : [],
		subscription: offer.subscription ?? null,
		spotAs: offer.type,
		spot: spotPriceOfType(offer, book),
	};
};

/** A size that ECI sells on demand alone is an error on spot, a small one is rounded up. */
const reportSpotSize = (spec: CpuMemSpec, size: Size, spot: Size, log: Log) => {
	const facts = {token: formatSpec(spec), billed: sizeToken(spot)};
	if (spec.vcpu < SMALLEST_SPOT_VCPU) log.add('spot-small-spec', facts, PATH);
	else if (!areSame(spot, size)) log.add('spot-size-unavailable', facts, PATH);
};

const resolveCpuMem = (spec: CpuMemSpec, context: Context): ResolvedSpec | null => {
	const {request, book, log} = context;
	const {ruleset, region, spot} = request;
	const token = formatSpec(spec);
	const need = {cpu: vcpuToMillis(spec.vcpu), memory: gibToBytes(spec.memoryGiB)};
	if (isTooLarge(need)) {
		const largest = {vcpu: LARGEST_VCPU, memoryGiB: LARGEST_MEMORY_GIB};
		log.add('spec-too-large', {token, largest}, PATH);
		return null;
	}
	const isSpot = spot.strategy !== 'none';
	const sold = sizesIn(ruleset, region);
	const isSold = sold.some(size => areSame(size, need));
	const sizes = isSpot && !isSold ? spotSizesIn(ruleset) : sold;
	const size = billedSize(need, sizes, ruleset);
	const onDemand = billedSize(need, sold, ruleset);
	if (!(size && onDemand)) {
		const fitting = cheapestSize(need, sizes, book.cpuMem);
		log.add('spec-not-rounded', {token, suggestion: fitting && sizeToken(fitting)}, PATH);
		return null;
	}
	const isSmall = size.vcpu < SMALLEST_SPOT_VCPU;
	const onSpot = isSpot || isSmall ? spotSizeOf(size, ruleset) : size;
	if (isSpot) reportSpotSize(spec, size, onSpot, log);
	const resolved = resolvedSize(spec, {onDemand, spot: onSpot, isSpot}, book);
	if (!(isSold || (isSpot && spec.vcpu < SMALLEST_SPOT_VCPU)))
		log.add('spec-rounded', {token, billed: resolved.billedAs}, PATH);
	return resolved;
};

const reportUnknownType = (spec: Spec, type: string, {book, log}: Context) => {
	const token = formatSpec(spec);
	const family = familyOf(type);
	if (!family) {
		log.add('spec-family-unsupported', {type}, PATH);
		return;
	}
	// A type of another family is another thing, however near its name.
	const siblings = [...book.types.keys()].filter(known => familyOf(known) === family);
	const suggestion = spec.kind === 'ecs' ? nearest(type, siblings) : null;
	const isFamilySold = siblings.length > 0;
	log.add('spec-type-unknown', {token, type, region: book.region, isFamilySold, suggestion}, PATH);
};

const resolveType = (spec: Spec, type: string, context: Context): ResolvedSpec | null => {
	const {book, log} = context;
	const offer = book.types.get(type);
	if (!offer) {
		reportUnknownType(spec, type, context);
		return null;
	}
	const resolved = resolveOffer(offer, book, spec);
	if (resolved.family?.retired) log.add('spec-family-retired', {type}, PATH);
	if (offer.vcpu > LARGEST_VCPU)
		log.add('spec-over-limit', {token: type, vcpu: offer.vcpu, largest: LARGEST_VCPU}, PATH);
	if (!resolved.onDemand)
		log.add('price-missing', {what: type, region: book.region, currency: book.currency}, PATH);
	return resolved;
};

/**
 * What ECI makes of an entry; null, with a diagnostic, where it has no such size or type.
 * An ECS type without a price is resolved with `onDemand: null`.
 */
export const resolveSpec = (spec: Spec, context: Context): ResolvedSpec | null => {
	switch (spec.kind) {
		case 'cpu-mem':
			return resolveCpuMem(spec, context);
		case 'ecs':
			return resolveType(spec, spec.type, context);
		case 'gpu':
			return resolveType(spec, typeOfGpuSpec(spec) ?? '', context);
	}
};
