import {PREFIX} from '../../catalogue/annotations.ts';
import type {Ruleset} from '../../catalogue/rulesets.ts';
import type {ContainerInput, PlanInput, WorkloadKind} from '../../input/plan-input.ts';
import type {RuleFacts} from '../../rules/facts.ts';
import {bytes, gibToBytes, parseCpu, parseMemory, toGib, toVcpu} from '../../units/quantity.ts';
import {at, countOf, type Part, quotedTextOf, textOf} from '../lint/part.ts';
import {type PodPart, podAnnotation} from '../lint/pod-part.ts';
import {annotationFields, annotationKeyOf} from './annotation-fields.ts';
import type {Autoscalers, Replicas} from './autoscalers.ts';
import {containerInputs} from './container-inputs.ts';
import type {Amounts} from './quantity-texts.ts';

/** How manifests are read where they leave something open. */
export type Reading = {
	readonly ruleset: Ruleset;
	/** For containers that say nothing of a resource, in place of what ECI takes. */
	readonly defaults: Amounts;
	/** Annotations that are answered elsewhere. */
	readonly without: readonly string[];
	/** How long a run of a Job takes; null where nobody says. */
	readonly work: string | null;
};

/** A workload of a manifest as a layer of the PlanInput, and where its fields stand. */
export type WorkloadInput = {
	readonly input: PlanInput;
	readonly replicas: Replicas;
	/** The part of the manifest that a field is; the pod where it is none of its own. */
	readonly partOf: (path: string) => Part;
	/** Containers that a default of the user was taken for. */
	readonly defaulted: readonly RuleFacts['container-defaulted'][];
	/** True for a Job of which nobody says how long it runs. */
	readonly isOpenEnded: boolean;
};

const KINDS: ReadonlyMap<string, WorkloadKind> = new Map([
	['Pod', 'pod'],
	['Deployment', 'deployment'],
	['ReplicaSet', 'deployment'],
	['ReplicationController', 'deployment'],
	['StatefulSet', 'statefulset'],
	['Job', 'job'],
	['CronJob', 'cronjob'],
]);

export const isPlanned = (kind: string): boolean => KINDS.has(kind);

const FREE_STORAGE_GIB = 30;
const EXTRA_STORAGE = `${PREFIX}eci-extra-ephemeral-storage`;

const jobSpec = ({object: {kind, root}}: PodPart): Part | null => {
	if (kind === 'Job') return at(root, 'spec');
	return kind === 'CronJob' ? at(root, 'spec', 'jobTemplate', 'spec') : null;
};

/** Pods of one run: all completions, be it a few at a time. */
const podsOfRun = (spec: Part): number =>
	countOf(at(spec, 'completions')) ?? countOf(at(spec, 'parallelism')) ?? 1;

const isSuspended = ({object: {root}}: PodPart): boolean =>
	at(root, 'spec', 'suspend').value === true;

const replicasOf = (pod: PodPart, autoscalers: Autoscalers): Replicas => {
	const job = jobSpec(pod);
	if (!job) {
		const {replicas} = pod;
		const asWritten = {least: replicas, most: replicas};
		// No autoscaler touches what was scaled to nothing.
		return replicas === 0 ? asWritten : (autoscalers(pod.object) ?? asWritten);
	}
	const pods = isSuspended(pod) ? 0 : podsOfRun(job);
	return {least: pods, most: pods};
};

/** A Job is ended after this long, so that it can't cost more. */
const longestRun = (spec: Part): string | null => {
	const deadline = countOf(at(spec, 'activeDeadlineSeconds'));
	return deadline === null || deadline === 0 ? null : `${deadline}s`;
};

const loadOf = (pod: PodPart, replicas: number, work: string | null): PlanInput['workload'] => {
	const {object} = pod;
	const kind = KINDS.get(object.kind) ?? 'pod';
	if (!jobSpec(pod)) return {kind, replicas};
	// Without a duration there are no runs to count, and the pod is planned by itself.
	if (work === null) return {kind: 'pod', replicas};
	const schedule = textOf(at(object.root, 'spec', 'schedule'));
	const timeZone = textOf(at(object.root, 'spec', 'timeZone'));
	return {
		kind,
		replicas,
		work,
		...(kind === 'cronjob' && schedule !== null && {cron: schedule}),
		...(timeZone !== null && {timeZone}),
	};
};

