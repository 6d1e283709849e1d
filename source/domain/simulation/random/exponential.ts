import {nextBits, type RandomStream, uniform} from './stream.ts';
import {LAYERS, ziggurat} from './ziggurat.ts';

const TAIL_START = 7.69711747013105;
const density = (x: number): number => Math.exp(-x);

const {inside, widths, heights} = ziggurat({
	density,
	placeOf: value => -Math.log(value),
	tailStart: TAIL_START,
	layerArea: 3.949659822581572e-3,
	scale: 2 ** 32,
});

/** One draw in a hundred: at the edge of a layer, or in the tail, which is as the whole law. */
const drawEdge = (stream: RandomStream, layer: number, x: number): number => {
	if (layer === 0) return TAIL_START - Math.log(uniform(stream));
	const low = heights[layer] ?? 0;
	const high = heights[layer - 1] ?? 0;
	return low + uniform(stream) * (high - low) < density(x) ? x : exponential(stream);
};

/** An exponential number with mean 1, never 0 but for rounding. */
export const exponential = (stream: RandomStream): number => {
	const bits = nextBits(stream);
	const layer = bits & (LAYERS - 1);
	const word = bits >>> 0;
	const x = word * (widths[layer] ?? 0);
	return word < (inside[layer] ?? 0) ? x : drawEdge(stream, layer, x);
};
