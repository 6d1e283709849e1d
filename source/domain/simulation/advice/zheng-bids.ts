import type {RatioLaw} from './ratio-law.ts';

const HALVINGS = 60;

/** What makes work lose time: prices are looked at once a slot, and each restart costs `overheadSeconds`. */
export type Slots = {readonly slotSeconds: number; readonly overheadSeconds: number};

/** F(p) (∫x f / ∫(p − x) f − 1): cost falls as the bid rises while this is above t_k / t_r − 1. */
const pull = (law: RatioLaw, bid: number): number => {
	const chance = law.chanceUpTo(bid);
	const mean = law.meanUpTo(bid);
	const saved = bid * chance - mean;
	return saved > 0 ? chance * (mean / saved - 1) : 0;
};

/** What an hour of work costs with a persistent bid, the work that restarts add included. */
export const persistentRate = (
	law: RatioLaw,
	{slotSeconds, overheadSeconds}: Slots,
	bid: number,
): number => {
	const chance = law.chanceUpTo(bid);
	const paid = chance > 0 ? law.meanUpTo(bid) / chance : bid;
	const kept = 1 - (overheadSeconds / slotSeconds) * (1 - chance);
	return kept > 0 ? paid / kept : Number.POSITIVE_INFINITY;
};

/** The bid between two up to which cost falls. */
const turningBid = (falls: (bid: number) => boolean, from: number, to: number): number => {
	let [low, high] = [from, to];
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = (low + high) / 2;
		if (falls(middle)) low = middle;
		else high = middle;
	}
	return high;
};

/**
 * The bid from `lowest` on at which work that waits out high prices costs least (Zheng et al.,
 * SIGCOMM'15) [facts/simulation §4-F].
 */
export const persistentBid = (law: RatioLaw, slots: Slots, lowest = law.lowest): number => {
	const {slotSeconds, overheadSeconds} = slots;
	if (overheadSeconds === 0) return lowest;
	const falls = (bid: number) => pull(law, bid) > slotSeconds / overheadSeconds - 1;
	const bids = [lowest, ...law.bids.filter(bid => bid > lowest)];
	const rates = bids.map(bid => persistentRate(law, slots, bid));
	const rate = Math.min(...rates);
	const best = rates.indexOf(rate);
	const bid = bids[best] ?? lowest;
	const [from, to] = [bids[best - 1] ?? bid, bids[best + 1] ?? bid];
	if (!falls(from) || falls(to)) return bid;
	const turning = turningBid(falls, from, to);
	return persistentRate(law, slots, turning) < rate ? turning : bid;
};

/** The lowest bid with which work of `workSeconds` is expected to run through. */
export const oneTimeBid = (law: RatioLaw, slotSeconds: number, workSeconds: number): number =>
	law.quantile(Math.max(0, 1 - slotSeconds / workSeconds));
