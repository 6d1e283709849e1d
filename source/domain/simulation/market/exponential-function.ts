const STEPS_PER_UNIT = 64;
const STEP = 1 / STEPS_PER_UNIT;
const LOWEST = -24;
const TABLE = Float64Array.from({length: -LOWEST * STEPS_PER_UNIT + 1}, (_, step) =>
	Math.exp(LOWEST + step * STEP),
);
/** Of the series of e^x; multiplying by a constant is far quicker than dividing. */
const SIXTH = 1 / 6;
const TWENTY_FOURTH = 1 / 24;

/**
 * e^x for x from −24 to 0, to ten digits and with the same bits everywhere, several times as fast as
 * `Math.exp`.
 */
export const exponentialOf = (x: number): number => {
	const above = x - LOWEST;
	const step = (above * STEPS_PER_UNIT) | 0;
	const rest = above - step * STEP;
	const series = 1 + rest * (1 + rest * (0.5 + rest * (SIXTH + rest * TWENTY_FOURTH)));
	return (TABLE[step] ?? 0) * series;
};
