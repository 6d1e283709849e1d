import type {ManifestObject} from './manifest-object.ts';
import {at, countOf, entriesOf, isGiven, itemsOf, type Part, textOf, textsOf} from './part.ts';

export type ContainerPart = {
	readonly name: string;
	readonly part: Part;
	/** Runs for as long as the pod, not before the others: also an init container that is restarted. */
	readonly isLasting: boolean;
};

/** The pod that an object is, or makes. */
export type PodPart = {
	readonly object: ManifestObject;
	readonly metadata: Part;
	readonly spec: Part;
	readonly containers: readonly ContainerPart[];
	/** Pods at a time. */
	readonly replicas: number;
};

type Keys = readonly string[];

/** Where each kind keeps its pod, and the number of pods. */
const PODS: ReadonlyMap<string, {readonly template: Keys; readonly replicas?: Keys}> = new Map([
	['Pod', {template: []}],
	['PodTemplate', {template: ['template']}],
	['Deployment', {template: ['spec', 'template'], replicas: ['spec', 'replicas']}],
	['StatefulSet', {template: ['spec', 'template'], replicas: ['spec', 'replicas']}],
	['ReplicaSet', {template: ['spec', 'template'], replicas: ['spec', 'replicas']}],
	['ReplicationController', {template: ['spec', 'template'], replicas: ['spec', 'replicas']}],
	['DaemonSet', {template: ['spec', 'template']}],
	['Job', {template: ['spec', 'template'], replicas: ['spec', 'parallelism']}],
	[
		'CronJob',
		{
			template: ['spec', 'jobTemplate', 'spec', 'template'],
			replicas: ['spec', 'jobTemplate', 'spec', 'parallelism'],
		},
	],
]);

const containersIn = (spec: Part, list: string): readonly ContainerPart[] =>
	itemsOf(at(spec, list)).map((part, index) => ({
		name: textOf(at(part, 'name')) ?? `${list}[${index}]`,
		part,
		isLasting: list === 'containers' || textOf(at(part, 'restartPolicy')) === 'Always',
	}));

/** The pod of a workload; null for an object that makes none. */
export const podOf = (object: ManifestObject): PodPart | null => {
	const row = PODS.get(object.kind);
	if (!row) return null;
	const pod = at(object.root, ...row.template);
	const spec = at(pod, 'spec');
	return {
		object,
		metadata: at(pod, 'metadata'),
		spec,
		containers: ['initContainers', 'containers'].flatMap(list => containersIn(spec, list)),
		replicas: (row.replicas && countOf(at(object.root, ...row.replicas))) ?? 1,
	};
};

/** Metadata of the object that isn't the pod's: the workload's own, and the Job's within a CronJob. */
export const ownMetadata = ({kind, root}: ManifestObject): readonly Part[] => [
	...(kind === 'Pod' ? [] : [at(root, 'metadata')]),
	...(kind === 'CronJob' ? [at(root, 'spec', 'jobTemplate', 'metadata')] : []),
];

export const hasEciLabel = ({metadata}: PodPart): boolean =>
	textOf(at(metadata, 'labels', 'alibabacloud.com/eci')) === 'true';

const VIRTUAL_NODE = 'virtual-kubelet';

/** A term of a node affinity that no virtual node fulfils: they have the label `type=virtual-kubelet`. */
const excludesVirtualNodes = (term: Part): boolean =>
	itemsOf(at(term, 'matchExpressions')).some(expression => {
		if (textOf(at(expression, 'key')) !== 'type') return false;
		const isListed = textsOf(at(expression, 'values')).includes(VIRTUAL_NODE);
		switch (textOf(at(expression, 'operator'))) {
			case 'In':
				return !isListed;
			case 'NotIn':
				return isListed;
			case 'DoesNotExist':
				return true;
			default:
				return false;
		}
	});

/**
 * True for a pod that its own manifest keeps off virtual nodes, by node selector or required affinity.
 * The label beats both [facts §9]; whatever else a pod says, it may run on ECI.
 */
export const staysOffEci = (pod: PodPart): boolean => {
	if (hasEciLabel(pod)) return false;
	const type = at(pod.spec, 'nodeSelector', 'type');
	if (isGiven(type) && textOf(type) !== VIRTUAL_NODE) return true;
	const terms = itemsOf(
		at(
			pod.spec,
			'affinity',
			'nodeAffinity',
			'requiredDuringSchedulingIgnoredDuringExecution',
			'nodeSelectorTerms',
		),
	);
	return terms.length > 0 && terms.every(excludesVirtualNodes);
};

/** The text of an annotation of the pod. */
export const podAnnotation = ({metadata}: PodPart, key: string): string | undefined =>
	textOf(at(metadata, 'annotations', key)) ?? undefined;

export type VolumePart = {readonly name: string; readonly part: Part};

/** The volumes that the pod declares. */
export const volumesOf = ({spec}: PodPart): readonly VolumePart[] =>
	itemsOf(at(spec, 'volumes')).map((part, index) => ({
		name: textOf(at(part, 'name')) ?? `volumes[${index}]`,
		part,
	}));

/** What a volume is made of: `hostPath`, `emptyDir`, `nfs`. */
export const sourceOf = ({part}: VolumePart): string | null =>
	entriesOf(part).find(([key, source]) => key !== 'name' && isGiven(source))?.[0] ?? null;
