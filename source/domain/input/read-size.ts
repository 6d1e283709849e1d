import {diskSizes, type PerformanceLevel} from '../catalogue/volumes.ts';
import type {Log} from '../rules/log.ts';
import {parseMemory, toGib} from '../units/quantity.ts';

/** Whole GiB that a disk of this level may have. */
export const readDiskGib = (
	text: string,
	level: PerformanceLevel | null,
	path: string,
	log: Log,
): number => {
	const sizes = diskSizes(level, log.ruleset);
	const size = parseMemory(text);
	const gib = size.ok ? toGib(size.value) : Number.NaN;
	if (Number.isInteger(gib) && gib >= sizes.minimum && gib <= sizes.maximum) return gib;
	log.add('volume-size', {value: text, level, ...sizes}, path);
	return sizes.minimum;
};

/** The text of any amount of storage. */
export const readSize = (text: string, path: string, log: Log): string => {
	const size = parseMemory(text);
	if (!size.ok)
		log.add('quantity-invalid', {resource: 'memory', value: text, problem: size.problem}, path);
	return text.trim();
};
