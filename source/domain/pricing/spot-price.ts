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
import type {InstanceOffer, IsoDate, PriceBook} from './price-book.ts';

/** How a spot price came about; only `quote` is a price that the catalogue names. */
export type SpotBasis = 'quote' | 'ratio' | 'assumed';

export type SpotPrice = {
	readonly rate: Rate;
	readonly basis: SpotBasis;
	/** Spot over on-demand, at most 1. */
	readonly ratio: Fraction;
	/** The oldest day of the list prices and quotes behind it. */
	readonly asOf: IsoDate | null;
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

/** The median of the zones' quotes over on-demand; quotes above on-demand mean no discount. */
const quotedRatio = ({onDemand, spot}: InstanceOffer): Fraction | undefined => {
	const quote = median(spot.map(({perHour}) => perHour));
	return quote && onDemand ? atMostOne(divide(quote, onDemand.perHour)) : undefined;
};

const oldestDay = (offers: readonly InstanceOffer[]): IsoDate | null =>
	offers
		.flatMap(({onDemand, spot}) => [...(onDemand ? [onDemand] : []), ...spot])
		.map(({asOf}) => asOf)
		.toSorted()[0] ?? null;

/** The spot price of an ECS type: its quote, else the assumed ratio; null without an on-demand price. */
export const spotPriceOfType = (offer: InstanceOffer, book: PriceBook): SpotPrice | null => {
	if (!offer.onDemand) return null;
	const quoted = quotedRatio(offer);
	const ratio = quoted ?? ASSUMED_SPOT_RATIO;
	return {
		rate: hourlyRate(book.currency, multiply(offer.onDemand.perHour, ratio)),
		basis: quoted ? 'quote' : 'assumed',
		ratio,
		asOf: oldestDay([offer]),
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
			offer.onDemand !== null &&
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
	const onDemand = median(types.flatMap(({onDemand: price}) => (price ? [price.perHour] : [])));
	if (!onDemand) return null;
	const quoted = median(types.flatMap(type => quotedRatio(type) ?? []));
	const ratio = quoted ?? ASSUMED_SPOT_RATIO;
	return {
		rate: hourlyRate(book.currency, multiply(onDemand, ratio)),
		basis: quoted ? 'ratio' : 'assumed',
		ratio,
		asOf: oldestDay(types),
	};
};
