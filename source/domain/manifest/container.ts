import type {Container, PlanRequest, Resources} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {formatCpu, formatMemory} from '../units/quantity.ts';
import {logMounts, logVariables} from './logs.ts';
import {compact, type TreeMap} from './tree.ts';
import {mountTrees} from './volumes.ts';

/** Stands in for an image that nobody named. */
export const PLACEHOLDER_IMAGE = 'your-image:tag';

const resourceList = ({cpu, memory}: Resources, gpu: number): TreeMap =>
	compact({
		cpu: cpu === null ? undefined : formatCpu(cpu),
		memory: memory === null ? undefined : formatMemory(memory),
		'nvidia.com/gpu': gpu === 0 ? undefined : String(gpu),
	});

const resources = ({limits, requests, gpu}: Container): TreeMap =>
	compact({requests: resourceList(requests, 0), limits: resourceList(limits, gpu)});

/** The ports it declares; the first container serves the Service's port where it declares none. */
export const portsOf = (
	container: Container,
	{containers, network}: PlanRequest,
): readonly number[] =>
	container.ports.length === 0 && container === containers[0] && network.service
		? [network.service.port]
		: container.ports;

const imagePath = (container: Container, {containers, initContainers}: PlanRequest): string => {
	const index = containers.indexOf(container);
	return index < 0
		? `initContainers[${initContainers.indexOf(container)}].image`
		: `containers[${index}].image`;
};

/** One container as a pod has it, with the variables and mounts of the logs that it writes. */
export const containerTree = (container: Container, request: PlanRequest, log: Log): TreeMap => {
	const {name, image, command, args, env} = container;
	if (image === null)
		log.add(
			'image-missing',
			{container: name, placeholder: PLACEHOLDER_IMAGE},
			imagePath(container, request),
		);
	return compact({
		name,
		image: image ?? PLACEHOLDER_IMAGE,
		command,
		args,
		ports: portsOf(container, request).map(containerPort => ({containerPort})),
		env: [
			...Object.entries(env).map(([key, value]) => ({name: key, value})),
			...logVariables(request, name),
		],
		resources: resources(container),
		volumeMounts: [...mountTrees(request.volumes, name), ...logMounts(request, name)],
	});
};
