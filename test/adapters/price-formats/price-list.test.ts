import {describe, expect, test} from 'vitest';
import {brokenOf, recordsOf, rightly, unusedOf} from '../../helpers/read-prices.ts';

const HEADER = 'region,zone,type,onDemand,spot,currency,asOf';
const DAY = Date.UTC(2026, 10, 1) / 1000;

const onDemand = {
	kind: 'on-demand',
	region: 'cn-hangzhou',
	type: 'ecs.c6.large',
	currency: 'CNY',
	price: '0.39',
	asOf: '2026-11-01',
};
const spot = {
	kind: 'spot',
	region: 'cn-hangzhou',
	zone: 'cn-hangzhou-h',
	type: 'ecs.c6.large',
	currency: 'CNY',
	price: '0.039',
	at: DAY,
};

const ROW = 'cn-hangzhou,cn-hangzhou-h,ecs.c6.large,0.39,0.039,CNY,2026-11-01';

describe('our own list as CSV', () => {
	test.each([
		['lines', `${HEADER}\n${ROW}\n`],
		['no line end at the end', `${HEADER}\n${ROW}`],
		['CRLF', `${HEADER}\r\n${ROW}\r\n`],
		['a byte order mark', `\ufeff${HEADER}\n${ROW}\n`],
		['empty lines', `\n${HEADER}\n\n${ROW}\n\n`],
		[
			'quotes',
			`"region","zone","type","onDemand","spot","currency","asOf"\n"${ROW.replaceAll(',', '","')}"`,
		],
		['blanks', `${HEADER}\n${ROW.replaceAll(',', ' , ')}`],
		['semicolons', `${HEADER}\n${ROW}`.replaceAll(',', ';')],
		['tabs', `${HEADER}\n${ROW}`.replaceAll(',', '\t')],
		['other names', `Region,Zone_ID,Instance Type,on_demand,SPOT,Currency,as-of\n${ROW}`],
		['further columns', `note,${HEADER}\nhello,${ROW}`],
		['a moment', `${HEADER}\n${ROW.replace('2026-11-01', '2026-11-01T00:00:00Z')}`],
	])('with %s', async (_name, content) => {
		const found = await rightly('prices.csv', content);
		expect(found).toMatchObject({format: 'price-list', assumed: []});
		expect(recordsOf(found)).toEqual([onDemand, spot]);
		expect(found.items).toHaveLength(2);
	});

	test('may leave out what is said elsewhere', async () => {
		const found = await rightly(
			'prices.csv',
			'type,onDemand,zone\necs.c6.large,0.39,cn-hangzhou-h',
			{
				changedOn: '2026-11-01',
			},
		);
		expect(recordsOf(found)).toEqual([onDemand]);
		expect(found.assumed).toEqual(['currency', 'date']);
	});

	test('names the line of each price that is none', async () => {
		const found = await rightly(
			'prices.csv',
			[
				HEADER,
				'cn-hangzhou,,ecs.c6.large,0,,CNY,2026-11-01',
				'cn-hangzhou,cn-hangzhou-h,ecs.c6.large,-1,NaN,CNY,2026-11-01',
				'',
				'cn-hangzhou,,ecs.c6.large,,0.1,CNY,2026-11-01',
				',,ecs.c6.large,0.39,,CNY,2026-11-01',
				'cn-hangzhou,,,0.39,,CNY,2026-11-01',
				'cn-hangzhou,,ecs.c6.large,0.39,,EUR,2026-11-01',
				'cn-hangzhou,,ecs.c6.large,0.39,,CNY,2026-11-31',
				'cn-hangzhou,,ecs.c6.large,0.39,,CNY,2027-11-01',
				'cn-hangzhou,,ecs.c6.large,,,CNY,2026-11-01',
				`cn-hangzhou,,ecs.${'c'.repeat(200)}.large,0.39,,CNY,2026-11-01`,
				'cn-hangzhou,,ecs.c6.large,0.39,,CNY,2026-11-01,too,many',
				'cn-hangzhou,,ecs.c6.large,0.39',
				'cn-hangzhou,cn-beijing-a,ecs.c6.large,0.39,0.039,CNY,2026-11-01',
			].join('\n'),
			{changedOn: '2026-11-01'},
		);
		expect(brokenOf(found)).toEqual([
			'2: price-invalid onDemand',
			'3: price-invalid onDemand',
			'3: price-invalid spot',
			'5: field-missing zone',
			'6: field-missing region',
			'7: field-missing type',
			'8: field-invalid currency',
			'9: date-invalid asOf',
			'10: date-invalid asOf',
			'12: field-invalid type',
			'13: columns',
			'14: columns',
			'15: zone-elsewhere zone',
			'15: zone-elsewhere zone',
		]);
		expect(unusedOf(found)).toEqual(['no-price 1']);
		expect(recordsOf(found)).toEqual([]);
	});

	test.each([
		['inside of a price', `${HEADER}\n${ROW}\ncn-hangzhou,,ecs.c6.large,0.3`, ['3: columns'], 3],
		['at a line end', `${HEADER}\n${ROW}\n`, [], null],
		['at a carriage return', `${HEADER}\r${ROW}\r`, [], null],
		[
			'in the last column',
			`zone,type,spot\ncn-hangzhou-h,ecs.c6.large,0.0`,
			['2: price-invalid spot'],
			2,
		],
		[
			'in the last column, with a price left',
			`type,zone,spot\necs.c6.large,cn-hangzhou-h,0.03`,
			[],
			2,
		],
		['behind the columns', HEADER, [], null],
	])('cut off %s', async (_name, content, broken, openEnd) => {
		for (const pieces of [1, 1000]) {
			const found = await rightly('prices.csv', content, {pieces, changedOn: '2026-11-01'});
			expect(brokenOf(found)).toEqual(broken);
			expect(found.openEnd).toBe(openEnd);
		}
	});

	test('counts the lines of quoted cells', async () => {
		const found = await rightly(
			'prices.csv',
			`note,${HEADER}\n"two\nlines",${ROW}\n,${ROW.replace('0.39,', 'x,')}\n`,
		);
		expect(recordsOf(found)).toEqual([onDemand, spot, spot]);
		expect(brokenOf(found)).toEqual(['4: price-invalid onDemand']);
	});

	test('takes a quote inside of a cell as it stands', async () => {
		const found = await rightly('prices.csv', `note,${HEADER}\n5" disk,${ROW}\n"a"b,${ROW}\n`);
		expect(recordsOf(found)).toEqual([onDemand, spot, onDemand, spot]);
	});
});

