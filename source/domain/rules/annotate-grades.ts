import type {AnnotateFacts} from './annotate-facts.ts';
import type {Grade} from './grade.ts';

/** How bad it is what becomes of manifests when they are annotated. */
export const ANNOTATE_GRADES: {readonly [R in keyof AnnotateFacts]: Grade} = {
	'annotate-left': 'info',
	'annotate-hindered': 'warning',
	'annotate-several': 'error',
	'annotate-stale': 'error',
	'annotate-written': 'info',
	'annotate-nothing': 'info',
	'kustomize-base': 'info',
};
