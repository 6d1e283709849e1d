import type {SpotRequest} from '../input/plan-request.ts';
import {divide, type Fraction, one, subtract} from '../units/fraction.ts';
import {compareRates, type Rate, rate} from '../units/money.ts';
import {type Chain, type ChainEntry, paidRate} from './chain.ts';
import {meanPrice, oddsOf} from './odds.ts';

/** What some entries of a chain come to. */
export type Outcome = {
	readonly placed: Fraction;
	/** Mean price when placed; null where a price is missing, or nothing is ever in stock. */
	readonly mean: Rate | null;
};

const outcomeOf = (entries: readonly ChainEntry[], spot: SpotRequest): Outcome => {
	const odds = oddsOf(entries.map(({stock}) => stock));
	const rates = entries.flatMap(entry => paidRate(entry, spot) ?? []);
	const [first] = rates;
	const mean =
		first && rates.length === entries.length
			? meanPrice(
					odds,
					rates.map(({perSecond}) => perSecond),
				)
			: null;
	return {placed: odds.placed, mean: first && mean ? rate(first.currency, mean) : null};
};

export type ExplainedEntry = {
	readonly entry: ChainEntry;
	/** By what share it costs more than the cheapest of the chain; null where a price is missing. */
	readonly overCheapest: Fraction | null;
	/** The chain down to this entry. */
	readonly upTo: Outcome;
	/** The chain without it. */
	readonly without: Outcome;
};

const shareOver = (rate: Rate | null, cheapest: Rate | null): Fraction | null =>
	rate && cheapest && subtract(divide(rate.perSecond, cheapest.perSecond), one);

/** What each entry costs more than the cheapest, adds to the chain, and what removing it would change. */
export const explainChain = ({entries}: Chain, spot: SpotRequest): readonly ExplainedEntry[] => {
	const rates = entries.flatMap(entry => paidRate(entry, spot) ?? []);
	const cheapest = rates.toSorted(compareRates)[0] ?? null;
	return entries.map((entry, index) => ({
		entry,
		overCheapest: shareOver(paidRate(entry, spot), cheapest),
		upTo: outcomeOf(entries.slice(0, index + 1), spot),
		without: outcomeOf(
			entries.filter(other => other !== entry),
			spot,
		),
	}));
};
