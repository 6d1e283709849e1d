import {
	add,
	compare,
	type Fraction,
	fraction,
	multiply,
	subtract,
	sum,
	toDecimal,
	zero,
} from './fraction.ts';

export const CURRENCIES = ['CNY', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** An exact amount; two currencies never meet in one sum. */
export type Money<C extends Currency = Currency> = {
	readonly currency: C;
	readonly amount: Fraction;
};

/** What one second costs. ECI bills per second; an hourly list price is its 3,600th part, exactly. */
export type Rate<C extends Currency = Currency> = {
	readonly currency: C;
	readonly perSecond: Fraction;
};

export const SECONDS_PER_HOUR = 3600;
/** A month of a price list: 8,760 hours a year ÷ 12. */
export const HOURS_PER_MONTH = 730;
/** Decimals of an amount in JSON and CSV. */
const EXACT_PLACES = 12;

export const money = <C extends Currency>(currency: C, amount: Fraction): Money<C> => ({
	currency,
	amount,
});

const sameCurrency = (a: {currency: Currency}, b: {currency: Currency}) => {
	if (a.currency !== b.currency)
		throw new TypeError(`${a.currency} and ${b.currency} don't add up`);
};

export const addMoney = <C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> => {
	sameCurrency(a, b);
	return money(a.currency, add(a.amount, b.amount));
};

export const subtractMoney = <C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> => {
	sameCurrency(a, b);
	return money(a.currency, subtract(a.amount, b.amount));
};

export const sumMoney = <C extends Currency>(
	currency: C,
	terms: readonly Money<NoInfer<C>>[],
): Money<C> => {
	for (const term of terms) sameCurrency({currency}, term);
	return money(currency, sum(terms.map(term => term.amount)));
};

export const scaleMoney = <C extends Currency>(a: Money<C>, factor: Fraction): Money<C> =>
	money(a.currency, multiply(a.amount, factor));

export const rate = <C extends Currency>(currency: C, perSecond: Fraction): Rate<C> => ({
	currency,
	perSecond,
});

/** A list price per hour as a rate per second. */
export const hourlyRate = <C extends Currency>(currency: C, perHour: Fraction): Rate<C> =>
	rate(currency, multiply(perHour, fraction(1, SECONDS_PER_HOUR)));

export const addRates = <C extends Currency>(a: Rate<C>, b: Rate<NoInfer<C>>): Rate<C> => {
	sameCurrency(a, b);
	return rate(a.currency, add(a.perSecond, b.perSecond));
};

export const scaleRate = <C extends Currency>(a: Rate<C>, factor: Fraction): Rate<C> =>
	rate(a.currency, multiply(a.perSecond, factor));

export const freeRate = <C extends Currency>(currency: C): Rate<C> => rate(currency, zero);

/** What `seconds` of this rate cost, exactly. */
export const overSeconds = <C extends Currency>(a: Rate<C>, seconds: Fraction): Money<C> =>
	money(a.currency, multiply(a.perSecond, seconds));

export const perHour = <C extends Currency>(a: Rate<C>): Money<C> =>
	overSeconds(a, fraction(SECONDS_PER_HOUR));

export const perMonth = <C extends Currency>(a: Rate<C>): Money<C> =>
	overSeconds(a, fraction(SECONDS_PER_HOUR * HOURS_PER_MONTH));

export const compareRates = <C extends Currency>(a: Rate<C>, b: Rate<NoInfer<C>>): number => {
	sameCurrency(a, b);
	return compare(a.perSecond, b.perSecond);
};

/** The amount for machines: plain decimal, at most 12 places, no trailing zeros. */
export const exactAmount = (a: Money): string => toDecimal(a.amount, EXACT_PLACES);
