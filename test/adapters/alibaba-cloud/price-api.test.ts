import {beforeEach, describe, expect, test, vi} from 'vitest';
import type {PriceApiAnswer} from '../../../source/domain/pricing/price-api-types.ts';
import {adviceReply, priceReply, SAMPLES, spotReply, typesOf} from '../../helpers/cloud-samples.ts';
import {CREDENTIALS, refusal, SECURITY_TOKEN} from '../../helpers/fake-cloud.ts';
import {fetchAll, setCredentials, withCloud} from '../../helpers/price-api.ts';

beforeEach(() => {
	setCredentials();
	return () => vi.unstubAllEnvs();
});

const of = (answers: readonly PriceApiAnswer[], kind: string) =>
	answers.flatMap(answer =>
		answer.kind === 'record' && answer.record.kind === kind ? [answer.record] : [],
	);

const numbered = (count: number): readonly string[] =>
	Array.from({length: count}, (_, index) => `ecs.c6.${index + 1}xlarge`);

describe('what is asked', () => {
	test('each request is signed, and names action, version and region', () =>
		withCloud(SAMPLES, async ({cloud, api}) => {
			const {error} = await fetchAll(api);
			expect({error, faults: cloud.faults}).toEqual({error: null, faults: []});
			expect(
				cloud.calls
					.map(({operation, version, query}) => [operation, version, query['RegionId']])
					.toSorted(),
			).toEqual([
				['DescribeContainerGroupPrice', '2018-08-08', 'cn-hangzhou'],
				['DescribeContainerGroupPrice', '2018-08-08', 'cn-hangzhou'],
				['DescribeContainerGroupPrice', '2018-08-08', 'cn-hangzhou'],
				['DescribePrice', '2014-05-26', 'cn-hangzhou'],
				['DescribeSpotAdvice', '2014-05-26', 'cn-hangzhou'],
				['DescribeSpotPriceHistory', '2014-05-26', 'cn-hangzhou'],
			]);
		}));

	test('no request is signed with the same nonce, nor long ago', () =>
		withCloud(SAMPLES, async ({cloud, api}) => {
			await fetchAll(api, {types: numbered(12)});
			const nonces = cloud.calls.map(({headers}) => headers['x-acs-signature-nonce']);
			expect(new Set(nonces).size).toBe(nonces.length);
			for (const {headers} of cloud.calls) {
				const age = Date.now() - Date.parse(String(headers['x-acs-date']));
				expect(Math.abs(age)).toBeLessThan(60_000);
			}
		}));

	test('a security token goes along, and is signed', async () => {
		setCredentials({...CREDENTIALS, ALIBABA_CLOUD_SECURITY_TOKEN: SECURITY_TOKEN});
		await withCloud(SAMPLES, async ({cloud, api}) => {
			await fetchAll(api);
			expect(cloud.faults).toEqual([]);
			for (const {headers} of cloud.calls) {
				expect(headers['x-acs-security-token']).toBe(SECURITY_TOKEN);
				expect(headers.authorization).toContain('x-acs-security-token');
			}
		});
	});

	test('on-demand: Linux in a VPC by the hour', () =>
		withCloud(SAMPLES, async ({cloud, api}) => {
			await fetchAll(api, {topics: ['on-demand']});
			expect(cloud.calls.map(({query}) => query)).toEqual([
				{
					RegionId: 'cn-hangzhou',
					ResourceType: 'instance',
					InstanceType: 'ecs.c6.large',
					InstanceNetworkType: 'vpc',
					Platform: 'Linux',
					PriceUnit: 'Hour',
					'SystemDisk.Category': 'cloud_essd',
				},
			]);
		}));

	test.each([
		[720, '2026-10-24T09:00:00Z'],
		[24, '2026-11-22T09:00:00Z'],
		[0, '2026-11-23T06:00:00Z'],
	])('spot prices of the last %i hours start at %s', (historyHours, startTime) =>
		withCloud(SAMPLES, async ({cloud, api}) => {
			await fetchAll(api, {topics: ['spot'], historyHours});
			expect(cloud.calls.map(({query}) => query)).toEqual([
				{
					RegionId: 'cn-hangzhou',
					NetworkType: 'vpc',
					OSType: 'linux',
					InstanceType: 'ecs.c6.large',
					StartTime: startTime,
					EndTime: '2026-11-23T09:00:00Z',
					Offset: '0',
				},
			]);
		}),
	);

	test('advice for ten types at once, each of them once', () =>
		withCloud(SAMPLES, async ({cloud, api}) => {
			const types = numbered(23);
			const {answers} = await fetchAll(api, {topics: ['advice'], types});
			expect(cloud.faults).toEqual([]);
			expect(cloud.calls.map(typesOf).map(({length}) => length)).toEqual([10, 10, 3]);
			expect(cloud.calls.flatMap(typesOf)).toEqual(types);
			expect(of(answers, 'advice').map(record => 'type' in record && record.type)).toEqual(types);
		}));

	test('ECI prices of three sizes', () =>
		withCloud(SAMPLES, async ({cloud, api}) => {
			await fetchAll(api, {topics: ['eci'], types: []});
			expect(cloud.calls.map(({query}) => query)).toEqual([
				{RegionId: 'cn-hangzhou', Cpu: '1', Memory: '2'},
				{RegionId: 'cn-hangzhou', Cpu: '2', Memory: '2'},
				{RegionId: 'cn-hangzhou', Cpu: '2', Memory: '4'},
			]);
		}));

	test('never more than the limit of a minute, and four at once', () =>
		withCloud(
			SAMPLES,
			async ({cloud, pace, api}) => {
				await fetchAll(api, {topics: ['on-demand'], types: numbered(25)});
				expect(cloud.calls).toHaveLength(25);
				expect(pace.pauses).toEqual([60_000, 60_000]);
			},
			{
				callsPerMinute: {
					DescribePrice: 10,
					DescribeSpotPriceHistory: 10,
					DescribeSpotAdvice: 10,
					DescribeContainerGroupPrice: 10,
				},
			},
		));
});

