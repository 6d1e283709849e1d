import {normalChance} from '../../../source/domain/simulation/statistics/normal-law.ts';
import {integral} from './integral.ts';

/** ln ratio as a stationary first-order autoregression by the hour [facts/simulation §4-G]. */
export type Autoregression = {readonly phi: number; readonly sigma: number};

export const innovationDeviation = ({phi, sigma}: Autoregression): number =>
	sigma * Math.sqrt(1 - phi ** 2);

/** Deviation of the mean of `n` hours. */
export const meanDeviation = ({phi, sigma}: Autoregression, n: number): number =>
	Math.sqrt(sigma ** 2 * (n * (1 - phi ** 2) - 2 * phi * (1 - phi ** n))) / ((1 - phi) * n);

/** The same in continuous time, with the time constant `theta` hours. */
export const continuousMeanDeviation = (sigma: number, theta: number, hours: number): number => {
	const x = hours / theta;
	return sigma * Math.sqrt((2 * (x + Math.expm1(-x))) / x ** 2);
};

export const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** The chance that the deviation an hour before or after was above `limit`, when now it is `z`. */
export const chanceAbove = (limit: number, z: number, phi: number): number =>
	normalChance((phi * z - limit) / Math.sqrt(1 - phi ** 2));

/** The chance that an hour at or below `limit` deviations is followed by one above. */
export const upCrossing = (limit: number, phi: number): number =>
	integral(z => density(z) * chanceAbove(limit, z, phi), limit - 12, limit);
