import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {ok} from '../helpers/memory-world.ts';
import {documentOf, parseDocument} from './document.ts';

const KINDS = [
	'PlanInput',
	'Market',
	'Sizing',
	'Chain',
	'Quote',
	'Simulation',
	'SimulationShard',
	'Plan',
	'Diff',
	'PresetList',
	'PriceList',
	'PriceSources',
	'PriceRefresh',
	'PriceImport',
	'LintReport',
	'SchemaList',
	'RuleList',
	'Rule',
	'Settings',
];

describe('schema', () => {
	test('lists the kinds', async () => {
		expect(await ok('schema')).toBe(`${KINDS.join('\n')}\n`);
	});

	test('lists them as a document where that is asked for', async () => {
		expect(await documentOf(['schema'], 'SchemaList')).toMatchObject({kinds: KINDS});
		expect(parse(await ok('schema -o yaml'))).toMatchObject({kind: 'SchemaList', kinds: KINDS});
	});

	test.each(KINDS)('%s is a schema of draft 2020-12 that names itself', async kind => {
		const schema = parseDocument(await ok(['schema', kind]));
		expect(schema).toMatchObject({
			$schema: 'https://json-schema.org/draft/2020-12/schema',
			title: kind,
		});
		const ajv = new Ajv2020({strict: true, allowUnionTypes: true, strictRequired: false});
		expect(ajv.validateSchema(schema)).toBe(true);
		expect(() => ajv.compile(schema)).not.toThrow();
	});

	test('is YAML where that is asked for', async () => {
		expect(parse(await ok('schema PlanInput -o yaml'))).toEqual(
			JSON.parse(await ok('schema PlanInput')),
		);
	});

	test('takes what people write in a plan, and refuses what they mistype', async () => {
		const ajv = new Ajv2020({strict: true});
		const takes = ajv.compile(parseDocument(await ok('schema PlanInput')));
		expect(takes({cpu: 2, memory: '3Gi', ruleset: 2020})).toBe(true);
		expect(takes({worklod: {}})).toBe(false);
		// A bare number of memory has no unit, and a discount is a share in per cent.
		for (const refused of [{memory: 3}, {pricing: {discount: 15}}])
			expect(takes(refused)).toBe(false);
		expect(takes({workload: {replicas: -1}})).toBe(false);
	});
});
