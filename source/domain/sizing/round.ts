import type {Ruleset} from '../catalogue/rulesets.ts';
import {LARGEST_MEMORY_GIB, LARGEST_VCPU, type Size} from '../catalogue/spec-tables.ts';
import type {Log} from '../rules/log.ts';
import {gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import {type PodAmounts, type SizedPod, toAmounts} from './pod-request.ts';

/** Above this, the brief says, sizes are not rounded. */
const ROUNDED_UP_TO = vcpuToMillis(4);

export const fits = (size: PodAmounts, need: PodAmounts): boolean =>
	size.cpu >= need.cpu && size.memory >= need.memory;

const isTooMuchCpu = ({cpu}: PodAmounts): boolean => cpu > vcpuToMillis(LARGEST_VCPU);

/** More than one pod can have [D-LIM]. */
export const isTooLarge = (need: PodAmounts): boolean =>
	isTooMuchCpu(need) || need.memory > gibToBytes(LARGEST_MEMORY_GIB);

/** Where a pod becomes too large: at an init container of this size, at its only container, or in the sum. */
const placeOf = (
	need: PodAmounts,
	field: 'cpu' | 'memory',
	{containers, initContainers}: Pick<SizedPod, 'containers' | 'initContainers'>,
): string => {
	const init = initContainers.findIndex(
		({limits, requests}) => (limits[field] ?? requests[field]) === need[field],
	);
	if (init >= 0) return `initContainers[${init}].${field}`;
	return containers.length === 1 ? `containers[0].${field}` : 'containers';
};

/** Reports a pod that is larger than ECI's largest, at the field that makes it so. */
export const checkLargest = (
	need: PodAmounts,
	request: Pick<SizedPod, 'containers' | 'initContainers'>,
	log: Log,
): void => {
	if (!isTooLarge(need)) return;
	const field = isTooMuchCpu(need) ? 'cpu' : 'memory';
	log.add(
		'size-too-large',
		{asked: toAmounts(need), largest: {vcpu: LARGEST_VCPU, memoryGiB: LARGEST_MEMORY_GIB}},
		placeOf(need, field, request),
	);
};

/** The fewest vCPU that hold the need, then the least memory [facts §2.6]. `sizes` come in that order. */
export const roundUp = (need: PodAmounts, sizes: readonly Size[]): Size | null =>
	sizes.find(size => fits(size, need)) ?? null;

/**
 * The size that ECI bills for a need, or null where it takes the need as it is and has no such size:
 * under 2020 above 4 vCPU.
 */
export const billedSize = (
	need: PodAmounts,
	sizes: readonly Size[],
	ruleset: Ruleset,
): Size | null => {
	if (ruleset === '2020' && need.cpu > ROUNDED_UP_TO)
		return sizes.find(({cpu, memory}) => cpu === need.cpu && memory === need.memory) ?? null;
	return roundUp(need, sizes);
};
