import type {ValueReason} from '../rules/facts.ts';
import {parseMemory} from '../units/quantity.ts';
import type {AnnotationRow} from './annotations.ts';
import {checkEntries, isAddress} from './entry-value.ts';
import {checkJson} from './json-value.ts';
import type {ValueFormat} from './value-format.ts';
import {DISK_GIB} from './volumes.ts';

const entriesOf = (value: string): readonly string[] => value.split(',').map(entry => entry.trim());

const checkIdentifiers = (
	{prefix, maximum}: {readonly prefix: string; readonly maximum: number},
	value: string,
): ValueReason | null => {
	const entries = entriesOf(value);
	if (entries.length > maximum) return 'too-many';
	const pattern = /^[a-z0-9]{1,64}$/;
	return entries.every(
		entry => entry.startsWith(prefix) && pattern.test(entry.slice(prefix.length)),
	)
		? null
		: 'identifier';
};

const checkWhole = (
	{minimum, maximum}: {readonly minimum: number; readonly maximum: number},
	value: string,
): ValueReason | null =>
	/^\d{1,9}$/.test(value) && Number(value) >= minimum && Number(value) <= maximum ? null : 'whole';

/** `name:filesystem:size` [facts §1.1]. */
const DISK_VOLUME = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?:(?:ext4|ext3|xfs):([1-9]\d{0,4})Gi$/;

const checkDiskVolume = (value: string): ValueReason | null => {
	const gib = Number(DISK_VOLUME.exec(value)?.[1]);
	return gib >= DISK_GIB.minimum && gib <= DISK_GIB.maximum ? null : 'disk-volume';
};

const hasControlCharacter = (value: string): boolean =>
	[...value].some(character => {
		const code = character.codePointAt(0) ?? 0;
		return code < 0x20 || (code >= 0x7f && code < 0xa0);
	});

const isStorageSize = (value: string): boolean => /[KMGT]i$/.test(value) && parseMemory(value).ok;

const reasonUnless = (holds: boolean, reason: ValueReason): ValueReason | null =>
	holds ? null : reason;

const checkFormat = (format: ValueFormat, value: string): ValueReason | null => {
	switch (format.kind) {
		case 'boolean':
			return reasonUnless(['true', 'false'].includes(value), 'boolean');
		case 'whole':
			return checkWhole(format, value);
		case 'choice':
			return reasonUnless(format.values.includes(value), 'choice');
		case 'identifiers':
			return checkIdentifiers(format, value);
		case 'entries':
			return checkEntries(format, value);
		case 'json':
			return checkJson(format.holds, value);
		case 'role-name':
			return reasonUnless(/^[A-Za-z0-9.@_-]{1,64}$/.test(value), 'role-name');
		case 'addresses':
			return reasonUnless(entriesOf(value).every(isAddress), 'address');
		case 'disk-volume':
			return checkDiskVolume(value);
		case 'storage-size':
			return reasonUnless(isStorageSize(value), 'storage-size');
		// Specs and prices have rules of their own; text is free.
		case 'specs':
		case 'price':
		case 'text':
			return null;
	}
};

/** What is wrong with a value of this key, or null. */
export const checkAnnotationValue = (row: AnnotationRow, value: string): ValueReason | null => {
	if (value.trim() === '') return 'empty';
	if (hasControlCharacter(value)) return 'control-character';
	return checkFormat(row.format, value);
};

/** What the value may be, as a short form: `true|false`, `1-1000`, `vsw-…`. */
export const expectedValue = ({format, example}: AnnotationRow): string => {
	switch (format.kind) {
		case 'boolean':
			return 'true|false';
		case 'whole':
			return `${format.minimum}-${format.maximum}`;
		case 'choice':
			return format.values.join('|');
		case 'identifiers':
			return format.maximum === 1 ? `${format.prefix}…` : `${format.prefix}…,…`;
		default:
			return example;
	}
};

/** How many entries the value may have; null where it is no list. */
export const mostEntries = ({format}: AnnotationRow): number | null =>
	'maximum' in format && format.kind !== 'whole' && format.maximum > 1 ? format.maximum : null;
