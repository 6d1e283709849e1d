import {PREFIX} from '../catalogue/annotations.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import {placementLabels} from './placement.ts';
import {annotationsOf, selectorLabels} from './pod-template.ts';
import {compact, type TreeMap} from './tree.ts';

/** Annotations that the profile has a setting of its own for, by that setting [D-PROF]. */
export const PROFILE_SETTINGS: readonly (readonly [setting: string, annotation: string])[] = [
	['vSwitchIds', 'eci-vswitch'],
	['securityGroupId', 'eci-security-group'],
	['resourceGroupId', 'eci-resource-group-id'],
];

/** Whether the profile has a setting for this annotation. */
export const isProfileSetting = (key: string): boolean =>
	PROFILE_SETTINGS.some(([, name]) => PREFIX + name === key);

/**
 * The ConfigMap that adds the annotations to every pod with the workload's label, so that its own
 * YAML needs none. The profile of a cluster is one: merge this into it.
 */
export const eciProfile = (request: PlanRequest, useSpecs: string): TreeMap => {
	const annotations = annotationsOf(request, useSpecs);
	const settings = PROFILE_SETTINGS.flatMap(([setting, name]) => {
		const value = annotations[PREFIX + name];
		return value === undefined ? [] : [[setting, value] as const];
	});
	const rest = Object.entries(annotations).filter(([key]) => !isProfileSetting(key));
	const selector = {
		name: request.name,
		objectSelector: {matchLabels: selectorLabels(request)},
		effect: compact({annotations: Object.fromEntries(rest), labels: placementLabels(request)}),
	};
	return {
		apiVersion: 'v1',
		kind: 'ConfigMap',
		metadata: {name: 'eci-profile', namespace: 'kube-system'},
		data: {...Object.fromEntries(settings), selectors: JSON.stringify([selector])},
	};
};
