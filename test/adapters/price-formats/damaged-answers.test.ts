import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {brokenOf, recordsOf, rightly, unusedOf} from '../../helpers/read-prices.ts';

/** A value of a field, and what it is read as: null where it can't be. */
type Value<T> = readonly [written: unknown, read: T | null];

const oneOf = <T>(...values: readonly Value<T>[]) => fc.constantFrom(...values);

const anyZone = oneOf(
	['cn-hangzhou-h', 'cn-hangzhou-h'],
	[' CN-Hangzhou-H ', 'cn-hangzhou-h'],
	['us-east-1a', 'us-east-1a'],
	['nowhere', null],
	['', null],
	[undefined, null],
	[{}, null],
	['x'.repeat(200), null],
);
const anyType = oneOf(
	['ecs.c6.large', 'ecs.c6.large'],
	['', null],
	[null, null],
	[['ecs.c6.large'], null],
);
const anyPrice = oneOf(
	[0.039, '0.039'],
	['0.0390', '0.039'],
	[4.9e-5, '0.000049'],
	[0.30000000000000004, '0.3'],
	[0, null],
	[-1, null],
	['NaN', null],
	[true, null],
	['0x1', null],
	['1e400', null],
	['', null],
);

const REGIONS: Readonly<Record<string, string>> = {
	'cn-hangzhou-h': 'cn-hangzhou',
	'us-east-1a': 'us-east-1',
};

/** A row a line; the first stands in line 2. */
const listed = (rows: readonly unknown[], before: string, behind: string): string =>
	`${before}[\n${rows.map(row => JSON.stringify(row)).join(',\n')}]${behind}`;

/** `2: ` before what is broken in row 0. */
const linesOf = (broken: readonly string[]): readonly number[] =>
	broken.map(text => Number(text.split(':')[0]));

const brokenLines = (records: readonly (object | null)[]): readonly number[] =>
	records.flatMap((record, index) => (record === null ? [index + 2] : []));

const whole = (records: readonly (object | null)[]) => records.filter(record => record !== null);

