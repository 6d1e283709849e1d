import {LAYERS} from './market/market.ts';
import type {MarketModel} from './market/market-model.ts';
import type {StockPath} from './market/stock-path.ts';
import {openStream, startStream, uniform} from './random/stream.ts';
import type {SimulationModel} from './simulation-model.ts';
import type {Try, Way} from './way.ts';

/** Where a pod was placed, and when it started. */
export type Placed = {readonly bought: Try; readonly at: number};

/** One start of one pod, which has random numbers of its own. */
export type Attempt = {
	readonly path: number;
	readonly pod: number;
	readonly attempt: number;
	/** Which zone it tries first, from 0 to below 1. */
	readonly zoneDraw: number;
};

/** Places a pod at `from` or later; null when nothing can be had before `until`. */
export type Place = (way: Way, attempt: Attempt, from: number, until: number) => Placed | null;

const stockOf = ({offer, payment}: Try): StockPath =>
	payment === 'spot' ? offer.spotStock : offer.onDemandStock;

/** Whether stock and price allow it at a second, luck aside. */
export const isOffered = (wanted: Try, path: number, second: number): boolean => {
	const stock = stockOf(wanted);
	stock.open(path);
	if (!stock.isUp(second)) return false;
	if (wanted.limitUnits === Number.POSITIVE_INFINITY) return true;
	const {price} = wanted.offer;
	price.open(path);
	return price.unitsAt(second) <= wanted.limitUnits;
};

/** The first second from `second` on at which it is offered; Infinity when that is not before `until`. */
const offeredFrom = (wanted: Try, path: number, second: number, until: number): number => {
	if (wanted.chance === 0) return Number.POSITIVE_INFINITY;
	const stock = stockOf(wanted);
	let at = second;
	while (at < until) {
		if (isOffered(wanted, path, at)) return at;
		at = stock.isUp(at)
			? wanted.offer.price.nextWithin(at, wanted.limitUnits, until)
			: stock.nextChange(at);
	}
	return Number.POSITIVE_INFINITY;
};

const earliestOffer = (
	tries: readonly Try[],
	path: number,
	second: number,
	until: number,
): number => {
	let earliest = Number.POSITIVE_INFINITY;
	for (const wanted of tries)
		earliest = Math.min(earliest, offeredFrom(wanted, path, second, Math.min(until, earliest)));
	return earliest;
};

/** Draws whether tries succeed where chance decides; an attempt has the same luck whenever it's asked. */
export const openLuck = (seed: number) => {
	const stream = openStream();
	const key = {seed, layer: LAYERS.tries};
	let current: Attempt | null = null;
	return (attempt: Attempt, chance: number): boolean => {
		if (chance === 1) return true;
		if (attempt !== current) startStream(stream, key, attempt.path, attempt.pod, attempt.attempt);
		current = attempt;
		return uniform(stream) < chance;
	};
};

/** How long a round takes whose tries all fail. */
export const roundSeconds = (tries: readonly Try[], {trySeconds}: MarketModel): number =>
	tries.length * trySeconds;

/**
 * The second at which the next round starts that can have something to offer, after one that ended at
 * `end`: after the retry time or a multiple, or when something is next offered where that is 0.
 */
export const nextRound = (
	market: MarketModel,
	tries: readonly Try[],
	path: number,
	end: number,
	until: number,
): number => {
	const {retrySeconds} = market;
	const offered = earliestOffer(tries, path, end, until);
	if (offered === Number.POSITIVE_INFINITY || retrySeconds === 0) return offered;
	const length = roundSeconds(tries, market) + retrySeconds;
	const idleRounds = Math.floor((offered - end - length) / length);
	return end + retrySeconds + Math.max(0, idleRounds) * length;
};

/** Walks the chain in order; a try that fails takes its time. When all have failed it starts again. */
export const openPlacement = ({market, seed, zones}: SimulationModel): Place => {
	const {trySeconds} = market;
	const isLucky = openLuck(seed);
	const walk = (tries: readonly Try[], attempt: Attempt, from: number): Placed | null => {
		let at = from;
		for (const bought of tries) {
			if (isOffered(bought, attempt.path, at) && isLucky(attempt, bought.chance))
				return {bought, at};
			at += trySeconds;
		}
		return null;
	};
	return (way, attempt, from, until) => {
		const order = way.rounds.length === 1 ? 0 : Math.floor(attempt.zoneDraw * zones);
		const tries = way.rounds[order] ?? [];
		const {path} = attempt;
		let second = from;
		while (second < until) {
			const placed = walk(tries, attempt, second);
			if (placed) return placed.at < until ? placed : null;
			const end = second + roundSeconds(tries, market);
			second = nextRound(market, tries, path, end, until);
		}
		return null;
	};
};
