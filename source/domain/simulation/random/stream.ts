import {philox} from './philox.ts';

/** The state of xoshiro128** (Blackman and Vigna, 2018): four words, not all 0. */
export type RandomStream = Int32Array;

export const openStream = (): RandomStream => new Int32Array(4);

/** Grows when the same seed gives other numbers than before. */
export const RANDOM_VERSION = 1;

/** What a stream belongs to: its seed, and what it is for on which path. */
export type StreamKey = {
	readonly seed: number;
	/** The part of the engine that draws from it. */
	readonly layer: number;
};

/** Starts a stream of a path. Streams that differ in anything have nothing to do with each other. */
export const startStream = (
	stream: RandomStream,
	{seed, layer}: StreamKey,
	path: number,
	first = 0,
	second = 0,
): void => philox(path, first, second, layer, seed, RANDOM_VERSION, stream);

/** 32 random bits, as a signed number. */
export const nextBits = (stream: RandomStream): number => {
	const a = stream[0] ?? 0;
	const b = stream[1] ?? 0;
	const c = (stream[2] ?? 0) ^ a;
	const d = (stream[3] ?? 0) ^ b;
	const product = Math.imul(b, 5);
	const bits = Math.imul((product << 7) | (product >>> 25), 9);
	stream[0] = a ^ d;
	stream[1] = b ^ c;
	stream[2] = c ^ (b << 9);
	stream[3] = (d << 11) | (d >>> 21);
	return bits;
};

/** Fills a list with the next bits, several times as fast as one by one. */
export const drawBits = (stream: RandomStream, list: Int32Array): void => {
	let a = stream[0] ?? 0;
	let b = stream[1] ?? 0;
	let c = stream[2] ?? 0;
	let d = stream[3] ?? 0;
	for (let index = 0; index < list.length; index++) {
		const product = Math.imul(b, 5);
		list[index] = Math.imul((product << 7) | (product >>> 25), 9);
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = (d << 11) | (d >>> 21);
	}
	stream[0] = a;
	stream[1] = b;
	stream[2] = c;
	stream[3] = d;
};

const STEP = 2 ** -32;

/** 32 bits as a number between 0 and 1, never either of them. */
export const unitOf = (bits: number): number => ((bits >>> 0) + 0.5) * STEP;

/** Uniform between 0 and 1, never either of them. */
export const uniform = (stream: RandomStream): number => unitOf(nextBits(stream));
