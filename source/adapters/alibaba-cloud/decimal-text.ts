import {decimal, toDecimal} from '../../domain/units/fraction.ts';

/** Prices have fewer; what stands behind is noise of binary arithmetic at the other end. */
const PLACES = 12;

/** The shortest decimal that reads back as the same number, without an exponent. */
const shortest = (value: number): string => {
	const [, whole = '', places = '', exponent = '0'] =
		/^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
	const digits = whole + places;
	const point = whole.length + Number(exponent);
	if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
	if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
	return `${digits.slice(0, point)}.${digits.slice(point)}`;
};

/** No price comes near it; it bounds the arithmetic. */
const LARGEST = 1e15;

/**
 * A number of JSON as the decimal that a price list would write. Null for what is no price: 0 or less,
 * less than a price can be, or more.
 */
export const decimalText = (value: number): string | null => {
	if (!(value > 0 && value < LARGEST && value >= 10 ** -PLACES)) return null;
	return toDecimal(decimal(shortest(value)), PLACES);
};
