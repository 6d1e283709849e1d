import type {NumberShape, Shape, TextShape} from './shape.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = {readonly [key: string]: Json};

const range = ({minimum, maximum, open}: NumberShape): JsonObject => ({
	...(open === 'minimum' ? {exclusiveMinimum: minimum} : {minimum}),
	...(open === 'maximum' ? {exclusiveMaximum: maximum} : {maximum}),
});

/** Of several types one after the other: a list of them is refused by strict readers of schemas. */
const textType = ({number, unit}: TextShape): JsonObject =>
	number && !unit ? {anyOf: [{type: 'string'}, {type: 'number'}]} : {type: 'string'};

const body = (shape: Shape): JsonObject => {
	switch (shape.type) {
		case 'text':
			return {...textType(shape), ...(shape.examples && {examples: shape.examples})};
		case 'choice':
			// An unquoted 2020 in YAML is a number.
			return {
				enum: shape.values.flatMap(value =>
					/^\d+$/.test(value) ? [value, Number(value)] : [value],
				),
			};
		case 'whole':
			return {type: 'integer', minimum: shape.minimum, maximum: shape.maximum};
		case 'number':
			return {type: 'number', ...range(shape)};
		case 'flag':
			return {type: 'boolean'};
		case 'list':
			return {type: 'array', items: jsonSchemaOf(shape.item), maxItems: shape.maximum};
		case 'map':
			return {
				type: 'object',
				additionalProperties: {type: 'string'},
				maxProperties: shape.maximum,
			};
		case 'numbers':
			return {
				type: 'object',
				additionalProperties: jsonSchemaOf(shape.item),
				maxProperties: shape.maximum,
			};
		case 'object':
			return {
				type: 'object',
				properties: Object.fromEntries(
					Object.entries(shape.fields).map(([name, field]) => [name, jsonSchemaOf(field)]),
				),
				additionalProperties: false,
			};
	}
};

/** The JSON Schema (draft 2020-12) of a shape. */
export const jsonSchemaOf = (shape: Shape): JsonObject => ({
	...body(shape),
	...(shape.description !== undefined && {description: shape.description}),
});