/** 0.0000077 a vCPU and 0.00000096 a GiB */
const DOLLARS = new Map([
	['1-2', 0.00000962],
	['2-2', 0.00001732],
	['2-4', 0.00001924],
]);

describe('what is made of the answers', () => {
	test('the documented samples', () =>
		withCloud(SAMPLES, async ({api}) => {
			const {answers, error} = await fetchAll(api);
			const c6 = {region: 'cn-hangzhou', type: 'ecs.c6.large'} as const;
			expect(error).toBeNull();
			expect(answers).toEqual(
				[
					{kind: 'on-demand', ...c6, currency: 'CNY', price: '0.39', asOf: '2026-11-23'},
					// 2026-11-23T07:00:00Z and T08:00:00Z
					...(
						[
							['cn-hangzhou-h', '0.056', 1_795_417_200],
							['cn-hangzhou-h', '0.056', 1_795_420_800],
							['cn-hangzhou-i', '0.06', 1_795_420_800],
						] as const
					).map(([zone, price, at]) => ({
						kind: 'spot',
						...c6,
						currency: 'CNY',
						zone,
						price,
						at,
					})),
					{
						kind: 'advice',
						...c6,
						zone: 'cn-hangzhou-h',
						percentOfOnDemand: 21,
						interruption: '0-3%',
						asOf: '2026-11-23',
					},
					{
						kind: 'unit-prices',
						region: 'cn-hangzhou',
						currency: 'CNY',
						vcpuPerSecond: '0.000049',
						gibPerSecond: '0.00000613',
						asOf: '2026-11-23',
					},
				].map(record => ({kind: 'record', record})),
			);
		}));

	test('the list price, not what the account pays; the instance, not its disk', () =>
		withCloud({...SAMPLES, DescribePrice: () => priceReply(0.78)}, async ({api}) => {
			const {answers} = await fetchAll(api, {topics: ['on-demand']});
			expect(of(answers, 'on-demand')).toMatchObject([{price: '0.78'}]);
		}));

	test('the whole price where the answer has no parts, as in the reference', () =>
		withCloud(
			{
				...SAMPLES,
				DescribePrice: () => ({
					PriceInfo: {
						Price: {Currency: 'USD', DiscountPrice: 0, OriginalPrice: 0.062, TradePrice: 0.05},
					},
				}),
			},
			async ({api}) => {
				const {answers} = await fetchAll(api, {topics: ['on-demand']});
				expect(of(answers, 'on-demand')).toMatchObject([{currency: 'USD', price: '0.062'}]);
			},
		));

	test('a type that takes no disk of the new kind is asked for with the old one', () =>
		withCloud(
			{
				...SAMPLES,
				DescribePrice: ({query}) =>
					query['SystemDisk.Category'] === 'cloud_essd'
						? refusal(400, 'InvalidSystemDiskCategory.ValueNotSupported')
						: priceReply(0.62),
			},
			async ({cloud, api}) => {
				const {answers} = await fetchAll(api, {topics: ['on-demand']});
				expect(of(answers, 'on-demand')).toMatchObject([{price: '0.62'}]);
				expect(cloud.calls.map(({query}) => query['SystemDisk.Category'])).toEqual([
					'cloud_essd',
					'cloud_efficiency',
				]);
			},
		));

	test.each([
		[400, 'InvalidInstanceType.ValueNotSupported'],
		[400, 'InvalidInstanceType.ValueUnauthorized'],
		[403, 'InstanceType.Offline'],
		[400, 'PriceNotFound'],
	])('a type that the region refuses with %i %s is skipped', (status, code) =>
		withCloud(
			{
				...SAMPLES,
				DescribePrice: ({query}) =>
					query['InstanceType'] === 'ecs.c6.2xlarge' ? refusal(status, code) : priceReply(),
				DescribeSpotPriceHistory: call =>
					call.query['InstanceType'] === 'ecs.c6.2xlarge' ? refusal(status, code) : spotReply(call),
				DescribeSpotAdvice: call =>
					typesOf(call).includes('ecs.c6.2xlarge') ? refusal(status, code) : adviceReply(call),
			},
			async ({api}) => {
				const {answers, error} = await fetchAll(api, {types: numbered(4)});
				const sold = ['ecs.c6.1xlarge', 'ecs.c6.3xlarge', 'ecs.c6.4xlarge'];
				expect(error).toBeNull();
				for (const kind of ['on-demand', 'advice'])
					expect(of(answers, kind).map(record => 'type' in record && record.type)).toEqual(sold);
				expect(answers.filter(({kind}) => kind === 'not-sold')).toEqual([
					{kind: 'not-sold', topic: 'on-demand'},
					{kind: 'not-sold', topic: 'spot'},
					{kind: 'not-sold', topic: 'advice'},
				]);
			},
		),
	);

	test.each([0, 0.5, 101, 150, -1])('advice of %d percent can not be true', percent =>
		withCloud(
			{...SAMPLES, DescribeSpotAdvice: call => adviceReply(call, '0-3%', percent)},
			async ({api}) => {
				const {answers, error} = await fetchAll(api, {topics: ['advice']});
				expect({answers, error}).toEqual({
					answers: [{kind: 'unusable', topic: 'advice'}],
					error: null,
				});
			},
		),
	);

	test('a price of 0 is no price', () =>
		withCloud(
			{
				...SAMPLES,
				DescribePrice: () => priceReply(0),
				DescribeSpotPriceHistory: call =>
					spotReply(call, [['cn-hangzhou-h', 0, '2026-11-23T07:00:00Z']]),
			},
			async ({api}) => {
				const {answers} = await fetchAll(api, {topics: ['on-demand', 'spot']});
				expect(answers).toEqual([
					{kind: 'not-sold', topic: 'on-demand'},
					{kind: 'not-sold', topic: 'spot'},
				]);
			},
		));

	test.each([
		['0-3%', 50, '0-3%'],
		['10-100%', 0, '10-100%'],
		['soon', 0, '0-3%'],
		['soon', 3, '0-3%'],
		['soon', 3.1, '3-5%'],
		['soon', 10, '5-10%'],
		['soon', 99, '10-100%'],
	])('releases %s, %f %% are %s', (words, percent, interruption) =>
		withCloud(
			{
				...SAMPLES,
				DescribeSpotAdvice: call => {
					const text = JSON.stringify(adviceReply(call, words));
					return JSON.parse(text.replace('1.5', String(percent))) as object;
				},
			},
			async ({api}) => {
				const {answers} = await fetchAll(api, {topics: ['advice']});
				expect(of(answers, 'advice')).toMatchObject([{interruption}]);
			},
		),
	);

	test('ECI prices are exact to the last place, in dollars too', () =>
		withCloud(
			{
				...SAMPLES,
				DescribeContainerGroupPrice: ({query}) => ({
					PriceInfo: {
						Price: {
							Currency: 'USD',
							OriginalPrice: DOLLARS.get(`${query['Cpu']}-${query['Memory']}`),
						},
					},
				}),
			},
			async ({api}) => {
				const {answers} = await fetchAll(api, {topics: ['eci'], types: []});
				expect(of(answers, 'unit-prices')).toMatchObject([
					{currency: 'USD', vcpuPerSecond: '0.0000077', gibPerSecond: '0.00000096'},
				]);
			},
		));
});

