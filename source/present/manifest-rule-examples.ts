import type {ManifestFacts} from '../domain/rules/manifest-facts.ts';

/** Facts of the rules about files of manifests. */
export const MANIFEST_EXAMPLES: {readonly [R in keyof ManifestFacts]: ManifestFacts[R]} = {
	'manifest-malformed': {detail: 'bad indentation of a mapping entry'},
	'manifest-template': {},
	'manifest-encoding': {encoding: 'utf-16'},
	'manifest-folder-empty': {folder: 'charts'},
	'manifests-too-many': {maximum: 10_000},
	'manifests-too-large': {limitMiB: 64},
};
