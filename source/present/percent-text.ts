import {
	compare,
	type Fraction,
	fraction,
	isZero,
	multiply,
	one,
	subtract,
	toDecimal,
	toNumber,
	zero,
} from '../domain/units/fraction.ts';

const HUNDRED = fraction(100);
const MAX_PLACES = 6;
/** No share that is read has more digits, so that one that somebody wrote is never rounded. */
const WRITTEN_PLACES = 102;

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

/** Places that a share above 0 is told from 0 by, as far as they go. */
const placesAbove = (share: Fraction, places: number): number =>
	places < WRITTEN_PLACES && isZero(cutTo(share, places)) ? placesAbove(share, places + 1) : places;

/** `95 %`, `99.96 %`, `99.992 %`; 100 % for certainty alone, 0 % for what never is. */
export const chanceText = (share: Fraction): string => {
	const isEnd = compare(share, one) >= 0 || compare(share, zero) <= 0;
	const places = isEnd ? 0 : placesAbove(share, placesFor(share));
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

/** A share that is reckoned, to a tenth: `19.1 %`. */
export const ratioText = (share: Fraction): string => `${toDecimal(multiply(share, HUNDRED), 1)} %`;

/** A share that somebody asked for, with all its digits: `99.99999999 %`. */
export const shareText = (share: Fraction): string =>
	`${toDecimal(multiply(share, HUNDRED), WRITTEN_PLACES)} %`;

/** The nearest number of JSON; 1 for certainty alone. */
export const chanceNumber = (share: Fraction): number => {
	const nearest = toNumber(share);
	return nearest === 1 && compare(share, one) < 0 ? 1 - Number.EPSILON / 2 : nearest;
};

const DATA_PLACES = 12;

/** For tables that machines read, cut like the text. */
export const chanceData = (share: Fraction): string =>
	toDecimal(multiply(cutTo(share, DATA_PLACES - 2), fraction(1, 100)), DATA_PLACES);
