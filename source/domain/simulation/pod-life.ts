import type {MarketModel} from './market/market-model.ts';
import type {Spells} from './spells.ts';
import type {Try} from './way.ts';

const SECONDS_PER_HOUR = 3600;

/*
 * A pod is safe until its protection ends; then price and stock are looked at in steps counted from
 * that moment, and a pod that has to go gets its notice [facts/simulation §2].
 */

/** The first check at `second` or later, but never at the end of protection itself. */
const checkFrom = ({checkSeconds}: MarketModel, second: number, born: number): number => {
	if (checkSeconds === 0) return second;
	return born + Math.max(1, Math.ceil((second - born) / checkSeconds)) * checkSeconds;
};

/** The check that finds a hit; nothing happens in the second of the start. */
const foundAt = (market: MarketModel, start: number, hit: number): number =>
	checkFrom(market, Math.max(hit, start + 1), start + market.protectionSeconds);

/** The first check that falls into a spell. */
const firstFound = (market: MarketModel, spells: Spells, born: number, until: number): number => {
	let second = spells.from(born, until);
	while (second <= until) {
		const check = checkFrom(market, second, born);
		const end = spells.end(second, check);
		if (check < end) return check;
		second = spells.from(end, until);
	}
	return Number.POSITIVE_INFINITY;
};

/**
 * When the market takes away all pods that started there at `start`; Infinity for not before `until`.
 * The price of the path is open.
 */
export const commonRelease = (
	market: MarketModel,
	{offer: {shocks, spotStock}, spells}: Try,
	path: number,
	start: number,
	until: number,
): number => {
	const born = start + market.protectionSeconds;
	if (born > until) return Number.POSITIVE_INFINITY;
	shocks.open(path);
	spotStock.open(path);
	let found = foundAt(market, start, shocks.firstHit(born, until));
	for (const each of spells)
		found = Math.min(found, firstFound(market, each, born, Math.min(found, until)));
	return found + market.noticeSeconds;
};

/** When a pod that started at `start` is taken away by itself: its own hazard has cumulated so far. */
export const ownRelease = (
	market: MarketModel,
	{offer: {life}}: Try,
	start: number,
	hazard: number,
): number => {
	const age = Math.round(life.ownAge(hazard) * SECONDS_PER_HOUR);
	const found = foundAt(market, start, start + market.protectionSeconds + age);
	return found + market.noticeSeconds;
};