const RESOURCES = ['cpu', 'memory'] as const;

/** The resources of which a container says nothing, and which have a default of the user. */
const defaultedIn = ({requests, ...limits}: ContainerInput, defaults: Amounts) =>
	RESOURCES.filter(
		resource =>
			(limits[resource] ?? requests?.[resource]) === undefined && defaults[resource] !== undefined,
	);

const withDefaults = (container: ContainerInput, defaults: Amounts): ContainerInput => ({
	...container,
	...Object.fromEntries(
		defaultedIn(container, defaults).map(resource => [resource, defaults[resource]]),
	),
});

const defaultedFacts = (
	container: ContainerInput,
	defaults: Amounts,
): readonly RuleFacts['container-defaulted'][] => {
	const resources = defaultedIn(container, defaults);
	const [resource] = resources;
	if (resource === undefined) return [];
	const cpu = parseCpu(defaults.cpu ?? '');
	const memory = parseMemory(defaults.memory ?? '', {bare: 'bytes'});
	return [
		{
			container: container.name ?? '',
			resource: resources.length > 1 ? 'both' : resource,
			amounts: {
				vcpu: cpu.ok ? toVcpu(cpu.value) : 0,
				memoryGiB: memory.ok ? toGib(memory.value) : 0,
			},
		},
	];
};

const bytesOf = (text: string | null): number => {
	const read = text === null ? null : parseMemory(text, {bare: 'bytes'});
	return read?.ok ? read.value : 0;
};

/** Temporary storage that is asked for beyond the free part, by requests or by annotation: the larger [D-EPH]. */
const extraStorage = (pod: PodPart): string | null => {
	const requested = pod.containers
		.filter(({isLasting}) => isLasting)
		.map(({part}) => bytesOf(quotedTextOf(at(part, 'resources', 'requests', 'ephemeral-storage'))))
		.reduce((sum, size) => sum + size, 0);
	const beyond = requested - gibToBytes(FREE_STORAGE_GIB);
	const annotated = bytesOf(podAnnotation(pod, EXTRA_STORAGE) ?? null);
	return beyond > annotated ? `${Math.ceil(toGib(bytes(beyond)))}Gi` : null;
};

/** Where a field of the workload stands. */
const WORKLOAD_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
	['workload.cron', ['spec', 'schedule']],
	['workload.timeZone', ['spec', 'timeZone']],
	['workload.replicas', ['spec', 'replicas']],
]);

const partFinder =
	(pod: PodPart, containerPart: (path: string) => Part | null) =>
	(path: string): Part => {
		const field = WORKLOAD_FIELDS.get(path);
		if (field) return at(pod.object.root, ...field);
		const key = annotationKeyOf(path);
		if (key !== null) return at(pod.metadata, 'annotations', key);
		return containerPart(path) ?? pod.spec;
	};

/** Reads a workload; what the manifest leaves open stays open. */
export const workloadInput = (
	pod: PodPart,
	autoscalers: Autoscalers,
	{ruleset, defaults, without, work: givenWork}: Reading,
): WorkloadInput => {
	const {containers, initContainers, partOf} = containerInputs(pod);
	const replicas = replicasOf(pod, autoscalers);
	const job = jobSpec(pod);
	const work = job && (givenWork ?? longestRun(job));
	const fields = annotationFields(at(pod.metadata, 'annotations'), without);
	const storage = ruleset === 'current' ? extraStorage(pod) : null;
	const arch = textOf(at(pod.spec, 'nodeSelector', 'kubernetes.io/arch'));
	return {
		input: {
			workload: loadOf(pod, replicas.most, work) ?? {},
			containers: containers.map(container => withDefaults(container, defaults)),
			initContainers,
			...fields,
			...(arch === 'arm64' && {chain: {...fields.chain, arch}}),
			pod: {
				placement: 'none',
				...fields.pod,
				...(storage !== null && {extraEphemeralStorage: storage}),
			},
		},
		replicas,
		partOf: partFinder(pod, partOf),
		defaulted: containers.flatMap(container => defaultedFacts(container, defaults)),
		isOpenEnded: job !== null && work === null,
	};
};
