import {describe, expect, test} from 'vitest';
import {brokenOf, recordsOf, rightly, unusedOf} from '../../helpers/read-prices.ts';

const json = (value: unknown) => JSON.stringify(value, null, 2);

describe('DescribeSpotPriceHistory', () => {
	const row = (fields: object = {}) => ({
		InstanceType: 'ecs.c6.large',
		ZoneId: 'cn-hangzhou-h',
		NetworkType: 'vpc',
		IoOptimized: 'optimized',
		OriginPrice: 0.39,
		SpotPrice: 0.039,
		Timestamp: '2026-11-20T09:00:00Z',
		...fields,
	});
	const page = (rows: readonly unknown[], fields: object = {Currency: 'CNY'}) => ({
		...fields,
		NextOffset: 1000,
		RequestId: 'A1',
		SpotPrices: {SpotPriceType: rows},
	});
	const spot = {
		kind: 'spot',
		region: 'cn-hangzhou',
		zone: 'cn-hangzhou-h',
		type: 'ecs.c6.large',
		currency: 'CNY',
		price: '0.039',
		list: '0.39',
		at: Date.UTC(2026, 10, 20, 9) / 1000,
	};

	test.each([
		['one page', json(page([row()]))],
		['a list of pages', json([page([row()])])],
		[
			'pages one after another',
			`${json(page([row()]))}\n${json(page([]))}${JSON.stringify(page([]))}`,
		],
		[
			'a page with the currency behind',
			json({SpotPrices: {SpotPriceType: [row()]}, Currency: 'CNY'}),
		],
		['a page with a byte order mark', `\ufeff${json(page([row()]))}`],
		['a page with texts for numbers', json(page([row({SpotPrice: ' 0.0390 '})]))],
		['an older time', json(page([row({Timestamp: '2026-11-20T09:00Z'})]))],
	])('%s', async (_name, content) => {
		const found = await rightly('history.json', content);
		expect(found.format).toBe('spot-price-history');
		expect(found.items).toEqual([{kind: 'record', record: spot}]);
	});

	test('keeps each page to its currency', async () => {
		const found = await rightly(
			'history.json',
			json([page([row()], {Currency: 'CNY'}), page([row()], {Currency: 'USD'}), page([row()], {})]),
		);
		expect(recordsOf(found).map(record => 'currency' in record && record.currency)).toEqual([
			'CNY',
			'USD',
			'CNY',
		]);
		expect(found.assumed).toEqual(['currency']);
	});

	test('leaves other networks and broken rows', async () => {
		const found = await rightly(
			'history.json',
			`{"Currency": "CNY", "SpotPrices": {"SpotPriceType": [\n${[
				row({NetworkType: 'classic'}),
				row({IoOptimized: 'none'}),
				row({ZoneId: undefined}),
				row({ZoneId: 'cn-hangzhou'}),
				row({SpotPrice: 0}),
				row({SpotPrice: null}),
				row({Timestamp: 'now'}),
				row({Timestamp: '2030-01-01T00:00:00Z'}),
				row({InstanceType: ['ecs.c6.large']}),
				'row',
			]
				.map(each => JSON.stringify(each))
				.join(',\n')}\n]}}`,
		);
		expect(recordsOf(found)).toEqual([]);
		expect(unusedOf(found)).toEqual(['other-system 1', 'other-system 1']);
		expect(brokenOf(found)).toEqual([
			'4: field-missing ZoneId',
			'5: field-invalid ZoneId',
			'6: price-invalid SpotPrice',
			'7: field-missing SpotPrice',
			'8: date-invalid Timestamp',
			'9: date-invalid Timestamp',
			'10: field-invalid InstanceType',
			'11: not-an-object',
		]);
	});

	test('has pages that are errors', async () => {
		const found = await rightly(
			'history.json',
			`${JSON.stringify(page([row()]))}\n{"Code": "Throttling", "Message": "later"}`,
		);
		expect(recordsOf(found)).toHaveLength(1);
		expect(brokenOf(found)).toEqual(['2: field-missing']);
	});
});

