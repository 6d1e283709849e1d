import {describe, expect, test} from 'vitest';
import {brokenOf, recordsOf, rightly, unusedOf} from '../../helpers/read-prices.ts';

/** As Alibaba Cloud publishes it (facts, prices/README.md). */
const published = (pricingInfo: unknown, head: object = {}, tail: object = {}): string =>
	JSON.stringify({
		currency: 'CNY',
		version: '2.0.421',
		publicationDate: '2026-11-01T02:55:15Z',
		site: 'cn',
		type: 'instance',
		disclaimer: 'informational',
		...head,
		pricingInfo,
		...tail,
	});

const KEY = 'cn-hangzhou::ecs.c6.xlarge::vpc::linux::optimized';
const price = (amount: unknown, period: unknown = '1') => ({price: amount, period});
const read = (content: string) => rightly('instancePrice.json', content);

const hourly = {
	kind: 'on-demand',
	region: 'cn-hangzhou',
	type: 'ecs.c6.xlarge',
	currency: 'CNY',
	price: '0.78',
	asOf: '2026-11-01',
} as const;
const monthly = {...hourly, kind: 'subscription', months: 1, price: '356.4'} as const;

describe('instancePrice.json', () => {
	test('has pay-as-you-go by the hour, and subscriptions of months and years', async () => {
		const found = await read(
			published({
				[KEY]: {
					hours: [price('0.78')],
					months: [price('356.40'), price('1000', '3')],
					years: [price('3600'), price('9000', '3')],
				},
			}),
		);
		expect(found.format).toBe('instance-price');
		expect(found.assumed).toEqual([]);
		expect(found.items).toHaveLength(5);
		expect(recordsOf(found)).toEqual([
			hourly,
			monthly,
			{...monthly, months: 3, price: '1000'},
			{...monthly, months: 12, price: '3600'},
			{...monthly, months: 36, price: '9000'},
		]);
	});

	test('is in dollars on the international site', async () => {
		const found = await read(published({[KEY]: {hours: [price('0.117')]}}, {currency: 'USD'}));
		expect(recordsOf(found)).toEqual([{...hourly, currency: 'USD', price: '0.117'}]);
	});

	test('counts what is not planned with: Windows, classic, weeks', async () => {
		const found = await read(
			published({
				[KEY]: {hours: [price('0.78'), price('18', '24')], weeks: [price('90'), price('170', '2')]},
				'cn-hangzhou::ecs.c6.xlarge::vpc::windows::optimized': {
					hours: [price('1')],
					months: [price('9')],
				},
				'cn-hangzhou::ecs.c6.xlarge::classic::linux::optimized': {hours: [price('1')]},
				'cn-hangzhou::ecs.c6.xlarge::vpc::linux::none': {hours: [price('1')]},
				'cn-hangzhou::ecs.c7.xlarge::vpc::linux::optimized': {},
			}),
		);
		expect(recordsOf(found)).toEqual([hourly]);
		expect(unusedOf(found)).toEqual([
			'other-term 1',
			'other-term 2',
			'other-system 2',
			'other-system 1',
			'other-system 1',
			'no-price 1',
		]);
	});

	test('may name currency and date behind the prices', async () => {
		const {currency, publicationDate, ...rest} = JSON.parse(
			published({[KEY]: {hours: [price('0.78')]}}),
		);
		const found = await read(JSON.stringify({...rest, currency, publicationDate}));
		expect(recordsOf(found)).toEqual([hourly]);
	});

	test.each([
		['2026-11-01', '2026-11-01'],
		['2026-11-01 10:55:15', '2026-11-01'],
		['2026/11/01', '2026-11-01'],
		['20261101', '2026-11-01'],
		['20261101025515', '2026-11-01'],
		[1_793_501_715_000, '2026-11-01'],
	])('was published on %j', async (publicationDate, asOf) => {
		const found = await read(published({[KEY]: {hours: [price('0.78')]}}, {publicationDate}));
		expect(recordsOf(found)).toEqual([{...hourly, asOf}]);
		expect(found.assumed).toEqual([]);
	});

	test.each([undefined, null, '', 'yesterday', '2026-02-30', '2027-01-01', {}, 12])(
		'published on %j has the date of the file',
		async publicationDate => {
			const content = published({[KEY]: {hours: [price('0.78')]}}, {publicationDate});
			const found = await rightly('instancePrice.json', content, {changedOn: '2026-11-20'});
			expect(recordsOf(found)).toEqual([{...hourly, asOf: '2026-11-20'}]);
			expect(found.assumed).toEqual(['date']);
		},
	);

	test('names the line of a price that is none', async () => {
		const lines = [
			'{"currency": "CNY", "publicationDate": "2026-11-01", "pricingInfo": {',
			`"${KEY}": {"hours": [{"price": "0", "period": "1"}],`,
			'"months": [',
			'{"price": "-1", "period": "1"}, {"price": "NaN", "period": "2"},',
			'{"period": "3"}, {"price": "1e-3", "period": "4"},',
			'{"price": " 5 ", "period": "x"}, 7]},',
			'"cn-hangzhou::ecs.c6.xlarge": {},',
			'"a::b::c::d::e::f": {}, ',
			'"cn-beijing::ecs.c6.xlarge::vpc::linux::optimized": []',
			'}}',
		];
		const found = await read(lines.join('\r\n'));
		expect(brokenOf(found)).toEqual([
			'2: price-invalid price',
			'4: price-invalid price',
			'4: price-invalid price',
			'5: field-missing price',
			'6: field-invalid period',
			'2: not-an-object months',
			'7: field-invalid pricingInfo',
			'8: field-invalid pricingInfo',
			'9: not-an-object pricingInfo',
		]);
		expect(recordsOf(found)).toEqual([{...monthly, months: 4, price: '0.001'}]);
	});

	test('of another currency is of no use, price by price', async () => {
		const found = await read(published({[KEY]: {hours: [price('0.78')]}}, {currency: 'EUR'}));
		expect(brokenOf(found)).toEqual(['1: field-invalid currency']);
	});

	test('without a currency is taken for the asked-for one, and says so', async () => {
		const found = await read(published({[KEY]: {hours: [price('0.78')]}}, {currency: undefined}));
		expect(recordsOf(found)).toEqual([hourly]);
		expect(found.assumed).toEqual(['currency']);
	});

	test('may have keys that are traps', async () => {
		const found = await read(
			`{"currency":"CNY","publicationDate":"2026-11-01","__proto__":{"currency":"USD"},"pricingInfo":{"__proto__":{"hours":[]},"constructor":1,"${KEY}":{"__proto__":[{"price":"9","period":"1"}],"hours":[{"price":"0.78","period":"1","__proto__":{"price":"1"}}]}}}`,
		);
		expect(recordsOf(found)).toEqual([hourly]);
		expect(brokenOf(found)).toEqual([
			'1: field-invalid pricingInfo',
			'1: field-invalid pricingInfo',
		]);
	});
});
