import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {
	listRegions,
	type ReadData,
	type RegionFile,
	readPriceBook,
} from '../../source/adapters/price-files.ts';
import {FAMILIES, familyOf} from '../../source/domain/catalogue/families.ts';
import type {PriceBook} from '../../source/domain/pricing/price-book.ts';
import {
	compare,
	decimal,
	type Fraction,
	sum,
	toDecimal,
	zero,
} from '../../source/domain/units/fraction.ts';
import {exactAmount, perHour} from '../../source/domain/units/money.ts';

const DATA = path.join(import.meta.dirname, '../../data');
const read: ReadData = relativePath => readFile(path.join(DATA, relativePath), 'utf8');

const bookOf = async (region: string, currency: 'CNY' | 'USD' = 'CNY'): Promise<PriceBook> => {
	const book = await readPriceBook(region, currency, read);
	if (!book.ok) throw new Error(book.problem.reason);
	return book.value;
};

const allBooks = async () =>
	Promise.all((await listRegions(read)).map(({region}) => bookOf(region)));

const text = (price: Fraction | undefined) => price && toDecimal(price, 12);

const onDemand = async (region: string, type: string) =>
	text((await bookOf(region)).types.get(type)?.onDemand?.perHour);

// `prices/README.md`, sanity checks, and the table of facts §3.6.
describe('on-demand prices', () => {
	it.each([
		['ecs.c6.xlarge', '0.78'],
		['ecs.c6.large', '0.39'],
		['ecs.c5.large', '0.62'],
		['ecs.sn1ne.large', '0.68'],
		['ecs.u1-c1m2.large', '0.351'],
		['ecs.e-c1m2.large', '0.225'],
		['ecs.g6.large', '0.5'],
		['ecs.g7.large', '0.52325'],
		['ecs.ic5.large', '0.59'],
		['ecs.gn5i-c2g1.large', '8.68'],
		['ecs.gn6i-c4g1.xlarge', '11.63'],
		['ecs.gn5-c8g1.2xlarge', '15.39'],
		['ecs.gn5-c8g1.8xlarge', '61.57'],
	])('%s costs %s an hour in cn-hangzhou', async (type, price) => {
		expect(await onDemand('cn-hangzhou', type)).toBe(price);
	});

	// The facts print four decimals of these; the lists of October and December differ in the sixth.
	it.each([
		['ecs.c7.large', '0.407699', '0.4077'],
		['ecs.r7.large', '0.696221', '0.6962'],
	])('%s costs %s an hour in cn-hangzhou, printed as %s', async (type, exact, printed) => {
		const price = await onDemand('cn-hangzhou', type);
		expect(price).toBe(exact);
		expect(toDecimal(decimal(price ?? ''), 4)).toBe(printed);
	});

	it.each([
		['cn-zhangjiakou', 'ecs.c6.large', '0.27'],
		['cn-hongkong', 'ecs.c6.large', '0.5963'],
		['ap-southeast-1', 'ecs.c6.large', '0.5429'],
		['ap-southeast-1', 'ecs.gn5-c8g1.2xlarge', '15.15'],
	])('in %s, %s costs %s', async (region, type, price) => {
		expect(await onDemand(region, type)).toBe(price);
	});

	it('is of the newer list, with the day of the older one where only that has a price', async () => {
		const {types} = await bookOf('us-east-1');
		expect(types.get('ecs.c6.large')?.onDemand?.asOf).toBe('2024-12-30');
		expect(types.get('ecs.t6-c1m1.large')?.onDemand).toEqual({
			perHour: decimal('0.1209'),
			asOf: '2024-10-09',
		});
	});
});

