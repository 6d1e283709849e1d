import type {OwnPrice, PricingRequest} from '../input/plan-request.ts';
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
import {type Currency, type Rate, rate, scaleRate} from '../units/money.ts';
import type {Origin} from './origin.ts';
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

/** Own prices that count: those in the currency of the plan, and with an exchange rate the others. */
export const countingPrices = (
	{prices, yuanPerDollar}: PricingRequest,
	currency: Currency,
): PricingRequest['prices'] =>
	yuanPerDollar ? prices : new Map([...prices].filter(([, own]) => own.currency === currency));

const checkPrices = (book: PriceBook, request: PricingRequest, log: Log) => {
	const counting = countingPrices(request, book.currency);
	for (const [type, {currency}] of request.prices) {
		const place = `pricing.prices.${type}`;
		if (!book.types.has(type))
			log.add(
				'own-price-unknown',
				{type, region: book.region, suggestion: nearest(type, [...book.types.keys()])},
				place,
			);
		else if (!counting.has(type))
			log.add('own-price-foreign', {type, from: currency, to: book.currency}, place);
	}
};

/** An own price in the currency of the plan. */
const ownPrice = ({perHour, currency}: OwnPrice, to: Currency, factor: Fraction): DatedPrice => {
	const price: DatedPrice = {perHour, asOf: null, source: OWN_SOURCE};
	return currency === to ? price : convertedPrice(price, factor);
};

/** Own prices and the discount on the list price; the list itself stays beside them for spot. */
const withTerms = (offer: InstanceOffer, kept: Fraction, own: DatedPrice | null): InstanceOffer => {
	const {onDemand: list} = offer;
	if (own) return {...offer, onDemand: own, list: list ?? own};
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
	checkPrices(book, request, log);
	const market = withRate(book, request.yuanPerDollar);
	const {discount, yuanPerDollar} = request;
	const prices = countingPrices(request, book.currency);
	if (isZero(discount) && prices.size === 0) return market;
	const kept = subtract(one, discount);
	const factor = yuanPerDollar ? factorTo(book, yuanPerDollar) : one;
	const ownOf = (type: string): DatedPrice | null => {
		const own = prices.get(type);
		return own ? ownPrice(own, book.currency, factor) : null;
	};
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
			[...market.types].map(([type, offer]) => [type, withTerms(offer, kept, ownOf(type))]),
		),
	};
};

/** Whether a person gave the price. */
export const isOwn = ({source}: Pick<Origin, 'source'>): boolean => source === OWN_SOURCE;

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
