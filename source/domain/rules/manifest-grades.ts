import type {Grade} from './grade.ts';
import type {ManifestFacts} from './manifest-facts.ts';

/** How bad it is what is found in files of manifests. */
export const MANIFEST_GRADES: {readonly [R in keyof ManifestFacts]: Grade} = {
	'manifest-malformed': 'error',
	'manifest-template': 'error',
	'manifest-encoding': 'error',
	'manifest-folder-empty': 'error',
	'manifests-too-many': 'error',
	'manifests-too-large': 'error',
	'workload-spec-missing': 'warning',
	'workload-open-ended': 'warning',
	'workload-suspended': 'info',
	'workload-pod-resources': 'info',
	'workload-off-eci': 'info',
	'workload-kind-unknown': 'info',
	'workload-empty': 'info',
	'workload-none': 'warning',
	'key-unknown': 'warning',
	'ignore-unused': 'info',
	'ignore-unknown': 'warning',
	'lint-failed': 'error',
	'export-incomplete': 'warning',
	'budget-invalid': 'error',
	'budget-exceeded': 'error',
	'budget-unknown': 'error',
};
