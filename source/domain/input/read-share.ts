import type {Log} from '../rules/log.ts';
import {
	compare,
	type Fraction,
	fraction,
	multiply,
	one,
	parseDecimal,
	zero,
} from '../units/fraction.ts';

/** `99.9%` or `0.999`; null, with a diagnostic, for anything below 0 or above 1. */
export const readShare = (text: string, path: string, log: Log): Fraction | null => {
	const trimmed = text.trim();
	const isPercent = trimmed.endsWith('%');
	const number = parseDecimal(isPercent ? trimmed.slice(0, -1).trim() : trimmed);
	const share = number && isPercent ? multiply(number, fraction(1, 100)) : number;
	if (share && compare(share, zero) >= 0 && compare(share, one) <= 0) return share;
	const couldBePercent =
		number && !isPercent && compare(number, one) > 0 && compare(number, fraction(100)) <= 0;
	log.add('share-invalid', {value: text, suggestion: couldBePercent ? `${trimmed}%` : null}, path);
	return null;
};

/** An amount an hour, above 0. */
export const readPrice = (text: string, path: string, log: Log): Fraction | null => {
	const price = parseDecimal(text.trim());
	if (price && compare(price, zero) > 0) return price;
	log.add('price-cap-invalid', {value: text}, path);
	return null;
};
