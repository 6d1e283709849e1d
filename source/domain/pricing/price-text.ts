import {
	compare,
	decimal,
	type Fraction,
	fraction,
	multiply,
	parseDecimal,
	subtract,
	toDecimal,
} from '../units/fraction.ts';

/** So many digits fit into a binary float, and so into every program that reads our JSON. */
const MAX_DIGITS = 15;
const MAX_PLACES = 12;
const MAX_WHOLE_DIGITS = 9;
/** A price that is written with an exponent is no larger and no finer than this. */
const MAX_EXPONENT = 20;
/** Longer texts are no prices. */
const MAX_LENGTH = 60;

/** How far a binary float is from the decimal that it stands for. */
const NOISE = fraction(1, 2 ** 52);

const CANONICAL = /^(?:0|[1-9]\d{0,8})(?:\.\d{0,11}[1-9])?$/;

/** `4.9e-5` → `0.000049`; anything else as it is. */
const withoutExponent = (text: string): string => {
	const match = /^(\d*)\.?(\d*)[eE]([-+]?\d{1,3})$/.exec(text);
	if (!match) return text;
	const [, whole = '', places = '', exponent = ''] = match;
	const shift = Number(exponent);
	if (whole + places === '' || Math.abs(shift) > MAX_EXPONENT) return text;
	const digits = '0'.repeat(MAX_EXPONENT) + whole + places + '0'.repeat(MAX_EXPONENT);
	const point = MAX_EXPONENT + whole.length + shift;
	return `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/^0+(?=\d)/, '');
};

/** What binary arithmetic leaves behind: `0.30000000000000004` is 0.3. Anything more is a part of the price. */
const isNoise = (amount: Fraction, rounded: Fraction): boolean =>
	[subtract(amount, rounded), subtract(rounded, amount)].every(
		error => compare(error, multiply(amount, NOISE)) <= 0,
	);

/**
 * A price as files write it, as a plain decimal above 0: `" 0.390 "` → `0.39`, `4.9e-5` → `0.000049`.
 * At most twelve places, fewer where the whole part is long; null for what has more, and for what is no price.
 */
export const priceText = (value: unknown): string | null => {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim();
	if (text.length > MAX_LENGTH) return null;
	if (CANONICAL.test(text) && text !== '0' && text.length <= MAX_DIGITS) return text;
	const amount = parseDecimal(withoutExponent(text));
	if (!amount || amount.numerator <= 0n) return null;
	const wholeDigits = String(amount.numerator / amount.denominator).length;
	if (wholeDigits > MAX_WHOLE_DIGITS) return null;
	const rounded = toDecimal(amount, Math.min(MAX_PLACES, MAX_DIGITS - wholeDigits));
	return isNoise(amount, decimal(rounded)) ? rounded : null;
};
