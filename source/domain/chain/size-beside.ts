import {sizesIn} from '../catalogue/spec-tables.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import type {PodAmounts, PodRequest} from '../sizing/pod-request.ts';
import {roundUp} from '../sizing/round.ts';
import {gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import {allEntries, type Chain, firstEntry} from './chain.ts';
import {type ResolvedSpec, resolveSize} from './resolve-spec.ts';

/** Containers that say nothing leave it to the chain how large the pod is. */
const neededBy = ({need, target}: PodRequest, chain: Chain): PodAmounts => {
	const first = chain.given && need.cpu === 0 && need.memory === 0 ? firstEntry(chain) : null;
	return first ? {cpu: vcpuToMillis(first.vcpu), memory: gibToBytes(first.memoryGiB)} : target;
};

/**
 * The CPU-MEM size that would hold the pod on demand, to compare a chain of ECS types with; null where
 * the chain has a size of its own, and for pods that no size can run.
 */
export const sizeBeside = (
	chain: Chain,
	pod: PodRequest,
	{ruleset, region, chain: {arch}}: PlanRequest,
	book: PriceBook,
): ResolvedSpec | null => {
	const entries = allEntries(chain);
	if (entries.length === 0 || entries.some(({spec}) => spec.kind === 'cpu-mem')) return null;
	const isSpecial =
		pod.gpu > 0 ||
		arch !== 'amd64' ||
		entries.some(({spec}) => spec.kind === 'gpu') ||
		chain.entries.some(entry => entry.gpu > 0 || entry.arch !== 'amd64');
	if (isSpecial) return null;
	const size = roundUp(neededBy(pod, chain), sizesIn(ruleset, region));
	return size && resolveSize(size, ruleset, book);
};
