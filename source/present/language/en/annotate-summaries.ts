import type {AnnotateFacts} from '../../../domain/rules/annotate-facts.ts';

export const enAnnotateSummaries: Readonly<Record<keyof AnnotateFacts, string>> = {
	'annotate-left': 'A workload has nothing to do with ECI and gets no annotations.',
	'annotate-hindered': "The annotations of a workload can't be changed.",
	'annotate-several': 'Several manifests need --diff, --write or --check.',
	'annotate-stale': 'Files would change.',
	'annotate-written': 'A file was changed.',
	'annotate-nothing': 'Nothing has to change.',
	'kustomize-base': 'A kustomization names the manifests that it patches.',
};
