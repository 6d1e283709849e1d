import type {Batch} from './batch.ts';
import type {DeadlineJob} from './deadline-policy.ts';
import {type DeadlineWorld, followDeadline} from './follow-deadline.ts';
import {LAYERS} from './market/market.ts';
import type {MarketModel} from './market/market-model.ts';
import {type Attempt, isOffered, openLuck} from './placement.ts';
import type {RunWorkload} from './pod.ts';
import {commonRelease, ownRelease} from './pod-life.ts';
import {exponential} from './random/exponential.ts';
import {openStream, startStream} from './random/stream.ts';
import type {SimulationModel} from './simulation-model.ts';
import {billOnDemand, billSpot, type Rates, ratesOf, type Tally} from './tally.ts';
import type {Try, Way} from './way.ts';

/** A policy that is asked all the time acts as often as a market that is. */
const DEFAULT_TICK_SECONDS = 300;

type Parts = {
	readonly batch: Batch;
	readonly market: MarketModel;
	readonly rates: Rates;
	readonly isLucky: (attempt: Attempt, chance: number) => boolean;
	readonly ownHazard: (path: number, pod: number, attempt: number) => number;
};

/** One run of one pod. */
type Run = {
	readonly way: Way;
	readonly tally: Tally;
	readonly path: number;
	readonly pod: number;
	/** When second 0 of the run is. */
	readonly start: number;
};

/** The pod that runs now. */
type Pod = {readonly bought: Try; readonly at: number};

type Tried = {readonly at: number; readonly bought: Try | undefined};

const UNTRIED: Tried = {at: -1, bought: undefined};

const openWorld = (parts: Parts, {way, tally, path, pod, start}: Run): DeadlineWorld => {
	const {batch, market, rates, isLucky, ownHazard} = parts;
	const luck = {path, pod, attempt: 0, zoneDraw: 0};
	let running: Pod | null = null;
	let attempt = 0;
	const tried = {spot: UNTRIED, 'on-demand': UNTRIED};
	/** Walks the chain; how it ended holds for that second, however often it is asked for. */
	const offered = (payment: Try['payment'], at: number): Try | undefined => {
		if (tried[payment].at === at) return tried[payment].bought;
		const bought = way.rounds[0]?.find(
			wanted =>
				wanted.payment === payment && isOffered(wanted, path, at) && isLucky(luck, wanted.chance),
		);
		tried[payment] = {at, bought};
		return bought;
	};
	const goneAt = (bought: Try, at: number): number => {
		if (bought.payment === 'on-demand') return Number.POSITIVE_INFINITY;
		bought.offer.price.open(path);
		return Math.min(
			ownRelease(market, bought, at, ownHazard(path, pod, attempt++)),
			commonRelease(market, bought, path, at, batch.end),
		);
	};
	return {
		isSpotUp: second => offered('spot', start + second) !== undefined,
		start: (place, second) => {
			const at = start + second;
			const bought = offered(place, at);
			if (!bought) return null;
			running = {bought, at};
			return goneAt(bought, at) - start;
		},
		onRun: (place, from, to) => {
			if (!running) return;
			const {bought, at} = running;
			if (place === 'spot') billSpot(tally, rates, bought, at, start + from, start + to, 1);
			else {
				billOnDemand(tally, rates, bought, start + from, start + to, 1);
				tally.fallbackSeconds += to - from;
			}
		},
	};
};

/** Nothing that it tries is ever in stock: no tick need be looked at. */
const isHopeless = ({rounds}: Way): boolean =>
	rounds.every(tries => tries.every(({chance}) => chance === 0));

/** Runs with a deadline that move between spot and pay-as-you-go. */
export const openDeadlineRuns = (model: SimulationModel, batch: Batch): RunWorkload => {
	const words = openStream();
	const key = {seed: model.seed, layer: LAYERS.pod};
	const parts: Parts = {
		batch,
		isLucky: openLuck(model.seed),
		market: model.market,
		rates: ratesOf(model),
		ownHazard: (path, pod, attempt) => {
			startStream(words, key, path, pod, attempt);
			return exponential(words);
		},
	};
	const {pullSeconds, market} = model;
	const {checkSeconds, noticeSeconds, protectionSeconds} = market;
	const jobOf = ({strategy}: Way): DeadlineJob => ({
		policy: strategy.policy === 'greedy' ? 'greedy' : 'uniform-progress',
		workSeconds: batch.workSeconds,
		deadlineSeconds: batch.deadlineSeconds ?? batch.end,
		checkpoint: batch.checkpoint,
		pullSeconds,
		noticeSeconds,
		safeSeconds: protectionSeconds + checkSeconds + noticeSeconds,
		tickSeconds: checkSeconds || DEFAULT_TICK_SECONDS,
	});
	return (way, path, tally) => {
		if (isHopeless(way)) return;
		const job = jobOf(way);
		for (const [index, start] of batch.starts.entries())
			for (let replica = 0; replica < batch.replicas; replica++) {
				const pod = index * batch.replicas + replica;
				const world = openWorld(parts, {way, tally, path, pod, start});
				const {done, finished, interruptions} = followDeadline(job, world, batch.end - start);
				tally.interruptions += interruptions;
				tally.servedSeconds += done;
				if (finished !== null && finished <= job.deadlineSeconds) tally.runsInTime++;
			}
	};
};
