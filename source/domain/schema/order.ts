import type {Shape} from './shape.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a document in the order of its shape; those that it doesn't know come last. */
export const inShapeOrder = (shape: Shape | undefined, value: unknown): unknown => {
	if (shape?.type === 'list' && Array.isArray(value))
		return value.map(item => inShapeOrder(shape.item, item));
	if (shape?.type !== 'object' || !isRecord(value)) return value;
	const given = new Map(Object.entries(value));
	const names = [...Object.keys(shape.fields), ...given.keys()];
	return Object.fromEntries(
		[...new Set(names)]
			.filter(name => given.has(name))
			.map(name => [name, inShapeOrder(shape.fields[name], given.get(name))]),
	);
};
