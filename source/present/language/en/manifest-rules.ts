import {withoutStop} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';

export const enManifestRules = {
	'manifest-malformed': ({detail}) =>
		advice(
			`Can't read this document: ${withoutStop(detail)}.`,
			'Correct it here; the other documents are read all the same.',
		),
	'manifest-template': () =>
		advice(
			'This is a template, no manifest yet.',
			'Render it first: helm template … | eci-plan plan -f -.',
		),
	'manifest-encoding': ({encoding}) =>
		advice(
			encoding === 'utf-16' ? 'This file is UTF-16.' : "This line isn't UTF-8.",
			'Save the file as UTF-8.',
		),
	'manifest-folder-empty': ({folder}) =>
		advice(
			`${folder} has no manifests.`,
			'Name a folder that has .yaml, .yml or .json files somewhere in it; hidden ones are skipped.',
		),
	'manifests-too-many': ({maximum}) =>
		advice(
			`There are more files than anybody plans at once: over ${maximum} manifests, or far more of others.`,
			'Name the folder that your manifests are in.',
		),
	'manifests-too-large': ({limitMiB}) =>
		advice(
			`The files up to here are larger than ${limitMiB} MiB together.`,
			'Plan them in several calls.',
		),
} satisfies Partial<DiagnosticTexts>;
