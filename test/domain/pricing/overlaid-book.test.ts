import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {overlaidBook} from '../../../source/domain/pricing/overlaid-book.ts';
import {NOTHING_OVERLAID, type RegionOverlay} from '../../../source/domain/pricing/overlay.ts';
import type {PriceBook} from '../../../source/domain/pricing/price-book.ts';
import {decimal, fraction, toDecimal} from '../../../source/domain/units/fraction.ts';
import {
	amountOf,
	BOOK,
	bookOf,
	factsOf,
	hourOf,
	OFFERS,
	ON_DEMAND_DAY,
	offer,
	planOf,
	SPOT_DAY,
} from '../../helpers/domain-fixtures.ts';

const overlay = (parts: Partial<RegionOverlay>): RegionOverlay => ({
	...NOTHING_OVERLAID.overlay,
	sources: ['list.json'],
	...parts,
});

const priceOf = (book: PriceBook, type = 'ecs.c6.large') => {
	const {onDemand} = book.types.get(type) ?? {};
	return (
		onDemand && [toDecimal(onDemand.perHour, 6), onDemand.asOf, onDemand.source ?? book.source]
	);
};

describe('a pay-as-you-go price that was imported', () => {
	const laid = (price: string, asOf: string) =>
		overlaidBook(BOOK, overlay({onDemand: [['CNY', 'ecs.c6.large', price, asOf, 0]]}));

	it('counts where it is newer, or of the same day', () => {
		expect(priceOf(laid('0.41', '2026-01-01'))).toEqual(['0.41', '2026-01-01', 'list.json']);
		expect(priceOf(laid('0.41', ON_DEMAND_DAY))).toEqual(['0.41', ON_DEMAND_DAY, 'list.json']);
	});

	it('does not count where it is older', () => {
		expect(priceOf(laid('0.41', '2020-01-01'))).toEqual(['0.39', ON_DEMAND_DAY, BOOK.source]);
	});

	it('leaves every other type as it was', () => {
		const book = laid('0.41', '2026-01-01');
		for (const [type, known] of BOOK.types)
			if (type !== 'ecs.c6.large') expect(book.types.get(type)).toBe(known);
	});

	it('in the other currency waits for an exchange rate', () => {
		const book = overlaidBook(
			BOOK,
			overlay({onDemand: [['USD', 'ecs.c6.large', '0.06', '2026-01-01', 0]]}),
		);
		expect(priceOf(book)).toEqual(['0.39', ON_DEMAND_DAY, BOOK.source]);
		expect(book.types.get('ecs.c6.large')?.foreign?.onDemand).toMatchObject({
			perHour: decimal('0.06'),
			asOf: '2026-01-01',
		});
	});

	it('adds a type that the shipped list does not have, in its place', () => {
		const book = overlaidBook(
			BOOK,
			overlay({
				sizes: [['ecs.c6.2xlarge', 8, 16, 0]],
				onDemand: [['CNY', 'ecs.c6.2xlarge', '1.56', '2026-01-01', 0]],
			}),
		);
		expect(book.types.get('ecs.c6.2xlarge')).toMatchObject({
			family: 'c6',
			vcpu: 8,
			memoryGiB: 16,
			gpu: 0,
		});
		expect([...book.types.keys()]).toEqual([...book.types.keys()].toSorted());
	});
});

describe('spot quotes that were imported', () => {
	const laid = overlaidBook(
		BOOK,
		overlay({
			spot: [
				['CNY', 'ecs.c7.large', 'cn-hangzhou-b', '0.1', '2026-01-01', 0],
				['CNY', 'ecs.c7.large', 'cn-hangzhou-z', '0.2', '2026-01-01', 0],
				['CNY', 'ecs.c7.large', 'cn-hangzhou-i', '0.3', '2020-01-01', 0],
			],
		}),
	);

	it('replace or join those of their zone, the newer one counting', () => {
		const quotes = laid.types.get('ecs.c7.large')?.spot ?? [];
		expect(quotes.map(({zone, perHour, asOf}) => [zone, toDecimal(perHour, 4), asOf])).toEqual([
			['cn-hangzhou-b', '0.1', '2026-01-01'],
			['cn-hangzhou-i', '0.078', SPOT_DAY],
			['cn-hangzhou-j', '0.078', SPOT_DAY],
			['cn-hangzhou-k', '0.078', SPOT_DAY],
			['cn-hangzhou-z', '0.2', '2026-01-01'],
		]);
	});
});

