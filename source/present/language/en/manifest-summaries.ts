import type {ManifestFacts} from '../../../domain/rules/manifest-facts.ts';

export const enManifestSummaries: Readonly<Record<keyof ManifestFacts, string>> = {
	'manifest-malformed': "A document of a file isn't valid YAML or JSON.",
	'manifest-template': "A document is a template that wasn't rendered.",
	'manifest-encoding': "A file isn't UTF-8.",
	'manifest-folder-empty': 'A folder has no manifests.',
	'manifests-too-many': 'There are too many manifests.',
	'manifests-too-large': 'All files together are too large.',
	'workload-spec-missing': 'A pod with GPUs or for Arm names no type to run on.',
	'workload-open-ended': 'Nobody says how long a run of a Job takes.',
	'workload-suspended': 'A Job is suspended and costs nothing.',
	'workload-pod-resources': 'A pod has resources as a whole.',
	'workload-off-eci': "A workload doesn't run on ECI.",
	'workload-kind-unknown': 'An object makes pods in a way that is not known.',
	'workload-empty': 'A workload has no containers, as a patch has none.',
	'workload-none': 'Files have no workload to plan.',
	'budget-invalid': "A budget isn't an amount of money.",
	'budget-exceeded': 'The cost is above the budget.',
	'budget-unknown': "A part has no price, so the budget can't be checked.",
};
