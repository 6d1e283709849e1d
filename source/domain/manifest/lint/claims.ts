import {DISK_CSI_DRIVER, isDiskClass} from '../../catalogue/volumes.ts';
import {bypassesOf, isWaitingClass} from '../../chain/check-annotated-chain.ts';
import type {Lint} from './finding.ts';
import type {ManifestObject} from './manifest-object.ts';
import {at, isGiven, itemsOf, type Part, textOf, textsOf} from './part.ts';
import {hasEciLabel, type PodPart, podAnnotation, volumesOf} from './pod-part.ts';

/** What the claims of a manifest are, as far as its other objects tell. */
export type Storage = {
	readonly claims: readonly ManifestObject[];
	readonly classes: ReadonlyMap<string, Part>;
	readonly volumes: ReadonlyMap<string, Part>;
};

const byName = (objects: readonly ManifestObject[], kind: string): ReadonlyMap<string, Part> =>
	new Map(objects.filter(object => object.kind === kind).map(({name, root}) => [name, root]));

export const storageOf = (objects: readonly ManifestObject[]): Storage => ({
	claims: objects.filter(({kind}) => kind === 'PersistentVolumeClaim'),
	classes: byName(objects, 'StorageClass'),
	volumes: byName(objects, 'PersistentVolume'),
});

const DISK_DRIVERS = ['alicloud/disk', DISK_CSI_DRIVER];

const isDriver = (part: Part | undefined, ...keys: readonly string[]): boolean =>
	part !== undefined && DISK_DRIVERS.includes(textOf(at(part, ...keys)) ?? '');

const classOf = (claimSpec: Part): string => textOf(at(claimSpec, 'storageClassName')) ?? '';

/** A claim says that it is a disk by its class, its volume or how it is to be mounted. */
const isDiskClaim = (claimSpec: Part, {classes, volumes}: Storage): boolean => {
	if (textsOf(at(claimSpec, 'accessModes')).includes('ReadWriteMany')) return false;
	const storageClass = classOf(claimSpec);
	const volume = volumes.get(textOf(at(claimSpec, 'volumeName')) ?? '');
	return (
		isDiskClass(storageClass) ||
		isDriver(classes.get(storageClass), 'provisioner') ||
		isDriver(volume, 'spec', 'csi', 'driver') ||
		isDriver(volume, 'spec', 'flexVolume', 'driver')
	);
};

const isWaiting = (storageClass: string, {classes}: Storage): boolean => {
	const known = classes.get(storageClass);
	return known
		? textOf(at(known, 'volumeBindingMode')) === 'WaitForFirstConsumer'
		: isWaitingClass(storageClass);
};

/** A claim that some pod uses: its spec, and where the pod names it. */
type UsedClaim = {
	readonly name: string;
	readonly spec: Part;
	readonly part: Part;
	/** Null for a claim that each pod has for itself. */
	readonly volume: string | null;
};

const usedClaims = (pod: PodPart, {claims}: Storage): readonly UsedClaim[] => {
	const {kind, root, namespace} = pod.object;
	const named = volumesOf(pod).flatMap(({name: volume, part}): readonly UsedClaim[] => {
		const claimName = at(part, 'persistentVolumeClaim', 'claimName');
		const name = textOf(claimName) ?? '';
		const claim = claims.find(one => one.name === name && one.namespace === namespace);
		if (claim) return [{name, spec: at(claim.root, 'spec'), part: claimName, volume}];
		const made = at(part, 'ephemeral', 'volumeClaimTemplate', 'spec');
		return isGiven(made) ? [{name: volume, spec: made, part: made, volume: null}] : [];
	});
	const templates = kind === 'StatefulSet' ? itemsOf(at(root, 'spec', 'volumeClaimTemplates')) : [];
	return [
		...named,
		...templates.map(part => ({
			name: textOf(at(part, 'metadata', 'name')) ?? '',
			spec: at(part, 'spec'),
			part: at(part, 'spec', 'storageClassName'),
			volume: null,
		})),
	];
};

/** Disks of a pod that it has by claims; several volumes on one claim are one disk. */
export const claimedDisks = (pod: PodPart, storage: Storage): number => {
	const disks = usedClaims(pod, storage).filter(({spec}) => isDiskClaim(spec, storage));
	return new Set(disks.map(({name, volume}) => JSON.stringify([name, volume === null]))).size;
};

/** Claims of one disk for several pods, and disks that wait for a scheduler which is bypassed [A20]. */
export const lintClaims = (pod: PodPart, storage: Storage, lint: Lint): void => {
	const causes = [
		...bypassesOf(hasEciLabel(pod), key => podAnnotation(pod, key)),
		...(isGiven(at(pod.spec, 'nodeName')) ? ['nodeName'] : []),
	];
	for (const {name, spec, part, volume} of usedClaims(pod, storage)) {
		const storageClass = classOf(spec);
		if (volume !== null && pod.replicas > 1 && isDiskClaim(spec, storage))
			lint.add('volume-disk-shared', {volume, replicas: pod.replicas}, part);
		if (causes.length > 0 && isWaiting(storageClass, storage))
			lint.add('disk-wait-conflict', {claim: name, storageClass, causes}, part);
	}
};
