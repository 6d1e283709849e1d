import type {WorkloadKind} from '../input/plan-input.ts';
import type {Container, PlanRequest} from '../input/plan-request.ts';
import {allMounts, variableTrees} from './container.ts';
import {placementLabels, placementSpec} from './placement.ts';
import {allVolumes, annotationsOf} from './pod-template.ts';
import {compact, type TreeMap} from './tree.ts';

/** Maps within maps, by their keys. */
export const nested = (keys: readonly string[], value: TreeMap): TreeMap =>
	keys.reduceRight<TreeMap>((inner, key) => ({[key]: inner}), value);

/** A kustomization of resources with strategic merge patches to them. */
export const kustomizationOf = (
	resources: readonly string[],
	patches: readonly TreeMap[],
): TreeMap => ({
	apiVersion: 'kustomize.config.k8s.io/v1beta1',
	kind: 'Kustomization',
	resources,
	...(patches.length > 0 && {patches: patches.map(patch => ({patch}))}),
});

type Patched = {
	readonly apiVersion: string;
	readonly kind: string;
	/** Where the pod stands. */
	readonly keys: readonly string[];
};

const PATCHED: {readonly [K in Exclude<WorkloadKind, 'pod'>]: Patched} = {
	deployment: {apiVersion: 'apps/v1', kind: 'Deployment', keys: ['spec', 'template']},
	statefulset: {apiVersion: 'apps/v1', kind: 'StatefulSet', keys: ['spec', 'template']},
	job: {apiVersion: 'batch/v1', kind: 'Job', keys: ['spec', 'template']},
	cronjob: {
		apiVersion: 'batch/v1',
		kind: 'CronJob',
		keys: ['spec', 'jobTemplate', 'spec', 'template'],
	},
};

/** Variables and mounts for a container of the base. */
const givenTo = (container: Container, request: PlanRequest): TreeMap =>
	compact({
		env: variableTrees(container, request),
		volumeMounts: allMounts(container, request),
	});

const isGiven = (container: Container, request: PlanRequest): boolean =>
	Object.keys(givenTo(container, request)).length > 0;

/** Containers of the base are found by their names; whoever gets nothing is left alone. */
const containerPatches = (
	containers: readonly Container[],
	request: PlanRequest,
): readonly TreeMap[] =>
	containers
		.filter(container => isGiven(container, request))
		.map(container => ({name: container.name, ...givenTo(container, request)}));

/** The names of the containers that the patch adds to. */
export const patchedContainers = (request: PlanRequest): readonly string[] =>
	[...request.initContainers, ...request.containers]
		.filter(container => isGiven(container, request))
		.map(({name}) => name);

const specPatch = (request: PlanRequest): TreeMap =>
	compact({
		...placementSpec(request),
		initContainers: containerPatches(request.initContainers, request),
		containers: containerPatches(request.containers, request),
		volumes: allVolumes(request),
	});

const patchOf = (request: PlanRequest, useSpecs: string): TreeMap => {
	const {name, workload, labels} = request;
	const metadata = compact({
		labels: {...placementLabels(request), ...labels},
		annotations: annotationsOf(request, useSpecs),
	});
	const spec = specPatch(request);
	if (workload.kind === 'pod')
		return compact({apiVersion: 'v1', kind: 'Pod', metadata: {name, ...metadata}, spec});
	const {apiVersion, kind, keys} = PATCHED[workload.kind];
	return {apiVersion, kind, metadata: {name}, ...nested(keys, compact({metadata, spec}))};
};

/** The folder beside the kustomization that the workload's own manifest is in. */
export const BASE = 'base';

/** A kustomization that sends a workload to ECI, by its name and kind. */
export const workloadKustomization = (request: PlanRequest, useSpecs: string): TreeMap =>
	kustomizationOf([BASE], [patchOf(request, useSpecs)]);
