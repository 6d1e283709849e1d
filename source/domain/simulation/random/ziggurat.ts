/** Layers of equal area under a density that falls from 1 at 0. */
export const LAYERS = 256;

type Law = {
	readonly density: (x: number) => number;
	/** Where the density has a value. */
	readonly placeOf: (value: number) => number;
	/** Where the lowest layer goes over into the tail. */
	readonly tailStart: number;
	readonly layerArea: number;
	/** How many numbers a draw tells apart. */
	readonly scale: number;
};

export type Ziggurat = {
	/** A draw below it lies under the density for sure. */
	readonly inside: Float64Array;
	/** What a draw of 1 is worth. */
	readonly widths: Float64Array;
	readonly heights: Float64Array;
};

/** The ziggurat of Marsaglia and Tsang (2000), from its lowest layer on and then from the outside in. */
export const ziggurat = ({density, placeOf, tailStart, layerArea, scale}: Law): Ziggurat => {
	const inside = new Float64Array(LAYERS);
	const widths = new Float64Array(LAYERS);
	const heights = new Float64Array(LAYERS);
	const base = layerArea / density(tailStart);
	inside[0] = (tailStart / base) * scale;
	widths[0] = base / scale;
	heights[0] = 1;
	let edge = tailStart;
	for (let layer = LAYERS - 1; layer > 0; layer--) {
		widths[layer] = edge / scale;
		heights[layer] = density(edge);
		const inner = layer === 1 ? 0 : placeOf(layerArea / edge + density(edge));
		inside[layer] = (inner / edge) * scale;
		edge = inner;
	}
	return {inside, widths, heights};
};
