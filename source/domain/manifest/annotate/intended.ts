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

/**
 * The object with the change made to the pod at a place, and with no annotations or metadata there that
 * are empty: Kubernetes doesn't tell them from none.
 */
export const withChange = (value: unknown, place: Place, change: Change): unknown => {
	const [step, ...rest] = place;
	if (step === undefined) return isFields(value) ? changedPod(value, change) : value;
	if (Array.isArray(value))
		return value.map((item: unknown, index) =>
			index === step ? withChange(item, rest, change) : item,
		);
	return isFields(value) && Object.hasOwn(value, step)
		? {...value, [step]: withChange(value[step], rest, change)}
		: value;
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
