type Fields = Record<string, unknown>;

/** The key `<<`, written without quotes. */
export const MERGE_MARK = '<<';
export const MERGE = Symbol(MERGE_MARK);

const isMap = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that maps got by a merge. */
const mergedKeys = new WeakMap<Fields, Set<string>>();

/** True for a key that a map got by a merge: the map itself may have it once, and then no more. */
export const takesOver = (map: Fields, key: string): boolean =>
	mergedKeys.get(map)?.delete(key) ?? false;

/**
 * Merges a map, or a list of maps of which the first wins, into another one. As for kubectl, it takes the
 * place of what stands before it in the text. Answers what is wrong with it.
 */
export const mergeInto = (map: Fields, source: unknown): string => {
	const sources: readonly unknown[] = Array.isArray(source) ? source : [source];
	if (!sources.every(isMap)) return 'what is merged is no map';
	const keys = mergedKeys.get(map) ?? new Set();
	mergedKeys.set(map, keys);
	for (const one of sources.toReversed())
		for (const key of Object.keys(one)) {
			Object.defineProperty(map, key, {
				value: one[key],
				enumerable: true,
				configurable: true,
				writable: true,
			});
			keys.add(key);
		}
	return '';
};
