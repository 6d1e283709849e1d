import {type Fraction, fraction} from '../units/fraction.ts';
import type {Json, JsonObject} from './json-schema.ts';

/** What is wrong with a field of a document that a program wrote. */
export type CodecProblem = 'missing' | 'unknown' | 'value';

export type Complain = (path: string, problem: CodecProblem) => void;

/**
 * One value that writes data as JSON, reads it back and describes what it writes. Reading takes nothing
 * for granted: what doesn't fit is complained about, and undefined.
 */
export type Codec<T> = {
	readonly schema: JsonObject;
	readonly write: (value: T) => Json;
	readonly read: (value: unknown, path: string, complain: Complain) => T | undefined;
};

/** Anything larger is no figure of a plan; its sums and products stay finite. */
const LARGEST = 1e15;
const LONGEST_TEXT = 4000;
const LONGEST_FRACTION = 1000;

/** What a terminal would obey: controls, marks that turn the direction of text, separators, surrogates. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u;

const leaf = <T>(
	schema: JsonObject,
	write: (value: T) => Json,
	parse: (value: unknown) => T | undefined,
): Codec<T> => ({
	schema,
	write,
	read: (value, path, complain) => {
		const parsed = parse(value);
		if (parsed === undefined) complain(path, value === undefined ? 'missing' : 'value');
		return parsed;
	},
});

const isShort = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= LONGEST_TEXT;

/** Text that a terminal prints as it is. */
export const text: Codec<string> = leaf(
	{type: 'string', maxLength: LONGEST_TEXT},
	value => value,
	value => (isShort(value) && !UNSAFE.test(value) ? value : undefined),
);

/** Text that whoever prints it makes safe: names of files. */
export const rawText: Codec<string> = leaf(
	{type: 'string', maxLength: LONGEST_TEXT},
	value => value,
	value => (isShort(value) ? value : undefined),
);

export const boolean: Codec<boolean> = leaf(
	{type: 'boolean'},
	value => value,
	value => (typeof value === 'boolean' ? value : undefined),
);

const isNumber = (value: unknown, minimum: number, maximum: number): value is number =>
	typeof value === 'number' && value >= minimum && value <= maximum;

export const number = (minimum = -LARGEST, maximum = LARGEST): Codec<number> =>
	leaf(
		{type: 'number', minimum, maximum},
		value => value,
		value => (isNumber(value, minimum, maximum) ? value : undefined),
	);

export const whole = (minimum = 0, maximum = LARGEST): Codec<number> =>
	leaf(
		{type: 'integer', minimum, maximum},
		value => value,
		value => (isNumber(value, minimum, maximum) && Number.isInteger(value) ? value : undefined),
	);

export const choice = <const V extends string>(values: readonly V[]): Codec<V> =>
	leaf(
		{enum: values},
		value => value,
		value => values.find(each => each === value),
	);

/** What a document has for others; it isn't looked at. */
export const unread: Codec<Json> = leaf(
	{},
	value => value,
	value => value as Json | undefined,
);

/** Text in which nothing stands but what the pattern allows. */
export const matching = (pattern: RegExp, maxLength: number): Codec<string> =>
	leaf(
		{type: 'string', pattern: pattern.source, maxLength},
		value => value,
		value =>
			typeof value === 'string' && value.length <= maxLength && pattern.test(value)
				? value
				: undefined,
	);

export const nullable = <T>(codec: Codec<T>): Codec<T | null> => ({
	schema: {anyOf: [codec.schema, {type: 'null'}]},
	write: value => (value === null ? null : codec.write(value)),
	read: (value, path, complain) => (value === null ? null : codec.read(value, path, complain)),
});

export const list = <T>(codec: Codec<T>): Codec<readonly T[]> => ({
	schema: {type: 'array', items: codec.schema},
	write: values => values.map(codec.write),
	read: (values, path, complain) => {
		if (!Array.isArray(values)) {
			complain(path, values === undefined ? 'missing' : 'value');
			return undefined;
		}
		const items: T[] = [];
		for (const [index, value] of values.entries()) {
			const item = codec.read(value, `${path}[${index}]`, complain);
			if (item === undefined) return undefined;
			items.push(item);
		}
		return items;
	},
});

