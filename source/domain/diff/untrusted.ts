import {type Fraction, parseDecimal} from '../units/fraction.ts';

/** Told of the path of a field that isn't what it has to be. */
export type Complain = (path: string) => void;

/** Reads a part of a document that anybody may have written; undefined where it complained. */
export type Read<T> = (value: unknown, path: string, complain: Complain) => T | undefined;

const LONGEST_TEXT = 4000;
const LARGEST = 1e12;

const leaf =
	<T>(parse: (value: unknown) => T | undefined): Read<T> =>
	(value, path, complain) => {
		const parsed = parse(value);
		if (parsed === undefined) complain(path);
		return parsed;
	};

/** Whoever prints it makes it safe. */
export const text: Read<string> = leaf(value =>
	typeof value === 'string' && value.length <= LONGEST_TEXT ? value : undefined,
);

export const flag: Read<boolean> = leaf(value => (typeof value === 'boolean' ? value : undefined));

export const quantity: Read<number> = leaf(value =>
	typeof value === 'number' && value >= 0 && value <= LARGEST ? value : undefined,
);

export const whole: Read<number> = leaf(value =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST
		? value
		: undefined,
);

/** `321.98256`: an amount that isn't negative. */
export const amount: Read<Fraction> = leaf(value =>
	typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? parseDecimal(value) : undefined,
);

export const choice = <T extends string>(choices: readonly T[]): Read<T> =>
	leaf(value => choices.find(each => each === value));

export const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null where it is null or missing. */
export const optional =
	<T>(read: Read<T>): Read<T | null> =>
	(value, path, complain) =>
		value === undefined || value === null ? null : read(value, path, complain);

export const listOf =
	<T>(read: Read<T>): Read<readonly T[]> =>
	(value, path, complain) => {
		if (!Array.isArray(value)) {
			complain(path);
			return undefined;
		}
		const items = value.map((item: unknown, index) => read(item, `${path}[${index}]`, complain));
		const known = items.flatMap(item => (item === undefined ? [] : [item]));
		return known.length === items.length ? known : undefined;
	};

type Shape = Readonly<Record<string, Read<unknown>>>;
type Fields<S extends Shape> = {
	readonly [K in keyof S]: S[K] extends Read<infer T> ? T : never;
};

/** These fields; others don't matter. */
export const record =
	<S extends Shape>(shape: S): Read<Fields<S>> =>
	(value, path, complain) => {
		if (!isTree(value)) {
			complain(path);
			return undefined;
		}
		const entries = Object.entries(shape).map(([name, read]) => {
			const own = Object.hasOwn(value, name) ? value[name] : undefined;
			return [name, read(own, path === '' ? name : `${path}.${name}`, complain)] as const;
		});
		return entries.some(([, field]) => field === undefined)
			? undefined
			: (Object.fromEntries(entries) as Fields<S>);
	};
