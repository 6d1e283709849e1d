import {compareRates, hourlyRate} from '../units/money.ts';
import type {InstanceOffer, PriceBook} from './price-book.ts';
import {type SpotPrice, spotPriceOfType} from './spot-price.ts';

/** From the least to the most, both included; null where there is no bound. */
export type Range = {readonly least: number | null; readonly most: number | null};

/** Null and empty lists leave every type. */
export type PriceFilter = {
	/** Exact names: `c6` is not `c6e`. */
	readonly families: readonly string[];
	/** Last part of the type's name, `xlarge`. */
	readonly sizes: readonly string[];
	readonly vcpu: Range | null;
	readonly memoryGiB: Range | null;
	readonly gpu: Range | null;
};

export const PRICE_ORDERS = ['type', 'price', 'spot', 'discount', 'vcpu', 'memory'] as const;
export type PriceOrder = (typeof PRICE_ORDERS)[number];

/** One type with the spot price that plans reckon with; null where nobody quotes one. */
export type PriceRow = {readonly offer: InstanceOffer; readonly spot: SpotPrice | null};

const NUMBER = /^\d+(?:\.\d+)?$/;

/** Reads `2`, `2-8`, `4-` (at least) and `-8` (at most); undefined for anything else. */
export const parseRange = (text: string): Range | undefined => {
	const [, least = '', dash = '', most = ''] =
		/^\s*([\d.]*)\s*(-?)\s*([\d.]*)\s*$/.exec(text) ?? [];
	if (![least, most].every(bound => bound === '' || NUMBER.test(bound))) return undefined;
	if (least === '' && most === '') return undefined;
	if (dash === '') return most === '' ? {least: Number(least), most: Number(least)} : undefined;
	const range = {
		least: least === '' ? null : Number(least),
		most: most === '' ? null : Number(most),
	};
	return range.least !== null && range.most !== null && range.least > range.most
		? undefined
		: range;
};

const isWithin = (value: number, range: Range | null): boolean =>
	range === null || (value >= (range.least ?? value) && value <= (range.most ?? value));

const sizeOf = ({type}: InstanceOffer): string => type.split('.').at(-1) ?? '';

const isListed = (offer: InstanceOffer, filter: PriceFilter): boolean =>
	(filter.families.length === 0 || filter.families.includes(offer.family)) &&
	(filter.sizes.length === 0 || filter.sizes.includes(sizeOf(offer))) &&
	isWithin(offer.vcpu, filter.vcpu) &&
	isWithin(offer.memoryGiB, filter.memoryGiB) &&
	isWithin(offer.gpu, filter.gpu);

type Compare = (a: PriceRow, b: PriceRow) => number;

/** What has no value comes last, whatever the direction. */
const byKnown =
	<T>(keyOf: (row: PriceRow) => T | null, compare: (a: T, b: T) => number, sign: 1 | -1): Compare =>
	(a, b) => {
		const [left, right] = [keyOf(a), keyOf(b)];
		if (left === null || right === null) return Number(left === null) - Number(right === null);
		return sign * compare(left, right);
	};

const byNumber = (a: number, b: number): number => a - b;

const comparison = (order: PriceOrder, {currency}: PriceBook, sign: 1 | -1): Compare => {
	switch (order) {
		case 'type':
			return (a, b) => sign * (a.offer.type < b.offer.type ? -1 : 1);
		case 'price':
			return byKnown(
				({offer: {onDemand}}) => onDemand && hourlyRate(currency, onDemand.perHour),
				compareRates,
				sign,
			);
		case 'spot':
			return byKnown(({spot}) => spot?.rate ?? null, compareRates, sign);
		case 'discount':
			return byKnown(({spot}) => spot && hourlyRate(currency, spot.ratio), compareRates, sign);
		case 'vcpu':
			return byKnown(({offer}) => offer.vcpu, byNumber, sign);
		case 'memory':
			return byKnown(({offer}) => offer.memoryGiB, byNumber, sign);
	}
};

const byType: Compare = (a, b) => (a.offer.type < b.offer.type ? -1 : 1);

/** The types of a region that pass the filter, in order; equal ones by name. */
export const listPrices = (
	book: PriceBook,
	filter: PriceFilter,
	order: PriceOrder,
	isDescending: boolean,
): readonly PriceRow[] => {
	const compare = comparison(order, book, isDescending ? -1 : 1);
	return [...book.types.values()]
		.filter(offer => isListed(offer, filter))
		.map(offer => {
			const spot = spotPriceOfType(offer, book);
			return {offer, spot: spot?.basis === 'assumed' ? null : spot};
		})
		.sort((a, b) => compare(a, b) || byType(a, b));
};
