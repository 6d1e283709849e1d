import type {RatioBand} from '../market/ratio-band.ts';
import type {PriceHistory} from '../simulation-model.ts';
import {normalChance, normalQuantile} from '../statistics/normal-law.ts';

/** How the ratio of a spot price to pay-as-you-go is spread over time. */
export type RatioLaw = {
	readonly lowest: number;
	/** Ratios, ascending, between which nothing of interest happens: levels, or steps of a curve. */
	readonly bids: readonly number[];
	/** The share of time in which it is at most `ratio`. */
	readonly chanceUpTo: (ratio: number) => number;
	/** The mean of the ratio, counted as 0 while it is above `ratio`. */
	readonly meanUpTo: (ratio: number) => number;
	/** The lowest ratio that isn't exceeded for this share of time. */
	readonly quantile: (chance: number) => number;
};

const STEPS = 400;

/** Even steps over a range. */
export const stepsOf = (lowest: number, highest: number): readonly number[] =>
	Array.from({length: STEPS + 1}, (_, step) => lowest + ((highest - lowest) * step) / STEPS);

const within = (ratio: number, {floor, cap}: RatioBand): number =>
	Math.min(cap, Math.max(floor, ratio));

/**
 * ln ratio is normal with deviation `sigma`, cut off at the band; `mean` is that of the whole law
 * [facts/simulation §4-E].
 */
export const clippedLognormal = (mean: number, sigma: number, band: RatioBand): RatioLaw => {
	const {floor, cap} = band;
	const centre = Math.log(mean) - sigma ** 2 / 2;
	const score = (ratio: number) => (Math.log(ratio) - centre) / sigma;
	const low = score(floor);
	const atFloor = floor * normalChance(low) - mean * normalChance(low - sigma);
	/** Without what lies at the cap. */
	const meanBelow = (ratio: number): number => atFloor + mean * normalChance(score(ratio) - sigma);
	return {
		lowest: floor,
		bids: stepsOf(floor, cap),
		chanceUpTo: ratio => {
			if (ratio < floor) return 0;
			return ratio >= cap ? 1 : normalChance(score(ratio));
		},
		meanUpTo: ratio => {
			if (ratio < floor) return 0;
			return ratio >= cap ? meanBelow(cap) + cap * normalChance(-score(cap)) : meanBelow(ratio);
		},
		quantile: chance => within(Math.exp(centre + sigma * normalQuantile(chance)), band),
	};
};

type Level = {readonly ratio: number; readonly share: number};

const levelsLaw = (levels: readonly Level[]): RatioLaw => {
	const sumUpTo = (ratio: number, amountOf: (level: Level) => number): number =>
		levels.reduce((sum, level) => (level.ratio <= ratio ? sum + amountOf(level) : sum), 0);
	const highest = levels.at(-1)?.ratio ?? 0;
	return {
		lowest: levels[0]?.ratio ?? 0,
		bids: [...new Set(levels.map(({ratio}) => ratio))],
		chanceUpTo: ratio => sumUpTo(ratio, ({share}) => share),
		meanUpTo: ratio => sumUpTo(ratio, level => level.ratio * level.share),
		quantile: chance => {
			let sum = 0;
			for (const {ratio, share} of levels) {
				sum += share;
				if (sum >= chance) return ratio;
			}
			return highest;
		},
	};
};

/** The recorded ratios, each weighted by the time it held. */
export const recordedLaw = ({steps, seconds}: PriceHistory, band: RatioBand): RatioLaw => {
	const levels = steps.map(([at, ratio], index) => ({
		ratio: within(ratio, band),
		share: ((steps[index + 1]?.[0] ?? seconds) - at) / seconds,
	}));
	return levelsLaw(levels.toSorted((a, b) => a.ratio - b.ratio));
};

export const constantLaw = (ratio: number, band: RatioBand): RatioLaw =>
	levelsLaw([{ratio: within(ratio, band), share: 1}]);
