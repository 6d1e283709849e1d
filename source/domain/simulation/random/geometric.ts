import {nextBits, type RandomStream} from './stream.ts';

/** Waits that are told apart in one draw; a longer one starts again, which the law doesn't notice. */
const WAITS = 255;
/** The highest bits alone mostly tell the wait. */
const CELL_BITS = 12;
const CELLS = 2 ** CELL_BITS;
const CELL_SIZE = 2 ** (32 - CELL_BITS);
const ALL_BITS = 2 ** 32;

/** How many tries the first success takes. */
export type Geometric = {
	/** Bits below these, as an unsigned number, take as many tries as the place says, or fewer. */
	readonly ends: Float64Array;
	/** The wait of all bits that start alike; 0 where they differ. */
	readonly sure: Uint8Array;
};

/** The place of the first end above the bits; the last place where there is none. */
const placeOf = (ends: Float64Array, word: number): number => {
	let [low, high] = [0, WAITS];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (word < (ends[middle] ?? 0)) high = middle;
		else low = middle + 1;
	}
	return low;
};

/** For a success with this probability, above 0 and at most 1. */
export const geometric = (probability: number): Geometric => {
	const failure = Math.log1p(-probability);
	const ends = Float64Array.from({length: WAITS}, (_, place) =>
		Math.round(-Math.expm1(failure * (place + 1)) * ALL_BITS),
	);
	const sure = new Uint8Array(CELLS);
	let place = 0;
	for (let cell = 0; cell < CELLS; cell++) {
		const first = cell * CELL_SIZE;
		while (place < WAITS && first >= (ends[place] ?? 0)) place++;
		if (place < WAITS && first + CELL_SIZE <= (ends[place] ?? 0)) sure[cell] = place + 1;
	}
	return {ends, sure};
};

const searched = ({ends}: Geometric, bits: number, stream: RandomStream): number => {
	let earlier = 0;
	let place = placeOf(ends, bits >>> 0);
	while (place === WAITS) {
		earlier += WAITS;
		place = placeOf(ends, nextBits(stream) >>> 0);
	}
	return earlier + place + 1;
};

/** Tries until the first success as most bits alone tell them; 0 where they don't. */
export const sureTriesOf = ({sure}: Geometric, bits: number): number =>
	sure[bits >>> (32 - CELL_BITS)] ?? 0;

/** Tries until the first success, at least 1, by 32 random bits; few need more from the stream. */
export const triesOf = (law: Geometric, bits: number, stream: RandomStream): number =>
	sureTriesOf(law, bits) || searched(law, bits, stream);
