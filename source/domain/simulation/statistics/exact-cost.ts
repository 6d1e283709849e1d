import {add, type Fraction, fraction, multiply, sum, zero} from '../../units/fraction.ts';
import {RATIO_UNITS} from '../market/price-path.ts';
import type {EntryTotals} from '../path-columns.ts';
import type {ModelStrategy} from '../simulation-model.ts';
import type {EntryRates} from '../simulation-result.ts';
import {estimateOf} from './estimates.ts';
import type {JoinedColumns} from './joined-columns.ts';

/** What the seconds of all paths cost, exactly. */
export type CostParts = {
	/** Storage of these pods included. */
	readonly onDemand: Fraction;
	/** Without storage: what moves with the price of spot. */
	readonly spot: Fraction;
	readonly spotStorage: Fraction;
};

const costOf = (seconds: readonly bigint[], rates: readonly Fraction[]): Fraction =>
	sum(
		seconds.flatMap((amount, entry) =>
			amount === 0n ? [] : [multiply(fraction(amount), rates[entry] ?? zero)],
		),
	);

export const costParts = (totals: EntryTotals, rates: readonly EntryRates[]): CostParts => ({
	onDemand: costOf(
		totals.onDemandSeconds,
		rates.map(({onDemandPerSecond}) => onDemandPerSecond),
	),
	spot: multiply(
		costOf(
			totals.spotRatioSeconds,
			rates.map(({spotBasePerSecond}) => spotBasePerSecond ?? zero),
		),
		fraction(1, RATIO_UNITS),
	),
	spotStorage: costOf(
		totals.spotSeconds,
		rates.map(({storagePerSecond}) => storagePerSecond),
	),
});

/** What a float of money holds for sure: a millionth of the currency. */
const FLOAT_PARTS = 1_000_000;

export const amountOfFloat = (amount: number): Fraction =>
	fraction(BigInt(Math.round(amount * FLOAT_PARTS)), FLOAT_PARTS);

/**
 * Mean cost of a path. Exact from whole seconds; with reserved instances, whose hours are matched path
 * by path, it's the mean of the paths to a millionth.
 */
export const meanCost = (
	{reserved}: ModelStrategy,
	{cost, totals}: JoinedColumns,
	rates: readonly EntryRates[],
): Fraction => {
	if (reserved) return amountOfFloat(estimateOf(cost).mean);
	const {onDemand, spot, spotStorage} = costParts(totals, rates);
	return multiply(add(onDemand, add(spot, spotStorage)), fraction(1, cost.length));
};