export const pair = <A, B>(first: Codec<A>, second: Codec<B>): Codec<readonly [A, B]> => ({
	schema: {type: 'array', prefixItems: [first.schema, second.schema], minItems: 2, maxItems: 2},
	write: ([a, b]) => [first.write(a), second.write(b)],
	read: (value, path, complain) => {
		if (!Array.isArray(value) || value.length !== 2) {
			complain(path, value === undefined ? 'missing' : 'value');
			return undefined;
		}
		const a = first.read(value[0], `${path}[0]`, complain);
		const b = second.read(value[1], `${path}[1]`, complain);
		return a === undefined || b === undefined ? undefined : [a, b];
	},
});

/** Numbers by any name. */
export const numbersByName = (item: Codec<number>): Codec<Readonly<Record<string, number>>> => ({
	schema: {type: 'object', additionalProperties: item.schema},
	write: value => ({...value}),
	read: (value, path, complain) => {
		if (!isObject(value)) {
			complain(path, value === undefined ? 'missing' : 'value');
			return undefined;
		}
		const entries = list(pair(text, item)).read(Object.entries(value), path, complain);
		return entries && Object.fromEntries(entries);
	},
});

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

export type Fields<T> = {readonly [K in keyof T]-?: Codec<T[K]>};

/** An object with all of these fields and no other; whatever an object inherits isn't there. */
export const object = <T extends object>(fields: Fields<T>): Codec<T> => {
	const codecs = Object.entries(fields) as readonly (readonly [string, Codec<unknown>])[];
	return {
		schema: {
			type: 'object',
			properties: Object.fromEntries(codecs.map(([name, {schema}]) => [name, schema])),
			required: codecs.map(([name]) => name),
			additionalProperties: false,
		},
		write: value => {
			const given = new Map<string, unknown>(Object.entries(value));
			return Object.fromEntries(codecs.map(([name, {write}]) => [name, write(given.get(name))]));
		},
		read: (value, path, complain) => {
			if (!isObject(value)) {
				complain(path, value === undefined ? 'missing' : 'value');
				return undefined;
			}
			const given = new Map<string, unknown>(Object.entries(value));
			const stray = [...given.keys()].find(name => codecs.every(([known]) => known !== name));
			if (stray !== undefined) {
				complain(join(path, stray), 'unknown');
				return undefined;
			}
			const entries: (readonly [string, unknown])[] = [];
			for (const [name, {read}] of codecs) {
				const field = read(given.get(name), join(path, name), complain);
				if (field === undefined) return undefined;
				entries.push([name, field]);
			}
			return Object.fromEntries(entries) as T;
		},
	};
};

/** One of several objects, told apart by a field that each of them has. */
export const tagged = <K extends string, T extends {readonly [N in K]: string}>(
	key: K,
	variants: {readonly [V in T[K]]: Codec<Extract<T, {readonly [N in K]: V}>>},
): Codec<T> => {
	const known = new Map<string, Codec<T>>(Object.entries(variants));
	const tags = choice([...known.keys()]);
	return {
		schema: {anyOf: [...known.values()].map(({schema}) => schema)},
		write: value => known.get(value[key])?.write(value) ?? null,
		read: (value, path, complain) => {
			const given = isObject(value) ? new Map(Object.entries(value)).get(key) : undefined;
			const tag = tags.read(given, join(path, key), complain);
			return tag === undefined ? undefined : known.get(tag)?.read(value, path, complain);
		},
	};
};

/** A value that is written in another form. */
export const mapped = <T, W>(
	codec: Codec<W>,
	to: (value: T) => W,
	from: (written: W) => T | undefined,
): Codec<T> => ({
	schema: codec.schema,
	write: value => codec.write(to(value)),
	read: (value, path, complain) => {
		const written = codec.read(value, path, complain);
		if (written === undefined) return undefined;
		const made = from(written);
		if (made === undefined) complain(path, 'value');
		return made;
	},
});

/** A whole number from 0, of any size. */
export const big: Codec<bigint> = mapped(matching(/^\d+$/, LONGEST_FRACTION), String, BigInt);

const fractionOf = (written: string): Fraction => {
	const [top = '0', bottom = '1'] = written.split('/');
	return fraction(BigInt(top), BigInt(bottom));
};

/** `3/4`, in lowest terms. */
export const exact: Codec<Fraction> = mapped(
	matching(/^-?\d+(?:\/[1-9]\d*)?$/, LONGEST_FRACTION),
	({numerator, denominator}) =>
		denominator === 1n ? String(numerator) : `${numerator}/${denominator}`,
	fractionOf,
);
