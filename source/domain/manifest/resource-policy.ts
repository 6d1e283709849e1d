import type {PlanRequest} from '../input/plan-request.ts';
import {annotationsOf, selectorLabels} from './pod-template.ts';
import {compact, type TreeMap} from './tree.ts';

/**
 * The policy that runs the workload on the cluster's ECS nodes first and on ECI when they are full,
 * with the annotations on the pods that go there [D-RP].
 */
export const resourcePolicy = (request: PlanRequest, useSpecs: string): TreeMap => ({
	apiVersion: 'scheduling.alibabacloud.com/v1alpha1',
	kind: 'ResourcePolicy',
	metadata: {name: request.name},
	spec: {
		selector: selectorLabels(request),
		strategy: 'prefer',
		units: [
			{resource: 'ecs'},
			compact({resource: 'eci', podAnnotations: annotationsOf(request, useSpecs)}),
		],
	},
});
