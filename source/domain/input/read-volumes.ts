import {
	DISK_GIB,
	NAS_OPTIONS,
	VOLUME_FIELDS,
	type VolumeField,
	type VolumeType,
} from '../catalogue/volumes.ts';
import type {Log} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import {checkVolumes} from './check-volumes.ts';
import {isLabelName, isSubdomain} from './names.ts';
import {leastPeakPods} from './peak-pods.ts';
import type {VolumeInput} from './plan-input.ts';
import type {Container, Volume, VolumeSource, Workload} from './plan-request.ts';
import {readClaim} from './read-claim.ts';
import {readDiskGib, readSize} from './read-size.ts';

const FIELDS: readonly VolumeField[] = [
	'server',
	'path',
	'mountOptions',
	'diskId',
	'fileSystem',
	'size',
	'performanceLevel',
	'keep',
	'encrypted',
	'claim',
	'storageClass',
	'createClass',
];

const checkFields = (
	input: VolumeInput,
	type: VolumeType,
	volume: string,
	path: string,
	log: Log,
) => {
	const {needs, takes} = VOLUME_FIELDS[type];
	for (const field of FIELDS) {
		const isGiven = input[field] !== undefined && input[field] !== '';
		if (needs.includes(field) && !isGiven)
			log.add('volume-field-missing', {volume, type, field}, `${path}.${field}`);
		if (isGiven && !needs.includes(field) && !takes.includes(field))
			log.add('volume-field-unused', {volume, type, field}, `${path}.${field}`);
	}
};

/** What the texts of a volume look like; a path begins at the root of its server. */
const FORMATS = [
	['server', /^[A-Za-z0-9][-A-Za-z0-9._:]{0,252}$/],
	['path', /^\/\P{Cc}{0,1023}$/u],
	['mountOptions', /^[^\s\p{Cc}]{1,1024}$/u],
	['diskId', /^d-[a-z0-9]{1,60}$/],
] as const satisfies readonly (readonly [VolumeField, RegExp])[];

const checkTexts = (input: VolumeInput, volume: string, path: string, log: Log) => {
	for (const [field, format] of FORMATS) {
		const value = input[field];
		if (value !== undefined && value !== '' && !format.test(value))
			log.add('volume-field-invalid', {volume, field, value}, `${path}.${field}`);
	}
	// Kubernetes takes no hostPath that goes back up.
	if (input.type === 'host-path' && input.path?.split('/').includes('..'))
		log.add('volume-field-invalid', {volume, field: 'path', value: input.path}, `${path}.path`);
	const {storageClass} = input;
	if (storageClass !== undefined && !isSubdomain(storageClass))
		log.add('name-invalid', {value: storageClass, maximum: 253}, `${path}.storageClass`);
};

const readSource = (
	input: VolumeInput,
	type: VolumeType,
	volume: string,
	path: string,
	log: Log,
): VolumeSource => {
	const {server = '', fileSystem = 'ext4', performanceLevel = null} = input;
	const folder = input.path ?? '/';
	switch (type) {
		case 'empty-dir':
			return {
				type,
				size: input.size === undefined ? null : readSize(input.size, `${path}.size`, log),
			};
		case 'nas':
			return {type, server, path: folder, options: input.mountOptions ?? NAS_OPTIONS};
		case 'nfs':
			return {type, server, path: folder};
		case 'host-path':
			return {type, path: folder};
		case 'disk':
			return {type, diskId: input.diskId ?? '', fileSystem};
		case 'new-disk':
			return {
				type,
				sizeGiB:
					input.size === undefined
						? DISK_GIB.minimum
						: readDiskGib(input.size, performanceLevel, `${path}.size`, log),
				fileSystem,
				performanceLevel,
				keep: input.keep ?? false,
				encrypted: input.encrypted ?? false,
			};
		case 'pvc':
			return readClaim(input, volume, path, log);
	}
};

/** Below the root, which is the container's own, and without a way back up. */
const isMountPath = (text: string): boolean =>
	/^\/[^:\p{Cc}]{0,1022}$/u.test(text) &&
	text.split('/').some(part => part !== '' && part !== '.') &&
	!text.split('/').includes('..');

const readMount = (
	input: VolumeInput,
	containers: readonly Container[],
	path: string,
	log: Log,
): Volume['mount'] => {
	const {mountPath} = input;
	if (mountPath === undefined) return null;
	if (!isMountPath(mountPath))
		log.add('volume-mount-invalid', {path: mountPath}, `${path}.mountPath`);
	const known = containers.map(({name}) => name);
	const container = input.container ?? known[0] ?? '';
	if (!known.includes(container))
		log.add(
			'volume-container-unknown',
			{container, known, suggestion: nearest(container, known)},
			`${path}.container`,
		);
	return {container, path: mountPath, readOnly: input.readOnly ?? false};
};

/** Blanks around a text mean nothing, wherever the volume was written. */
const trimmed = (input: VolumeInput): VolumeInput =>
	Object.fromEntries(
		Object.entries(input).map(([field, value]) => [
			field,
			typeof value === 'string' ? value.trim() : value,
		]),
	);

const readVolume = (
	input: VolumeInput,
	containers: readonly Container[],
	index: number,
	log: Log,
): Volume => {
	const path = `volumes[${index}]`;
	const name = input.name ?? `volume-${index + 1}`;
	const type = input.type ?? 'empty-dir';
	if (!isLabelName(name)) log.add('name-invalid', {value: name, maximum: 63}, `${path}.name`);
	checkFields(input, type, name, path, log);
	checkTexts(input, name, path, log);
	return {
		name,
		mount: readMount(input, containers, path, log),
		source: readSource(input, type, name, path, log),
	};
};

/** Reads the volumes and checks them against each other, the containers and the number of pods. */
export const readVolumes = (
	inputs: readonly VolumeInput[],
	containers: readonly Container[],
	workload: Workload,
	diskVolume: string | null,
	log: Log,
): readonly Volume[] => {
	const volumes = inputs.map((input, index) => readVolume(trimmed(input), containers, index, log));
	checkVolumes(volumes, leastPeakPods(workload), diskVolume, log);
	return volumes;
};
