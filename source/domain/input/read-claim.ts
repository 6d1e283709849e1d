import {DISK_GIB, DISK_STORAGE_CLASS, isDiskClass, type VolumeField} from '../catalogue/volumes.ts';
import type {Log} from '../rules/log.ts';
import {isSubdomain} from './names.ts';
import type {VolumeInput} from './plan-input.ts';
import type {ClaimSource, VolumeSource} from './plan-request.ts';
import {readDiskGib, readSize} from './read-size.ts';

/** Space that an NFS volume claims; the server doesn't limit it. */
const NFS_CLAIM_SIZE = '100Gi';
/** Space that any disk has. */
const DISK_CLAIM_SIZE = `${DISK_GIB.minimum}Gi`;

/** What a StorageClass is made of. */
const CLASS_FIELDS = ['fileSystem', 'performanceLevel', 'keep', 'encrypted'] as const;

/**
 * Where the space of a claim comes from: the first of these that is given. It goes with the fields
 * beside it, and there is no sense in the others.
 */
const WAYS = [
	{by: 'server', with: ['path', 'size']},
	{by: 'diskId', with: ['fileSystem', 'size']},
	{by: 'createClass', with: ['size', 'storageClass', ...CLASS_FIELDS]},
	{by: 'size', with: ['storageClass']},
] as const satisfies readonly {by: VolumeField; with: readonly VolumeField[]}[];

/** Which field each of the others needs where the claim has no such source yet. */
const NEEDED: readonly (readonly [field: VolumeField, needed: VolumeField])[] = [
	['path', 'server'],
	...CLASS_FIELDS.map(field => [field, 'createClass'] as const),
	['storageClass', 'size'],
];

const isSaid = (input: VolumeInput, field: VolumeField): boolean =>
	input[field] !== undefined && input[field] !== '' && input[field] !== false;

const checkTogether = (input: VolumeInput, volume: string, path: string, log: Log) => {
	const way = WAYS.find(({by}) => isSaid(input, by));
	const taken: readonly VolumeField[] = way ? [way.by, ...way.with] : [];
	const isLeft = (field: VolumeField) => isSaid(input, field) && !taken.includes(field);
	const addMissing = (field: VolumeField) =>
		log.add('volume-field-missing', {volume, type: 'pvc', field}, `${path}.${field}`);
	if (!way || way.by === 'size') {
		const needed = NEEDED.filter(([field]) => isLeft(field)).map(([, one]) => one);
		for (const field of new Set(needed)) addMissing(field);
		return;
	}
	if (way.by === 'createClass' && !isSaid(input, 'size')) addMissing('size');
	const fields = ['diskId', 'createClass', ...NEEDED.map(([field]) => field)] as const;
	for (const field of fields.filter(isLeft))
		log.add('volume-field-conflict', {volume, first: way.by, second: field}, `${path}.${field}`);
};

const readOwnClass = (
	input: VolumeInput,
	claim: string,
	size: string,
	path: string,
	log: Log,
): ClaimSource => {
	const {fileSystem = 'ext4', performanceLevel = null, keep = false, encrypted = false} = input;
	readDiskGib(size, performanceLevel, `${path}.size`, log);
	return {
		kind: 'class',
		size,
		storageClass: input.storageClass ?? claim,
		isDisk: true,
		made: {fileSystem, performanceLevel, keep, encrypted},
	};
};

const readClass = (input: VolumeInput, size: string, path: string, log: Log): ClaimSource => {
	const {storageClass = DISK_STORAGE_CLASS} = input;
	const isDisk = isDiskClass(storageClass);
	if (isDisk) readDiskGib(size, null, `${path}.size`, log);
	else readSize(size, `${path}.size`, log);
	return {kind: 'class', size, storageClass, isDisk, made: null};
};

/** What the claim is to be made of; null for one that is there already. */
const readSource = (input: VolumeInput, path: string, log: Log): ClaimSource | null => {
	const {server, diskId, size, claim = ''} = input;
	const sizePath = `${path}.size`;
	if (server !== undefined)
		return {
			kind: 'nfs',
			size: readSize(size ?? NFS_CLAIM_SIZE, sizePath, log),
			server,
			path: input.path ?? '/',
		};
	if (diskId !== undefined) {
		if (size !== undefined) readDiskGib(size, null, sizePath, log);
		const {fileSystem = 'ext4'} = input;
		return {kind: 'disk', size: size ?? DISK_CLAIM_SIZE, diskId, fileSystem};
	}
	if (size === undefined) return null;
	return input.createClass
		? readOwnClass(input, claim, size, path, log)
		: readClass(input, size, path, log);
};

/** Reads a claim and what it is made of; a name that is missing is reported elsewhere. */
export const readClaim = (
	input: VolumeInput,
	volume: string,
	path: string,
	log: Log,
): Extract<VolumeSource, {type: 'pvc'}> => {
	const {claim = ''} = input;
	if (claim !== '' && !isSubdomain(claim))
		log.add('name-invalid', {value: claim, maximum: 253}, `${path}.claim`);
	checkTogether(input, volume, path, log);
	return {type: 'pvc', claim, create: readSource(input, path, log)};
};
