import type {Estimate} from '../simulation-result.ts';
import {CONFIDENCE_Z} from './order-statistics.ts';

/**
 * Mean and standard error, summed in the order of the paths around the first value, so that equal
 * values have no error. The error of a single path can't be told, and is 0.
 */
export const estimateOf = (column: Float64Array): Estimate => {
	const count = column.length;
	const first = column[0] ?? 0;
	let sum = 0;
	for (const value of column) sum += value - first;
	const shift = sum / Math.max(1, count);
	let squares = 0;
	for (const value of column) squares += (value - first - shift) ** 2;
	return {
		mean: first + shift,
		se: count > 1 ? Math.sqrt(squares / (count - 1) / count) : 0,
	};
};

/** By how much `column` is more than `baseline`, path by path on common random numbers. */
export const pairedDifference = (column: Float64Array, baseline: Float64Array): Estimate =>
	estimateOf(column.map((value, path) => value - (baseline[path] ?? 0)));

/** Wilson's 95 % interval of a chance that was `share` in `trials`. */
export const wilsonInterval = (
	share: number,
	trials: number,
): {readonly low: number; readonly high: number} => {
	const square = CONFIDENCE_Z ** 2 / trials;
	const centre = share + square / 2;
	const margin = Math.sqrt(share * (1 - share) * square + square ** 2 / 4);
	// Rounding alone could leave the share out, or end beyond certainty.
	return {
		low: Math.min(share, Math.max(0, (centre - margin) / (1 + square))),
		high: Math.max(share, Math.min(1, (centre + margin) / (1 + square))),
	};
};
