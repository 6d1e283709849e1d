import type {Log} from '../rules/log.ts';
import {compare, type Fraction, fraction, multiply, parseDecimal, zero} from '../units/fraction.ts';
import {CURRENCIES, type Currency} from '../units/money.ts';
import type {PlanInput} from './plan-input.ts';
import type {OwnPrice, PricingRequest} from './plan-request.ts';

const HUNDRED = fraction(100);

/** `15%` as 0.15; a price of nothing is no discount. */
const readDiscount = (text: string, log: Log): Fraction => {
	const [, digits = ''] = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text) ?? [];
	const percent = parseDecimal(digits);
	if (percent && compare(percent, HUNDRED) < 0) return multiply(percent, fraction(1, 100));
	const bare = parseDecimal(text);
	const isPercent = bare && compare(bare, fraction(1)) >= 0 && compare(bare, HUNDRED) < 0;
	log.add(
		'discount-invalid',
		{value: text, suggestion: isPercent ? `${text.trim()}%` : null},
		'pricing.discount',
	);
	return zero;
};

/** A price that names no currency is in that of the price lists that ship, for every region the China site's. */
const LIST_CURRENCY: Currency = 'CNY';

/** `0.35`, `0.35CNY` or `0.049 usd`; null for what is no price. */
const readPrice = (text: string): OwnPrice | null => {
	const [, digits = '', name] = /^\s*([\d.]+)\s*([a-z]{3})?\s*$/i.exec(text) ?? [];
	const perHour = parseDecimal(digits);
	const currency = name ? CURRENCIES.find(each => each === name.toUpperCase()) : LIST_CURRENCY;
	return perHour && currency && compare(perHour, zero) > 0 ? {perHour, currency} : null;
};

const readPrices = (prices: Readonly<Record<string, string>>, log: Log): PricingRequest['prices'] =>
	new Map(
		Object.entries(prices).flatMap(([type, text]) => {
			const price = readPrice(text);
			if (price) return [[type, price] as const];
			log.add('own-price-invalid', {type, value: text}, `pricing.prices.${type}`);
			return [];
		}),
	);

/** More yuan for a dollar, or fewer, than these is a rate the wrong way round. */
const PLAUSIBLE_YUAN = [fraction(1), fraction(100)] as const;

const readRate = (text: string, log: Log): Fraction | null => {
	const rate = parseDecimal(text.trim());
	const [least, most] = PLAUSIBLE_YUAN;
	if (rate && compare(rate, least) > 0 && compare(rate, most) < 0) return rate;
	log.add('exchange-rate-invalid', {value: text}, 'pricing.yuanPerDollar');
	return null;
};

export const readPricing = (
	{discount, prices = {}, yuanPerDollar}: NonNullable<PlanInput['pricing']>,
	log: Log,
): PricingRequest => ({
	discount: discount === undefined ? zero : readDiscount(discount, log),
	prices: readPrices(prices, log),
	yuanPerDollar: yuanPerDollar === undefined ? null : readRate(yuanPerDollar, log),
});
