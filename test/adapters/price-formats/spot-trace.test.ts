import {describe, expect, test} from 'vitest';
import {traceName} from '../../../source/adapters/price-formats/spot-trace.ts';
import {brokenOf, problemOf, recordsOf, rightly} from '../../helpers/read-prices.ts';

const NAME = 'ecs.c5.large_cn-hangzhou_cn-hangzhou-b.csv';
/** The three lines that the page of the traces shows. */
const TRACE = `OriginPrice,SpotPrice,TimeInSeconds,Timestamp
0.786,0.142,28860002,12/01/2018 0:40
0.786,0.145,28874702,12/01/2018 4:45
0.786,0.142,28889403,12/01/2018 8:50
`;

describe('the name of a trace', () => {
	test.each([
		['ecs.c5.large_cn-hangzhou_cn-hangzhou-b.csv', 'ecs.c5.large', 'cn-hangzhou-b'],
		['ecs.c5.large__cn-hangzhou-b.csv', 'ecs.c5.large', 'cn-hangzhou-b'],
		['cn-hangzhou_cn-hangzhou-b_ecs.c5.large.csv', 'ecs.c5.large', 'cn-hangzhou-b'],
		['cn-hangzhou-b ecs.c5.large.csv', 'ecs.c5.large', 'cn-hangzhou-b'],
		['ecs.c5.large-cn-hangzhou-cn-hangzhou-b.csv', 'ecs.c5.large', 'cn-hangzhou-b'],
		['cn-hangzhou-b.ecs.c5.large.csv', 'ecs.c5.large', 'cn-hangzhou-b'],
		['cn-hangzhou-ecs.c5.large-b.csv', 'ecs.c5.large', 'cn-hangzhou-b'],
		['ecs.c5.large_cn-hangzhou_b.CSV', 'ecs.c5.large', 'cn-hangzhou-b'],
		['us-east-1_a_ecs.sn1ne.2xlarge.csv', 'ecs.sn1ne.2xlarge', 'us-east-1a'],
		['us-east-1a,ecs.gn6i-c4g1.xlarge.csv', 'ecs.gn6i-c4g1.xlarge', 'us-east-1a'],
		['ecs.gn6i-c4g1.xlarge-us-east-1-us-east-1a.csv', 'ecs.gn6i-c4g1.xlarge', 'us-east-1a'],
		['c5.large_cn-hangzhou-b.csv', 'ecs.c5.large', 'cn-hangzhou-b'],
		['ECS.C5.LARGE_CN-HANGZHOU-B', 'ecs.c5.large', 'cn-hangzhou-b'],
		['trace (ecs.c5.large) (cn-wuhan-lr-a).csv', 'ecs.c5.large', 'cn-wuhan-lr-a'],
	])('%s', (name, type, zone) => {
		const region = zone.replace(/-?[a-z]$/, '');
		expect(traceName(name)).toEqual({type, region, zone});
	});

	test.each([
		'trace.csv',
		'ecs.c5.large.csv',
		'cn-hangzhou-b.csv',
		'ecs.c5.large_cn-hangzhou.csv',
		'-',
		'',
	])('%j says too little', name => {
		expect(traceName(name)).toBeNull();
	});
});

describe('a trace', () => {
	test('has the prices of one type in one zone from a moment on', async () => {
		const found = await rightly(NAME, TRACE);
		expect(found).toMatchObject({format: 'spot-trace', assumed: ['currency']});
		const spot = {
			kind: 'spot',
			type: 'ecs.c5.large',
			region: 'cn-hangzhou',
			zone: 'cn-hangzhou-b',
			currency: 'CNY',
			list: '0.786',
		};
		expect(recordsOf(found)).toEqual([
			{...spot, price: '0.142', at: Date.UTC(2018, 11, 1, 0, 40) / 1000},
			{...spot, price: '0.145', at: Date.UTC(2018, 11, 1, 4, 45) / 1000},
			{...spot, price: '0.142', at: Date.UTC(2018, 11, 1, 8, 50) / 1000},
		]);
	});

	test.each([
		['2018-12-01T00:40:02Z', '28860002', Date.UTC(2018, 11, 1, 0, 40, 2)],
		['12/01/2018', '', Date.UTC(2018, 11, 1)],
		['', '28860002', Date.UTC(2018, 11, 1, 0, 40, 2)],
		['', '1543624802', Date.UTC(2018, 11, 1, 0, 40, 2)],
	])('of the time %j, %j', async (timestamp, seconds, at) => {
		const found = await rightly(
			NAME,
			`SpotPrice,TimeInSeconds,Timestamp\n0.1,${seconds},${timestamp}`,
		);
		expect(recordsOf(found)).toMatchObject([{at: at / 1000}]);
	});

	test('names the line that can not be read', async () => {
		const found = await rightly(
			NAME,
			`${TRACE}0.786,,28889403,12/01/2018 8:50\n0.786,0.1,,\n0.786,0.1,1.5,\n0.786,0.1,-5,\n0.786,0.1,1,13/13/2018 0:00\n`,
		);
		expect(recordsOf(found)).toHaveLength(3);
		expect(brokenOf(found)).toEqual([
			'5: field-missing SpotPrice',
			'6: field-missing TimeInSeconds',
			'7: date-invalid TimeInSeconds',
			'8: date-invalid TimeInSeconds',
			'9: date-invalid Timestamp',
		]);
	});

	test('without a name that tells is refused', async () => {
		expect(await problemOf('trace.csv', TRACE)).toEqual([
			2,
			'import-trace-name',
			{file: 'trace.csv'},
		]);
		expect(await problemOf('-', TRACE)).toEqual([2, 'import-trace-name', {file: '-'}]);
	});
});
