import {describe, expect, it} from 'vitest';
import {jsonSchemaOf} from '../../../source/domain/schema/json-schema.ts';
import {
	choice,
	flag,
	list,
	map,
	measure,
	object,
	scalar,
	text,
	whole,
} from '../../../source/domain/schema/shape.ts';

describe('the JSON Schema of', () => {
	it.each([
		[text('A name', 'web'), {type: 'string', examples: ['web'], description: 'A name'}],
		[text('A name'), {type: 'string', description: 'A name'}],
		[
			scalar('vCPU', '2'),
			{anyOf: [{type: 'string'}, {type: 'number'}], examples: ['2'], description: 'vCPU'},
		],
		[measure('Memory', '3Gi'), {type: 'string', examples: ['3Gi'], description: 'Memory'}],
		// An unquoted 2020 in YAML is a number.
		[choice(['2020', 'now'], 'Rules'), {enum: ['2020', 2020, 'now'], description: 'Rules'}],
		[whole(1, 5, 'Some'), {type: 'integer', minimum: 1, maximum: 5, description: 'Some'}],
		[flag('On'), {type: 'boolean', description: 'On'}],
		[
			list(flag('On'), 3, 'Several'),
			{
				type: 'array',
				items: {type: 'boolean', description: 'On'},
				maxItems: 3,
				description: 'Several',
			},
		],
		[
			map(9, 'Labels'),
			{
				type: 'object',
				additionalProperties: {type: 'string'},
				maxProperties: 9,
				description: 'Labels',
			},
		],
		[
			object({on: flag('On')}, 'All'),
			{
				type: 'object',
				properties: {on: {type: 'boolean', description: 'On'}},
				additionalProperties: false,
				description: 'All',
			},
		],
	])('%j is that of its shape', (shape, schema) => {
		expect(jsonSchemaOf(shape)).toEqual(schema);
	});
});
