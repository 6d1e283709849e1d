import type {ManifestFacts} from '../domain/rules/manifest-facts.ts';
import {fraction} from '../domain/units/fraction.ts';
import {money} from '../domain/units/money.ts';

/** Facts of the rules about files of manifests. */
export const MANIFEST_EXAMPLES: {readonly [R in keyof ManifestFacts]: ManifestFacts[R]} = {
	'manifest-malformed': {detail: 'bad indentation of a mapping entry'},
	'manifest-template': {},
	'manifest-encoding': {encoding: 'utf-16'},
	'manifest-folder-empty': {folder: 'charts'},
	'manifests-too-many': {maximum: 10_000},
	'manifests-too-large': {limitMiB: 64},
	'workload-spec-missing': {reason: 'gpu'},
	'workload-open-ended': {},
	'workload-suspended': {},
	'workload-pod-resources': {},
	'workload-off-eci': {reason: 'daemonset'},
	'workload-kind-unknown': {kind: 'Rollout'},
	'workload-empty': {kind: 'Deployment'},
	'workload-none': {},
	'key-unknown': {key: 'limit', parent: 'resources', suggestion: 'limits'},
	'ignore-unused': {name: 'limit-host-path'},
	'ignore-unknown': {name: 'limit-hostpath', suggestion: 'limit-host-path'},
	'lint-failed': {count: 3, threshold: 'error'},
	'export-incomplete': {
		target: 'eci-profile',
		volumes: ['data'],
		logs: ['web'],
		objects: ['Service/web'],
		fields: [],
	},
	'budget-invalid': {value: '5k'},
	'budget-exceeded': {
		total: money('CNY', fraction(5219, 1)),
		budget: money('CNY', fraction(5000)),
	},
	'budget-unknown': {budget: money('CNY', fraction(5000))},
};