describe('spot prices', () => {
	it('quotes a zone each, in the order of their letters', async () => {
		const {types} = await bookOf('cn-hangzhou');
		const quote = {perHour: decimal('0.078'), asOf: '2024-10-09'};
		expect(types.get('ecs.c7.large')?.spot).toEqual([
			{zone: 'cn-hangzhou-b', ...quote},
			{zone: 'cn-hangzhou-i', ...quote},
			{zone: 'cn-hangzhou-j', ...quote},
			{zone: 'cn-hangzhou-k', ...quote},
		]);
	});

	it('names zones without a dash where the region ends with a number', async () => {
		const {types} = await bookOf('ap-northeast-1');
		expect(types.get('ecs.c6.13xlarge')?.spot.map(({zone}) => zone)).toEqual([
			'ap-northeast-1a',
			'ap-northeast-1b',
			'ap-northeast-1c',
		]);
	});

	it('is empty, not 0, without a quote', async () => {
		const {types} = await bookOf('cn-hangzhou');
		expect(types.get('ecs.c6.large')?.spot).toEqual([]);
	});
});

describe('offers', () => {
	it('carries size, family and GPUs', async () => {
		const {types} = await bookOf('cn-hangzhou');
		expect(types.get('ecs.gn5-c8g1.8xlarge')).toMatchObject({
			type: 'ecs.gn5-c8g1.8xlarge',
			family: 'gn5',
			vcpu: 32,
			memoryGiB: 240,
			gpu: 4,
		});
		expect(types.get('ecs.sn2ne.14xlarge')).toMatchObject({vcpu: 56, memoryGiB: 224, gpu: 0});
	});

	it('is sorted by type', async () => {
		for (const {types} of await allBooks())
			expect([...types.keys()]).toEqual([...types.keys()].sort());
	});
});

describe('CPU and memory', () => {
	// The sample of DescribeContainerGroupPrice: 2 vCPU and 4 GiB, 0.441072 an hour; USD from D-BILL.
	it.each([
		['CNY', '0.1764', '0.022068'],
		['USD', '0.02772', '0.003456'],
	] as const)('in %s a vCPU costs %s an hour and a GiB %s', async (currency, vcpu, memory) => {
		const {cpuMem} = await bookOf('cn-hangzhou', currency);
		expect(exactAmount(perHour(cpuMem.vcpu))).toBe(vcpu);
		expect(exactAmount(perHour(cpuMem.memoryGiB))).toBe(memory);
		expect(cpuMem.vcpu.currency).toBe(currency);
	});

	it('knows what temporary storage costs in USD only', async () => {
		const [cny, usd] = [await bookOf('cn-hangzhou'), await bookOf('cn-hangzhou', 'USD')];
		expect(cny.cpuMem.ephemeralGiB).toBeNull();
		expect(text(usd.cpuMem.ephemeralGiB?.perSecond)).toBe('0.000000093');
	});
});

describe('in USD', () => {
	it('has every type, with its prices as those of the other currency', async () => {
		const [cny, usd] = [await bookOf('cn-beijing'), await bookOf('cn-beijing', 'USD')];
		expect([...usd.types.keys()]).toEqual([...cny.types.keys()]);
		for (const offer of usd.types.values()) {
			const {onDemand = null, spot = []} = cny.types.get(offer.type) ?? {};
			expect(offer).toEqual({
				...cny.types.get(offer.type),
				onDemand: null,
				spot: [],
				foreign: {onDemand, spot},
			});
		}
	});
});

describe('regions', () => {
	it('are 27, sorted', async () => {
		const regions = (await listRegions(read)).map(({region}) => region);
		expect(regions).toHaveLength(27);
		expect(regions).toEqual([...regions].sort());
	});

	it('have a file each, and no file is left over', async () => {
		const files = await readdir(path.join(DATA, 'prices'));
		const regions = (await listRegions(read)).map(({region}) => `${region}.json`);
		expect(files.sort()).toEqual(regions);
	});

	it('count their types and spot zones', async () => {
		for (const summary of await listRegions(read)) {
			const types = [...(await bookOf(summary.region)).types.values()];
			const zones = new Set(types.flatMap(({spot}) => spot.map(({zone}) => zone)));
			expect(summary).toEqual({
				region: summary.region,
				types: types.length,
				spotZones: zones.size,
			});
		}
	});

	it.each(['', 'cn-hangzou', 'CN-HANGZHOU', '../regions', '../../package', 'constructor'])(
		'know that %j is none, without opening a file for it',
		async region => {
			const opened: string[] = [];
			const book = await readPriceBook(region, 'CNY', relativePath => {
				opened.push(relativePath);
				return read(relativePath);
			});
			expect(opened).toEqual(['regions.json']);
			if (book.ok) throw new Error('there is a price book');
			expect(book.problem).toMatchObject({reason: 'unknown-region', region});
			expect(book.problem.known).toHaveLength(27);
		},
	);
});

