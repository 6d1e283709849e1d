import type {Ruleset} from './rulesets.ts';

/** Ways to give a pod storage [brief, storage; facts §7]. */
export const VOLUME_TYPES = [
	'empty-dir',
	'nas',
	'disk',
	'new-disk',
	'nfs',
	'pvc',
	'host-path',
] as const;
export type VolumeType = (typeof VOLUME_TYPES)[number];
/** What `eci-set-diskvolume` turns into a disk [S]. */
export const CONVERTIBLE_TYPES: readonly VolumeType[] = ['empty-dir', 'host-path'];

/** File systems of a FlexVolume disk [D, mount-a-disk-volume]. */
export const FILE_SYSTEMS = ['ext4', 'ext3', 'xfs', 'vfat'] as const;
export type FileSystem = (typeof FILE_SYSTEMS)[number];

export const PERFORMANCE_LEVELS = ['PL0', 'PL1', 'PL2', 'PL3'] as const;
export type PerformanceLevel = (typeof PERFORMANCE_LEVELS)[number];

/** Size of a created disk [D, mount-a-disk-volume]. */
export const DISK_GIB = {minimum: 20, maximum: 32_768} as const;

/**
 * The smallest ESSD of each level, as the overview of block storage had it until 2024
 * (alibabacloud.com/help/en/elastic-compute-service/latest/block-storage-overview-disks).
 */
const SMALLEST_GIB: Readonly<Record<PerformanceLevel, number>> = {
	PL0: 40,
	PL1: 20,
	PL2: 461,
	PL3: 1261,
};
/** Today CreateDisk of ECS makes PL0 from 1 GiB on; ECI mounts no created disk that is so small. */
const SMALLEST_GIB_TODAY = {...SMALLEST_GIB, PL0: DISK_GIB.minimum};

/** Sizes of a created disk of this level; PL1 where nobody names one. */
export const diskSizes = (
	level: PerformanceLevel | null,
	ruleset: Ruleset,
): {readonly minimum: number; readonly maximum: number} => ({
	minimum: (ruleset === '2020' ? SMALLEST_GIB : SMALLEST_GIB_TODAY)[level ?? 'PL1'],
	maximum: DISK_GIB.maximum,
});
/** Disks of one pod [D, mount-a-disk-volume]. */
export const MAX_DISKS = 6;
/** Volumes of one pod [D-LIM]. */
export const MAX_VOLUMES = 20;
/** Class of a claim that creates a disk [D-DISK]. */
export const DISK_STORAGE_CLASS = 'alicloud-disk-essd';
/** Whether a StorageClass makes disks, by the names that Alibaba Cloud gives them. */
export const isDiskClass = (name: string): boolean => name.startsWith('alicloud-disk-');
/** Whether its volumes are file systems that many pods share. */
export const isSharedClass = (name: string): boolean =>
	/(?:^|-)(?:nas|cnfs|cpfs|oss)(?:-|$)/.test(name);
/** CSI driver of disks [D-DISK]. */
export const DISK_CSI_DRIVER = 'diskplugin.csi.alibabacloud.com';
/** Mount options that Alibaba Cloud's NAS samples use [C-SLS]. */
export const NAS_OPTIONS = 'nolock,tcp,noresvport';

/** Fields that describe a volume, as a PlanInput names them. */
export type VolumeField =
	| 'server'
	| 'path'
	| 'mountOptions'
	| 'diskId'
	| 'fileSystem'
	| 'size'
	| 'performanceLevel'
	| 'keep'
	| 'encrypted'
	| 'claim'
	| 'storageClass'
	| 'createClass';

type FieldUse = {readonly needs: readonly VolumeField[]; readonly takes: readonly VolumeField[]};

/** Which fields each type needs, and which it takes besides. */
export const VOLUME_FIELDS: Readonly<Record<VolumeType, FieldUse>> = {
	'empty-dir': {needs: [], takes: ['size']},
	nas: {needs: ['server'], takes: ['path', 'mountOptions']},
	disk: {needs: ['diskId'], takes: ['fileSystem']},
	'new-disk': {needs: ['size'], takes: ['fileSystem', 'performanceLevel', 'keep', 'encrypted']},
	nfs: {needs: ['server'], takes: ['path']},
	'host-path': {needs: ['path'], takes: []},
	pvc: {
		needs: ['claim'],
		takes: [
			'size',
			'storageClass',
			'createClass',
			'fileSystem',
			'performanceLevel',
			'keep',
			'encrypted',
			'server',
			'path',
			'diskId',
		],
	},
};
