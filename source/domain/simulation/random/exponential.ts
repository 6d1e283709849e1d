import {nextBits, type RandomStream, uniform} from './stream.ts';

/** The ziggurat of Marsaglia and Tsang (2000): 256 layers of equal area under the density. */
const LAYERS = 256;
const TAIL_START = 7.69711747013105;
const LAYER_AREA = 3.949659822581572e-3;
const SCALE = 2 ** 32;

const density = (x: number): number => Math.exp(-x);

/** Words below these lie under the density for sure. */
const inside = new Float64Array(LAYERS);
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
		const inner = layer === 1 ? 0 : -Math.log(LAYER_AREA / edge + density(edge));
		inside[layer] = (inner / edge) * SCALE;
		edge = inner;
	}
};
buildLayers();

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
