import type {Architecture} from '../catalogue/families.ts';
import {formatSpec} from '../catalogue/spec.ts';
import {type Size, sizesIn, spotSizesIn} from '../catalogue/spec-tables.ts';
import {type Chain, type ChainEntry, firstEntry} from '../chain/chain.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import {cheapestSize, cpuMemRate} from '../pricing/cpu-mem-price.ts';
import {type ExtraStorage, extraStorageOf} from '../pricing/extra-storage.ts';
import {oldestDay} from '../pricing/origin.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import type {Log} from '../rules/log.ts';
import type {IsoDate} from '../units/calendar.ts';
import {fraction} from '../units/fraction.ts';
import {
	addRates,
	compareRates,
	money,
	perHour,
	type Rate,
	scaleRate,
	subtractMoney,
} from '../units/money.ts';
import {BYTES_PER_GIB, gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import {type PodRequest, toAmounts} from './pod-request.ts';
import {billedSize, fits, roundUp} from './round.ts';

/** A spec that is billed for one pod. */
export type BilledSpec = {
	readonly spec: string;
	readonly kind: 'cpu-mem' | 'ecs';
	readonly vcpu: number;
	readonly memoryGiB: number;
	/** Pay-as-you-go, without extra storage; null where no price is known. */
	readonly rate: Rate | null;
	/** The day of the price; null for prices without a date. */
	readonly asOf: IsoDate | null;
};

/** What one pod asks for, and what it is billed as. */
export type Sizing = {
	readonly asked: PodRequest;
	/** Null where ECI takes no such size, or nothing is known about it: the diagnostics say more. */
	readonly billed: BilledSpec | null;
	/** True where a spec was named, or chosen for its GPU or its architecture, so that no sum decides. */
	readonly isNamed: boolean;
	/** True when ECI rounds up the sum, or the size that was named. */
	readonly rounded: boolean;
	/** What is paid for the part that was rounded up; null without rounding of a CPU-MEM size. */
	readonly roundingRate: Rate | null;
	/** Billed on top of any spec; null where none is asked for. */
	readonly storage: ExtraStorage | null;
	/** Other specs that hold the pod, cheapest first. */
	readonly alternatives: readonly BilledSpec[];
};

/** CPU-MEM sizes are no Arm types [D-MULTI]. */
const SIZES_RUN_ON: Architecture = 'amd64';

/** More would not be read. */
const MAX_ALTERNATIVES = 5;

const tokenOf = ({vcpu, memoryGiB}: Size): string => formatSpec({kind: 'cpu-mem', vcpu, memoryGiB});

const billedSpec = (size: Size, book: PriceBook): BilledSpec => ({
	spec: tokenOf(size),
	kind: 'cpu-mem',
	vcpu: size.vcpu,
	memoryGiB: size.memoryGiB,
	rate: cpuMemRate(size, book.cpuMem),
	asOf: null,
});

/** Cheapest first; what has no price comes last. */
const byRate = (a: BilledSpec, b: BilledSpec): number => {
	const bySpec = a.spec < b.spec ? -1 : 1;
	if (a.rate && b.rate) return compareRates(a.rate, b.rate) || bySpec;
	if (a.rate || b.rate) return a.rate ? -1 : 1;
	return bySpec;
};

/** Sizes with more vCPU that cost less than the rounded one [facts §2.6, rounding traps]. */
const reportTrap = (billed: BilledSpec, sizes: readonly BilledSpec[], log: Log) => {
	const [cheapest] = sizes.toSorted(byRate);
	if (!cheapest?.rate || !billed.rate || compareRates(cheapest.rate, billed.rate) >= 0) return;
	const savedPerHour = subtractMoney(perHour(billed.rate), perHour(cheapest.rate));
	log.add('size-trap', {
		billed: billed.spec,
		cheaper: cheapest.spec,
		savedPerHour: money(savedPerHour.currency, savedPerHour.amount),
		useSpecs: cheapest.spec,
	});
};

/** The sizes that ECI rounds a sum up to. */
export const sizesFor = ({ruleset, region, spot}: PlanRequest): readonly Size[] =>
	spot.strategy === 'none' ? sizesIn(ruleset, region) : spotSizesIn(ruleset);

/** Sizes a pod by its containers: adds up, rounds, prices, and looks for a cheaper spec. */
export const sizePod = (
	pod: PodRequest,
	chain: Chain,
	request: PlanRequest,
	book: PriceBook,
	log: Log,
): Sizing => {
	const isNamed =
		request.chain.useSpecs !== null || pod.gpu > 0 || request.chain.arch !== SIZES_RUN_ON;
	const first = isNamed ? firstEntry(chain) : null;
	const size = isNamed ? null : billedSize(pod.billing, sizesFor(request), request.ruleset);
	const billed = first ? fromEntry(first, book) : size && billedSpec(size, book);
	if (size && billed) reportSize(size, billed, pod, request, book, log);
	if (!isNamed && !size) reportUnrounded(pod, request, book, log);
	return {
		asked: pod,
		billed,
		isNamed,
		rounded: first ? isRoundedToken(first) : size !== null && !isExact(size, pod),
		roundingRate: size && roundingRate(size, pod, book),
		storage: extraStorageOf(request, book),
		alternatives: alternativesTo(billed, chain.entries, pod, request, book),
	};
};

/** A GPU entry is billed by another name, but as large as it says. */
const isRoundedToken = ({spec, token, billedAs}: ChainEntry): boolean =>
	spec.kind === 'cpu-mem' && token !== billedAs;

const isExact = (size: Size, {billing}: PodRequest): boolean =>
	size.cpu === billing.cpu && size.memory === billing.memory;

const roundingRate = (size: Size, pod: PodRequest, book: PriceBook): Rate | null => {
	if (isExact(size, pod)) return null;
	const {billing} = pod;
	const vcpu = scaleRate(book.cpuMem.vcpu, fraction(size.cpu - billing.cpu, 1000));
	const memory = scaleRate(
		book.cpuMem.memoryGiB,
		fraction(size.memory - billing.memory, BYTES_PER_GIB),
	);
	return addRates(vcpu, memory);
};

const fromEntry = (
	{spec, billedAs, vcpu, memoryGiB, onDemand, from}: ChainEntry,
	book: PriceBook,
): BilledSpec => {
	const isSize = spec.kind === 'cpu-mem';
	return {
		spec: billedAs,
		kind: isSize ? 'cpu-mem' : 'ecs',
		vcpu,
		memoryGiB,
		rate: isSize ? cpuMemRate({vcpu, memoryGiB}, book.cpuMem) : onDemand,
		asOf: oldestDay(from),
	};
};

const reportSize = (
	size: Size,
	billed: BilledSpec,
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
	log: Log,
) => {
	const asked = toAmounts(pod.billing);
	if (!isExact(size, pod)) log.add('size-rounded', {asked, billed: billed.spec});
	if (!fits(size, pod.need))
		log.add('size-below-request', {asked: toAmounts(pod.need), billed: billed.spec});
	const fitting = sizesFor(request).filter(other => fits(other, pod.billing));
	reportTrap(
		billed,
		fitting.map(other => billedSpec(other, book)),
		log,
	);
};

/** The next size of the table is what a person would name, though another may cost less. */
const reportUnrounded = (pod: PodRequest, request: PlanRequest, book: PriceBook, log: Log) => {
	const sizes = sizesFor(request);
	const cheapest = cheapestSize(pod.target, sizes, book.cpuMem);
	const next = roundUp(pod.target, sizes);
	if (!(cheapest && next)) return;
	log.add('size-not-rounded', {asked: toAmounts(pod.billing), suggestion: tokenOf(cheapest)});
	reportTrap(billedSpec(next, book), [billedSpec(cheapest, book)], log);
};

const holds = ({vcpu, memoryGiB, gpu}: ChainEntry, pod: PodRequest): boolean =>
	gpu >= pod.gpu && fits({cpu: vcpuToMillis(vcpu), memory: gibToBytes(memoryGiB)}, pod.need);

const alternativesTo = (
	billed: BilledSpec | null,
	chosen: readonly ChainEntry[],
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
): readonly BilledSpec[] => {
	const sizes =
		pod.gpu > 0 || request.chain.arch !== SIZES_RUN_ON
			? []
			: sizesFor(request)
					.filter(size => fits(size, pod.target))
					.map(size => billedSpec(size, book))
					.sort(byRate)
					.slice(0, 2);
	const others = chosen.filter(entry => holds(entry, pod)).map(entry => fromEntry(entry, book));
	const known = new Map([...sizes, ...others].map(spec => [spec.spec, spec]));
	if (billed) known.delete(billed.spec);
	return [...known.values()].toSorted(byRate).slice(0, MAX_ALTERNATIVES);
};
