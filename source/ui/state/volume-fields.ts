import {
	DISK_STORAGE_CLASS,
	FILE_SYSTEMS,
	NAS_OPTIONS,
	PERFORMANCE_LEVELS,
	VOLUME_FIELDS,
	VOLUME_TYPES,
	type VolumeField,
	type VolumeType,
} from '../../domain/catalogue/volumes.ts';
import type {PlanInput, VolumeInput} from '../../domain/input/plan-input.ts';
import type {FieldId} from '../../present/wizard-texts.ts';
import {containerNames} from './edit-input.ts';
import {type Field, type FieldKind, field, NO_OR_YES} from './fields.ts';

const [FIRST_TYPE] = VOLUME_TYPES;

export const typeOf = ({type = FIRST_TYPE}: VolumeInput): VolumeType => type;

type Asked = {
	readonly id: FieldId;
	readonly kind: FieldKind;
	readonly choices?: readonly string[];
	readonly fallback?: string;
};

/** How each field of a volume is asked for, in the order of the form. */
const ASKED: Readonly<Record<VolumeField, Asked>> = {
	server: {id: 'volumeServer', kind: 'text'},
	diskId: {id: 'diskId', kind: 'text'},
	claim: {id: 'claim', kind: 'text'},
	path: {id: 'volumePath', kind: 'text', fallback: '/'},
	mountOptions: {id: 'mountOptions', kind: 'text', fallback: NAS_OPTIONS},
	size: {id: 'volumeSize', kind: 'text'},
	fileSystem: {id: 'fileSystem', kind: 'choice', choices: FILE_SYSTEMS, fallback: 'ext4'},
	performanceLevel: {id: 'performanceLevel', kind: 'choice', choices: ['', ...PERFORMANCE_LEVELS]},
	keep: {id: 'keep', ...NO_OR_YES},
	encrypted: {id: 'encrypted', ...NO_OR_YES},
	storageClass: {id: 'storageClass', kind: 'text', fallback: DISK_STORAGE_CLASS},
	createClass: {id: 'createClass', ...NO_OR_YES},
};
const FIELDS = Object.keys(ASKED) as readonly VolumeField[];

const isOfType = (name: VolumeField, type: VolumeType): boolean =>
	VOLUME_FIELDS[type].needs.includes(name) || VOLUME_FIELDS[type].takes.includes(name);

/** Where it is mounted, and in which container where there are several. */
const mountFields = (input: PlanInput, {container}: VolumeInput, at: string): readonly Field[] => {
	const names = containerNames(input);
	const isAsked = names.length > 1 || container !== undefined;
	return [
		field('mountPath', 'text', `${at}.mountPath`),
		...(isAsked
			? [
					field('volumeContainer', 'choice', `${at}.container`, {
						choices: names,
						fallback: names[0] ?? '',
					}),
				]
			: []),
		field('readOnly', NO_OR_YES.kind, `${at}.readOnly`, NO_OR_YES),
	];
};

/** What its type needs or takes, and what was answered nevertheless. */
export const volumeFields = (input: PlanInput, index: number): readonly Field[] => {
	const volume = input.volumes?.[index];
	if (!volume) return [];
	const at = `volumes[${index}]`;
	const type = typeOf(volume);
	const asked = FIELDS.filter(name => isOfType(name, type) || volume[name] !== undefined);
	return [
		field('volumeName', 'text', `${at}.name`, {fallback: `volume-${index + 1}`}),
		field('volumeType', 'choice', `${at}.type`, {choices: VOLUME_TYPES, fallback: FIRST_TYPE}),
		...asked.map(name => field(ASKED[name].id, ASKED[name].kind, `${at}.${name}`, ASKED[name])),
		...mountFields(input, volume, at),
	];
};

/** The volume as one of another type, without the fields that this one doesn't take. */
export const asType = (volume: VolumeInput, type: VolumeType): VolumeInput => {
	const left = FIELDS.filter(name => !isOfType(name, type));
	const kept = Object.entries(volume).filter(([name]) => !left.some(other => other === name));
	return {...Object.fromEntries(kept), type};
};
