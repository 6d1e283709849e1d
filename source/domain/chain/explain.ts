import type {SpotRequest} from '../input/plan-request.ts';
import type {Fraction} from '../units/fraction.ts';
import {type Rate, rate} from '../units/money.ts';
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
	/** The chain down to this entry. */
	readonly upTo: Outcome;
	/** The chain without it. */
	readonly without: Outcome;
};

/** What each entry adds to the chain, and what removing it would change. */
export const explainChain = ({entries}: Chain, spot: SpotRequest): readonly ExplainedEntry[] =>
	entries.map((entry, index) => ({
		entry,
		upTo: outcomeOf(entries.slice(0, index + 1), spot),
		without: outcomeOf(
			entries.filter(other => other !== entry),
			spot,
		),
	}));
