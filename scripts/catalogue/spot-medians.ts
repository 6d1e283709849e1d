import {familyOf} from '../../source/domain/catalogue/families.ts';
import {median} from '../../source/domain/pricing/spot-price.ts';
import {decimal, divide, type Fraction, toFixed} from '../../source/domain/units/fraction.ts';
import type {Catalogue, SourcePrices} from './compact.ts';

/** Spot over on-demand of the pairs of zone and type that have both. */
export type SpotMedian = {readonly pairs: number; readonly median: string | null};

/** Of all that the source has, and of the families that ECI runs. */
export type SpotMedians = {readonly source: SpotMedian; readonly kept: SpotMedian};

const ratiosOf = ({od, od0, s = {}}: SourcePrices): readonly Fraction[] => {
	const onDemand = od ?? od0;
	if (onDemand === undefined || onDemand <= 0) return [];
	const list = decimal(String(onDemand));
	return Object.values(s)
		.filter(quote => quote > 0)
		.map(quote => divide(decimal(String(quote)), list));
};

const medianOf = (ratios: readonly Fraction[]): SpotMedian => {
	const middle = median(ratios);
	return {pairs: ratios.length, median: middle ? toFixed(middle, 4) : null};
};

type Row = readonly [type: string, prices: SourcePrices];

const mediansOf = (rows: readonly Row[]): SpotMedians => ({
	source: medianOf(rows.flatMap(([, prices]) => ratiosOf(prices))),
	kept: medianOf(rows.flatMap(([type, prices]) => (familyOf(type) ? ratiosOf(prices) : []))),
});

/** The medians of each region, and under `all` of all of them, before and after families are left out. */
export const spotMedians = ({regions}: Catalogue): ReadonlyMap<string, SpotMedians> => {
	const byRegion = Object.entries(regions).map(
		([region, types]) => [region, Object.entries(types)] as const,
	);
	return new Map([
		['all', mediansOf(byRegion.flatMap(([, rows]) => rows))],
		...byRegion.map(([region, rows]) => [region, mediansOf(rows)] as const),
	]);
};
