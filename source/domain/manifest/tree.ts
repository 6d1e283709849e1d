/** A YAML document as data. Key order is the order of the text. */
export type Tree = null | boolean | number | string | readonly Tree[] | TreeMap;
export type TreeMap = {readonly [key: string]: Tree};

/** A map without the entries that are undefined, empty lists and empty maps. */
export const compact = (entries: {readonly [key: string]: Tree | undefined}): TreeMap =>
	Object.fromEntries(
		Object.entries(entries).flatMap(([key, value]) =>
			value === undefined || isEmpty(value) ? [] : [[key, value]],
		),
	);

const isEmpty = (value: Tree): boolean =>
	typeof value === 'object' && value !== null && Object.keys(value).length === 0;
