import {describe, expect, it} from 'vitest';
import {type Catalogue, compact, type TypeSizes} from '../../../scripts/catalogue/compact.ts';
import {readPriceBook} from '../../../source/adapters/price-files.ts';

const meta = {
	onDemandAsOf: "2024-12-30 (73 rows marked 'od0' are 2024-10-09)",
	spotAsOf: '2024-10-09T06:00Z..06:40Z (one sample per zone)',
};

const sizes: TypeSizes = {
	'ecs.c6.large': {vcpu: 2, memGiB: 4, gpu: 0},
	'ecs.c6.xlarge': {vcpu: 4, memGiB: 8, gpu: 0},
	'ecs.c7.large': {vcpu: 2, memGiB: 4, gpu: 0},
	'ecs.c7.xlarge': {vcpu: 4, memGiB: 8, gpu: 0},
	'ecs.g6.large': {vcpu: 2, memGiB: 8, gpu: 0},
	'ecs.gn5-c8g1.2xlarge': {vcpu: 8, memGiB: 60, gpu: 1},
	'ecs.i2ne.xlarge': {vcpu: 4, memGiB: 32, gpu: 0},
	'ecs.r6.large': {vcpu: 2, memGiB: 0, gpu: 0},
};

const catalogue: Catalogue = {
	meta,
	regions: {
		'us-east-1': {
			'ecs.c6.large': {od: 0.5, s: {a: 0.1}},
		},
		'cn-hangzhou': {
			'ecs.gn5-c8g1.2xlarge': {od: 15.39},
			'ecs.c7.large': {od: 0.407698, s: {k: 0.078, b: 0.079}},
			'ecs.c6.large': {od: 0.39, s: {b: 0, i: 0.08}},
			'ecs.c6.xlarge': {od0: 0.78},
			'ecs.c7.xlarge': {od: -1, s: {b: 0.156}},
			'ecs.g6.large': {od: 0},
			'ecs.i2ne.xlarge': {od: 3},
			'ecs.sn1.large': {od: 1},
			'ecs.r6.large': {od: 1},
		},
	},
};

const reversed = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
	Object.fromEntries(Object.entries(record).reverse());

describe('compact', () => {
	const {files, counts} = compact(catalogue, sizes);

	it('writes a type a line, sorted, with what is known of it', () => {
		expect(files.get('prices/cn-hangzhou.json')).toBe(`{
"source":"Alibaba Cloud list prices (Linux, VPC, instance only), collected by github.com/cloudpilot-ai",
"onDemandAsOf":"2024-12-30",
"spotAsOf":"2024-10-09",
"zonePrefix":"cn-hangzhou-",
"types":[
["ecs.c6.large","c6",2,4,0,"0.39",["i","0.08"]],
["ecs.c6.xlarge","c6",4,8,0,["0.78","2024-10-09"]],
["ecs.c7.large","c7",2,4,0,"0.407698",["b","0.079","k","0.078"]],
["ecs.c7.xlarge","c7",4,8,0,null,["b","0.156"]],
["ecs.gn5-c8g1.2xlarge","gn5",8,60,1,"15.39"]
]}
`);
	});

	it('lists the regions', () => {
		expect(files.get('regions.json')).toBe(`{
"regions":[
["cn-hangzhou",5,3],
["us-east-1",1,1]
]}
`);
	});

	it('counts what it leaves out, and why', () => {
		expect(counts.get('cn-hangzhou')).toEqual({
			kept: 5,
			otherFamily: 1,
			sizeUnknown: 2,
			noPrice: 1,
			priceNotPositive: 3,
		});
	});

	it('states the change beside the licences', () => {
		const notice = files.get('NOTICE') ?? '';
		expect(notice).toContain('10 rows (one instance type in one region) 6 were kept');
		expect(notice).toMatch(/Apache License 2\.0[\s\S]*MIT/);
	});

	it('gives the same bytes whatever the order of the source', () => {
		const shuffled = {
			meta,
			regions: reversed(
				Object.fromEntries(
					Object.entries(catalogue.regions).map(([region, types]) => [region, reversed(types)]),
				),
			),
		};
		const again = compact(shuffled, reversed(sizes));
		expect([...again.files]).toEqual([...files]);
	});

	it('reads back', async () => {
		const book = await readPriceBook('us-east-1', 'CNY', async path => files.get(path) ?? '');
		expect(book.ok && book.value.types.get('ecs.c6.large')?.spot[0]?.zone).toBe('us-east-1a');
	});

	it('refuses a price that prints with an exponent', () => {
		const tiny = {meta, regions: {x: {'ecs.c6.large': {od: 1e-7}}}};
		expect(() => compact(tiny, sizes)).toThrow('no plain decimal');
	});

	it('refuses a catalogue without its dates', () => {
		const undated = {meta: {...meta, spotAsOf: 'lately'}, regions: {}};
		expect(() => compact(undated, sizes)).toThrow('does not state its dates');
	});
});
