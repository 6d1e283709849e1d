import {CohortQueue} from './cohort-queue.ts';
import {LAYERS} from './market/market.ts';
import {isOffered, nextRound, roundSeconds} from './placement.ts';
import type {RunWorkload} from './pod.ts';
import {commonRelease, ownRelease} from './pod-life.ts';
import {exponential} from './random/exponential.ts';
import {openStream, type StreamKey, startStream, uniform} from './random/stream.ts';
import type {SimulationModel, Windows} from './simulation-model.ts';
import {billOnDemand, billSpot, type Rates, ratesOf, type Tally} from './tally.ts';
import type {Try, Way} from './way.ts';

/** What is followed: one way of buying along one path. */
type Course = {readonly way: Way; readonly path: number; readonly tally: Tally};

/**
 * The replicas of a service, cohort by cohort: pods that look for a place at the same second share all
 * but their own hazard, so that thousands of them take little longer than a few. The law is that of pods
 * one by one.
 */
class Fleet {
	readonly #model: SimulationModel;
	readonly #rates: Rates;
	readonly #cohorts: CohortQueue;
	/** Of the cohort under way: its zones and hazards. */
	readonly #words = openStream();
	readonly #key: StreamKey;
	/** The luck of its tries, where stock is drawn at each try. */
	readonly #lots = openStream();
	readonly #lotsKey: StreamKey;
	readonly #hasLots: boolean;

	constructor(model: SimulationModel, replicas: readonly Windows[]) {
		this.#model = model;
		this.#rates = ratesOf(model);
		this.#cohorts = new CohortQueue(replicas);
		const {seed, market} = model;
		this.#key = {seed, layer: LAYERS.fleet};
		this.#lotsKey = {seed, layer: LAYERS.fleetTries};
		this.#hasLots = [market.stock, market.onDemandStock].some(({law}) => law === 'bernoulli');
	}

	run(course: Course): void {
		const cohorts = this.#cohorts;
		cohorts.restart();
		while (cohorts.take()) {
			const {from, to, pods} = cohorts;
			startStream(this.#words, this.#key, course.path, from, to);
			if (this.#hasLots) startStream(this.#lots, this.#lotsKey, course.path, from, to);
			this.#placeByZone(course, from, to, pods);
		}
	}

	/** Where zones are tried in random order, each pod draws its first one. */
	#placeByZone(course: Course, from: number, to: number, pods: number): void {
		const {rounds} = course.way;
		if (rounds.length === 1) {
			this.#place(course, rounds[0] ?? [], from, to, pods);
			return;
		}
		const shares = new Float64Array(rounds.length);
		for (let pod = 0; pod < pods; pod++) {
			const zone = Math.floor(uniform(this.#words) * rounds.length);
			shares[zone] = (shares[zone] ?? 0) + 1;
		}
		for (const [zone, tries] of rounds.entries())
			this.#place(course, tries, from, to, shares[zone] ?? 0);
	}

	/** Walks the chain in order; who finds nothing starts again. */
	#place(course: Course, tries: readonly Try[], from: number, to: number, pods: number): void {
		const {market} = this.#model;
		const {path} = course;
		let left = pods;
		let at = from;
		for (const bought of tries) {
			if (left === 0 || at >= to) return;
			if (isOffered(bought, path, at)) {
				const placed = this.#luckyOf(left, bought.chance);
				this.#live(course, bought, at, to, placed);
				left -= placed;
			}
			at += market.trySeconds;
		}
		if (left === 0) return;
		const next = nextRound(market, tries, path, from + roundSeconds(tries, market), to);
		if (next < to) this.#cohorts.add(next, to, left);
	}

	#luckyOf(pods: number, chance: number): number {
		if (chance === 1) return pods;
		let lucky = 0;
		for (let pod = 0; pod < pods; pod++) if (uniform(this.#lots) < chance) lucky++;
		return lucky;
	}

	/** Pods that started at `at`, until they are not wanted any more or have to go. */
	#live(course: Course, bought: Try, at: number, to: number, pods: number): void {
		if (pods === 0) return;
		const {way, path, tally} = course;
		if (bought.payment === 'on-demand') {
			billOnDemand(tally, this.#rates, bought, at, to, pods);
			tally.servedSeconds += pods * (to - at);
			if (way.strategy.payment === 'spot') tally.fallbackSeconds += pods * (to - at);
			return;
		}
		bought.offer.price.open(path);
		const end = Math.min(to, commonRelease(this.#model.market, bought, path, at, to));
		const left = this.#loseSome(course, bought, at, end, to, pods);
		this.#end(course, bought, at, end, to, left);
	}

	/**
	 * Takes away the pods whose own hazard ends them before `end`, in the order of time: of so many, the
	 * least hazard is an exponential number over how many they are [Rényi, 1953]. Says how many are left.
	 */
	#loseSome(
		course: Course,
		bought: Try,
		at: number,
		end: number,
		to: number,
		pods: number,
	): number {
		const {market} = this.#model;
		let left = pods;
		let hazard = 0;
		let together = 0;
		let last = end;
		while (left > 0) {
			hazard += exponential(this.#words) / left;
			const gone = ownRelease(market, bought, at, hazard);
			if (gone >= end) break;
			if (gone !== last) {
				this.#end(course, bought, at, last, to, together);
				together = 0;
			}
			last = gone;
			together++;
			left--;
		}
		this.#end(course, bought, at, last, to, together);
		return left;
	}

	/** Bills pods that end together; those that were wanted for longer look for a place again. */
	#end(course: Course, bought: Try, at: number, end: number, to: number, pods: number): void {
		if (pods === 0) return;
		const {tally} = course;
		billSpot(tally, this.#rates, bought, at, at, end, pods);
		tally.servedSeconds += pods * (end - at);
		if (end === to) return;
		tally.interruptions += pods;
		this.#cohorts.add(end, to, pods);
	}
}

/** The replicas of a service, each in its own windows. */
export const openService = (model: SimulationModel, replicas: readonly Windows[]): RunWorkload => {
	const fleet = new Fleet(model, replicas);
	return (way, path, tally) => fleet.run({way, path, tally});
};
