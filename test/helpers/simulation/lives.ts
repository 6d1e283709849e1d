import {gamma} from '../../../source/domain/simulation/market/gamma.ts';
import {integral} from './integral.ts';

/** How long spot pods live, in hours [facts/simulation §4-L]. */
export type Life = {
	readonly mean: number;
	/** Deviation over mean. */
	readonly variation: number;
	readonly survival: (hours: number) => number;
	/** E[min(X, hours)]. */
	readonly within: (hours: number) => number;
};

export const exponentialLife = (mean: number): Life => ({
	mean,
	variation: 1,
	survival: hours => Math.exp(-hours / mean),
	within: hours => -mean * Math.expm1(-hours / mean),
});

/** Phases as chance and rate an hour. */
export const hyperexponentialLife = (
	phases: readonly (readonly [chance: number, rate: number])[],
): Life => {
	const over = (f: (rate: number) => number) =>
		phases.reduce((sum, [chance, rate]) => sum + chance * f(rate), 0);
	const mean = over(rate => 1 / rate);
	return {
		mean,
		variation: Math.sqrt(over(rate => 2 / rate ** 2) - mean ** 2) / mean,
		survival: hours => over(rate => Math.exp(-rate * hours)),
		within: hours => over(rate => -Math.expm1(-rate * hours) / rate),
	};
};

export const weibullLife = (mean: number, shape: number): Life => {
	const scale = mean / gamma(1 + 1 / shape);
	const survival = (hours: number) => Math.exp(-((hours / scale) ** shape));
	const second = scale ** 2 * gamma(1 + 2 / shape);
	return {
		mean,
		variation: Math.sqrt(second - mean ** 2) / mean,
		survival,
		// With hours = u³ the survival is smooth at 0.
		within: hours => integral(u => survival(u ** 3) * 3 * u * u, 0, Math.cbrt(hours)),
	};
};

/** Mean time of work that starts over after each interruption. */
export const restartTime = ({within, survival}: Life, hours: number): number =>
	within(hours) / survival(hours);
