import type {Ruleset} from '../../catalogue/rulesets.ts';
import {nearest} from '../../rules/nearest.ts';
import {type Finding, type Lint, openLint} from './finding.ts';
import type {ManifestObject} from './manifest-object.ts';
import {at, entriesOf, itemsOf, type Part, placeText, textOf} from './part.ts';
import {type PodPart, podOf} from './pod-part.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Fields that Kubernetes has, by the type of object: of those where a slip of the pen changes what a pod is. */
export const KNOWN_KEYS = {
	ObjectMeta:
		words(`annotations creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers
		generateName generation labels managedFields name namespace ownerReferences resourceVersion selfLink uid`),
	PodTemplateSpec: words('metadata spec'),
	JobTemplateSpec: words('metadata spec'),
	PodSpec:
		words(`activeDeadlineSeconds affinity automountServiceAccountToken containers dnsConfig dnsPolicy
		enableServiceLinks ephemeralContainers hostAliases hostIPC hostNetwork hostPID hostUsers hostname
		hostnameOverride imagePullSecrets initContainers nodeName nodeSelector os overhead preemptionPolicy priority
		priorityClassName readinessGates resourceClaims resources restartPolicy runtimeClassName schedulerName
		schedulingGates schedulingGroup securityContext serviceAccount serviceAccountName setHostnameAsFQDN
		shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations topologySpreadConstraints volumes`),
	Container:
		words(`args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports
		readinessProbe resizePolicy resources restartPolicy restartPolicyRules securityContext startupProbe stdin
		stdinOnce terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts workingDir`),
	ResourceRequirements: words('claims limits requests'),
	SecurityContext: words(`allowPrivilegeEscalation appArmorProfile capabilities privileged procMount
		readOnlyRootFilesystem runAsGroup runAsNonRoot runAsUser seLinuxOptions seccompProfile windowsOptions`),
	EnvVar: words('name value valueFrom'),
	ContainerPort: words('containerPort hostIP hostPort name protocol'),
	VolumeMount: words(
		'mountPath mountPropagation name readOnly recursiveReadOnly subPath subPathExpr',
	),
	Volume:
		words(`awsElasticBlockStore azureDisk azureFile cephfs cinder configMap csi downwardAPI emptyDir
		ephemeral fc flexVolume flocker gcePersistentDisk gitRepo glusterfs hostPath image iscsi name nfs
		persistentVolumeClaim photonPersistentDisk portworxVolume projected quobyte rbd scaleIO secret storageos
		vsphereVolume`),
	DeploymentSpec:
		words(`minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector
		strategy template`),
	StatefulSetSpec:
		words(`minReadySeconds ordinals persistentVolumeClaimRetentionPolicy podManagementPolicy
		replicas revisionHistoryLimit selector serviceName template updateStrategy volumeClaimTemplates`),
	ReplicaSetSpec: words('minReadySeconds replicas selector template'),
	ReplicationControllerSpec: words('minReadySeconds replicas selector template'),
	DaemonSetSpec: words('minReadySeconds revisionHistoryLimit selector template updateStrategy'),
	JobSpec:
		words(`activeDeadlineSeconds backoffLimit backoffLimitPerIndex completionMode completions managedBy
		manualSelector maxFailedIndexes parallelism podFailurePolicy podReplacementPolicy selector successPolicy
		suspend template ttlSecondsAfterFinished`),
	CronJobSpec:
		words(`concurrencyPolicy failedJobsHistoryLimit jobTemplate schedule startingDeadlineSeconds
		successfulJobsHistoryLimit suspend timeZone`),
} as const;

type Type = keyof typeof KNOWN_KEYS;

const OF_OBJECTS = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];
const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

const check = (part: Part, known: readonly string[], lint: Lint): void => {
	const parent = part.place.length > 0 ? placeText(part.place) : lint.object.kind;
	for (const [key, value] of entriesOf(part))
		if (!known.includes(key))
			lint.add('key-unknown', {key, parent, suggestion: nearest(key, known)}, value);
};

const checkType = (part: Part, type: Type, lint: Lint): void => check(part, KNOWN_KEYS[type], lint);

/** Resources of Kubernetes itself have no domain in their name; others may be anything. */
const checkAmounts = (part: Part, lint: Lint): void => {
	const own = entriesOf(part).map(([key]) => key);
	const others = own.filter(key => key.includes('/') || key.startsWith('hugepages-'));
	check(part, [...RESOURCES, ...others], lint);
};

const checkResources = (part: Part, lint: Lint): void => {
	checkType(part, 'ResourceRequirements', lint);
	for (const list of ['limits', 'requests']) checkAmounts(at(part, list), lint);
};

const LISTS: readonly (readonly [list: string, type: Type])[] = [
	['env', 'EnvVar'],
	['ports', 'ContainerPort'],
	['volumeMounts', 'VolumeMount'],
];

const checkContainer = (part: Part, lint: Lint): void => {
	checkType(part, 'Container', lint);
	checkType(at(part, 'securityContext'), 'SecurityContext', lint);
	checkResources(at(part, 'resources'), lint);
	for (const [list, type] of LISTS)
		for (const item of itemsOf(at(part, list))) checkType(item, type, lint);
};

const OWN_GROUPS = ['', 'apps', 'batch'];
const SPECS: ReadonlyMap<string, Type> = new Map([
	['Pod', 'PodSpec'],
	['Deployment', 'DeploymentSpec'],
	['StatefulSet', 'StatefulSetSpec'],
	['ReplicaSet', 'ReplicaSetSpec'],
	['ReplicationController', 'ReplicationControllerSpec'],
	['DaemonSet', 'DaemonSetSpec'],
	['Job', 'JobSpec'],
	['CronJob', 'CronJobSpec'],
]);

/** A kind of another group has the name of one of Kubernetes, and fields of its own. */
const isForeign = ({object: {root}}: Lint): boolean => {
	const version = textOf(at(root, 'apiVersion')) ?? '';
	const group = version.includes('/') ? (version.split('/')[0] ?? '') : '';
	return !OWN_GROUPS.includes(group);
};

const lintPodKeys = ({object, metadata, spec, containers}: PodPart, lint: Lint): void => {
	const {kind, root} = object;
	const type = SPECS.get(kind);
	if (!type || isForeign(lint)) return;
	const own = at(root, 'spec');
	check(root, OF_OBJECTS, lint);
	checkType(at(root, 'metadata'), 'ObjectMeta', lint);
	checkType(own, type, lint);
	if (kind === 'CronJob') {
		checkType(at(own, 'jobTemplate'), 'JobTemplateSpec', lint);
		checkType(at(own, 'jobTemplate', 'spec'), 'JobSpec', lint);
		checkType(at(own, 'jobTemplate', 'spec', 'template'), 'PodTemplateSpec', lint);
	} else if (kind !== 'Pod') checkType(at(own, 'template'), 'PodTemplateSpec', lint);
	if (kind !== 'Pod') {
		checkType(metadata, 'ObjectMeta', lint);
		checkType(spec, 'PodSpec', lint);
	}
	for (const {part} of containers) checkContainer(part, lint);
	for (const volume of itemsOf(at(spec, 'volumes'))) checkType(volume, 'Volume', lint);
};

/** Fields of a workload that Kubernetes doesn't know: misspelled, or in the wrong place. */
export const lintKeys = (object: ManifestObject, ruleset: Ruleset): readonly Finding[] => {
	const pod = podOf(object);
	if (!pod) return [];
	const lint = openLint(object, ruleset);
	lintPodKeys(pod, lint);
	return lint.findings;
};
