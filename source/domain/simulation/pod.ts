import {LAYERS} from './market/market.ts';
import {openPlacement} from './placement.ts';
import {openRelease} from './pod-life.ts';
import {exponential} from './random/exponential.ts';
import {openStream, startStream, uniform} from './random/stream.ts';
import type {SimulationModel} from './simulation-model.ts';
import {openBiller, type Tally} from './tally.ts';
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
	const release = openRelease(model);
	const bill = openBiller(model);
	const words = openStream();
	const {seed, zones} = model;
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
			bill.onDemand(tally, bought, at, end);
			if (way.strategy.payment === 'spot') tally.fallbackSeconds += end - at;
			return {at, end, isReleased: false};
		}
		bought.offer.price.open(path);
		const gone = release(bought, path, at, ownHazard, end);
		const isReleased = gone < end;
		if (isReleased) tally.interruptions++;
		bill.spot(tally, bought, at, at, Math.min(gone, end));
		return {at, end: Math.min(gone, end), isReleased};
	};
};
