import {type RatioLaw, stepsOf} from '../../../source/domain/simulation/advice/ratio-law.ts';

/** A spot price that is uniform, for the bids of [facts/simulation §4-F]. */
export const uniformLaw = (lowest: number, highest: number): RatioLaw => {
	const share = (ratio: number) => Math.min(1, Math.max(0, (ratio - lowest) / (highest - lowest)));
	return {
		lowest,
		bids: stepsOf(lowest, highest),
		chanceUpTo: share,
		meanUpTo: ratio => {
			const top = lowest + share(ratio) * (highest - lowest);
			return (top ** 2 - lowest ** 2) / (2 * (highest - lowest));
		},
		quantile: chance => lowest + chance * (highest - lowest),
	};
};

/** `lowest` and an exponential part on top of it, which is looked at up to `highest`. */
export const shiftedExponentialLaw = (lowest: number, mean: number, highest: number): RatioLaw => {
	const over = (ratio: number) => Math.max(0, ratio - lowest) / mean;
	const chanceUpTo = (ratio: number) => -Math.expm1(-over(ratio));
	return {
		lowest,
		bids: stepsOf(lowest, highest),
		chanceUpTo,
		meanUpTo: ratio => {
			const x = over(ratio);
			return lowest * chanceUpTo(ratio) + mean * (1 - (1 + x) * Math.exp(-x));
		},
		quantile: chance => lowest - mean * Math.log1p(-chance),
	};
};
