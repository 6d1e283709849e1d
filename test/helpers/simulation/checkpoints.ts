/** Young's interval (1974) [facts/simulation §4-B]. */
export const youngInterval = (meanLife: number, cost: number): number =>
	Math.sqrt(2 * cost * meanLife);

/** Daly's (2006). */
export const dalyInterval = (meanLife: number, cost: number): number => {
	const x = cost / (2 * meanLife);
	return youngInterval(meanLife, cost) * (1 + Math.sqrt(x) / 3 + x / 9) - cost;
};

/** W₀ between −1/e and 0 by halving: w eʷ = x. */
export const lambertW = (x: number): number => {
	let [low, high] = [-1, 0];
	for (let step = 0; step < 100; step++) {
		const middle = (low + high) / 2;
		if (middle * Math.exp(middle) < x) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
};

/** B3: mean work lost by an interruption within a part of `length`. */
export const lostWork = (meanLife: number, length: number): number =>
	meanLife - length / Math.expm1(length / meanLife);
