import {normalChance} from '../../../source/domain/simulation/statistics/normal-law.ts';
import {chanceAbove, density, upCrossing} from './autoregression.ts';
import {integral} from './integral.ts';

/** The kernel of the benchmark: an hourly price, a price limit and interruptions [facts/simulation §4-K]. */
export type Kernel = {
	readonly hours: number;
	/** Median of the ratio. */
	readonly ratio: number;
	readonly floor: number;
	readonly sigma: number;
	readonly phi: number;
	readonly limit: number;
	/** Chance of an interruption an hour. */
	readonly hazard: number;
	/** Hours at the current price that each resume adds. */
	readonly overhead: number;
};

/** What the kernel comes to on average, from a stationary start. */
export const kernelMeans = (kernel: Kernel) => {
	const {hours, ratio, floor, sigma, phi, limit, hazard, overhead} = kernel;
	const score = (price: number) => Math.log(price / ratio) / sigma;
	const [low, high] = [score(floor), score(limit)];
	const priceAt = (z: number) => Math.max(floor, ratio * Math.exp(sigma * z));
	/** E[price · weight] over the hours within the limit; the price has a bend at the floor. */
	const within = (weight: (z: number) => number): number => {
		const f = (z: number) => priceAt(z) * density(z) * weight(z);
		return integral(f, low - 12, low) + integral(f, low, Math.min(high, 12));
	};
	const price = within(() => 1);
	const resumed = within(z => chanceAbove(high, z, phi));
	const crossing = upCrossing(high, phi);
	const share = normalChance(high);
	const over = hours * normalChance(-high);
	const spotCost = hours * (price + overhead * (resumed + hazard * (price - resumed)));
	return {
		spotCost,
		interruptions: hours * (crossing + hazard * (share - crossing)),
		hoursOver: over,
		costWithOnDemand: spotCost + over,
	};
};
