import {describe, expect, test} from 'vitest';
import {report} from '../../source/domain/rules/rules.ts';
import {fails, ok, run, type Scene} from '../helpers/memory-world.ts';
import {documentOf} from './document.ts';

describe('a folder of imports that cannot be read', () => {
	const importDiagnostics = [report('import-unreadable', {file: 'prices', reason: 'forbidden'})];

	test('is said once, however many regions are shown', async () => {
		for (const args of [['prices', 'show'], ['prices', 'list'], ['size']]) {
			const {err} = await run(args, {importDiagnostics});
			expect(
				err.match(/The imported prices in prices can't be read/g),
				args.join(' '),
			).toHaveLength(1);
		}
	});
});

describe('prices list', () => {
	test('shows what passes the filter, in the order that was asked for', async () => {
		const out = await ok('prices list --family c6,c7 --size large --sort price');
		expect(out).toMatchInlineSnapshot(`
			"Prices in cn-hangzhou
			  Type          Family  vCPU  GiB  GPU  ¥/h on demand  ¥/h spot  spot/od  zones  as of
			  ecs.c6.large  c6         2    4    –         0.3900         –        –      0  2024-12-30
			  ecs.c7.large  c7         2    4    –         0.4077    0.0780   19.1 %      4  2024-10-09
			"
		`);
	});

	test('is a document whose first list is the types', async () => {
		const out = await ok('prices list --family c7 --vcpu 2 -o json');
		expect(out.indexOf('[')).toBe(out.indexOf('"types": [') + '"types": '.length);
		expect(
			await documentOf('prices list --family c7 --vcpu 2'.split(' '), 'PriceList'),
		).toMatchObject({
			region: 'cn-hangzhou',
			currency: 'CNY',
			matching: 1,
			types: [
				{
					type: 'ecs.c7.large',
					family: 'c7',
					vcpu: 2,
					memoryGiB: 4,
					gpu: 0,
					onDemand: {currency: 'CNY', perHour: '0.407699', asOf: '2024-12-30'},
					subscription: null,
					advice: [],
				},
			],
			diagnostics: [{rule: 'prices-old', severity: 'warning'}],
		});
	});

	test('is raw numbers in CSV', async () => {
		const out = await ok('prices list --family c6 --size xlarge -o csv');
		expect(out).toBe(
			'type,family,vcpu,memoryGiB,gpu,onDemand,spot,spotPercent,zones,asOf,change,source,spotSource\n' +
				'ecs.c6.xlarge,c6,4,8,0,0.78,,,0,2024-12-30,,"Alibaba Cloud list prices (Linux, VPC, instance only), collected by github.com/cloudpilot-ai",\n',
		);
	});

	test('says in CSV where each of the two prices comes from', async () => {
		const files = {
			'spot.csv':
				'region,zone,type,spot,currency\ncn-hangzhou,cn-hangzhou-h,ecs.c6.xlarge,0.1,CNY\n',
		};
		const out = await ok('prices list --family c6 --size xlarge --prices spot.csv -o csv', {files});
		expect(out.split('\n')[1]).toMatch(/^ecs\.c6\.xlarge,.*,"Alibaba Cloud list .*",spot\.csv$/);
		const shipped = await ok('prices list --family c7 --size large -o csv');
		expect(shipped.split('\n')[1]?.match(/"Alibaba Cloud list prices/g)).toHaveLength(2);
	});

	test('says which prices are known in the other currency only', async () => {
		const line = 'prices list --family c7 --size large,xlarge --currency USD'.split(' ');
		expect((await run([...line, '--quiet'], {columns: 1000})).err).toBe('');
		const {err} = await run(line, {columns: 1000});
		expect(err).toBe(
			'note: Prices of ecs.c7.large and ecs.c7.xlarge are known in CNY only, so none is shown in USD. Use --currency CNY, or convert them, such as by --fx 7.1.\n',
		);
		expect((await run([...line, '--fx', '8'])).err).not.toContain('known in CNY only, so');
		expect((await run(line.slice(0, -2))).err).not.toContain('known in');
	});

	test('says how many it left out', async () => {
		const {out, err} = await run(['prices', 'list', '--limit', '2', '-o', 'csv']);
		expect(out.trimEnd().split('\n')).toHaveLength(3);
		expect(err).toContain('2 of 490 types');
	});

	test('says that nothing passes', async () => {
		expect(await ok('prices list --vcpu 1000 --lang zh-CN')).toContain('没有符合条件的规格。');
	});

	test('shows own terms in place of the list', async () => {
		const line =
			'prices list --family c6 --size large,xlarge --discount 50% --price ecs.c6.large=0.11';
		expect(await documentOf(line.split(' '), 'PriceList')).toMatchObject({
			types: [
				{
					onDemand: {
						perHour: '0.11',
						asOf: null,
						source: 'own prices',
						change: 'own',
						listPerHour: '0.39',
					},
				},
				{onDemand: {perHour: '0.39', asOf: '2024-12-30', change: 'discount', listPerHour: '0.78'}},
			],
			diagnostics: [
				{rule: 'own-terms', severity: 'info'},
				{rule: 'prices-old', severity: 'warning'},
			],
			prices: {asOf: '2024-12-30', source: expect.stringMatching(/; own prices$/)},
		});
	});

	test('says that a discount or an exchange rate changed what it shows', async () => {
		const line = 'prices list --family c7 --size large -o csv'.split(' ');
		const discounted = await run([...line, '--discount', '50%']);
		expect(discounted.err).toContain('50 % off pay-as-you-go list prices');
		expect(discounted.out).toMatch(
			/^type,.*,change,source,spotSource\n.*,discount,"?Alibaba Cloud/,
		);
		const converted = await run([...line, '--currency', 'USD', '--fx', '8']);
		expect(converted.err).toContain('converted to USD at 8 yuan a dollar');
		expect(converted.out).toContain(',converted,');
		expect((await ok(line)).split('\n')[1]).toContain(',2024-10-09,,');
	});

	test('names the file that it shows prices of', async () => {
		const files = {'one.csv': 'region,type,onDemand\ncn-hangzhou,ecs.c6.large,0.10\n'};
		const line = 'prices list --family c6 --size large --prices one.csv'.split(' ');
		const ended = await run([...line, '-o', 'json', '--quiet'], {files});
		expect(JSON.parse(ended.out).prices).toEqual({
			asOf: JSON.parse(ended.out).types[0].onDemand.asOf,
			source: 'one.csv',
		});
	});

	test('with a discount is never imported as a price list', async () => {
		const line = 'prices list --family c7 --size large --discount 50%'.split(' ');
		const files = {'list.json': await ok([...line, '-o', 'json'])};
		// One price on demand; the quotes of four zones are the market's.
		expect(
			await documentOf(['prices', 'import', 'list.json'], 'PriceImport', {files}),
		).toMatchObject({left: 1, leftByReason: [{reason: 'own-terms', prices: 1}]});
		const size = [
			'size',
			'--use-specs',
			'ecs.c7.large',
			'--discount',
			'50%',
			'--prices',
			'list.json',
		];
		// 0.407699 ÷ 2
		expect(await documentOf(size, 'Sizing', {files})).toMatchObject({
			price: {perHour: '0.2038495'},
		});
	});

	test.each([
		[
			'prices list --family c6ee',
			'error: --family: ECI has no instance family "c6ee". You probably mean c6e.',
		],
		[
			'prices list --vcpu two',
			'error: --vcpu: "two" isn\'t a range. Use a number such as 2, or a range such as 2-8, 4- (at least) or -8 (at most).',
		],
		[
			'prices list --limit many',
			'error: --limit: "many" isn\'t a whole number. Use a whole number from 0 to 999999.',
		],
	])('%s', async (line, said) => {
		const ended = await run(line.split(' '), {columns: 1000});
		expect([ended.code, ended.out, ended.err.split('\n')[0]]).toEqual([2, '', said]);
	});
});

describe('prices show', () => {
	test('names the sources of one region, their age and what counts', async () => {
		expect(await ok('prices show --region cn-hangzhou')).toMatchInlineSnapshot(`
			"Sources
			  Prices  Oldest      Newest           Age  Source
			     892  2024-10-09  2024-12-30  775 days  Alibaba Cloud list prices (Linux, VPC, instance only), collected by github.…
			       1  –           –                  –  Alibaba Cloud, ECI实例概述

			By region
			  Region       Types  On demand  Spot  Zones  Advice  Monthly  Imported
			  cn-hangzhou    490        490   115      7       –        –         –

			Imports
			  Nothing is imported: eci-plan prices import FILE adds a price list.

			  What counts  own prices and discount, then imports, then the shipped list; of two prices the newer one
			"
		`);
	});

	test('lists recorded spot prices with their days and sources, and warns of old ones', async () => {
		const csv = (rows: string) => `zone,type,spot,currency,asOf\n${rows}\n`;
		const files = {
			'a.csv': csv(
				'cn-hangzhou-h,ecs.c6.large,0.05,CNY,2018-12-01\ncn-hangzhou-i,ecs.c6.large,0.05,CNY,2018-12-03',
			),
			'b.csv': csv('cn-hangzhou-h,ecs.c6.large,0.05,CNY,2026-11-20'),
		};
		const first = await run(['prices', 'import', 'a.csv'], {files});
		const {imported} = await run(['prices', 'import', 'b.csv'], {files, imported: first.imported});
		const line = ['prices', 'show', '--region', 'cn-hangzhou'];
		expect(await documentOf(line, 'PriceSources', {imported})).toMatchObject({
			series: [
				{series: 1, oldest: '2018-12-01', newest: '2026-11-20', sources: ['a.csv', 'b.csv']},
				{series: 1, oldest: '2018-12-03', newest: '2018-12-03', sources: ['a.csv']},
			],
		});
		const {out, err} = await run(line, {imported});
		expect(out).toContain('Recorded spot prices');
		expect(err).toContain('2018-12-01');
	});

	test('counts every region where none is named', async () => {
		await documentOf(['prices', 'show'], 'PriceSources');
		const rows = (await ok('prices show -o csv')).trimEnd().split('\n').slice(1);
		expect(rows).toHaveLength(27);
		const types = rows.map(row => Number(row.split(',')[1]));
		expect(types.reduce((sum, count) => sum + count, 0)).toBe(7980);
	});
});

describe('a price file for one command', () => {
	const CSV = 'region,type,onDemand,currency,asOf\ncn-hangzhou,ecs.c6.large,0.10,CNY,2001-02-03\n';
	const files = {'one.csv': CSV};

	test('counts before newer prices', async () => {
		const line = 'size --use-specs ecs.c6.large --prices one.csv'.split(' ');
		expect(await documentOf(line, 'Sizing', {files})).toMatchObject({
			price: {perHour: '0.1'},
			prices: {asOf: '2001-02-03', source: expect.stringMatching(/^one\.csv;/)},
		});
	});
});

test('a row of a price file with two faulty prices is one row', async () => {
	const rows = 'region,zone,type,onDemand,spot\ncn-hangzhou,cn-hangzhou-h,ecs.c6.large,x,y\n';
	const {err} = await run(['prices', 'list', '--family=c6', '--prices=a.csv'], {
		files: {'a.csv': rows},
	});
	expect(err.replaceAll(/\s+/g, ' ')).toContain("a.csv has 1 row that can't be read");
});

test('an own price in the other currency is left out of a list, with a warning', async () => {
	const line = ['prices', 'list', '--family=c6', '--size=large', '--currency=USD'];
	const {out, err} = await run([...line, '--price=ecs.c6.large=0.35', '-o', 'csv'], {
		columns: 1000,
	});
	expect(out).not.toContain('0.35');
	expect(err).toContain(
		"--price: Your own price of ecs.c6.large is in CNY, so it doesn't count in USD.",
	);
	const converted = await run([...line, '--price=ecs.c6.large=0.35', '--fx=7', '-o', 'csv']);
	// 0.35 ÷ 7
	expect(converted.out).toContain(',0.05,');
	expect(converted.err).not.toContain("doesn't count");
});

describe('own terms', () => {
	const LINE = ['size', '--use-specs', 'ecs.c6.large'];
	const priceOf = async (scene: Scene, ...more: string[]) =>
		(await documentOf([...LINE, ...more], 'Sizing', scene))['price'];

	test('are kept in the settings, and a flag beats them', async () => {
		const defaults = {price: 'ecs.c6.large=0.35', discount: '10%'};
		expect(await priceOf({defaults})).toMatchObject({perHour: '0.35'});
		expect(await priceOf({defaults}, '--price', 'ecs.c6.large=0.3')).toMatchObject({
			perHour: '0.3',
		});
	});

	test('have environment twins', async () => {
		expect(await priceOf({env: {ECI_PLAN_DISCOUNT: '10%'}})).toMatchObject({perHour: '0.351'});
		expect(await priceOf({env: {ECI_PLAN_CURRENCY: 'USD', ECI_PLAN_FX: '7.8'}})).toMatchObject({
			currency: 'USD',
			perHour: '0.05',
		});
	});

	test('that are wrong name their flag', async () => {
		await fails(
			'size --cpu 2 --memory 4Gi --discount 15',
			2,
			'error: --discount: "15" isn\'t a discount. Use 15%.',
		);
		await fails(
			'size --cpu 2 --memory 4Gi --price ecs.c6.large=0',
			2,
			'error: --price: "0" isn\'t a price an hour of ecs.c6.large. Use a number above 0, such as 0.35 (in CNY) or 0.049USD.',
		);
	});
});
