import {
	compare,
	type Fraction,
	fraction,
	multiply,
	one,
	subtract,
	toDecimal,
	zero,
} from '../domain/units/fraction.ts';

const HUNDRED = fraction(100);
const MAX_PLACES = 6;

/** Cut, not rounded: a chance is never said to be higher than it is. */
const cutTo = (share: Fraction, places: number): Fraction => {
	const scale = 10n ** BigInt(places);
	const {numerator, denominator} = multiply(share, HUNDRED);
	return fraction((numerator * scale) / denominator, scale);
};

/** Places that show what is missing to 100 % with two digits. */
const placesFor = (share: Fraction): number => {
	const missing = multiply(subtract(one, share), HUNDRED);
	let places = 1;
	while (
		places < MAX_PLACES &&
		compare(multiply(missing, fraction(10n ** BigInt(places - 1))), one) < 0
	)
		places += 1;
	return places;
};

/** `95 %`, `99.96 %`, `99.992 %`; 100 % for certainty alone. */
export const chanceText = (share: Fraction): string => {
	const isEnd = compare(share, one) >= 0 || compare(share, zero) <= 0;
	const places = isEnd ? 0 : placesFor(share);
	return `${toDecimal(cutTo(share, places), places)} %`;
};

/** What is left to certainty, `0.04 %` beside `99.96 %`: rounded up, so that a risk is never said to be lower than it is. */
export const riskText = (share: Fraction): string => {
	const chance = subtract(one, share);
	const isEnd = compare(chance, one) >= 0 || compare(chance, zero) <= 0;
	if (isEnd) return chanceText(share);
	const places = placesFor(chance);
	return `${toDecimal(subtract(HUNDRED, cutTo(chance, places)), places)} %`;
};

/** Places of a share that somebody wrote. */
const WRITTEN_PLACES = 18;

/** A share that somebody asked for, with all its digits: `99.99999999 %`. */
export const shareText = (share: Fraction): string =>
	`${toDecimal(multiply(share, HUNDRED), WRITTEN_PLACES)} %`;