describe('prices of a file that is named for one command', () => {
	const named = (parts: Partial<RegionOverlay>, book = BOOK) =>
		overlaidBook(book, overlay(parts), 'always');

	it('count though they are older', () => {
		const book = named({onDemand: [['CNY', 'ecs.c6.large', '0.1', '2020-01-01', 0]]});
		expect(priceOf(book)).toEqual(['0.1', '2020-01-01', 'list.json']);
	});

	it('take the place of all quotes of a type on spot', () => {
		const book = named({
			spot: [['CNY', 'ecs.c7.large', 'cn-hangzhou-i', '0.3', '2020-01-01', 0]],
		});
		const quotes = book.types.get('ecs.c7.large')?.spot ?? [];
		expect(quotes.map(({zone, perHour}) => [zone, toDecimal(perHour, 4)])).toEqual([
			['cn-hangzhou-i', '0.3'],
		]);
	});

	it('count before advice that was imported', () => {
		const advised = overlaidBook(
			BOOK,
			overlay({advice: [['ecs.c6.large', 'cn-hangzhou-b', 50, '0-3%', '2026-01-01', 0]]}),
		);
		const book = named(
			{spot: [['CNY', 'ecs.c6.large', 'cn-hangzhou-b', '0.039', '2020-01-01', 0]]},
			advised,
		);
		const spotOf = (of: PriceBook) =>
			planOf({chain: {useSpecs: ['ecs.c6.large']}}, of).chain.entries[0]?.spot;
		expect(spotOf(advised)).toMatchObject({basis: 'advice', ratio: fraction(1, 2)});
		// 0.039 ÷ 0.39
		expect(spotOf(book)).toMatchObject({basis: 'quote', ratio: fraction(1, 10)});
	});
});

describe('spot advice that was imported', () => {
	const advised = overlaidBook(
		BOOK,
		overlay({
			advice: [
				['ecs.c7.large', 'cn-hangzhou-b', 20, '0-3%', '2026-01-01', 0],
				['ecs.c7.large', 'cn-hangzhou-i', 30, '3-5%', '2026-01-02', 0],
				['ecs.c7.large', 'cn-hangzhou-j', 10, '0-3%', '2026-01-03', 0],
			],
		}),
	);

	it('beats the quote: its median share of the list price', () => {
		const [entry] = planOf({chain: {useSpecs: ['ecs.c7.large']}}, advised).chain.entries;
		expect(entry?.spot).toMatchObject({basis: 'advice', ratio: fraction(1, 5)});
		// 0.407699 × 20 %
		expect(hourOf(entry?.spot?.rate)).toBe('0.0815398');
	});

	it('moves the estimate of a CPU-MEM size: the median of the shares of its types', () => {
		const book = overlaidBook(
			bookOf([
				offer('ecs.c6.large', 2, 4, '0.4', {spot: ['0.1']}),
				offer('ecs.c7.large', 2, 4, '0.5'),
			]),
			overlay({advice: [['ecs.c7.large', 'cn-hangzhou-b', 50, '0-3%', '2026-01-01', 0]]}),
		);
		const [entry] = planOf({chain: {useSpecs: ['2-4Gi']}}, book).chain.entries;
		// Median list price 0.45 × median of 25 % and 50 %
		expect(hourOf(entry?.spot?.rate)).toBe('0.16875');
		expect(entry?.spot?.basis).toBe('ratio');
	});
});

