import {FAMILIES} from '../catalogue/families.ts';
import {MAX_SPECS} from '../catalogue/spec.ts';
import {LARGEST_VCPU} from '../catalogue/spec-tables.ts';
import {defaultPlanInput} from '../input/plan-input.ts';
import type {ChainRequest, PlanRequest} from '../input/plan-request.ts';
import type {InstanceOffer, PriceBook} from '../pricing/price-book.ts';
import type {GpuLimit} from '../rules/chain-facts.ts';
import type {Log} from '../rules/log.ts';
import {type PodRequest, toAmounts} from '../sizing/pod-request.ts';
import {fits} from '../sizing/round.ts';
import {gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import type {RejectedSpec} from './candidates.ts';
import type {Chain} from './chain.ts';
import {REJECTIONS, type Rejection} from './rejections.ts';

/** Reasons that say nothing about a limit of the user: such specs would never do. */
const HOPELESS: readonly Rejection[] = [
	'too-small',
	'wrong-gpus',
	'wrong-arch',
	'unsupported-family',
	'over-limit',
];

/** Limits that the user set, and can lift. */
const OWN_LIMITS: readonly Rejection[] = [
	'avoided',
	'excluded-family',
	'not-in-families',
	'not-in-generations',
	'no-stock',
	'over-spot-limit',
	'over-price-cap',
	'waste',
];

/** What the market lacks, for which there is a way out. */
const GAPS: readonly Rejection[] = ['not-spot', 'no-price'];

/** Nobody chose amd64 who said nothing. */
const ownLimits = ({arch}: ChainRequest): readonly Rejection[] =>
	arch === defaultPlanInput.chain.arch ? OWN_LIMITS : ['wrong-arch', ...OWN_LIMITS];

/** How many specs each reason keeps out, the one with most first. */
const countReasons = (
	rejected: readonly RejectedSpec[],
	counts: (reason: Rejection) => boolean,
): readonly (readonly [reason: Rejection, specs: number])[] =>
	REJECTIONS.filter(counts)
		.flatMap(reason => {
			const count = rejected.filter(each => each.reason === reason).length;
			return count > 0 ? [[reason, count] as const] : [];
		})
		.toSorted(([, a], [, b]) => b - a);

const isLarger = (a: InstanceOffer, b: InstanceOffer): boolean =>
	a.vcpu === b.vcpu ? a.memoryGiB > b.memoryGiB : a.vcpu > b.vcpu;

/** Whether the GPUs alone make the pod impossible, and how far they would go. */
const gpuLimitOf = (
	{gpu, target}: PodRequest,
	{arch}: ChainRequest,
	{types}: PriceBook,
): GpuLimit | null => {
	if (gpu === 0) return null;
	const offers = [...types.values()].filter(
		({family, vcpu}) => FAMILIES.get(family)?.arch === arch && vcpu <= LARGEST_VCPU,
	);
	const enough = offers.filter(offer => offer.gpu >= gpu);
	const [first] = enough;
	if (!first) return {most: Math.max(0, ...offers.map(offer => offer.gpu)), largest: null};
	const holds = ({vcpu, memoryGiB}: InstanceOffer) =>
		fits({cpu: vcpuToMillis(vcpu), memory: gibToBytes(memoryGiB)}, target);
	if (enough.some(holds)) return null;
	const {vcpu, memoryGiB, gpu: most} = enough.reduce((a, b) => (isLarger(b, a) ? b : a), first);
	return {most, largest: {vcpu, memoryGiB}};
};

/** Nothing holds the pod: every limit that keeps large enough specs out, those of the user first. */
export const reportEmpty = (
	{rejected}: Chain,
	pod: PodRequest,
	{chain}: PlanRequest,
	book: PriceBook,
	log: Log,
): void => {
	const own = ownLimits(chain);
	const others = [...HOPELESS, ...own];
	const facts = {
		asked: toAmounts(pod.target),
		gpu: pod.gpu,
		arch: chain.arch,
		gpus: gpuLimitOf(pod, chain, book),
		limits: [
			...countReasons(rejected, reason => own.includes(reason)),
			...countReasons(rejected, reason => !others.includes(reason)),
		],
	};
	log.add('chain-empty', facts, 'chain');
};

/** The chain isn't as sure as asked: every limit of the user that keeps it so. */
export const reportUnreached = (
	{odds, useSpecs, entries, rejected}: Chain,
	{chain}: PlanRequest,
	log: Log,
): void => {
	const {chance, pick} = chain.target;
	const own = ownLimits(chain);
	const facts = {
		target: chance,
		reachable: odds.placed,
		limits: [
			...countReasons(rejected, reason => own.includes(reason)),
			...countReasons(rejected, reason => GAPS.includes(reason)),
		],
		canBeLonger: entries.length === chain.maxSpecs && chain.maxSpecs < MAX_SPECS,
	};
	if (pick === null) log.add('target-unreachable', {...facts, useSpecs}, 'chain.targetPlaced');
	else log.add('pick-unreachable', {...facts, pick}, 'chain.pick');
};
