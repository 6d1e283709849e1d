import {WORKLOAD_KINDS} from './plan-input.ts';

/** What can be exported: the workload as one kind or another, or something instead of it. */
export const EXPORT_TARGETS = [
	...WORKLOAD_KINDS,
	'kustomize',
	'eci-profile',
	'resource-policy',
] as const;
export type ExportTarget = (typeof EXPORT_TARGETS)[number];
