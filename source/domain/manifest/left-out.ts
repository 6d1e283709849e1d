import type {PlanRequest} from '../input/plan-request.ts';
import type {ManifestFacts} from '../rules/manifest-facts.ts';
import {placementSpec} from './placement.ts';
import {selectorLabels} from './pod-template.ts';
import {serviceTrees} from './service.ts';
import {claimTrees, volumeNames} from './volumes.ts';

type LeftOut = ManifestFacts['export-incomplete'];

/** Claims and the Service by kind and name. */
const objectsOf = (request: PlanRequest): readonly string[] =>
	[...claimTrees(request), ...serviceTrees(request, selectorLabels(request))].map(
		({kind, metadata}) => `${String(kind)}/${(metadata as {readonly name: string}).name}`,
	);

/**
 * What of a plan has no place in a target that is no workload. A patch carries all of the pod; a profile
 * and a policy carry annotations, and nodes are what they choose.
 */
export const leftOutOf = (target: LeftOut['target'], request: PlanRequest): LeftOut | null => {
	const objects = objectsOf(request);
	const isPatch = target === 'kustomize';
	const volumes = isPatch ? [] : volumeNames(request);
	const logs = isPatch ? [] : request.logs.collections.map(({name}) => name);
	const fields = isPatch ? [] : Object.keys(placementSpec(request));
	const isComplete = [objects, volumes, logs, fields].every(({length}) => length === 0);
	return isComplete ? null : {target, volumes, logs, objects, fields};
};
