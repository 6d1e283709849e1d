import {
	ANNOTATIONS,
	type AnnotationRow,
	annotationOf,
	keyIn,
	olderRow,
} from '../catalogue/annotations.ts';
import type {Ruleset} from '../catalogue/rulesets.ts';
import type {Log} from '../rules/log.ts';
import type {PlanInput} from './plan-input.ts';

/** The value of one key and where it came from: a field of the PlanInput, for one. */
export type AnnotationValue = {readonly value: string; readonly path: string};
export type AnnotationValues = ReadonlyMap<string, AnnotationValue>;

/** The pods that carry annotations. */
export type AnnotatedPods = {
	/** The kind of their workload in lower case, `statefulset`. */
	readonly kind: string;
	readonly replicas: number;
	/** Where a price limit that is missing belongs. */
	readonly limitPath: string;
};

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

/** One page of today writes a value with another first letter than all others [facts §1.2]. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([['vSwitchOrdered', 'VSwitchOrdered']]);

/** The value as ECI spells it, with a word about it. */
export const respelled = (key: string, value: string, path: string, log: Log): string => {
	const spelled = SPELLINGS.get(value);
	const format = annotationOf(key)?.format;
	if (spelled === undefined || format?.kind !== 'choice' || !format.values.includes(spelled))
		return value;
	log.add('annotation-respelled', {key, value, spelled}, path);
	return spelled;
};

/** What fields ask for, each under the key that the ruleset has for it. */
const fieldAnnotations = (input: PlanInput, ruleset: Ruleset): AnnotationValues =>
	new Map(
		ANNOTATIONS.flatMap(row => {
			const value = row.field === null ? undefined : textOf(row, fieldValue(input, row.field));
			return value === undefined || row.field === null
				? []
				: [[keyIn(ruleset, row), {value, path: row.field}] as const];
		}),
	);

/** The ruleset's own name for what a key sets. */
const nameInRuleset = (key: string, ruleset: Ruleset): string => {
	const row = annotationOf(key);
	return row ? keyIn(ruleset, olderRow(row) ?? row) : key;
};

/**
 * Every annotation that the input asks for, whether by a field of its own or under `pod.annotations`,
 * in the order of the table and then as given. A key that is given both ways is reported.
 */
export const collectAnnotations = (input: PlanInput, log: Log): AnnotationValues => {
	const byField = fieldAnnotations(input, log.ruleset);
	const values = new Map(byField);
	for (const [key, given] of Object.entries(input.pod?.annotations ?? {})) {
		const path = `pod.annotations.${key}`;
		const value = respelled(key, given, path, log);
		const known = values.get(key) ?? byField.get(nameInRuleset(key, log.ruleset));
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
