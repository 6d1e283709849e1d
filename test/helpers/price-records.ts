import fc from 'fast-check';
import type {SizeRow} from '../../source/domain/pricing/overlay.ts';
import type {ShippedCatalogue} from '../../source/domain/pricing/price-import.ts';
import {INTERRUPTION_BUCKETS, type PriceRecord} from '../../source/domain/pricing/price-record.ts';
import {CURRENCIES} from '../../source/domain/units/money.ts';

const DAY = 86_400;
export const FIRST_DAY = Date.UTC(2026, 9, 1) / 1000;

const SIZES: readonly SizeRow[] = [
	['ecs.c6.large', 2, 4, 0],
	['ecs.c6.xlarge', 4, 8, 0],
	['ecs.g7.2xlarge', 8, 32, 0],
	['ecs.gn6i-c4g1.xlarge', 4, 15, 1],
];

/** Two regions; the second lists half of the types. */
export const CATALOGUE: ShippedCatalogue = {
	types: [],
	regions: ['cn-hangzhou', 'us-east-1'],
	sizeOf: type => SIZES.find(([name]) => name === type) ?? null,
	lists: (region, type) =>
		(region === 'cn-hangzhou' ? SIZES : SIZES.slice(0, 2)).some(([name]) => name === type),
};

export const anyRegionOfPrices = fc.constantFrom(...CATALOGUE.regions);
export const anyTypeOfPrices = fc.constantFrom(...SIZES.map(([type]) => type));

const zonesOf = (region: string): readonly string[] =>
	['a', 'h'].map(letter => `${region}${/\d$/.test(region) ? '' : '-'}${letter}`);

/** A price as a file may hold it and as it is kept, in one. */
export const anyPrice = fc
	.tuple(fc.integer({min: 1, max: 999_999}), fc.integer({min: 0, max: 6}))
	.map(([digits, places]) => {
		const text = String(digits).padStart(places + 1, '0');
		const at = text.length - places;
		return places === 0 ? text : `${text.slice(0, at)}.${text.slice(at)}`.replace(/\.?0+$/, '');
	});

const dateOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);

const anyPlace = anyRegionOfPrices.chain(region =>
	fc.record({region: fc.constant(region), zone: fc.constantFrom(...zonesOf(region))}),
);

const anyCurrency = fc.constantFrom(...CURRENCIES);

/** Prices of days from `first` to `last`, counted from the first. */
export const anyRecord = (first = 0, last = 30): fc.Arbitrary<PriceRecord> => {
	const anyAt = fc
		.integer({min: first * 24, max: last * 24 + 23})
		.map(hours => FIRST_DAY + hours * 3600);
	const anyDay = fc.integer({min: first, max: last}).map(days => dateOf(FIRST_DAY + days * DAY));
	const common = {currency: anyCurrency, type: anyTypeOfPrices, price: anyPrice};
	return fc.oneof(
		fc.record({
			kind: fc.constant('on-demand' as const),
			region: anyRegionOfPrices,
			...common,
			asOf: anyDay,
		}),
		fc.record({
			kind: fc.constant('subscription' as const),
			region: anyRegionOfPrices,
			...common,
			months: fc.constantFrom(1, 2, 12, 36),
			asOf: anyDay,
		}),
		fc
			.tuple(anyPlace, fc.record({kind: fc.constant('spot' as const), ...common, at: anyAt}))
			.map(([place, rest]) => ({...place, ...rest})),
		fc
			.tuple(
				anyPlace,
				fc.record({
					kind: fc.constant('advice' as const),
					type: anyTypeOfPrices,
					percentOfOnDemand: fc.integer({min: 1, max: 100}),
					interruption: fc.constantFrom(...INTERRUPTION_BUCKETS),
					asOf: anyDay,
				}),
			)
			.map(([place, rest]) => ({...place, ...rest})),
		fc.record({
			kind: fc.constant('unit-prices' as const),
			region: anyRegionOfPrices,
			currency: anyCurrency,
			vcpuPerSecond: anyPrice,
			gibPerSecond: anyPrice,
			asOf: anyDay,
		}),
	);
};
