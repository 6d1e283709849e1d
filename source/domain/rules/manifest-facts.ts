import type {Money} from '../units/money.ts';
import type {None} from './command-facts.ts';

/** Facts of the rules about files of manifests. */
export type ManifestFacts = {
	'manifest-malformed': {readonly detail: string};
	'manifest-template': None;
	'manifest-encoding': {readonly encoding: 'utf-16' | 'other'};
	'manifest-folder-empty': {readonly folder: string};
	'manifests-too-many': {readonly maximum: number};
	'manifests-too-large': {readonly limitMiB: number};
	'workload-spec-missing': {readonly reason: 'gpu' | 'arm'};
	'workload-open-ended': None;
	'workload-suspended': None;
	'workload-pod-resources': None;
	'workload-off-eci': {readonly reason: 'daemonset' | 'elsewhere'};
	'workload-kind-unknown': {readonly kind: string};
	'workload-empty': {readonly kind: string};
	'workload-none': None;
	'key-unknown': {
		readonly key: string;
		readonly parent: string;
		readonly suggestion: string | null;
	};
	'ignore-unused': {readonly name: string};
	/** An empty name where the comment names none. */
	'ignore-unknown': {readonly name: string; readonly suggestion: string | null};
	'lint-failed': {readonly count: number; readonly threshold: 'error' | 'warning' | 'info'};
	/** Names of what a target has no place for; fields are those of the pod. */
	'export-incomplete': {
		readonly target: 'kustomize' | 'eci-profile' | 'resource-policy';
		readonly volumes: readonly string[];
		readonly logs: readonly string[];
		readonly objects: readonly string[];
		readonly fields: readonly string[];
	};
	'budget-invalid': {readonly value: string};
	'budget-exceeded': {readonly total: Money; readonly budget: Money};
	'budget-unknown': {readonly budget: Money};
};
