import {CONVERTIBLE_TYPES, MAX_DISKS} from '../catalogue/volumes.ts';
import type {Log} from '../rules/log.ts';
import type {ClaimSource, Volume} from './plan-request.ts';

/** `/data//` is `/data`. */
const folderOf = (path: string): string => path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');

/** A volume of the pod, and where its name stands. */
export type NamedVolume = {readonly name: string; readonly path: string};

/** A volume is found by its name alone. */
export const checkVolumeNames = (volumes: readonly NamedVolume[], log: Log): void => {
	const names = new Set<string>();
	for (const {name, path} of volumes) {
		if (names.has(name)) log.add('volume-duplicate', {name}, path);
		names.add(name);
	}
};

/** A folder that a container mounts a volume at, and where it stands. */
export type MountPoint = {
	readonly container: string;
	readonly folder: string;
	readonly path: string;
};

/** Of two volumes at one place, a container sees one. */
export const checkMountPoints = (mounts: readonly MountPoint[], log: Log): void => {
	const places = new Set<string>();
	for (const {container, folder, path} of mounts) {
		const place = JSON.stringify([container, folderOf(folder)]);
		if (places.has(place)) log.add('volume-mount-twice', {container, path: folder}, path);
		places.add(place);
	}
};

const mountPointsOf = (volumes: readonly Volume[]): readonly MountPoint[] =>
	volumes.flatMap(({mount}, index) =>
		mount
			? [{container: mount.container, folder: mount.path, path: `volumes[${index}].mountPath`}]
			: [],
	);

/** Volumes on one claim are made the same way, or only one of them makes it; so it is with classes. */
const checkClaims = (volumes: readonly Volume[], log: Log) => {
	const known = new Map<string, string>();
	const check = (kind: string, name: string, made: unknown, path: string) => {
		const text = JSON.stringify(made);
		const key = `${kind} ${name}`;
		if (text !== (known.get(key) ?? text)) log.add('object-twice', {kind, name}, path);
		else known.set(key, text);
	};
	for (const [index, {source}] of volumes.entries()) {
		if (source.type !== 'pvc' || source.create === null) continue;
		const {claim, create} = source;
		check('PersistentVolumeClaim', claim, create, `volumes[${index}].claim`);
		if (create.kind === 'class' && create.made)
			check('StorageClass', create.storageClass, create.made, `volumes[${index}].storageClass`);
	}
};

const diskIdOf = ({source}: Volume): string | null => {
	if (source.type === 'disk') return source.diskId;
	return source.type === 'pvc' && source.create?.kind === 'disk' ? source.create.diskId : null;
};

const isDiskClaim = (source: ClaimSource | null): boolean =>
	source?.kind === 'disk' || (source?.kind === 'class' && source.isDisk);

/** What the volumes that are disks stand for: two of one claim, or of one disk, are one. */
const diskOf = (volume: Volume): string | null => {
	const {name, source} = volume;
	if (source.type === 'new-disk') return `volume ${name}`;
	if (source.type === 'pvc' && isDiskClaim(source.create)) return `claim ${source.claim}`;
	return source.type === 'disk' ? `disk ${source.diskId}` : null;
};

const checkDiskIds = (volumes: readonly Volume[], log: Log) => {
	const users = new Map<string, string>();
	for (const [index, volume] of volumes.entries()) {
		const diskId = diskIdOf(volume);
		const disk = diskOf(volume);
		if (diskId === null || diskId === '' || disk === null) continue;
		const known = users.get(diskId);
		const isSameClaim = known === disk && volume.source.type === 'pvc';
		if (known !== undefined && !isSameClaim)
			log.add('volume-disk-twice', {diskId}, `volumes[${index}].diskId`);
		users.set(diskId, disk);
	}
};

/** One disk goes to one pod: an existing one, or the claim of one that is created once. */
const isSingleDisk = ({source}: Volume): boolean =>
	source.type === 'disk' || (source.type === 'pvc' && isDiskClaim(source.create));

const checkDisks = (volumes: readonly Volume[], pods: number, converted: number, log: Log) => {
	const disks = new Set(volumes.flatMap(volume => diskOf(volume) ?? []));
	const count = disks.size + converted;
	if (count > MAX_DISKS) log.add('volume-disks-too-many', {count, maximum: MAX_DISKS}, 'volumes');
	if (pods <= 1) return;
	for (const [index, volume] of volumes.entries())
		if (isSingleDisk(volume))
			log.add('volume-disk-shared', {volume: volume.name, replicas: pods}, `volumes[${index}]`);
};

/** There is no host, so a hostPath can but become a disk. */
const checkConversion = (volumes: readonly Volume[], diskVolume: string | null, log: Log) => {
	const [name] = diskVolume?.split(':') ?? [];
	for (const [index, volume] of volumes.entries())
		if (volume.source.type === 'host-path' && volume.name !== name)
			log.add('limit-host-path', {volume: volume.name}, `volumes[${index}].type`);
	const declared = volumes.find(volume => volume.name === name);
	if (declared && !CONVERTIBLE_TYPES.includes(declared.source.type))
		log.add(
			'volume-not-convertible',
			{volume: declared.name, type: declared.source.type},
			'pod.diskVolume',
		);
};

/** Checks the volumes of `pods` pods against each other. */
export const checkVolumes = (
	volumes: readonly Volume[],
	pods: number,
	diskVolume: string | null,
	log: Log,
): void => {
	checkVolumeNames(
		volumes.map(({name}, index) => ({name, path: `volumes[${index}].name`})),
		log,
	);
	checkMountPoints(mountPointsOf(volumes), log);
	checkClaims(volumes, log);
	checkDiskIds(volumes, log);
	checkDisks(volumes, pods, diskVolume === null ? 0 : 1, log);
	checkConversion(volumes, diskVolume, log);
};
