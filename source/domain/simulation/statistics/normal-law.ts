const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
/** From here on the fraction of the tail is as good as the series of the middle. */
const TAIL_START = 2.5;
const MAX_STEPS = 200;

const density = (x: number): number => Math.exp(-0.5 * x * x) / ROOT_TWO_PI;

/** Terms of the fraction that 14 digits take; fewer the further out. */
const tailTerms = (x: number): number => Math.ceil(10 + 300 / (x * x));

/** The chance of more than `x`, for large x: Laplace's continued fraction. */
const tail = (x: number): number => {
	let rest = x;
	for (let term = tailTerms(x); term > 0; term--) rest = x + term / rest;
	return density(x) / rest;
};

/** The chance between 0 and `x`: φ(x) (x + x³/3 + x⁵/15 + …). */
const middle = (x: number): number => {
	let term = x;
	let sum = x;
	for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
		term *= (x * x) / odd;
		sum += term;
	}
	return sum * density(x);
};

/** The chance that a standard normal number is at most `x`; good to 14 digits, also in the tails. */
export const normalChance = (x: number): number => {
	if (x < -TAIL_START) return tail(-x);
	if (x > TAIL_START) return 1 - tail(x);
	return 0.5 + middle(x);
};

/** The standard normal number that is exceeded with the chance 1 − `chance`. */
export const normalQuantile = (chance: number): number => {
	if (chance > 0.5) return -normalQuantile(1 - chance);
	if (chance === 0) return Number.NEGATIVE_INFINITY;
	let x = 0;
	for (let step = 0; step < MAX_STEPS; step++) {
		const next = x - (normalChance(x) - chance) / density(x);
		if (Math.abs(next - x) <= 1e-15 * Math.abs(next)) return next;
		x = next;
	}
	return x;
};
