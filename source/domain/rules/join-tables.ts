type Joined<T extends readonly object[]> = T extends readonly [
	infer First,
	...infer Rest extends readonly object[],
]
	? First & Joined<Rest>
	: unknown;

/** One table of several: spread into a literal, hundreds of keys take milliseconds, each a shape of its own. */
export const joinTables = <T extends readonly object[]>(...tables: T): Joined<T> =>
	Object.assign(Object.create(null), ...tables);
