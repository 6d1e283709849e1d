import {nextBits, type RandomStream, uniform} from './stream.ts';
import {LAYERS, ziggurat} from './ziggurat.ts';

const TAIL_START = 3.6541528853610088;
const density = (x: number): number => Math.exp(-0.5 * x * x);

const layers = ziggurat({
	density,
	placeOf: value => Math.sqrt(-2 * Math.log(value)),
	tailStart: TAIL_START,
	layerArea: 4.92867323399e-3,
	scale: 2 ** 31,
});
/** Bits below these lie under the density for sure. */
const inside = Int32Array.from(layers.inside);
const {widths, heights} = layers;

const beyondTail = (stream: RandomStream): number => {
	for (;;) {
		const over = -Math.log(uniform(stream)) / TAIL_START;
		const height = -Math.log(uniform(stream));
		if (height + height >= over * over) return TAIL_START + over;
	}
};

const tail = (stream: RandomStream, bits: number): number =>
	bits > 0 ? beyondTail(stream) : -beyondTail(stream);

const isUnderDensity = (stream: RandomStream, layer: number, x: number): boolean => {
	const low = heights[layer] ?? 0;
	const high = heights[layer - 1] ?? 0;
	return low + uniform(stream) * (high - low) < density(x);
};

/** One draw in a hundred: at the edge of a layer, or in the tail. */
const drawEdge = (stream: RandomStream, bits: number): number => {
	const layer = bits & (LAYERS - 1);
	if (layer === 0) return tail(stream, bits);
	const x = bits * (widths[layer] ?? 0);
	return isUnderDensity(stream, layer, x) ? x : normal(stream);
};

/** The normal number of 32 random bits that don't lie at an edge. */
export const coreNormalOf = (bits: number): number => bits * (widths[bits & (LAYERS - 1)] ?? 0);

/** 1 for bits at the edge of a layer or in the tail, else 0; told without a branch. */
export const edgeOf = (bits: number): number =>
	((inside[bits & (LAYERS - 1)] ?? 0) - 1 - (bits ^ (bits >> 31))) >>> 31;

/** The standard normal number of 32 random bits; a few of them need more from the stream. */
export const normalOf = (bits: number, stream: RandomStream): number =>
	edgeOf(bits) === 0 ? coreNormalOf(bits) : drawEdge(stream, bits);

/** A standard normal number. */
export const normal = (stream: RandomStream): number => normalOf(nextBits(stream), stream);
