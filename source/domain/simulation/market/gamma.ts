/** Lanczos, g = 7 with nine terms (Godfrey): good to 15 digits. */
const G = 7;
const FIRST = 0.99999999999980993;
const TERMS = [
	676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
	12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** Γ(x) for x of at least 1. */
export const gamma = (x: number): number => {
	const shifted = x - 1;
	const sum = TERMS.reduce((total, term, index) => total + term / (shifted + index + 1), FIRST);
	const base = shifted + G + 0.5;
	return Math.sqrt(2 * Math.PI) * base ** (shifted + 0.5) * Math.exp(-base) * sum;
};
