import type {Log} from '../rules/log.ts';
import {type Cidr, type CidrProblem, overlaps, parseCidr} from '../units/cidr.ts';
import {isBatch, type PlanInput} from './plan-input.ts';
import type {Network, Workload} from './plan-request.ts';

type NetworkInput = NonNullable<PlanInput['network']>;

const overlapIn = (ranges: readonly Cidr[], range: Cidr): CidrProblem | null =>
	ranges.some(other => overlaps(other, range)) ? {reason: 'overlap'} : null;

/** Reads the ranges of the vSwitches; two never share an address, since they are in one VPC. */
const readCidrs = (texts: string | undefined, log: Log): readonly Cidr[] => {
	const ranges: Cidr[] = [];
	for (const text of texts?.split(',') ?? []) {
		const read = parseCidr(text);
		const problem = read.ok ? overlapIn(ranges, read.value) : read.problem;
		if (problem) log.add('cidr-invalid', {value: text.trim(), problem}, 'network.vswitchCidr');
		else if (read.ok) ranges.push(read.value);
	}
	return ranges;
};

/** A Service needs pods that stay: batch work is not served. */
const readService = (input: NetworkInput, {kind}: Workload, log: Log): Network['service'] => {
	const {service = 'none', port} = input;
	if (service === 'none') return null;
	if (isBatch(kind)) log.add('service-not-served', {kind}, 'network.service');
	if (port === undefined) {
		log.add('service-port-missing', {}, 'network.port');
		return null;
	}
	return {type: service, port};
};

export const readNetwork = (input: NetworkInput, workload: Workload, log: Log): Network => ({
	vswitches: readCidrs(input.vswitchCidr, log),
	hasNat: input.nat ?? false,
	service: readService(input, workload, log),
	vcpuQuota: input.vcpuQuota ?? null,
});
