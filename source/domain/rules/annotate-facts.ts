/** Facts of the rules about what becomes of manifests when they are annotated. */
export type AnnotateFacts = {
	'annotate-left': {
		readonly kind: string;
		readonly name: string;
		readonly reason: 'daemonset' | 'elsewhere' | 'no-template' | 'no-containers' | 'owned';
	};
	'annotate-hindered': {
		readonly kind: string;
		readonly name: string;
		readonly reason: 'refused' | 'no-spec' | 'shared' | 'not-a-map' | 'unusual' | 'unnamed';
	};
	'annotate-several': {readonly count: number};
	'annotate-stale': {readonly stale: number; readonly total: number};
	'annotate-written': {readonly file: string; readonly workloads: number};
	'annotate-nothing': {readonly total: number};
	'kustomize-base': {
		readonly base: string;
		/** Containers that the patch adds to. */
		readonly containers: readonly string[];
	};
};
