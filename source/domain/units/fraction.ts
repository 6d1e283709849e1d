/** An exact rational number in lowest terms. The denominator is positive. */
export type Fraction = {readonly numerator: bigint; readonly denominator: bigint};

const LARGEST_NUMBER = BigInt(Number.MAX_SAFE_INTEGER);

/** Euclid's; in plain numbers as soon as both fit, which is several times faster. */
const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
	let x = a < 0n ? -a : a;
	let y = b;
	while (y > LARGEST_NUMBER || x > LARGEST_NUMBER) {
		if (y === 0n) return x;
		const rest = x % y;
		x = y;
		y = rest;
	}
	let p = Number(x);
	let q = Number(y);
	while (q !== 0) {
		const rest = p % q;
		p = q;
		q = rest;
	}
	return BigInt(p);
};

/** The fraction `numerator / denominator`; the denominator must not be 0. */
export const fraction = (
	numerator: bigint | number,
	denominator: bigint | number = 1n,
): Fraction => {
	let n = BigInt(numerator);
	let d = BigInt(denominator);
	if (d === 0n) throw new RangeError('A fraction has no denominator of 0');
	if (d < 0n) {
		n = -n;
		d = -d;
	}
	const divisor = greatestCommonDivisor(n, d);
	return {numerator: n / divisor, denominator: d / divisor};
};

export const zero: Fraction = {numerator: 0n, denominator: 1n};
export const one: Fraction = {numerator: 1n, denominator: 1n};

export const add = (a: Fraction, b: Fraction): Fraction =>
	fraction(
		a.numerator * b.denominator + b.numerator * a.denominator,
		a.denominator * b.denominator,
	);

export const subtract = (a: Fraction, b: Fraction): Fraction =>
	add(a, {numerator: -b.numerator, denominator: b.denominator});

export const multiply = (a: Fraction, b: Fraction): Fraction =>
	fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const divide = (a: Fraction, b: Fraction): Fraction =>
	fraction(a.numerator * b.denominator, a.denominator * b.numerator);

/** Negative when `a < b`, 0 when equal, positive when `a > b`. */
export const compare = (a: Fraction, b: Fraction): number => {
	const difference = a.numerator * b.denominator - b.numerator * a.denominator;
	if (difference === 0n) return 0;
	return difference < 0n ? -1 : 1;
};

export const isZero = (a: Fraction): boolean => a.numerator === 0n;

export const sum = (terms: readonly Fraction[]): Fraction => terms.reduce(add, zero);

/** The smallest whole number that is not below `a`. */
export const ceiling = (a: Fraction): bigint => {
	const quotient = a.numerator / a.denominator;
	return a.numerator > 0n && quotient * a.denominator !== a.numerator ? quotient + 1n : quotient;
};

/** Longer texts are no decimals; it bounds the arithmetic on what users type. */
const MAX_DECIMAL_LENGTH = 100;

/** Reads `12`, `0.25`, `.5` or `-3.10` exactly; exponents and anything else are not decimals. */
export const parseDecimal = (text: string): Fraction | undefined => {
	const match = /^(?<sign>[-+]?)(?<whole>\d*)(?:\.(?<places>\d*))?$/.exec(text);
	const {sign = '', whole = '', places = ''} = match?.groups ?? {};
	if ((whole === '' && places === '') || text.length > MAX_DECIMAL_LENGTH) return undefined;
	const digits = BigInt(whole + places);
	return fraction(sign === '-' ? -digits : digits, 10n ** BigInt(places.length));
};

/** A literal of the source code; throws when it is no decimal, which is a bug. */
export const decimal = (literal: string): Fraction => {
	const value = parseDecimal(literal);
	if (!value) throw new TypeError(`Not a decimal: ${literal}`);
	return value;
};

/** Rounded to `places` decimals, ties to the even digit. */
export const roundHalfEven = (a: Fraction, places: number): Fraction => {
	const scale = 10n ** BigInt(places);
	const scaled = a.numerator * scale;
	const magnitude = scaled < 0n ? -scaled : scaled;
	const quotient = magnitude / a.denominator;
	const twice = (magnitude % a.denominator) * 2n;
	const up = twice > a.denominator || (twice === a.denominator && quotient % 2n === 1n);
	const rounded = up ? quotient + 1n : quotient;
	return fraction(scaled < 0n ? -rounded : rounded, scale);
};

/** With exactly `places` decimals, rounded half to even; never an exponent, never `-0`. */
export const toFixed = (a: Fraction, places: number): string => {
	const {numerator, denominator} = roundHalfEven(a, places);
	const scaled = (numerator * 10n ** BigInt(places)) / denominator;
	const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
	const sign = scaled < 0n ? '-' : '';
	if (places === 0) return sign + digits;
	return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

/** The shortest decimal with at most `maxPlaces` decimals. */
export const toDecimal = (a: Fraction, maxPlaces: number): string => {
	const text = toFixed(a, maxPlaces);
	if (!text.includes('.')) return text;
	return text.replace(/\.?0+$/, '');
};

const bitLength = (a: bigint): number => a.toString(16).length * 4;

/** The nearest binary float: for charts, sorting hints and JSON numbers, never for money. */
export const toNumber = ({numerator, denominator}: Fraction): number => {
	const magnitude = numerator < 0n ? -numerator : numerator;
	const limit = BigInt(Number.MAX_SAFE_INTEGER);
	if (magnitude <= limit && denominator <= limit) return Number(numerator) / Number(denominator);
	const shift = Math.max(0, 64 + bitLength(denominator) - bitLength(magnitude));
	const scaled = magnitude << BigInt(shift);
	// The lowest bit stands for whatever the division cuts off, so that no false tie is rounded to even.
	const sticky = scaled % denominator === 0n ? 0n : 1n;
	const nearest = Number((scaled / denominator) | sticky) / 2 ** shift;
	return numerator < 0n ? -nearest : nearest;
};
