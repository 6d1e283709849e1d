import {LAYERS} from './market/market.ts';
import {openPlacement} from './placement.ts';
import {commonRelease, ownRelease} from './pod-life.ts';
import {exponential} from './random/exponential.ts';
import {openStream, startStream, uniform} from './random/stream.ts';
import type {SimulationModel} from './simulation-model.ts';
import {billOnDemand, billSpot, ratesOf, type Tally} from './tally.ts';
import type {Way} from './way.ts';

/** Runs what a workload asks for on one path, in one way of buying. */
export type RunWorkload = (way: Way, path: number, tally: Tally) => void;

/** One start of one pod. */
export type Start = {readonly path: number; readonly pod: number; readonly attempt: number};

/** From its placement to its end: released early, or not. */
export type Stay = {readonly at: number; readonly end: number; readonly isReleased: boolean};

/**
 * Places a pod between `from` and `until`, lets it live until `endOf` its start, and bills it; null when
 * it can't be placed in time.
 */
export type Live = (
	way: Way,
	tally: Tally,
	start: Start,
	from: number,
	until: number,
	endOf: (at: number) => number,
) => Stay | null;

export const openPods = (model: SimulationModel): Live => {
	const place = openPlacement(model);
	const rates = ratesOf(model);
	const words = openStream();
	const {seed, zones, market} = model;
	const key = {seed, layer: LAYERS.pod};
	return (way, tally, {path, pod, attempt}, from, until, endOf) => {
		startStream(words, key, path, pod, attempt);
		const ownHazard = exponential(words);
		const zoneDraw = zones === 1 ? 0 : uniform(words);
		const placed = place(way, {path, pod, attempt, zoneDraw}, from, until);
		if (!placed) return null;
		const {bought, at} = placed;
		const end = Math.min(until, endOf(at));
		if (bought.payment === 'on-demand') {
			billOnDemand(tally, rates, bought, at, end, 1);
			if (way.strategy.payment === 'spot') tally.fallbackSeconds += end - at;
			return {at, end, isReleased: false};
		}
		bought.offer.price.open(path);
		const gone = Math.min(
			ownRelease(market, bought, at, ownHazard),
			commonRelease(market, bought, path, at, end),
		);
		const isReleased = gone < end;
		if (isReleased) tally.interruptions++;
		billSpot(tally, rates, bought, at, at, Math.min(gone, end), 1);
		return {at, end: Math.min(gone, end), isReleased};
	};
};
