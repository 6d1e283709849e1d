import {API_VERSION} from '../domain/input/plan-input.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';

export const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

export const string: JsonObject = {type: 'string'};
export const number: JsonObject = {type: 'number'};
export const count: JsonObject = {type: 'integer', minimum: 0};
export const boolean: JsonObject = {type: 'boolean'};
export const decimal: JsonObject = {type: 'string', pattern: '^-?\\d+(\\.\\d+)?$'};
export const currency: JsonObject = {enum: ['CNY', 'USD']};

export const nullable = (schema: JsonObject): JsonObject => ({anyOf: [schema, {type: 'null'}]});
export const listOf = (items: JsonObject): JsonObject => ({type: 'array', items});

/** An object with all of these keys; `path` and other optional ones are named apart. */
export const closed = (
	properties: Readonly<Record<string, JsonObject>>,
	optional: Readonly<Record<string, JsonObject>> = {},
): JsonObject => ({
	type: 'object',
	properties: {...properties, ...optional},
	required: Object.keys(properties),
	additionalProperties: false,
});

export const diagnostics = listOf(
	closed(
		{rule: string, severity: {enum: ['error', 'warning', 'info']}, message: string, hint: string},
		{path: string, file: string, line: number, column: number},
	),
);
export const prices = closed({asOf: nullable(string), source: string});
export const amounts = {vcpu: number, memoryGiB: number};
export const price = closed({currency, perSecond: decimal, perHour: decimal, perMonth: decimal});

export const document = (
	kind: string,
	properties: Readonly<Record<string, JsonObject>>,
): JsonObject => ({
	$schema: DRAFT,
	title: kind,
	...closed({
		apiVersion: {const: API_VERSION},
		kind: {const: kind},
		...properties,
		diagnostics: properties['diagnostics'] ?? diagnostics,
	}),
});
