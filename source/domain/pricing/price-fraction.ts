import type {Fraction} from '../units/fraction.ts';

/** Euclid's, without swaps by destructuring: before the engine has made them fast they take three times as long (measured). */
const divisorOf = (a: number, b: number): number => {
	let divisor = a;
	let rest = b;
	while (rest > 0) {
		const next = divisor % rest;
		divisor = rest;
		rest = next;
	}
	return divisor;
};

/**
 * A price of a price file, spread over so many hours, in lowest terms. Such prices have at most 15 digits,
 * so whole numbers do; with big ones reading a region took most of what it costs at start-up (measured).
 */
export const priceFraction = (text: string, hours = 1): Fraction => {
	const point = text.indexOf('.');
	const places = point < 0 ? 0 : text.length - point - 1;
	const numerator = Number(point < 0 ? text : text.slice(0, point) + text.slice(point + 1));
	const denominator = 10 ** places * hours;
	if (!(Number.isSafeInteger(numerator) && numerator > 0 && Number.isSafeInteger(denominator)))
		throw new TypeError(`Not a price: ${text}`);
	const divisor = divisorOf(denominator, numerator);
	return {
		numerator: BigInt(numerator / divisor),
		denominator: BigInt(denominator / divisor),
	};
};
