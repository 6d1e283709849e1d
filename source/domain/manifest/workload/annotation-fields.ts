import {ANNOTATIONS, type AnnotationRow, annotationOf, keyOf} from '../../catalogue/annotations.ts';
import type {PlanInput} from '../../input/plan-input.ts';
import {entriesOf, type Part, quotedTextOf} from '../lint/part.ts';

/** Fields that annotations fill in, by group: `spot` → `strategy` → value. */
type Groups = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

const listOf = (text: string): readonly string[] =>
	text
		.split(',')
		.map(entry => entry.trim())
		.filter(entry => entry !== '');

/** The value as the field of the PlanInput has it; undefined where the annotation has to speak for itself. */
const fieldValue = ({format}: AnnotationRow, text: string): unknown => {
	switch (format.kind) {
		case 'boolean':
			return text === 'true' || text === 'false' ? text === 'true' : undefined;
		case 'specs':
		case 'addresses':
			return listOf(text);
		case 'identifiers':
			return format.maximum > 1 ? listOf(text) : text;
		case 'choice':
			return format.values.includes(text) ? text : undefined;
		default:
			return text;
	}
};

/** Annotations that a plan knows, by key; what nobody knows is for the lint. */
const knownIn = (annotations: Part): readonly (readonly [row: AnnotationRow, text: string])[] =>
	entriesOf(annotations).flatMap(([key, part]) => {
		const row = annotationOf(key);
		const text = quotedTextOf(part);
		return row && !row.readOnly && text !== null ? [[row, text] as const] : [];
	});

const put = (groups: Map<string, Map<string, unknown>>, field: string, value: unknown): void => {
	const [group = '', name = ''] = field.split('.');
	const fields = groups.get(group) ?? new Map<string, unknown>();
	fields.set(name, value);
	groups.set(group, fields);
};

const groupsOf = (annotations: Part, without: readonly string[]): Groups => {
	const groups = new Map<string, Map<string, unknown>>();
	const others = new Map<string, string>();
	for (const [row, text] of knownIn(annotations)) {
		const key = keyOf(row);
		const value = row.field === null ? undefined : fieldValue(row, text);
		if (without.includes(key)) continue;
		if (row.field === null || value === undefined) others.set(key, text);
		else put(groups, row.field, value);
	}
	if (others.size > 0) put(groups, 'pod.annotations', Object.fromEntries(others));
	return groups;
};

/** The chain, spot and pod fields that annotations of a pod fill in; `without` are keys that others answer. */
export const annotationFields = (
	annotations: Part,
	without: readonly string[],
): Pick<PlanInput, 'chain' | 'spot' | 'pod'> =>
	Object.fromEntries(
		[...groupsOf(annotations, without)].map(([group, fields]) => [
			group,
			Object.fromEntries(fields),
		]),
	);

/** The annotation behind a field, `spot.strategy` or `pod.annotations.<key>`. */
export const annotationKeyOf = (path: string): string | null => {
	const own = /^pod\.annotations\.(.+)$/.exec(path)?.[1];
	if (own !== undefined) return own;
	const row = ANNOTATIONS.find(
		({field}) => field !== null && (path === field || path.startsWith(`${field}[`)),
	);
	return row ? keyOf(row) : null;
};
