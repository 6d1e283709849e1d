import type {AnnotateFacts} from '../../../domain/rules/annotate-facts.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {listed} from './words.ts';

const LEFT: Readonly<Record<AnnotateFacts['annotate-left']['reason'], readonly [string, string]>> =
	{
		daemonset: ['ECI runs no DaemonSets', 'Add a sidecar to the pods that need it.'],
		elsewhere: [
			'its node selector or affinity keeps it off virtual nodes',
			'Remove that, or label the pods alibabacloud.com/eci: "true".',
		],
		'no-template': ['it has no pod template', 'Add one.'],
		'no-containers': [
			'its pods have no containers',
			'Annotate the manifest that it is a patch for, or add its containers.',
		],
		owned: ['another object here makes it', 'Its owner is annotated instead.'],
	};

const HINDERED: Readonly<
	Record<AnnotateFacts['annotate-hindered']['reason'], readonly [string, string]>
> = {
	refused: ["ECI wouldn't run it", 'Correct the errors named here.'],
	'no-spec': ['no spec of ECI holds its pods', 'Ask for less, or name a chain with --use-specs.'],
	shared: [
		'an anchor or a merge shares its metadata with other places',
		'Write the metadata of the pod out where it stands.',
	],
	'not-a-map': ["its metadata or annotations aren't a map", 'Make them one: annotations: {}.'],
	unusual: [
		'no edit of the text would change its annotations alone',
		'Add them by hand, or write the document in a plainer form.',
	],
	unnamed: ['it has no name that a patch could find it by', 'Give it a name.'],
};

const files = (count: number) => (count === 1 ? '1 file' : `${count} files`);
const workloads = (count: number) => (count === 1 ? '1 workload' : `${count} workloads`);

export const enAnnotateRules = {
	'annotate-left': ({kind, name, reason}) => {
		const [why, hint] = LEFT[reason];
		return advice(`${kind} ${name} is left as it is: ${why}.`, hint);
	},
	'annotate-hindered': ({kind, name, reason}) => {
		const [why, hint] = HINDERED[reason];
		return advice(`${kind} ${name} is left as it is: ${why}.`, hint);
	},
	'annotate-several': ({count}) =>
		advice(
			`${files(count)} can't be printed as one.`,
			'Add --diff to see what changes, --write to change them, or --check.',
		),
	'annotate-stale': ({stale, total}) =>
		advice(
			`${stale} of ${files(total)} would change.`,
			'Run the same command with --write instead of --check, or --diff to see how.',
		),
	'annotate-written': ({file, workloads: count}) =>
		advice(`Changed ${workloads(count)} in ${file}.`, 'Apply it: kubectl apply -f.'),
	'annotate-nothing': ({total}) =>
		advice(`Nothing to change in ${files(total)}.`, 'What is there stays as it is.'),
	'kustomize-base': ({base, containers}) =>
		advice(
			containers.length === 0
				? `The patch is for the manifests in ${base}.`
				: `The patch is for the manifests in ${base}, where the containers have to be called ${listed(containers, 'and')} as well.`,
			'List yours under resources if they are elsewhere, and save this as kustomization.yaml.',
		),
} satisfies Partial<DiagnosticTexts>;
