import {decimal, type Fraction, fraction, toDecimal, toFixed} from '../domain/units/fraction.ts';
import {type Currency, type Money, money} from '../domain/units/money.ts';

/** From here on floats are whole, and `toFixed` writes exponents. */
const WHOLE = 1e21;
const ESTIMATE_PLACES = 6;
const FINEST_PLACES = 12;
const ERROR_DIGITS = 9;

const roundedFloat = (value: number, places: number): Fraction =>
	Math.abs(value) < WHOLE ? decimal(value.toFixed(places)) : fraction(BigInt(value));

/** A float as a plain decimal without trailing zeros: never an exponent, never `-0`. */
export const plainDecimal = (value: number, maxPlaces: number): string =>
	toDecimal(roundedFloat(value, maxPlaces), maxPlaces);

/** The same with exactly `places` decimals. */
export const fixedDecimal = (value: number, places: number): string =>
	toFixed(roundedFloat(value, places), places);

/** An estimated amount for machines: finer than a millionth it means nothing. */
export const estimateText = (value: number): string => plainDecimal(value, ESTIMATE_PLACES);

/** A standard error for machines: nine digits are the same on every machine. */
export const errorText = (value: number): string =>
	plainDecimal(Number(value.toPrecision(ERROR_DIGITS)), FINEST_PLACES);

/** A share or a count for machines, as a number. */
export const estimateNumber = (value: number): number => Number(value.toPrecision(ERROR_DIGITS));

/** An estimated amount, for texts that show money. */
export const estimatedMoney = (currency: Currency, value: number): Money =>
	money(currency, roundedFloat(value, FINEST_PLACES));

/** A share as an exact number, for texts that show chances. */
export const shareFraction = (share: number): Fraction => roundedFloat(share, FINEST_PLACES);
