import type {Severity} from '../../../domain/diagnostics.ts';
import type {ManifestFacts} from '../../../domain/rules/manifest-facts.ts';
import {moneyText} from '../../money-text.ts';
import {withoutStop} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, counted, listed, quoted} from './words.ts';

const THRESHOLDS: Readonly<Record<Severity, (findings: string, isMany: boolean) => string>> = {
	error: (findings, isMany) => `${findings} ${isMany ? 'are errors' : 'is an error'}.`,
	warning: (findings, isMany) =>
		`${findings} ${isMany ? 'are warnings or worse' : 'is a warning or worse'}.`,
	info: (findings, isMany) => `There ${isMany ? 'are' : 'is'} ${findings}.`,
};

const TARGETS: Readonly<Record<ManifestFacts['export-incomplete']['target'], string>> = {
	kustomize: 'A patch',
	'eci-profile': 'An eci-profile',
	'resource-policy': 'A ResourcePolicy',
};

export const enManifestRules = {
	'manifest-malformed': ({detail}) =>
		advice(
			`Can't read this document: ${withoutStop(detail)}.`,
			'Correct it here; the other documents are read all the same.',
		),
	'manifest-template': () =>
		advice(
			'This is a template, no manifest yet.',
			'Render it first: helm template … and pipe that into -f -.',
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
			`There are more than ${maximum} manifests, or far more other files.`,
			'Name fewer, such as the folder that your manifests are in.',
		),
	'manifests-too-large': ({limitMiB}) =>
		advice(
			`The files up to here are larger than ${limitMiB} MiB together.`,
			'Plan them in several calls.',
		),
	'workload-spec-missing': ({reason}, say) =>
		advice(
			reason === 'gpu'
				? 'It asks for a GPU, which no CPU-MEM size has, and names no type that has one.'
				: 'It wants Arm, which no CPU-MEM size is, and names no Arm type.',
			`Add the annotation k8s.aliyun.com/eci-use-specs, or let annotate -f or plan -f pick one with ${say('chain.pick', 'balanced')}.`,
		),
	'workload-open-ended': (_facts, say) =>
		advice(
			"Nobody says how long a run takes, so its cost a month isn't known.",
			`Say it with ${say('workload.work', '10m')}, or give the Job activeDeadlineSeconds.`,
		),
	'workload-suspended': () =>
		advice('It is suspended and costs nothing.', 'Set suspend: false to see what it would cost.'),
	'workload-pod-resources': () =>
		advice(
			"It has resources of the pod as a whole; they are counted as Kubernetes counts them, of which ECI's pages say nothing.",
			'Set limits of the containers to be sure.',
		),
	'workload-off-eci': ({reason}) =>
		advice(
			reason === 'daemonset'
				? "A DaemonSet doesn't run on ECI."
				: 'Its own node selector or affinity keeps it off virtual nodes.',
			reason === 'daemonset'
				? 'Run it as a sidecar of the pods that need it.'
				: 'Take that away, or add the label alibabacloud.com/eci: "true".',
		),
	'workload-kind-unknown': ({kind}) =>
		advice(
			`A ${kind} makes pods in a way that isn't known here, so it isn't planned.`,
			'Plan its pods as a Deployment of the same pod template.',
		),
	'workload-empty': ({kind}) =>
		advice(
			`This ${kind} has no containers where Kubernetes keeps them, so it isn't planned.`,
			'If it is a patch, build it first: kubectl kustomize overlays/prod | eci-plan plan -f -.',
		),
	'workload-none': () =>
		advice(
			'There is no workload here.',
			'Give manifests of pods, or of what makes pods, such as a Deployment.',
		),
	'key-unknown': ({key, parent, suggestion}) =>
		advice(
			`Kubernetes knows no ${quoted(key)} in ${parent}, so it has no effect there, or is refused.`,
			choiceHint(suggestion, [], 'Correct or remove it, or move it to where it belongs.'),
		),
	'ignore-unused': ({name}) =>
		advice(`${name} finds nothing where this comment ignores it.`, 'Remove it from the comment.'),
	'ignore-unknown': ({name, suggestion}) =>
		name === ''
			? advice(
					'This comment names no rule to ignore.',
					'Name one: # eci-plan-ignore: limit-host-path.',
				)
			: advice(
					`This comment ignores a rule that there isn't: ${quoted(name)}.`,
					choiceHint(suggestion, [], 'Run eci-plan lint --rules to see them.'),
				),
	'lint-failed': ({count, threshold}) =>
		advice(
			THRESHOLDS[threshold](counted(count, 'finding'), count > 1),
			'Correct them, ignore them with # eci-plan-ignore: RULE, or set --fail-on.',
		),
	'export-incomplete': ({target, volumes, logs, objects, fields}) =>
		advice(
			`${TARGETS[target]} has no place for ${listed(
				[
					...volumes.map(name => `the volume ${name}`),
					...logs.map(name => `the log ${name}`),
					...objects,
					...fields,
				],
				'and',
			)}.`,
			target === 'kustomize'
				? 'Put the objects into a file, as export writes them without --as kustomize, and name it under resources.'
				: "Put that into the workload's own manifest, as export writes it without --as.",
		),
	'budget-invalid': ({value}) =>
		advice(`${quoted(value)} isn't an amount of money.`, 'Use a number such as 5000 or 99.50.'),
	'budget-exceeded': ({total, budget}, say) =>
		advice(
			`The month costs ${moneyText(total, 2)}, which is more than ${moneyText(budget, 2)}.`,
			`Raise --max-cost, or make it cheaper: eci-plan chain and ${say('spot.strategy')} show ways.`,
		),
	'budget-unknown': ({budget}) =>
		advice(
			`Part of the month has no price, so nobody can say that it stays within ${moneyText(budget, 2)}.`,
			'See to what the other messages name, or leave out --max-cost.',
		),
} satisfies Partial<DiagnosticTexts>;
