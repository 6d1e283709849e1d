import {DISK_CSI_DRIVER, isSharedClass} from '../catalogue/volumes.ts';
import type {
	ClaimSource,
	DiskClass,
	PlanRequest,
	Volume,
	VolumeSource,
} from '../input/plan-request.ts';
import {compact, type Tree, type TreeMap} from './tree.ts';

const flexVolume = (
	driver: 'alicloud/disk' | 'alicloud/nas',
	options: {readonly [key: string]: string | undefined},
	fsType?: string,
): TreeMap => ({flexVolume: compact({driver, fsType, options: compact(options)})});

/** The source of a volume as a pod has it; values of FlexVolume options are strings [facts §7]. */
const sourceTree = (source: VolumeSource): TreeMap => {
	switch (source.type) {
		case 'empty-dir':
			return {emptyDir: source.size === null ? {} : {sizeLimit: source.size}};
		case 'nas':
			return flexVolume('alicloud/nas', {
				server: source.server,
				path: source.path,
				vers: '3',
				options: source.options,
			});
		case 'nfs':
			return {nfs: {server: source.server, path: source.path}};
		case 'host-path':
			return {hostPath: {path: source.path}};
		case 'disk':
			return flexVolume('alicloud/disk', {volumeId: source.diskId}, source.fileSystem);
		case 'new-disk':
			return flexVolume(
				'alicloud/disk',
				{
					volumeSize: String(source.sizeGiB),
					performanceLevel: source.performanceLevel ?? undefined,
					deleteWithInstance: source.keep ? 'false' : undefined,
					encrypted: source.encrypted ? 'true' : undefined,
				},
				source.fileSystem,
			);
		case 'pvc':
			return {persistentVolumeClaim: {claimName: source.claim}};
	}
};

/** The name of the volume that `eci-set-diskvolume` turns into a disk, if it is declared nowhere. */
const undeclaredName = ({diskVolume, volumes}: PlanRequest): readonly string[] => {
	const [name] = diskVolume?.split(':') ?? [];
	return name === undefined || volumes.some(volume => volume.name === name) ? [] : [name];
};

/** The names of the volumes that the plan asks for. */
export const volumeNames = (request: PlanRequest): readonly string[] => [
	...request.volumes.map(({name}) => name),
	...undeclaredName(request),
];

/** The volumes that the plan names. */
export const volumeTrees = (request: PlanRequest): readonly Tree[] => [
	...request.volumes.map(({name, source}) => ({name, ...sourceTree(source)})),
	...undeclaredName(request).map(name => ({name, emptyDir: {}})),
];

/** `volumeMounts` of one container. */
export const mountTrees = (volumes: readonly Volume[], container: string): readonly Tree[] =>
	volumes.flatMap(({name, mount}) =>
		mount?.container === container
			? [compact({name, mountPath: mount.path, readOnly: mount.readOnly || undefined})]
			: [],
	);

const claimDocument = (name: string, size: string, accessMode: string, rest: TreeMap): TreeMap => ({
	apiVersion: 'v1',
	kind: 'PersistentVolumeClaim',
	metadata: {name},
	spec: {accessModes: [accessMode], ...rest, resources: {requests: {storage: size}}},
});

const classDocument = (name: string, made: DiskClass): TreeMap => ({
	apiVersion: 'storage.k8s.io/v1',
	kind: 'StorageClass',
	metadata: {name},
	provisioner: DISK_CSI_DRIVER,
	parameters: compact({
		type: 'cloud_essd',
		performanceLevel: made.performanceLevel ?? undefined,
		fstype: made.fileSystem,
		encrypted: made.encrypted ? 'true' : undefined,
	}),
	reclaimPolicy: made.keep ? 'Retain' : 'Delete',
	volumeBindingMode: 'Immediate',
});

/** A volume that is there already, and the claim that takes it and no other. */
const boundDocuments = (
	claim: string,
	size: string,
	accessMode: string,
	source: TreeMap,
): readonly TreeMap[] => [
	{
		apiVersion: 'v1',
		kind: 'PersistentVolume',
		metadata: {name: claim},
		spec: {
			capacity: {storage: size},
			accessModes: [accessMode],
			persistentVolumeReclaimPolicy: 'Retain',
			...source,
		},
	},
	claimDocument(claim, size, accessMode, {storageClassName: '', volumeName: claim}),
];

const claimDocuments = (claim: string, create: ClaimSource): readonly TreeMap[] => {
	const {size} = create;
	switch (create.kind) {
		case 'class': {
			const {storageClass, made} = create;
			const accessMode =
				isSharedClass(storageClass) && !create.isDisk ? 'ReadWriteMany' : 'ReadWriteOnce';
			return [
				...(made ? [classDocument(storageClass, made)] : []),
				claimDocument(claim, size, accessMode, {storageClassName: storageClass}),
			];
		}
		case 'disk': {
			const {diskId, fileSystem} = create;
			const csi = {driver: DISK_CSI_DRIVER, fsType: fileSystem, volumeHandle: diskId};
			return boundDocuments(claim, size, 'ReadWriteOnce', {csi});
		}
		case 'nfs': {
			const {server, path} = create;
			return boundDocuments(claim, size, 'ReadWriteMany', {nfs: {server, path}});
		}
	}
};

/** The claims, and the volumes and classes behind them, that the plan creates. */
export const claimTrees = ({volumes}: PlanRequest): readonly TreeMap[] => {
	const documents = volumes.flatMap(({source}) =>
		source.type === 'pvc' && source.create ? claimDocuments(source.claim, source.create) : [],
	);
	return [...new Map(documents.map(one => [JSON.stringify(one), one])).values()];
};
