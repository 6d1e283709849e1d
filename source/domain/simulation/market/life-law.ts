import {gamma} from './gamma.ts';
import type {InterruptionLaw} from './market-model.ts';

/** Where a hazard has no upper bound, shocks follow it from this age on. */
const BOUND_AGE_HOURS = 1 / 12;
/** Cumulated hazard that no pod outlives: e^−40. */
const OUTLIVED = 40;
const BISECTIONS = 60;
const MAX_STEPS = 60;
const PRECISION = 1e-12;

/**
 * The hazard of a pod in two parts that add up to the law: shocks, which a zone and spec has in common,
 * and what is left to each pod. Ages are in hours from the end of protection.
 */
export type LifeLaw = {
	/** Shocks an hour; each has a mark between 0 and 1. */
	readonly shocksPerHour: number;
	/** A shock hits pods of an age at which this is above its mark. */
	readonly exposure: (age: number) => number;
	/** Age at which the pod's own part has cumulated to `hazard`; Infinity for never. */
	readonly ownAge: (hazard: number) => number;
};

const NO_END: LifeLaw = {
	shocksPerHour: 0,
	exposure: () => 0,
	ownAge: () => Number.POSITIVE_INFINITY,
};

const whole = (): number => 1;

/** The age at which a growing function reaches a value, between two ages. */
const solve = (value: number, low: number, high: number, of: (age: number) => number): number => {
	let [below, above] = [low, high];
	for (let step = 0; step < BISECTIONS; step++) {
		const middle = (below + above) / 2;
		if (of(middle) < value) below = middle;
		else above = middle;
	}
	return (below + above) / 2;
};

const exponential = (rate: number, common: number): LifeLaw => ({
	shocksPerHour: common * rate,
	exposure: whole,
	ownAge: hazard => (common === 1 ? Number.POSITIVE_INFINITY : hazard / ((1 - common) * rate)),
});

/** Grows with age: shocks follow it up to an age that no pod reaches. */
const agingWeibull = (scale: number, shape: number, common: number): LifeLaw => {
	const hazardAt = (age: number) => (shape / scale) * (age / scale) ** (shape - 1);
	const highest = hazardAt(scale * OUTLIVED ** (1 / shape));
	return {
		shocksPerHour: common * highest,
		exposure: age => hazardAt(age) / highest,
		ownAge: hazard =>
			common === 1 ? Number.POSITIVE_INFINITY : scale * (hazard / (1 - common)) ** (1 / shape),
	};
};

/** Falls with age from infinity: below the bounding age, what shocks can't follow is the pod's own. */
const earlyWeibull = (scale: number, shape: number, common: number): LifeLaw => {
	const hazardAt = (age: number) => (shape / scale) * (age / scale) ** (shape - 1);
	const cumulated = (age: number) => (age / scale) ** shape;
	const bound = hazardAt(BOUND_AGE_HOURS);
	const early = cumulated(BOUND_AGE_HOURS) - common * bound * BOUND_AGE_HOURS;
	/** By Newton from below: what is the pod's own grows ever more slowly with age. */
	const earlyAge = (hazard: number): number => {
		let age = scale * hazard ** (1 / shape);
		for (let step = 0; step < MAX_STEPS; step++) {
			const reached = cumulated(age);
			const missing = hazard - reached + common * bound * age;
			const growth = (shape * reached) / age - common * bound;
			if (missing <= PRECISION * hazard || growth <= 0) return age;
			age += missing / growth;
		}
		return age;
	};
	return {
		shocksPerHour: common * bound,
		exposure: age => Math.min(1, hazardAt(age) / bound),
		ownAge: hazard => {
			if (hazard < early) return earlyAge(hazard);
			if (common === 1) return Number.POSITIVE_INFINITY;
			return scale * (cumulated(BOUND_AGE_HOURS) + (hazard - early) / (1 - common)) ** (1 / shape);
		},
	};
};

type Phases = Extract<InterruptionLaw, {law: 'hyperexponential'}>['phases'];

const hyperexponential = (phases: Phases, common: number): LifeLaw => {
	const survival = (age: number) =>
		phases.reduce(
			(sum, {probability, ratePerHour}) => sum + probability * Math.exp(-ratePerHour * age),
			0,
		);
	const hazardAt = (age: number) =>
		phases.reduce(
			(sum, {probability, ratePerHour}) =>
				sum + probability * ratePerHour * Math.exp(-ratePerHour * age),
			0,
		) / survival(age);
	const rates = phases
		.filter(({probability}) => probability > 0)
		.map(({ratePerHour}) => ratePerHour);
	const [fastest, slowest] = [Math.max(...rates), Math.min(...rates)];
	const highest = hazardAt(0);
	return {
		shocksPerHour: common * highest,
		exposure: age => hazardAt(age) / highest,
		ownAge: hazard => {
			if (common === 1 || slowest === 0) return Number.POSITIVE_INFINITY;
			const whole = hazard / (1 - common);
			return solve(whole, whole / fastest, whole / slowest, age => -Math.log(survival(age)));
		},
	};
};

/** How long spot pods live, of which `common` is the share of interruptions that hit all at once. */
export const lifeLaw = (law: InterruptionLaw, common: number): LifeLaw => {
	switch (law.law) {
		case 'none':
			return NO_END;
		case 'exponential':
			return exponential(1 / law.meanHours, common);
		case 'weibull': {
			const scale = law.meanHours / gamma(1 + 1 / law.shape);
			if (law.shape === 1) return exponential(1 / law.meanHours, common);
			return law.shape > 1
				? agingWeibull(scale, law.shape, common)
				: earlyWeibull(scale, law.shape, common);
		}
		case 'hyperexponential':
			return hyperexponential(law.phases, common);
	}
};
