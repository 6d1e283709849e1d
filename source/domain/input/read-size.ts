import {DISK_GIB} from '../catalogue/volumes.ts';
import type {Log} from '../rules/log.ts';
import {parseMemory, toGib} from '../units/quantity.ts';

/** Whole GiB that a disk may have. */
export const readDiskGib = (text: string, path: string, log: Log): number => {
	const size = parseMemory(text);
	const gib = size.ok ? toGib(size.value) : Number.NaN;
	if (Number.isInteger(gib) && gib >= DISK_GIB.minimum && gib <= DISK_GIB.maximum) return gib;
	log.add('volume-size', {value: text, ...DISK_GIB}, path);
	return DISK_GIB.minimum;
};

/** The text of any amount of storage. */
export const readSize = (text: string, path: string, log: Log): string => {
	const size = parseMemory(text);
	if (!size.ok)
		log.add('quantity-invalid', {resource: 'memory', value: text, problem: size.problem}, path);
	return text.trim();
};
