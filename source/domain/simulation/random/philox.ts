const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/** The upper half of the 64-bit product of two 32-bit numbers; no part of it exceeds 32 bits. */
const upperProduct = (a: number, b: number): number => {
	const aLow = a & 0xffff;
	const aHigh = a >>> 16;
	const bLow = b & 0xffff;
	const bHigh = b >>> 16;
	const cross = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) >>> 0;
	const middle = (Math.imul(aLow, bHigh) + (cross & 0xffff)) >>> 0;
	return (Math.imul(aHigh, bHigh) + (cross >>> 16) + (middle >>> 16)) | 0;
};

/**
 * Philox4x32-10 (Salmon et al., SC'11): writes the four words that belong to a counter of four words
 * under a key of two. The same arguments give the same words, whatever was drawn before.
 */
export const philox = (
	first: number,
	second: number,
	third: number,
	fourth: number,
	key0: number,
	key1: number,
	words: Int32Array,
): void => {
	let c0 = first | 0;
	let c1 = second | 0;
	let c2 = third | 0;
	let c3 = fourth | 0;
	let k0 = key0 | 0;
	let k1 = key1 | 0;
	for (let round = 0; round < ROUNDS; round++) {
		const high0 = upperProduct(MULTIPLIER_0, c0);
		const high1 = upperProduct(MULTIPLIER_1, c2);
		const low0 = Math.imul(MULTIPLIER_0, c0);
		const low1 = Math.imul(MULTIPLIER_1, c2);
		c0 = high1 ^ c1 ^ k0;
		c2 = high0 ^ c3 ^ k1;
		c1 = low1;
		c3 = low0;
		k0 = (k0 + WEYL_0) | 0;
		k1 = (k1 + WEYL_1) | 0;
	}
	words[0] = c0;
	words[1] = c1;
	words[2] = c2;
	words[3] = c3;
};