describe('of rows with damaged fields, the sound ones are taken and the others named by line', () => {
	test('DescribeSpotPriceHistory', async () => {
		const anyRow = fc.record({
			zone: anyZone,
			type: anyType,
			price: anyPrice,
			time: oneOf(
				['2026-11-20T09:00:00Z', Date.UTC(2026, 10, 20, 9) / 1000],
				['2026-02-30T09:00:00Z', null],
				['2099-01-01T00:00:00Z', null],
				['yesterday', null],
				[undefined, null],
			),
			network: fc.constantFrom('vpc', 'classic'),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(anyRow, {maxLength: 8}), async rows => {
				const content = listed(
					rows.map(({zone, type, price, time, network}) => ({
						ZoneId: zone[0],
						InstanceType: type[0],
						SpotPrice: price[0],
						Timestamp: time[0],
						NetworkType: network,
					})),
					'{"Currency":"CNY","SpotPrices":{"SpotPriceType":',
					'}}',
				);
				const expected = rows.map(
					({zone: [, zone], type: [, type], price: [, price], time: [, at]}) =>
						zone === null || type === null || price === null || at === null
							? null
							: {kind: 'spot', zone, region: REGIONS[zone], type, currency: 'CNY', price, at},
				);
				const isVpc = rows.map(({network}) => network === 'vpc');
				const found = await rightly('a.json', content);
				expect(recordsOf(found)).toEqual(whole(expected.filter((_, index) => isVpc[index])));
				expect(linesOf(brokenOf(found))).toEqual(
					brokenLines(expected).filter(line => isVpc[line - 2]),
				);
				expect(unusedOf(found)).toHaveLength(isVpc.filter(is => !is).length);
			}),
			{numRuns: 300},
		);
	});

	test('DescribeSpotAdvice', async () => {
		const anyRow = fc.record({
			type: anyType,
			percent: oneOf([20, 20], ['35', 35], [1, 1], [100, 100], [0, null], [101, null], ['', null]),
			bucket: oneOf(['0-3%', '0-3%'], ['10-100%', '10-100%'], ['often', null], [7, null]),
		});
		await fc.assert(
			fc.asyncProperty(anyZone, fc.array(anyRow, {maxLength: 8}), async ([zoneId, zone], rows) => {
				const content = listed(
					rows.map(({type, percent, bucket}) => ({
						InstanceType: type[0],
						AverageSpotDiscount: percent[0],
						InterruptRateDesc: bucket[0],
					})),
					`{"AvailableSpotZones":{"AvailableSpotZone":[{"ZoneId":${JSON.stringify(zoneId) ?? 'null'},"AvailableSpotResources":{"AvailableSpotResource":`,
					'}}]}}',
				);
				const expected = rows.map(
					({type: [, type], percent: [, percentOfOnDemand], bucket: [, interruption]}) =>
						[zone, type, percentOfOnDemand, interruption].includes(null)
							? null
							: {
									kind: 'advice',
									zone,
									region: REGIONS[zone ?? ''],
									type,
									percentOfOnDemand,
									interruption,
									asOf: '2026-11-23',
								},
				);
				const found = await rightly('a.json', content);
				expect(recordsOf(found)).toEqual(whole(expected));
				expect(linesOf(brokenOf(found))).toEqual(brokenLines(expected));
			}),
			{numRuns: 300},
		);
	});

	test('DescribeContainerGroupPrice', async () => {
		const anyRow = fc.record({zone: anyZone, type: anyType, price: anyPrice});
		await fc.assert(
			fc.asyncProperty(fc.array(anyRow, {maxLength: 8}), async rows => {
				const content = listed(
					rows.map(({zone, type, price}) => ({
						ZoneId: zone[0],
						InstanceType: type[0],
						SpotPrice: price[0],
						OriginPrice: 0.622,
					})),
					'{"PriceInfo":{"Price":{"Currency":"USD","OriginalPrice":0.00012252},"SpotPrices":{"SpotPrice":',
					'}}}',
				);
				const expected = rows.map(({zone: [, zone], type: [, type], price: [, price]}) =>
					zone === null || type === null || price === null
						? null
						: {
								kind: 'spot',
								zone,
								region: REGIONS[zone],
								type,
								currency: 'USD',
								price,
								at: Date.UTC(2026, 10, 23) / 1000,
							},
				);
				const found = await rightly('a.json', content);
				expect(recordsOf(found)).toEqual(whole(expected));
				expect(linesOf(brokenOf(found))).toEqual(brokenLines(expected));
			}),
			{numRuns: 300},
		);
	});

	test('a spot trace', async () => {
		const anyCell = fc.constantFrom<Value<string>>(
			['0.142', '0.142'],
			['0', null],
			['', null],
			['-0.1', null],
			['0.1.2', null],
		);
		const anyRow = fc.record({
			price: anyCell,
			time: fc.constantFrom<Value<number>>(
				['12/01/2018 0:40', Date.UTC(2018, 11, 1, 0, 40) / 1000],
				['2018-12-01T00:40:02Z', Date.UTC(2018, 11, 1, 0, 40, 2) / 1000],
				['13/01/2018 0:40', null],
				['12/01/2018 25:40', null],
				['soon', null],
			),
		});
		const anyEnd = fc.constantFrom('\n', '\r\n');
		await fc.assert(
			fc.asyncProperty(fc.array(anyRow, {maxLength: 8}), anyEnd, async (rows, end) => {
				const lines = rows.map(({price, time}) => `0.786,${price[0]},${time[0]}`);
				const content = ['OriginPrice,SpotPrice,Timestamp', ...lines].join(end);
				const expected = rows.map(({price: [, price], time: [, at]}) =>
					price === null || at === null
						? null
						: {
								kind: 'spot',
								type: 'ecs.c5.large',
								region: 'cn-hangzhou',
								zone: 'cn-hangzhou-b',
								currency: 'CNY',
								price,
								list: '0.786',
								at,
							},
				);
				const found = await rightly('ecs.c5.large_cn-hangzhou_cn-hangzhou-b.csv', content);
				expect(recordsOf(found)).toEqual(whole(expected));
				expect(linesOf(brokenOf(found))).toEqual(brokenLines(expected));
			}),
			{numRuns: 300},
		);
	});
});
