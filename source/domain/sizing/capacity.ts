import {launchSeconds} from '../catalogue/launch.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {usableAddresses} from '../units/cidr.ts';

const checkAddresses = ({network}: PlanRequest, pods: number, log: Log) => {
	const {vswitches} = network;
	if (vswitches.length === 0) return;
	const cidr = vswitches.map(({text}) => text).join(', ');
	const usable = vswitches.reduce((sum, vswitch) => sum + usableAddresses(vswitch), 0);
	const facts = {cidr, usable, pods};
	log.add(facts.usable < pods ? 'vswitch-too-small' : 'vswitch-fits', facts, 'network.vswitchCidr');
};

const checkQuota = ({network}: PlanRequest, pods: number, vcpu: number, log: Log) => {
	const {vcpuQuota: quota} = network;
	if (quota === null || vcpu * pods <= quota) return;
	log.add(
		'quota-exceeded',
		{quota, vcpu: vcpu * pods, fits: Math.floor(quota / vcpu)},
		'network.vcpuQuota',
	);
};

/**
 * Checks whether the network, the account and ECI's launch rate hold the pods of the busiest moment.
 * `vcpu` is what one pod is billed.
 */
export const checkCapacity = (request: PlanRequest, pods: number, vcpu: number, log: Log): void => {
	checkAddresses(request, pods, log);
	checkQuota(request, pods, vcpu, log);
	const seconds = launchSeconds(pods);
	if (seconds > 0) log.add('launch-slow', {pods, seconds}, 'workload.replicas');
};
