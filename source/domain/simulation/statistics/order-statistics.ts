import type {Quantile} from '../simulation-result.ts';

/** Of 95 % confidence, both sides together. */
export const CONFIDENCE_Z = 1.959963984540054;

/** Numbers of which the ones looked at stand where sorting would put them. */
type Ordered = Float64Array;

/** Type 7: linear between the order statistics around (n − 1) p. */
export const quantileAt = (ordered: Ordered, probability: number): number => {
	const place = (ordered.length - 1) * probability;
	const below = Math.floor(place);
	const low = ordered[below] ?? 0;
	const high = ordered[below + 1] ?? low;
	return Math.min(high, low + (place - below) * (high - low));
};

/** Ranks, from 1, between which the quantile lies with 95 % confidence, by the normal approximation. */
export const confidenceRanks = (
	count: number,
	probability: number,
): readonly [low: number, high: number] => {
	const middle = count * probability;
	const margin = CONFIDENCE_Z * Math.sqrt(middle * (1 - probability));
	return [
		Math.max(1, Math.floor(middle - margin)),
		Math.min(count, Math.ceil(middle + margin) + 1),
	];
};

/** A quantile of sorted numbers with its confidence values. */
export const quantileOf = (sorted: Float64Array, probability: number): Quantile => {
	const [low, high] = confidenceRanks(sorted.length, probability);
	return {
		value: quantileAt(sorted, probability),
		low: sorted[low - 1] ?? 0,
		high: sorted[high - 1] ?? 0,
	};
};

const middleOf = (a: number, b: number, c: number): number =>
	Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/** Hoare's: none from `from` to the answer is above any from there to `to`. Neither part is empty. */
const partition = (values: Float64Array, from: number, to: number): number => {
	const at = (index: number) => values[index] ?? 0;
	const pivot = middleOf(at(from), at((from + to) >> 1), at(to));
	let [left, right] = [from - 1, to + 1];
	for (;;) {
		do left++;
		while (at(left) < pivot);
		do right--;
		while (at(right) > pivot);
		if (left >= right) return right;
		const swapped = at(left);
		values[left] = at(right);
		values[right] = swapped;
	}
};

/** Puts in place what sorting would put at `rank`, from `low` on: smaller ones before it, larger after. */
const select = (values: Float64Array, rank: number, low: number): void => {
	let [from, to] = [low, values.length - 1];
	while (from < to) {
		const end = partition(values, from, to);
		if (rank <= end) to = end;
		else from = end + 1;
	}
};

/** Puts the least of what stands at `from` and after it there. */
const placeLeast = (values: Float64Array, from: number): void => {
	let least = from;
	for (let index = from + 1; index < values.length; index++)
		if ((values[index] ?? 0) < (values[least] ?? 0)) least = index;
	const moved = values[from] ?? 0;
	values[from] = values[least] ?? 0;
	values[least] = moved;
};

/** Quantiles in ascending order, faster than by sorting; the values end up in another order. */
export const selectQuantiles = (
	values: Float64Array,
	probabilities: readonly number[],
): readonly number[] => {
	const last = values.length - 1;
	let known = 0;
	for (const probability of probabilities) {
		const below = Math.floor(last * probability);
		if (below >= known) select(values, below, known);
		if (below < last && below + 1 >= known) placeLeast(values, below + 1);
		known = Math.max(known, below + 2);
	}
	return probabilities.map(probability => quantileAt(values, probability));
};
