/**
 * Shapes of documents as data: one value gives the TypeScript type (`Infer`), the JSON Schema
 * (`json-schema.ts`) and the check of what a person wrote (`check.ts`).
 */
export type Shape =
	| TextShape
	| ChoiceShape
	| WholeShape
	| NumberShape
	| FlagShape
	| AnyListShape
	| MapShape
	| NumbersShape
	| ObjectShape;

type Described = {readonly description?: string};

/**
 * A string; with `number: true` a number is taken as well and kept as its text. A number that lacks its
 * unit is taken only so far that the message can name the unit: the JSON Schema has none.
 */
export type TextShape = Described & {
	readonly type: 'text';
	readonly number: boolean;
	readonly unit?: true;
	readonly examples?: readonly string[];
};
export type ChoiceShape<V extends string = string> = Described & {
	readonly type: 'choice';
	readonly values: readonly V[];
};
export type WholeShape = Described & {
	readonly type: 'whole';
	readonly minimum: number;
	readonly maximum: number;
};
/** `open` names the end of the range that is outside of it. */
export type NumberShape = Described & {
	readonly type: 'number';
	readonly minimum: number;
	readonly maximum: number;
	readonly open?: 'minimum' | 'maximum';
};
export type FlagShape = Described & {readonly type: 'flag'};
interface AnyListShape {
	readonly type: 'list';
	readonly description?: string;
	readonly item: Shape;
	readonly maximum: number;
}
export type ListShape<S extends Shape = Shape> = AnyListShape & {readonly item: S};
export type MapShape = Described & {readonly type: 'map'; readonly maximum: number};
/** Numbers by name. */
export type NumbersShape = Described & {
	readonly type: 'numbers';
	readonly item: NumberShape;
	readonly maximum: number;
};
export type Fields = {readonly [name: string]: Shape};
export type ObjectShape<F extends Fields = Fields> = Described & {
	readonly type: 'object';
	readonly fields: F;
};

/** The value a shape describes; every field of an object may be left out. */
export type Infer<S extends Shape> = S extends TextShape
	? string
	: S extends ChoiceShape<infer V>
		? V
		: S extends WholeShape | NumberShape
			? number
			: S extends FlagShape
				? boolean
				: S extends {readonly type: 'list'; readonly item: infer I extends Shape}
					? readonly Infer<I>[]
					: S extends MapShape
						? Readonly<Record<string, string>>
						: S extends NumbersShape
							? Readonly<Record<string, number>>
							: S extends ObjectShape<infer F>
								? {readonly [K in keyof F]?: Infer<F[K]>}
								: never;

export const text = (description: string, ...examples: string[]): TextShape => ({
	type: 'text',
	number: false,
	description,
	...(examples.length > 0 && {examples}),
});

/** Text for which people write numbers too: `cpu: 2`, `priceLimit: 0.25`. */
export const scalar = (description: string, ...examples: string[]): TextShape => ({
	...text(description, ...examples),
	number: true,
});

/** Text that begins with a number and needs a unit behind it: `3Gi`, `15%`. */
export const measure = (description: string, ...examples: string[]): TextShape => ({
	...scalar(description, ...examples),
	unit: true,
});

export const choice = <const V extends string>(
	values: readonly V[],
	description: string,
): ChoiceShape<V> => ({type: 'choice', values, description});

export const whole = (minimum: number, maximum: number, description: string): WholeShape => ({
	type: 'whole',
	minimum,
	maximum,
	description,
});

export const number = (
	minimum: number,
	maximum: number,
	description: string,
	open?: 'minimum' | 'maximum',
): NumberShape => ({type: 'number', minimum, maximum, description, ...(open && {open})});

export const flag = (description: string): FlagShape => ({type: 'flag', description});

export const list = <S extends Shape>(
	item: S,
	maximum: number,
	description: string,
): ListShape<S> => ({
	type: 'list',
	item,
	maximum,
	description,
});

export const map = (maximum: number, description: string): MapShape => ({
	type: 'map',
	maximum,
	description,
});

export const numbers = (item: NumberShape, maximum: number, description: string): NumbersShape => ({
	type: 'numbers',
	item,
	maximum,
	description,
});

export const object = <const F extends Fields>(fields: F, description: string): ObjectShape<F> => ({
	type: 'object',
	fields,
	description,
});
