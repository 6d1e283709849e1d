import {formatSpec, formatUseSpecs, type Spec} from '../catalogue/spec.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import type {Log} from '../rules/log.ts';
import {type PodRequest, toAmounts} from '../sizing/pod-request.ts';
import {fits} from '../sizing/round.ts';
import {compareRates} from '../units/money.ts';
import {gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import {type Chain, chainOf, paidRate} from './chain.ts';
import {checkArchitecture, checkMixing, checkUnaskedGpus} from './check-entries.ts';
import {reportTraps} from './report-traps.ts';
import {type ResolvedSpec, resolveSpec} from './resolve-spec.ts';

const PATH = 'chain.useSpecs';

const isLargeEnough = ({vcpu, memoryGiB}: ResolvedSpec, {need}: PodRequest): boolean =>
	fits({cpu: vcpuToMillis(vcpu), memory: gibToBytes(memoryGiB)}, need);

const checkNeed = (entries: readonly ResolvedSpec[], pod: PodRequest, log: Log) => {
	for (const entry of entries)
		if (!isLargeEnough(entry, pod))
			log.add('spec-too-small', {token: entry.token, asked: toAmounts(pod.need)}, PATH);
};

/** Whether an entry counts as a place for the pod. */
const isFit = (entry: ResolvedSpec, pod: PodRequest): boolean =>
	isLargeEnough(entry, pod) && entry.gpu >= pod.gpu;

/**
 * An entry with fewer GPUs can't be what the pod starts on; the pod can't start where none has as many,
 * and none is unknown that might [facts §1.6, A18].
 */
const checkGpuCount = (
	entries: readonly ResolvedSpec[],
	asked: number,
	areAllKnown: boolean,
	log: Log,
) => {
	const withGpu = entries.filter(({gpu}) => gpu > 0);
	const short = (withGpu.length > 0 ? withGpu : entries).filter(({gpu}) => gpu < asked);
	const isHopeless = areAllKnown && entries.every(({gpu}) => gpu < asked);
	for (const {token} of short)
		log.add(isHopeless ? 'gpu-too-few' : 'gpu-entry-short', {asked, token}, PATH);
};

const checkOrder = (entries: readonly ResolvedSpec[], {spot}: PlanRequest, log: Log) => {
	for (const [index, entry] of entries.entries()) {
		const rate = paidRate(entry, spot);
		const cheaper = entries.slice(index + 1).find(later => {
			const laterRate = paidRate(later, spot);
			return laterRate && rate && compareRates(laterRate, rate) < 0;
		});
		if (cheaper) log.add('spec-dearer-first', {token: entry.token, cheaper: cheaper.token}, PATH);
	}
};

/** The user's own chain, resolved and graded. Each entry keeps its rank, also one that has no price. */
export const givenChain = (
	specs: readonly Spec[],
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
	log: Log,
): Chain => {
	const resolved = specs.map((spec, index) => ({
		spec,
		rank: index + 1,
		entry: resolveSpec(spec, {request, book, log}),
	}));
	const entries = resolved.flatMap(({entry}) => entry ?? []);
	checkNeed(entries, pod, log);
	if (pod.gpu === 0) checkUnaskedGpus(entries, PATH, log);
	checkGpuCount(entries, pod.gpu, entries.length === specs.length, log);
	checkMixing(entries, PATH, log);
	checkArchitecture(entries, request.chain.arch, PATH, log);
	const fit = entries.filter(entry => isFit(entry, pod));
	checkOrder(fit, request, log);
	reportTraps(fit, specs, pod, request, book, log);
	return chainOf(
		resolved.map(({spec, rank, entry}) =>
			entry
				? {entry, rank, reason: 'given' as const, isFit: isFit(entry, pod)}
				: {entry, rank, spec, token: formatSpec(spec)},
		),
		request,
		book,
		{
			given: true,
			startsAt: resolved.find(({entry}) => !entry || entry.gpu >= pod.gpu)?.rank ?? 1,
			useSpecs: formatUseSpecs(specs),
			rejected: [],
		},
	);
};
