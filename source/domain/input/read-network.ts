import type {Log} from '../rules/log.ts';
import {type Cidr, type CidrProblem, overlaps, parseCidr} from '../units/cidr.ts';
import {logFolder} from './log-folder.ts';
import {isBatch, type PlanInput} from './plan-input.ts';
import type {LogCollection, Network, Workload} from './plan-request.ts';

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

/** Part of a variable's name and of the Logstore's: no underscore [D-LOG]. */
const LOG_NAME = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const LOG_PATH = /^\/[^\p{Cc}]{0,500}$/u;

/** Variables of these names hold for all logs of the cluster [facts §7]. */
export const GLOBAL_LOG_SETTINGS: readonly string[] = ['project', 'machinegroup'];

/** What Log Service can't collect: a name that is no part of a variable, a source that is no file. */
export const checkLog = (name: string, source: string, path: string, log: Log): void => {
	if (!LOG_NAME.test(name) || GLOBAL_LOG_SETTINGS.includes(name))
		log.add('log-name-invalid', {name}, path);
	if (source !== 'stdout' && (!LOG_PATH.test(source) || logFolder(source) === '/'))
		log.add('log-source-invalid', {name, source}, path);
};

/** Reads which logs Log Service collects [facts §7]. */
export const readLogs = (
	input: Readonly<Record<string, string>>,
	log: Log,
): readonly LogCollection[] =>
	Object.entries(input).map(([name, source]) => {
		checkLog(name, source, `logs.${name}`, log);
		return {name, source};
	});
