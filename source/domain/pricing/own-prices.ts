import type {PricingRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import {
	compare,
	divide,
	type Fraction,
	isZero,
	multiply,
	one,
	subtract,
} from '../units/fraction.ts';
import {type Rate, rate, scaleRate} from '../units/money.ts';
import type {DatedPrice, InstanceOffer, PriceBook, TypePrices} from './price-book.ts';

/** Prices of the other currency are multiplied by this. */
const factorTo = ({currency}: PriceBook, yuanPerDollar: Fraction): Fraction =>
	currency === 'CNY' ? yuanPerDollar : divide(one, yuanPerDollar);

const convertedPrice = <P extends DatedPrice>(price: P, factor: Fraction): P => ({
	...price,
	perHour: multiply(price.perHour, factor),
	isConverted: true,
});

const converted = (offer: InstanceOffer, factor: Fraction): InstanceOffer => {
	const {foreign} = offer;
	if (!foreign) return offer;
	const subscription = offer.subscription ?? foreign.subscription;
	const prices: TypePrices = {
		onDemand: offer.onDemand ?? (foreign.onDemand && convertedPrice(foreign.onDemand, factor)),
		spot:
			offer.spot.length > 0 ? offer.spot : foreign.spot.map(price => convertedPrice(price, factor)),
	};
	return {
		...offer,
		...prices,
		...(subscription && {
			subscription: offer.subscription ?? convertedPrice(subscription, factor),
		}),
	};
};

/** Fills in prices that are known in the other currency only, at the given rate. */
const withRate = (book: PriceBook, yuanPerDollar: Fraction | null): PriceBook => {
	if (!yuanPerDollar) return book;
	const factor = factorTo(book, yuanPerDollar);
	const {ephemeralGiB, foreignEphemeralGiB} = book.cpuMem;
	const foreign = foreignEphemeralGiB && multiply(foreignEphemeralGiB.perSecond, factor);
	return {
		...book,
		cpuMem: {
			...book.cpuMem,
			ephemeralGiB: ephemeralGiB ?? (foreign && rate(book.currency, foreign)),
		},
		types: new Map([...book.types].map(([type, offer]) => [type, converted(offer, factor)])),
	};
};

const checkTypes = (book: PriceBook, prices: PricingRequest['prices'], log: Log) => {
	for (const [type] of prices)
		if (!book.types.has(type))
			log.add(
				'own-price-unknown',
				{type, region: book.region, suggestion: nearest(type, [...book.types.keys()])},
				`pricing.prices.${type}`,
			);
};

/** Own prices and the discount on the list price; the list itself stays beside them for spot. */
const withTerms = (
	offer: InstanceOffer,
	kept: Fraction,
	prices: PricingRequest['prices'],
): InstanceOffer => {
	const own = prices.get(offer.type);
	const {onDemand: list} = offer;
	if (own) {
		const price: DatedPrice = {perHour: own, asOf: null, source: OWN_SOURCE};
		return {...offer, onDemand: price, list: list ?? price};
	}
	return list
		? {...offer, onDemand: {...list, perHour: multiply(list.perHour, kept)}, list}
		: offer;
};

/** Names the source of prices that a person gave. */
const OWN_SOURCE = 'own prices';

/**
 * The prices that a plan reckons with: those of the other currency converted where a rate is given,
 * pay-as-you-go less the discount, and own prices in place of the list's. Spot stays as it is: it
 * follows the market, not the contract.
 */
export const ownBook = (book: PriceBook, request: PricingRequest, log: Log): PriceBook => {
	checkTypes(book, request.prices, log);
	const market = withRate(book, request.yuanPerDollar);
	const {discount, prices} = request;
	if (isZero(discount) && prices.size === 0) return market;
	const kept = subtract(one, discount);
	const less = (price: Rate): Rate => scaleRate(price, kept);
	const {cpuMem} = market;
	return {
		...market,
		cpuMem: {
			...cpuMem,
			vcpu: less(cpuMem.vcpu),
			memoryGiB: less(cpuMem.memoryGiB),
			ephemeralGiB: cpuMem.ephemeralGiB && less(cpuMem.ephemeralGiB),
		},
		types: new Map(
			[...market.types].map(([type, offer]) => [type, withTerms(offer, kept, prices)]),
		),
	};
};

/** How a price came to differ from what the list or the market says. */
export const PRICE_CHANGES = ['own', 'discount', 'converted'] as const;
export type PriceChange = (typeof PRICE_CHANGES)[number];

const conversionOf = ({isConverted}: DatedPrice): PriceChange | null =>
	isConverted ? 'converted' : null;

/** Of any price of a type; null for one that stands as it was read. */
export const changeOf = (
	price: DatedPrice,
	{onDemand, list}: InstanceOffer,
): PriceChange | null => {
	if (price !== onDemand || !list) return conversionOf(price);
	if (price.source === OWN_SOURCE) return 'own';
	return compare(price.perHour, list.perHour) === 0 ? conversionOf(price) : 'discount';
};
