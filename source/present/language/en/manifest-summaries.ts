import type {ManifestFacts} from '../../../domain/rules/manifest-facts.ts';

export const enManifestSummaries: Readonly<Record<keyof ManifestFacts, string>> = {
	'manifest-malformed': "A document of a file isn't valid YAML or JSON.",
	'manifest-template': "A document is a template that wasn't rendered.",
	'manifest-encoding': "A file isn't UTF-8.",
	'manifest-folder-empty': 'A folder has no manifests.',
	'manifests-too-many': 'There are too many files.',
	'manifests-too-large': 'All files together are too large.',
};
