import type {Place} from '../lint/part.ts';

/** What is to become of the annotations of a pod. */
export type Change =
	| {readonly kind: 'set'; readonly values: readonly (readonly [key: string, value: string])[]}
	| {readonly kind: 'remove'; readonly keys: readonly string[]};

type Fields = {readonly [key: string]: unknown};

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const changed = (annotations: Fields, change: Change): Fields => {
	if (change.kind === 'set') return {...annotations, ...Object.fromEntries(change.values)};
	return Object.fromEntries(
		Object.entries(annotations).filter(([key]) => !change.keys.includes(key)),
	);
};

/** A field given another value; an empty map is no field. */
const withField = (map: Fields, key: string, value: Fields): Fields => {
	const entries = Object.entries(map).filter(([name]) => name !== key);
	return Object.fromEntries([
		...entries,
		...(Object.keys(value).length === 0 ? [] : [[key, value] as const]),
	]);
};

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

const changedPod = (pod: Fields, change: Change): Fields => {
	const metadata = fieldsOf(pod['metadata']);
	const annotations = changed(fieldsOf(metadata['annotations']), change);
	return withField(pod, 'metadata', withField(metadata, 'annotations', annotations));
};

/** A change of the annotations of one pod. */
export type PodEdit = {
	/** Where the pod or its template stands in the document. */
	readonly place: Place;
	readonly change: Change;
};

/** Edits by the first step to their places, and from there on. */
const byStep = (edits: readonly PodEdit[]): ReadonlyMap<string | number, readonly PodEdit[]> => {
	const groups = new Map<string | number, PodEdit[]>();
	for (const {
		place: [step, ...place],
		change,
	} of edits) {
		if (step === undefined) continue;
		const group = groups.get(step) ?? [];
		group.push({place, change});
		groups.set(step, group);
	}
	return groups;
};

const withinFields = (
	fields: Fields,
	groups: ReadonlyMap<string | number, readonly PodEdit[]>,
): Fields => {
	const edited = [...groups].filter(([step]) => Object.hasOwn(fields, step));
	return edited.length === 0
		? fields
		: {
				...fields,
				...Object.fromEntries(
					edited.map(([step, edits]) => [step, withEdits(fields[step], edits)]),
				),
			};
};

/**
 * The object with the edits made, and with no annotations or metadata at their places that are empty:
 * Kubernetes doesn't tell them from none.
 */
export const withEdits = (value: unknown, edits: readonly PodEdit[]): unknown => {
	const groups = byStep(edits);
	if (Array.isArray(value))
		return value.map((item: unknown, index) => withEdits(item, groups.get(index) ?? []));
	if (!isFields(value) || edits.length === 0) return value;
	const own = edits.filter(({place}) => place.length === 0);
	return own.reduce((pod, {change}) => changedPod(pod, change), withinFields(value, groups));
};

/** True for two objects that say the same, whatever the order of their keys. */
export const isSame = (one: unknown, other: unknown): boolean => {
	if (Array.isArray(one))
		return (
			Array.isArray(other) &&
			one.length === other.length &&
			one.every((item, index) => isSame(item, other[index]))
		);
	if (!isFields(one) || !isFields(other)) return Object.is(one, other);
	const keys = Object.keys(one);
	return (
		keys.length === Object.keys(other).length &&
		keys.every(key => Object.hasOwn(other, key) && isSame(one[key], other[key]))
	);
};
