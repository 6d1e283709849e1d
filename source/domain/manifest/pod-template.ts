import {PREFIX} from '../catalogue/annotations.ts';
import type {Container, PlanRequest, Resources} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {formatCpu, formatMemory} from '../units/quantity.ts';
import {compact, type Tree, type TreeMap} from './tree.ts';

/** Sends the pods of an ACK cluster to ECI [facts §9]; without effect in ACK Serverless. */
const ECI_LABEL = {'alibabacloud.com/eci': 'true'} as const;
const ARM_NODE_SELECTOR = {'kubernetes.io/arch': 'arm64'} as const;
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

const containerTree = (container: Container, log: Log): TreeMap => {
	const {name, image, command, args, ports, env} = container;
	if (image === null) log.add('image-missing', {container: name, placeholder: PLACEHOLDER_IMAGE});
	return compact({
		name,
		image: image ?? PLACEHOLDER_IMAGE,
		command,
		args,
		ports: ports.map(containerPort => ({containerPort})),
		env: Object.entries(env).map(([key, value]) => ({name: key, value})),
		resources: resources(container),
	});
};

/** The annotations of the pod, the chain first, in the order of the table. */
export const annotationsOf = (request: PlanRequest, useSpecs: string): TreeMap => {
	const {spot, annotations} = request;
	const chosen: readonly (readonly [string, string | null])[] = [
		['eci-use-specs', useSpecs === '' ? null : useSpecs],
		['eci-spot-strategy', spot.strategy === 'none' ? null : spot.strategy],
		['eci-spot-price-limit', spot.priceLimit],
		['eci-spot-fallback', spot.fallback === null ? null : String(spot.fallback)],
	];
	return Object.fromEntries([
		...chosen.flatMap(([name, value]) => (value === null ? [] : [[PREFIX + name, value]])),
		...annotations,
	]);
};

/** The volume that `eci-set-diskvolume` turns into a disk: an emptyDir of that name. */
const volumesOf = ({diskVolume}: PlanRequest): readonly Tree[] => {
	const [name] = diskVolume?.split(':') ?? [];
	return name === undefined ? [] : [{name, emptyDir: {}}];
};

/** What a selector finds the pods by: their name, unless a label of the user names them otherwise. */
export const selectorLabels = ({name, labels}: PlanRequest): TreeMap => ({
	app: labels['app'] ?? name,
});

const isBatch = ({workload}: PlanRequest) => workload.kind === 'job' || workload.kind === 'cronjob';

/** Metadata and spec of one pod, as a Pod has them and a template repeats them. */
export const podTemplate = (
	request: PlanRequest,
	useSpecs: string,
	log: Log,
): {readonly metadata: TreeMap; readonly spec: TreeMap} => ({
	metadata: compact({
		labels: {...selectorLabels(request), ...ECI_LABEL, ...request.labels},
		annotations: annotationsOf(request, useSpecs),
	}),
	spec: compact({
		nodeSelector: request.chain.arch === 'arm64' ? ARM_NODE_SELECTOR : undefined,
		restartPolicy: isBatch(request) ? 'Never' : undefined,
		initContainers: request.initContainers.map(container => containerTree(container, log)),
		containers: request.containers.map(container => containerTree(container, log)),
		volumes: [...volumesOf(request)],
	}),
});
