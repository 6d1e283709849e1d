import type {SpotRequest} from '../input/plan-request.ts';
import {divide, type Fraction, one, subtract} from '../units/fraction.ts';
import {compareRates, type Rate} from '../units/money.ts';
import {
	allEntries,
	type Chain,
	type ChainEntry,
	entryRate,
	meanRate,
	type UnknownEntry,
} from './chain.ts';
import {oddsOf} from './odds.ts';

/** What some entries of a chain come to. */
export type Outcome = {
	readonly placed: Fraction;
	/** Mean price when placed; null where a price is missing, or nothing is ever in stock. */
	readonly mean: Rate | null;
};

type Entry = ChainEntry | UnknownEntry;

const outcomeOf = (entries: readonly Entry[], spot: SpotRequest): Outcome => {
	const odds = oddsOf(entries.map(({stock}) => stock));
	const rates = entries.map(entry => entryRate(entry, spot));
	return {placed: odds.placed, mean: meanRate(odds, rates)};
};

export type ExplainedEntry = {
	readonly entry: Entry;
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
export const explainChain = (chain: Chain, spot: SpotRequest): readonly ExplainedEntry[] => {
	const entries = allEntries(chain);
	const rates = entries.flatMap(entry => entryRate(entry, spot) ?? []);
	const cheapest = rates.toSorted(compareRates)[0] ?? null;
	return entries.map((entry, index) => ({
		entry,
		overCheapest: shareOver(entryRate(entry, spot), cheapest),
		upTo: outcomeOf(entries.slice(0, index + 1), spot),
		without: outcomeOf(
			entries.filter(other => other !== entry),
			spot,
		),
	}));
};
