import type {AnnotateFacts} from '../domain/rules/annotate-facts.ts';

/** Facts of the rules about what becomes of manifests when they are annotated. */
export const ANNOTATE_EXAMPLES: {readonly [R in keyof AnnotateFacts]: AnnotateFacts[R]} = {
	'annotate-left': {kind: 'DaemonSet', name: 'agent', reason: 'daemonset'},
	'annotate-hindered': {kind: 'Deployment', name: 'web', reason: 'shared'},
	'annotate-several': {count: 3},
	'annotate-stale': {stale: 2, total: 5},
	'annotate-written': {file: 'web.yaml', workloads: 2},
	'annotate-nothing': {total: 1},
	'kustomize-base': {base: 'base', containers: ['app']},
};
