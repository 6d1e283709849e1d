import type {Log} from '../rules/log.ts';
import {parseDuration, type Seconds, seconds} from '../units/duration.ts';

export const readDuration = (text: string, path: string, log: Log): Seconds => {
	const read = parseDuration(text);
	if (read.ok) return read.value;
	log.add('duration-invalid', {value: text, problem: read.problem}, path);
	return seconds(0);
};

/** A duration above 0; null, with a diagnostic, for any other text. */
export const readTimeSpan = (text: string, path: string, log: Log): Seconds | null => {
	const read = parseDuration(text);
	if (read.ok && read.value > 0) return read.value;
	if (read.ok) log.add('duration-zero', {value: text}, path);
	else log.add('duration-invalid', {value: text, problem: read.problem}, path);
	return null;
};