describe('DescribeSpotAdvice', () => {
	const resource = (fields: object = {}) => ({
		InstanceType: 'ecs.c6.large',
		AverageSpotDiscount: 12,
		InterruptionRate: 1.5,
		InterruptRateDesc: '0-3%',
		...fields,
	});
	const answer = (...resources: readonly unknown[]) => ({
		RegionId: 'cn-hangzhou',
		AvailableSpotZones: {
			AvailableSpotZone: [
				{AvailableSpotResources: {AvailableSpotResource: resources}, ZoneId: 'cn-hangzhou-h'},
			],
		},
	});
	const advice = {
		kind: 'advice',
		region: 'cn-hangzhou',
		zone: 'cn-hangzhou-h',
		type: 'ecs.c6.large',
		percentOfOnDemand: 12,
		interruption: '0-3%',
		asOf: '2026-11-20',
	};
	const read = (value: unknown) => rightly('advice.json', json(value), {changedOn: '2026-11-20'});

	test('has the discount and the bucket, of the day of the file', async () => {
		const found = await read(answer(resource()));
		expect(found).toMatchObject({format: 'spot-advice', assumed: ['date']});
		expect(recordsOf(found)).toEqual([advice]);
	});

	test.each([
		[{InterruptRateDesc: '10-100%'}, '10-100%'],
		[{InterruptRateDesc: ' 3 - 5% '}, '3-5%'],
		[{InterruptRateDesc: '', InterruptionRate: 3}, '0-3%'],
		[{InterruptRateDesc: undefined, InterruptionRate: 4}, '3-5%'],
		[{InterruptRateDesc: undefined, InterruptionRate: 10}, '5-10%'],
		[{InterruptRateDesc: undefined, InterruptionRate: 100}, '10-100%'],
	])('with %j is in the bucket %s', async (fields, interruption) => {
		expect(recordsOf(await read(answer(resource(fields))))).toEqual([{...advice, interruption}]);
	});

	test('leaves what it can not read, by its own line', async () => {
		const found = await read(
			answer(
				resource({AverageSpotDiscount: 0}),
				resource({AverageSpotDiscount: '101'}),
				resource({InterruptRateDesc: 'often'}),
				resource({InterruptRateDesc: undefined, InterruptionRate: undefined}),
				5,
			),
		);
		// Pretty-printed: the first resource starts in line 8 and has six.
		expect(brokenOf(found)).toEqual([
			'8: field-invalid AverageSpotDiscount',
			'14: field-invalid AverageSpotDiscount',
			'20: field-invalid InterruptRateDesc',
			'26: field-missing InterruptRateDesc',
			'5: not-an-object',
		]);
	});
});

describe('DescribeContainerGroupPrice', () => {
	/** The sample of the help page (facts, eci.md 4.1). */
	const answer = (priceFields: object = {}, fields: object = {}) => ({
		RequestId: '7A872585',
		PriceInfo: {
			SpotPrices: {
				SpotPrice: [
					{
						ZoneId: 'cn-hangzhou-i',
						SpotPrice: 0.056,
						InstanceType: 'ecs.c5.large',
						OriginPrice: 0.622,
					},
				],
			},
			Price: {
				DiscountPrice: 0,
				TradePrice: 0.000_122_52,
				OriginalPrice: 0.000_122_52,
				Currency: 'CNY',
				...priceFields,
			},
		},
		...fields,
	});
	const read = (value: unknown) => rightly('price.json', json(value), {changedOn: '2026-11-20'});
	const spot = {
		kind: 'spot',
		region: 'cn-hangzhou',
		zone: 'cn-hangzhou-i',
		type: 'ecs.c5.large',
		currency: 'CNY',
		price: '0.056',
		at: Date.UTC(2026, 10, 20) / 1000,
	};
	const details = (...lines: readonly (readonly [string, number])[]) => ({
		DetailInfos: {
			DetailInfo: lines.map(([Resource, OriginalPrice]) => ({
				Resource,
				OriginalPrice,
				TradePrice: 0.1,
			})),
		},
	});

	test('has the spot quote of a zone, of the day of the file', async () => {
		const found = await read(answer());
		expect(found).toMatchObject({format: 'container-group-price', assumed: ['date']});
		expect(recordsOf(found)).toEqual([spot]);
	});

	test('does not tell unit prices, and says so', async () => {
		for (const value of [
			answer(),
			answer(details(['instance', 0.1])),
			answer(details(['cpu', 0.000_098], ['memory', 0.000_024_52])),
			answer(details(['cpu', 0.000_098]), {Cpu: 2, Memory: 4}),
			answer(details(['cpu', 0.000_098], ['memory', 0.000_024_52]), {Cpu: 0, Memory: 4}),
		])
			expect(unusedOf(await read(value))).toEqual(['amounts-missing 1']);
	});

	test('tells them where the question stands beside it', async () => {
		const unit = details(['cpu', 0.000_098], ['memory', 0.000_024_52]);
		for (const asked of [
			{Cpu: 2, Memory: 4},
			{Cpu: '2', Memory: '4.0', RegionId: 'cn-hangzhou'},
		])
			expect(recordsOf(await read(answer(unit, asked)))).toEqual([
				spot,
				{
					kind: 'unit-prices',
					region: 'cn-hangzhou',
					currency: 'CNY',
					vcpuPerSecond: '0.000049',
					gibPerSecond: '0.00000613',
					asOf: '2026-11-20',
				},
			]);
	});

	test('may come without spot prices, or broken', async () => {
		expect((await read({PriceInfo: {}})).items).toEqual([]);
		expect(brokenOf(await read({PriceInfo: 5}))).toEqual(['2: not-an-object PriceInfo']);
		expect(brokenOf(await read({PriceInfo: {SpotPrices: {SpotPrice: [5, {}]}}}))).toEqual([
			'2: not-an-object',
			'6: field-missing ZoneId',
		]);
	});
});
