import {PREFIX} from '../../catalogue/annotations.ts';
import {diskSizes, MAX_DISKS, PERFORMANCE_LEVELS} from '../../catalogue/volumes.ts';
import {checkMountPoints, checkVolumeNames} from '../../input/check-volumes.ts';
import {nearest} from '../../rules/nearest.ts';
import {claimedDisks, type Storage} from './claims.ts';
import type {Lint} from './finding.ts';
import {at, isGiven, itemsOf, type Part, placeText, quotedTextOf, textOf} from './part.ts';
import {type PodPart, podAnnotation, sourceOf, type VolumePart, volumesOf} from './pod-part.ts';

const DISK_VOLUME = `${PREFIX}eci-set-diskvolume`;

const isDisk = ({part}: VolumePart): boolean =>
	textOf(at(part, 'flexVolume', 'driver')) === 'alicloud/disk';

/** The volume that an annotation turns into a disk. */
const convertedName = (pod: PodPart): string | null => {
	const [name = ''] = podAnnotation(pod, DISK_VOLUME)?.split(':') ?? [];
	return name === '' ? null : name;
};

const checkConversion = (
	volumes: readonly VolumePart[],
	converted: string,
	place: Part,
	lint: Lint,
) => {
	const volume = volumes.find(({name}) => name === converted);
	if (!volume) {
		const names = volumes.map(({name}) => name);
		const suggestion = nearest(converted, names);
		lint.add('disk-volume-unknown', {volume: converted, suggestion}, place);
		return;
	}
	const type = sourceOf(volume);
	if (type !== null && type !== 'emptyDir' && type !== 'hostPath')
		lint.add('volume-not-convertible', {volume: converted, type}, place);
};

const checkDiskSize = ({part}: VolumePart, lint: Lint) => {
	const size = at(part, 'flexVolume', 'options', 'volumeSize');
	const value = quotedTextOf(size);
	if (value === null) return;
	const named = textOf(at(part, 'flexVolume', 'options', 'performanceLevel'));
	const level = PERFORMANCE_LEVELS.find(one => one === named) ?? null;
	const sizes = diskSizes(level, lint.ruleset);
	const gib = Number(/^(\d{1,9})(?:Gi)?$/.exec(value)?.[1]);
	if (!(gib >= sizes.minimum && gib <= sizes.maximum))
		lint.add('volume-size', {value, level, ...sizes}, size);
};

const checkDisks = (
	volumes: readonly VolumePart[],
	otherDisks: number,
	{spec, replicas}: PodPart,
	lint: Lint,
) => {
	const disks = volumes.filter(isDisk);
	const count = disks.length + otherDisks;
	if (count > MAX_DISKS)
		lint.add('volume-disks-too-many', {count, maximum: MAX_DISKS}, at(spec, 'volumes'));
	for (const disk of disks) {
		const id = at(disk.part, 'flexVolume', 'options', 'volumeId');
		if (!isGiven(id)) checkDiskSize(disk, lint);
		else if (replicas > 1) lint.add('volume-disk-shared', {volume: disk.name, replicas}, id);
	}
};

/** Volumes that a StatefulSet makes for each of its pods. */
const claimTemplates = ({object: {kind, root}}: PodPart): readonly string[] =>
	kind === 'StatefulSet'
		? itemsOf(at(root, 'spec', 'volumeClaimTemplates')).flatMap(
				claim => textOf(at(claim, 'metadata', 'name')) ?? [],
			)
		: [];

const checkMounts = (pod: PodPart, volumes: readonly VolumePart[], lint: Lint) => {
	const known = [...volumes.map(({name}) => name), ...claimTemplates(pod)];
	for (const {name: container, part} of pod.containers)
		for (const mount of ['volumeMounts', 'volumeDevices'].flatMap(list =>
			itemsOf(at(part, list)),
		)) {
			const name = at(mount, 'name');
			const volume = textOf(name);
			if (volume === null || known.includes(volume)) continue;
			const suggestion = nearest(volume, known);
			lint.add('volume-mount-unknown', {container, volume, suggestion}, name);
		}
};

/** Two volumes of one name, or at one place of a container. */
const checkTwice = ({spec, containers}: PodPart, lint: Lint) => {
	const parts = new Map<string, Part>();
	const noted = (part: Part): string => {
		const path = placeText(part.place);
		parts.set(path, part);
		return path;
	};
	const names = itemsOf(at(spec, 'volumes')).flatMap(volume => {
		const part = at(volume, 'name');
		const name = textOf(part);
		return name === null ? [] : [{name, path: noted(part)}];
	});
	const mounts = containers.flatMap(({name: container, part}) =>
		itemsOf(at(part, 'volumeMounts')).flatMap(mount => {
			const mountPath = at(mount, 'mountPath');
			const folder = textOf(mountPath);
			return folder === null ? [] : [{container, folder, path: noted(mountPath)}];
		}),
	);
	lint.run(
		log => {
			checkVolumeNames(names, log);
			checkMountPoints(mounts, log);
		},
		path => parts.get(path) ?? spec,
	);
};

/** Volumes that don't work on ECI [facts §7, §8]. */
export const lintVolumes = (pod: PodPart, storage: Storage, lint: Lint): void => {
	const volumes = volumesOf(pod);
	const converted = convertedName(pod);
	for (const {name, part} of volumes) {
		const hostPath = at(part, 'hostPath');
		if (isGiven(hostPath) && name !== converted)
			lint.add('limit-host-path', {volume: name}, hostPath);
	}
	if (converted !== null)
		checkConversion(volumes, converted, at(pod.metadata, 'annotations', DISK_VOLUME), lint);
	checkDisks(volumes, (converted === null ? 0 : 1) + claimedDisks(pod, storage), pod, lint);
	checkMounts(pod, volumes, lint);
	checkTwice(pod, lint);
};
