import type {Container, PlanRequest, Resources} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {formatCpu, formatMemory} from '../units/quantity.ts';
import {logMounts, logVariables} from './logs.ts';
import {compact, type Tree, type TreeMap} from './tree.ts';
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

/** Its own variables, and those of the logs that it writes. */
export const variableTrees = ({name, env}: Container, request: PlanRequest): readonly Tree[] => [
	...Object.entries(env).map(([key, value]) => ({name: key, value})),
	...logVariables(request, name),
];

/** Its mounts, and those of the folders that it writes logs to. */
export const allMounts = ({name}: Container, request: PlanRequest): readonly Tree[] => [
	...mountTrees(request.volumes, name),
	...logMounts(request, name),
];

/** One container as a pod has it, with the variables and mounts of the logs that it writes. */
export const containerTree = (container: Container, request: PlanRequest, log: Log): TreeMap => {
	const {name, image, command, args} = container;
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
		env: variableTrees(container, request),
		resources: resources(container),
		volumeMounts: allMounts(container, request),
	});
};