describe('a damaged file', () => {
	const reading =
		(file: object): ReadData =>
		async relativePath =>
			relativePath === 'regions.json'
				? '{"regions":[["x-1",1,0]]}'
				: JSON.stringify({onDemandAsOf: '2024-12-30', zonePrefix: 'x-1', ...file});

	it.each(['', '0', '0.00', '-1', 'free', '1.5.2', '12345678901234567'])(
		'throws at the price %j',
		async price => {
			const file = {types: [['ecs.c6.large', 'c6', 2, 4, 0, price]]};
			await expect(readPriceBook('x-1', 'CNY', reading(file))).rejects.toThrow('Not a price');
		},
	);

	it('throws when it is no JSON', async () => {
		await expect(readPriceBook('x-1', 'CNY', async () => '{')).rejects.toThrow(SyntaxError);
	});
});

describe('the shipped catalogue', () => {
	it('has known families, real sizes and real prices only', async () => {
		for (const {types} of await allBooks())
			for (const [type, offer] of types) {
				expect(offer.type).toBe(type);
				expect(offer.family).toBe(familyOf(type)?.name);
				expect(FAMILIES.has(offer.family)).toBe(true);
				expect(offer.vcpu).toBeGreaterThan(0);
				expect(offer.memoryGiB).toBeGreaterThan(0);
				expect(offer.gpu).toBeGreaterThanOrEqual(0);
				expect(offer.onDemand !== null || offer.spot.length > 0).toBe(true);
				for (const {perHour: price} of [offer.onDemand ?? [], offer.spot].flat())
					expect(compare(price, zero)).toBeGreaterThan(0);
			}
	});

	it('is read as the exact decimals that are written in it', async () => {
		for (const {region, types} of await allBooks()) {
			const file = JSON.parse(await read(`prices/${region}.json`)) as RegionFile;
			for (const [type, , , , , price, quotes = []] of file.types) {
				const offer = types.get(type);
				const written = typeof price === 'string' ? price : price?.[0];
				expect(offer?.onDemand?.perHour).toEqual(decimal(written ?? ''));
				expect(offer?.spot.map(quote => quote.perHour)).toEqual(
					quotes.filter((_, index) => index % 2 === 1).map(decimal),
				);
			}
		}
	});

	// Counted and added up in catalogue.json by another program.
	it.each([
		['cn-beijing', 494, '6488.359649', 1202, '6267.579'],
		['cn-hangzhou', 490, '6058.586574', 402, '1502.006'],
		['cn-nanjing', 78, '572.208333', 0, '0'],
		['us-east-1', 374, '3711.260251', 447, '1533.586'],
	])('adds up to the source in %s', async (region, count, onDemandSum, quotes, spotSum) => {
		const types = [...(await bookOf(region)).types.values()];
		const spot = types.flatMap(offer => offer.spot.map(quote => quote.perHour));
		expect(types).toHaveLength(count);
		expect(text(sum(types.map(offer => offer.onDemand?.perHour ?? zero)))).toBe(onDemandSum);
		expect(spot).toHaveLength(quotes);
		expect(text(sum(spot))).toBe(spotSum);
	});

	it('adds up to the source in all regions', async () => {
		const offers = (await allBooks()).flatMap(({types}) => [...types.values()]);
		const prices = offers.flatMap(({onDemand: price}) => (price ? [price] : []));
		const spot = offers.flatMap(offer => offer.spot.map(quote => quote.perHour));
		expect(prices).toHaveLength(7980);
		expect(text(sum(prices.map(price => price.perHour)))).toBe('85328.270549');
		expect(prices.filter(({asOf}) => asOf === '2024-10-09')).toHaveLength(48);
		expect(spot).toHaveLength(9773);
		expect(text(sum(spot))).toBe('33273.798');
	});

	it('stays small', async () => {
		for (const {region} of await listRegions(read))
			expect((await read(`prices/${region}.json`)).length).toBeLessThan(60_000);
	});
});
