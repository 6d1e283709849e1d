import type {None} from './command-facts.ts';

/** Facts of the rules about files of manifests. */
export type ManifestFacts = {
	'manifest-malformed': {readonly detail: string};
	'manifest-template': None;
	'manifest-encoding': {readonly encoding: 'utf-16' | 'other'};
	'manifest-folder-empty': {readonly folder: string};
	'manifests-too-many': {readonly maximum: number};
	'manifests-too-large': {readonly limitMiB: number};
};