const hourly = (start: number, count: number) =>
	Array.from({length: count}, (_, index) => {
		const at = new Date((1_795_000_000 + (start + index) * 3600) * 1000).toISOString();
		return ['cn-hangzhou-h', 0.05 + (start + index) / 1000, at] as const;
	});

describe('pages', () => {
	test('are read from where the one before says, to the last', () =>
		withCloud(
			{
				...SAMPLES,
				DescribeSpotPriceHistory: call => {
					const offset = Number(call.query['Offset']);
					return offset < 20
						? spotReply(call, hourly(offset, 10), {NextOffset: offset + 10})
						: spotReply(call, hourly(offset, 5));
				},
			},
			async ({cloud, api}) => {
				const {answers, progress} = await fetchAll(api, {topics: ['spot']});
				expect(cloud.calls.map(({query}) => query['Offset'])).toEqual(['0', '10', '20']);
				expect(
					new Set(cloud.calls.map(({query}) => `${query['StartTime']} ${query['EndTime']}`)).size,
				).toBe(1);
				const prices = of(answers, 'spot').map(record => 'price' in record && record.price);
				expect(prices).toEqual(Array.from({length: 25}, (_, index) => String((50 + index) / 1000)));
				expect(progress.at(-1)).toEqual({done: 1, total: 1, calls: 3});
			},
		));

	test.each([
		['0', {NextOffset: 0}],
		['nothing', {}],
	])('end where the next one starts at %s', (_name, more) =>
		withCloud(
			{...SAMPLES, DescribeSpotPriceHistory: call => spotReply(call, hourly(0, 3), more)},
			async ({cloud, api}) => {
				const {answers} = await fetchAll(api, {topics: ['spot']});
				expect(of(answers, 'spot')).toHaveLength(3);
				expect(cloud.calls).toHaveLength(1);
			},
		),
	);

	test('end with a page that has nothing', () =>
		withCloud(
			{
				...SAMPLES,
				DescribeSpotPriceHistory: call =>
					spotReply(call, call.count === 1 ? hourly(0, 3) : [], {NextOffset: call.count * 3}),
			},
			async ({cloud, api}) => {
				const {answers} = await fetchAll(api, {topics: ['spot']});
				expect(of(answers, 'spot')).toHaveLength(3);
				expect(cloud.calls).toHaveLength(2);
			},
		));
});

describe('progress', () => {
	test('counts questions and calls, and ends with all of them', () =>
		withCloud(SAMPLES, async ({api}) => {
			const {progress} = await fetchAll(api, {types: numbered(12)});
			const done = progress.map(state => state.done);
			expect(done).toEqual(done.toSorted((a, b) => a - b));
			// 12 on demand, 12 histories, 2 times advice for up to ten, 1 question of three calls
			expect(progress.at(-1)).toEqual({done: 27, total: 27, calls: 29});
		}));
});