describe('a monthly subscription that was imported', () => {
	const book = overlaidBook(
		BOOK,
		overlay({subscription: [['CNY', 'ecs.c6.large', 1, '175.5', '2026-01-01', 0]]}),
	);
	const input = {chain: {useSpecs: ['ecs.c6.large']}, workload: {replicas: 1}};

	it('is the price of a reserved instance: 175.5 ÷ 0.39 are 450 hours', () => {
		const plan = planOf(input, book);
		expect(plan.quote.reserved?.hoursPerMonth).toEqual(fraction(450));
		expect(amountOf(plan.quote.reserved?.perMonth)).toBe('175.5');
		expect(factsOf('reserved-price-subscription', plan.prices.quote.diagnostics)).toEqual([
			{type: 'ecs.c6.large', hours: '450', asOf: '2026-01-01'},
		]);
	});

	it('gives way to hours that were set', () => {
		const plan = planOf({...input, reserved: {hoursPerMonth: '400'}}, book);
		expect(plan.quote.reserved?.hoursPerMonth).toEqual(fraction(400));
	});

	it('costs the same with a discount on pay-as-you-go, which it is not', () => {
		const plan = planOf({...input, pricing: {discount: '10%'}}, book);
		expect(amountOf(plan.quote.reserved?.perMonth)).toBe('175.5');
	});

	it('stays under prices that say nothing about it, in either currency', () => {
		const rows = (['CNY', 'USD'] as const).map(
			currency => [currency, 'ecs.c6.large', 1, '73', '2026-01-01', 0] as const,
		);
		const book = overlaidBook(
			overlaidBook(BOOK, overlay({subscription: rows})),
			overlay({
				onDemand: rows.map(([currency, type]) => [currency, type, '0.4', '2026-01-02', 0]),
			}),
			'always',
		);
		const offer = book.types.get('ecs.c6.large');
		expect(offer?.subscription?.perHour).toEqual(decimal('0.1'));
		expect(offer?.foreign?.subscription?.perHour).toEqual(decimal('0.1'));
	});
});

describe('unit prices of ECI that were imported', () => {
	it('count with their day and source', () => {
		const book = overlaidBook(
			BOOK,
			overlay({unitPrices: [['CNY', '0.00005', '0.000006', '2026-01-01', 0]]}),
		);
		const plan = planOf({chain: {useSpecs: ['2-4Gi']}}, book);
		expect(hourOf(plan.chain.entries[0]?.onDemand)).toBe('0.4464');
		expect(plan.prices.sizing).toMatchObject({asOf: '2026-01-01', sources: ['list.json']});
	});
});

describe('laws of overlays', () => {
	it('an empty one changes nothing', () => {
		expect(overlaidBook(BOOK, NOTHING_OVERLAID.overlay)).toBe(BOOK);
	});

	it('one that repeats the prices changes no figure', () => {
		const repeated = overlay({
			onDemand: OFFERS.flatMap(({type, onDemand}) =>
				onDemand?.asOf ? [['CNY', type, toDecimal(onDemand.perHour, 9), onDemand.asOf, 0]] : [],
			),
			spot: OFFERS.flatMap(({type, spot}) =>
				spot.flatMap(({zone, perHour, asOf}) =>
					asOf ? [['CNY', type, zone, toDecimal(perHour, 9), asOf, 0] as const] : [],
				),
			),
		});
		const book = overlaidBook(BOOK, repeated);
		const anyPod = fc.record({
			cpu: fc.constantFrom('1', '2', '4', '7'),
			memory: fc.constantFrom('2Gi', '4Gi', '16Gi'),
			spot: fc.record({strategy: fc.constantFrom('none' as const, 'SpotAsPriceGo' as const)}),
		});
		fc.assert(
			fc.property(anyPod, ({spot, ...resources}) => {
				const input = {spot, containers: [{name: 'app', ...resources}]};
				const [plain, laid] = [planOf(input), planOf(input, book)];
				expect(laid.sizing).toEqual(plain.sizing);
				expect(laid.quote).toEqual(plain.quote);
				expect(laid.chain.useSpecs).toBe(plain.chain.useSpecs);
				expect(laid.prices.quote.asOf).toBe(plain.prices.quote.asOf);
			}),
		);
	});
});