describe('our own list as JSON', () => {
	const row = {
		region: 'cn-hangzhou',
		zone: 'cn-hangzhou-h',
		type: 'ecs.c6.large',
		onDemand: '0.39',
		spot: 0.039,
		currency: 'CNY',
		asOf: '2026-11-01',
	};

	test.each([
		['a list', JSON.stringify([row])],
		['one row', JSON.stringify(row)],
		[
			'a row a line',
			`${JSON.stringify({...row, spot: null})}\n${JSON.stringify({...row, onDemand: ''})}\n`,
		],
	])('%s', async (_name, content) => {
		const found = await rightly('prices.json', content);
		expect(found).toMatchObject({format: 'price-list', assumed: []});
		expect(recordsOf(found)).toEqual([onDemand, spot]);
	});

	test('names the line of each row that is none', async () => {
		const found = await rightly(
			'prices.json',
			`[\n${[
				row,
				5,
				null,
				[row],
				{...row, type: undefined, spot: undefined},
				{},
				{...row, spot: '0', onDemand: {perHour: '1'}},
			]
				.map(each => JSON.stringify(each))
				.join(',\n')}\n]`,
		);
		expect(recordsOf(found)).toEqual([onDemand, spot]);
		expect(brokenOf(found)).toEqual([
			'3: not-an-object',
			'4: not-an-object',
			'5: not-an-object',
			'6: field-missing type',
			'8: price-invalid spot',
		]);
		expect(unusedOf(found)).toEqual(['no-price 1']);
	});
});

describe('the document PriceList', () => {
	const type = {
		type: 'ecs.c6.large',
		family: 'c6',
		vcpu: 2,
		memoryGiB: 4,
		gpu: 0,
		onDemand: {perHour: '0.39', asOf: '2026-11-01'},
		spot: [{zone: 'cn-hangzhou-h', perHour: '0.039', asOf: '2026-11-01'}],
	};
	const list = (...types: readonly unknown[]) =>
		JSON.stringify(
			{
				apiVersion: 'eci-plan/v1',
				kind: 'PriceList',
				region: 'cn-hangzhou',
				currency: 'CNY',
				types,
				diagnostics: [],
			},
			null,
			1,
		);

	test('is what prices list prints', async () => {
		const found = await rightly('list.json', list(type));
		expect(found).toMatchObject({format: 'price-list', assumed: []});
		expect(recordsOf(found)).toEqual([onDemand, spot]);
	});

	test('leaves prices that own terms or an exchange rate made', async () => {
		const [quote] = type.spot;
		const found = await rightly(
			'list.json',
			list({
				...type,
				onDemand: {...type.onDemand, change: 'discount'},
				spot: [
					{...quote, change: null},
					{...quote, change: 'converted'},
				],
			}),
		);
		expect(recordsOf(found)).toEqual([spot]);
		expect(unusedOf(found)).toEqual(['own-terms 1', 'own-terms 1']);
	});

	test('may have types without prices, and broken ones', async () => {
		const found = await rightly(
			'list.json',
			list(
				{...type, onDemand: null, spot: []},
				{...type, onDemand: '0.39', spot: [null]},
				{...type, onDemand: {perHour: '0'}, spot: []},
				{...type, onDemand: null, spot: [{zone: 'cn-beijing-a', perHour: '0.039'}]},
			),
		);
		expect(unusedOf(found)).toEqual(['no-price 1']);
		expect(brokenOf(found).map(each => each.replace(/^\d+: /, ''))).toEqual([
			'not-an-object onDemand',
			'not-an-object spot',
			'price-invalid perHour',
			'zone-elsewhere zone',
		]);
	});
});
