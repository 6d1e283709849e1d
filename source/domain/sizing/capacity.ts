import {launchSeconds} from '../catalogue/launch.ts';
import {isBatch} from '../input/plan-input.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {usableAddresses} from '../units/cidr.ts';

/** How many pods the vSwitches have addresses for. */
const checkAddresses = ({network}: PlanRequest, pods: number, log: Log): number => {
	const {vswitches} = network;
	if (vswitches.length === 0) return pods;
	const cidr = vswitches.map(({text}) => text).join(', ');
	const usable = vswitches.reduce((sum, vswitch) => sum + usableAddresses(vswitch), 0);
	const facts = {cidr, usable, pods};
	log.add(facts.usable < pods ? 'vswitch-too-small' : 'vswitch-fits', facts, 'network.vswitchCidr');
	return usable;
};

/** How many pods the quota of the account holds. */
const checkQuota = (
	{network, workload}: PlanRequest,
	pods: number,
	vcpu: number,
	log: Log,
): number => {
	const {vcpuQuota: quota} = network;
	if (quota === null || vcpu * pods <= quota) return pods;
	const fits = Math.floor(quota / vcpu);
	const rest = isBatch(workload.kind) ? 'later' : 'never';
	log.add('quota-exceeded', {quota, vcpu: vcpu * pods, fits, pods, rest}, 'network.vcpuQuota');
	return fits;
};

/**
 * Checks whether the network, the account and ECI's launch rate hold the pods of the busiest moment.
 * `vcpu` is what one pod is billed. What has no room doesn't start with the others, whose time it is.
 */
export const checkCapacity = (request: PlanRequest, pods: number, vcpu: number, log: Log): void => {
	const addresses = checkAddresses(request, pods, log);
	const fits = checkQuota(request, pods, vcpu, log);
	const started = Math.min(pods, addresses, fits);
	const seconds = launchSeconds(started);
	if (seconds > 0)
		log.add('launch-slow', {pods: started, seconds, left: pods - started}, 'workload.replicas');
};
