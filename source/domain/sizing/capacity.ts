import {launchSeconds} from '../catalogue/launch.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {usableAddresses} from '../units/cidr.ts';

const checkAddresses = ({network}: PlanRequest, pods: number, log: Log) => {
	if (!network.vswitch) return;
	const facts = {cidr: network.vswitch.text, usable: usableAddresses(network.vswitch), pods};
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

/** ACR's endpoint inside the VPC; its public one needs the internet like any other registry. */
const isVpcRegistry = (image: string): boolean =>
	/^[a-z0-9-]*registry-vpc\.[a-z0-9-]+\.(?:cr\.)?aliyuncs\.com\//.test(image);

const checkImages = ({containers, initContainers, network, annotations}: PlanRequest, log: Log) => {
	const hasAddress = annotations.some(
		([key, value]) =>
			key.endsWith('/eci-eip-instanceid') || (key.endsWith('/eci-with-eip') && value === 'true'),
	);
	if (network.hasNat || hasAddress) return;
	const images = [...containers, ...initContainers].flatMap(({image}) =>
		image !== null && !isVpcRegistry(image) ? [image] : [],
	);
	if (images.length > 0) log.add('image-public', {images: [...new Set(images)]}, 'network.nat');
};

/**
 * Checks whether the network, the account and ECI's launch rate hold the pods of the busiest moment.
 * `vcpu` is what one pod is billed.
 */
export const checkCapacity = (request: PlanRequest, pods: number, vcpu: number, log: Log): void => {
	checkAddresses(request, pods, log);
	checkQuota(request, pods, vcpu, log);
	checkImages(request, log);
	const seconds = launchSeconds(pods);
	if (seconds > 0) log.add('launch-slow', {pods, seconds}, 'workload.replicas');
};
