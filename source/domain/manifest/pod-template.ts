import {PREFIX} from '../catalogue/annotations.ts';
import {isBatch} from '../input/plan-input.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {containerTree} from './container.ts';
import {logVolumes} from './logs.ts';
import {placementLabels, placementSpec} from './placement.ts';
import {compact, type Tree, type TreeMap} from './tree.ts';
import {volumeTrees} from './volumes.ts';

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

/** What a selector finds the pods by: their name, unless a label of the user names them otherwise. */
export const selectorLabels = ({name, labels}: PlanRequest): TreeMap => ({
	app: labels['app'] ?? name,
});

/** `spec.volumes` of the pod, with those that hold log files. */
export const allVolumes = (request: PlanRequest): readonly Tree[] => [
	...volumeTrees(request),
	...logVolumes(request),
];

/** Metadata and spec of one pod, as a Pod has them and a template repeats them. */
export const podTemplate = (
	request: PlanRequest,
	useSpecs: string,
	log: Log,
): {readonly metadata: TreeMap; readonly spec: TreeMap} => ({
	metadata: compact({
		labels: {...selectorLabels(request), ...placementLabels(request), ...request.labels},
		annotations: annotationsOf(request, useSpecs),
	}),
	spec: compact({
		...placementSpec(request),
		restartPolicy: isBatch(request.workload.kind) ? 'Never' : undefined,
		initContainers: request.initContainers.map(container => containerTree(container, request, log)),
		containers: request.containers.map(container => containerTree(container, request, log)),
		volumes: allVolumes(request),
	}),
});
