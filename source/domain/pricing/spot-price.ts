import {familyOf} from '../catalogue/families.ts';
import {
	add,
	compare,
	decimal,
	divide,
	type Fraction,
	fraction,
	multiply,
} from '../units/fraction.ts';
import {hourlyRate, type Rate} from '../units/money.ts';
import {type Origin, originOf} from './origin.ts';
import type {DatedPrice, InstanceOffer, PriceBook} from './price-book.ts';

/** How a spot price came about; only `quote` is a price that the catalogue names. */
export type SpotBasis = 'advice' | 'quote' | 'ratio' | 'assumed';

export type SpotPrice = {
	readonly rate: Rate;
	readonly basis: SpotBasis;
	/** Spot over on-demand, at most 1. */
	readonly ratio: Fraction;
	/** The list prices, quotes and advice behind it. */
	readonly from: readonly Origin[];
};

/** Used where nothing better is known [facts/simulation §3]; every output prints it. */
export const ASSUMED_SPOT_RATIO = decimal('0.25');

/** The middle value, or the mean of the two middle ones. Undefined for an empty list. */
export const median = (values: readonly Fraction[]): Fraction | undefined => {
	const sorted = values.toSorted(compare);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.ceil(sorted.length / 2) - 1];
	return upper && lower ? divide(add(lower, upper), fraction(2)) : undefined;
};

const atMostOne = (ratio: Fraction): Fraction =>
	compare(ratio, fraction(1)) > 0 ? fraction(1) : ratio;

/** Pay-as-you-go before own terms: spot is a discount on the list. */
export const listPrice = ({list, onDemand}: InstanceOffer): DatedPrice | null => list ?? onDemand;

type Discount = {
	readonly ratio: Fraction;
	readonly basis: 'advice' | 'quote';
	readonly from: readonly Origin[];
};

/** Advice of 30 days where it was imported, else the median of the zones' quotes over the list price. */
const discountOf = (offer: InstanceOffer): Discount | null => {
	const advised = median((offer.advice ?? []).map(({ratio}) => ratio));
	if (advised && !offer.areQuotesFirst)
		return {ratio: atMostOne(advised), basis: 'advice', from: (offer.advice ?? []).map(originOf)};
	const quote = median(offer.spot.map(({perHour}) => perHour));
	const list = listPrice(offer);
	return quote && list
		? {
				ratio: atMostOne(divide(quote, list.perHour)),
				basis: 'quote',
				from: offer.spot.map(originOf),
			}
		: null;
};

/** The spot price of an ECS type, else the assumed ratio; null without an on-demand price. */
export const spotPriceOfType = (offer: InstanceOffer, book: PriceBook): SpotPrice | null => {
	const list = listPrice(offer);
	if (!list) return null;
	const discount = discountOf(offer);
	const ratio = discount?.ratio ?? ASSUMED_SPOT_RATIO;
	return {
		rate: hourlyRate(book.currency, multiply(list.perHour, ratio)),
		basis: discount?.basis ?? 'assumed',
		ratio,
		from: [originOf(list), ...(discount?.from ?? [])],
	};
};

/** CPU-MEM sizes run on ordinary x86 types, never on GPU, local disks or shared CPUs [D-ANN-old]. */
const isOrdinary = ({type}: InstanceOffer): boolean => {
	const family = familyOf(type);
	return (
		family !== undefined &&
		!['gpu', 'virtual-gpu', 'arm', 'shared', 'big-data', 'local-nvme'].includes(family.class)
	);
};

/** The ordinary ECS types of exactly this size that have a price. */
export const typesOfSize = (
	{vcpu, memoryGiB}: {readonly vcpu: number; readonly memoryGiB: number},
	book: PriceBook,
): readonly InstanceOffer[] =>
	[...book.types.values()].filter(
		offer =>
			offer.vcpu === vcpu &&
			offer.memoryGiB === memoryGiB &&
			listPrice(offer) !== null &&
			isOrdinary(offer),
	);

/**
 * The estimated spot price of a CPU-MEM size: a discount on the ECS types behind it, not on the
 * CPU-MEM price [facts §3.8]. The median ratio of those types times their median on-demand price.
 */
export const spotPriceOfSize = (
	size: {readonly vcpu: number; readonly memoryGiB: number},
	book: PriceBook,
): SpotPrice | null => {
	const types = typesOfSize(size, book);
	const lists = types.flatMap(type => listPrice(type) ?? []);
	const onDemand = median(lists.map(({perHour}) => perHour));
	if (!onDemand) return null;
	const discounts = types.flatMap(type => discountOf(type) ?? []);
	const known = median(discounts.map(({ratio}) => ratio));
	const ratio = known ?? ASSUMED_SPOT_RATIO;
	return {
		rate: hourlyRate(book.currency, multiply(onDemand, ratio)),
		basis: known ? 'ratio' : 'assumed',
		ratio,
		from: [...lists.map(originOf), ...discounts.flatMap(({from}) => from)],
	};
};
