import {nextBits, type RandomStream, uniform} from './stream.ts';

/** The ziggurat of Marsaglia and Tsang (2000): 256 layers of equal area under the density. */
const LAYERS = 256;
const TAIL_START = 3.6541528853610088;
const LAYER_AREA = 4.92867323399e-3;
const SCALE = 2 ** 31;

const density = (x: number): number => Math.exp(-0.5 * x * x);

/** Bits below these lie under the density for sure. */
const inside = new Int32Array(LAYERS);
const widths = new Float64Array(LAYERS);
const heights = new Float64Array(LAYERS);

const buildLayers = (): void => {
	const base = LAYER_AREA / density(TAIL_START);
	inside[0] = (TAIL_START / base) * SCALE;
	widths[0] = base / SCALE;
	heights[0] = 1;
	let edge = TAIL_START;
	for (let layer = LAYERS - 1; layer > 0; layer--) {
		widths[layer] = edge / SCALE;
		heights[layer] = density(edge);
		const inner = layer === 1 ? 0 : Math.sqrt(-2 * Math.log(LAYER_AREA / edge + density(edge)));
		inside[layer] = (inner / edge) * SCALE;
		edge = inner;
	}
};
buildLayers();

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

/** The standard normal number of 32 random bits; a few of them need more from the stream. */
export const normalOf = (bits: number, stream: RandomStream): number => {
	const layer = bits & (LAYERS - 1);
	const size = bits ^ (bits >> 31);
	return size < (inside[layer] ?? 0) ? bits * (widths[layer] ?? 0) : drawEdge(stream, bits);
};

/** A standard normal number. */
export const normal = (stream: RandomStream): number => normalOf(nextBits(stream), stream);
