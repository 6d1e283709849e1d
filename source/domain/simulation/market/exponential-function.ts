const STEPS_PER_UNIT = 64;
const LOWEST = -24;
const TABLE = Float64Array.from({length: -LOWEST * STEPS_PER_UNIT + 1}, (_, step) =>
	Math.exp(LOWEST + step / STEPS_PER_UNIT),
);

/**
 * e^x for x from −24 to 0, to ten digits and with the same bits everywhere, several times as fast as
 * `Math.exp`.
 */
export const exponentialOf = (x: number): number => {
	const step = ((x - LOWEST) * STEPS_PER_UNIT) | 0;
	const rest = x - LOWEST - step / STEPS_PER_UNIT;
	return (TABLE[step] ?? 0) * (1 + rest * (1 + rest * (0.5 + rest * (1 / 6 + rest / 24))));
};
