import {ANNOTATIONS, type AnnotationRow, annotationOf, PREFIX} from '../catalogue/annotations.ts';
import type {Log} from '../rules/log.ts';
import type {PlanInput} from './plan-input.ts';

/** The value of one key and the field of the PlanInput it came from. */
export type AnnotationValue = {readonly value: string; readonly path: string};
export type AnnotationValues = ReadonlyMap<string, AnnotationValue>;

const fieldValue = (input: PlanInput, field: string): unknown => {
	const [group = '', name = ''] = field.split('.');
	const groups: Readonly<Record<string, unknown>> = {...input};
	const fields: unknown = groups[group];
	if (typeof fields !== 'object' || fields === null) return undefined;
	return Object.entries(fields).find(([key]) => key === name)?.[1];
};

const textOf = (row: AnnotationRow, value: unknown): string | undefined => {
	if (value === undefined || value === 'none') return undefined;
	if (Array.isArray(value))
		return value.length === 0 ? undefined : value.map(entry => String(entry).trim()).join(',');
	return row.format.kind === 'boolean' || typeof value === 'string' ? String(value) : undefined;
};

/**
 * Every annotation that the input asks for, whether by a field of its own or under `pod.annotations`,
 * in the order of the table and then as given. A key that is given both ways is reported.
 */
export const collectAnnotations = (input: PlanInput, log: Log): AnnotationValues => {
	const values = new Map<string, AnnotationValue>();
	for (const row of ANNOTATIONS) {
		if (row.field === null) continue;
		const value = textOf(row, fieldValue(input, row.field));
		if (value !== undefined) values.set(PREFIX + row.name, {value, path: row.field});
	}
	for (const [key, value] of Object.entries(input.pod?.annotations ?? {})) {
		const path = `pod.annotations.${key}`;
		const known = values.get(key);
		if (known && known.value !== value) log.add('annotation-twice', {key}, path);
		else values.set(key, {value, path});
	}
	return inTableOrder(values);
};

const inTableOrder = (values: AnnotationValues): AnnotationValues => {
	const rank = (key: string) => {
		const row = annotationOf(key);
		return row ? ANNOTATIONS.indexOf(row) : ANNOTATIONS.length;
	};
	return new Map([...values].sort(([a], [b]) => rank(a) - rank(b)));
};
