import {type Geometric, geometric, triesOf} from '../random/geometric.ts';
import {normal, normalOf} from '../random/normal.ts';
import {drawBits, openStream, uniform} from '../random/stream.ts';
import type {PriceHistory} from '../simulation-model.ts';
import {exponentialOf} from './exponential-function.ts';
import {type MarketKey, startMarketStream} from './market-key.ts';
import {type EpochPage, PAGE_EPOCHS} from './price-epochs.ts';
import {type PriceSource, RATIO_UNITS} from './price-path.ts';

const SECONDS_PER_HOUR = 3600;
const HOURS_PER_DAY = 24;

/** Lowest and highest ratio. */
export type RatioBand = {readonly floor: number; readonly cap: number};

const unitsOf = (ratio: number, {floor, cap}: RatioBand): number =>
	Math.round(Math.min(cap, Math.max(floor, ratio)) * RATIO_UNITS);

export const constantPrice = (ratio: number, band: RatioBand): PriceSource => ({
	open: () => undefined,
	fill: (start, until, page) => {
		if (start === 0) {
			page.starts[page.next] = 0;
			page.units[page.next] = unitsOf(ratio, band);
			page.next++;
		}
		return until + 1;
	},
});

/** ln ratio as a first-order autoregression that moves in some hours only [facts/simulation §3]. */
export type Autoregression = {
	readonly mean: number;
	readonly sigma: number;
	readonly phi: number;
	readonly changeProbability: number;
};

/**
 * The law whose hourly autocorrelation is `phi` although the price holds in most hours: at a change,
 * what is left of the deviation is 1 − (1 − φ) / q. The mean of the ratio, not of its logarithm, is
 * `mean`, as far as the band cuts nothing off.
 */
class AutoregressivePrice implements PriceSource {
	readonly #key: MarketKey;
	readonly #stream = openStream();
	readonly #sigma: number;
	readonly #centre: number;
	readonly #kept: number;
	readonly #innovation: number;
	readonly #wait: Geometric;
	/** The band of ln ratio, and of units. */
	readonly #lowest: number;
	readonly #highest: number;
	readonly #lowestUnits: number;
	readonly #highestUnits: number;
	/** Bits for a page of epochs: how far each moves, and how long it holds. */
	readonly #moves = new Int32Array(PAGE_EPOCHS);
	readonly #holds = new Int32Array(PAGE_EPOCHS);
	/** Of ln ratio from its centre, in the epoch before the next one. */
	readonly #deviation = new Float64Array(1);

	constructor(
		{mean, sigma, phi, changeProbability}: Autoregression,
		band: RatioBand,
		key: MarketKey,
	) {
		this.#key = key;
		this.#sigma = sigma;
		this.#centre = Math.log(mean) - sigma ** 2 / 2;
		this.#kept = Math.max(0, 1 - (1 - phi) / changeProbability);
		this.#innovation = sigma * Math.sqrt(1 - this.#kept ** 2);
		this.#wait = geometric(changeProbability);
		this.#lowest = Math.log(band.floor);
		this.#highest = Math.log(band.cap);
		this.#lowestUnits = unitsOf(band.floor, band);
		this.#highestUnits = unitsOf(band.cap, band);
	}

	open(path: number): void {
		startMarketStream(this.#stream, path, this.#key);
		this.#deviation[0] = this.#sigma * normal(this.#stream);
	}

	fill(start: number, _until: number, page: EpochPage): number {
		const {starts, units, next} = page;
		const stream = this.#stream;
		const moves = this.#moves;
		const holds = this.#holds;
		const kept = this.#kept;
		const innovation = this.#innovation;
		const centre = this.#centre;
		const wait = this.#wait;
		let deviation = this.#deviation[0] ?? 0;
		let at = start;
		drawBits(stream, moves);
		drawBits(stream, holds);
		for (let epoch = 0; epoch < PAGE_EPOCHS; epoch++) {
			deviation = kept * deviation + innovation * normalOf(moves[epoch] ?? 0, stream);
			starts[next + epoch] = at;
			units[next + epoch] = this.#unitsAt(centre + deviation);
			at += SECONDS_PER_HOUR * triesOf(wait, holds[epoch] ?? 0, stream);
		}
		this.#deviation[0] = deviation;
		page.next = next + PAGE_EPOCHS;
		return at;
	}

	#unitsAt(level: number): number {
		if (level <= this.#lowest) return this.#lowestUnits;
		if (level >= this.#highest) return this.#highestUnits;
		return (exponentialOf(level) * RATIO_UNITS + 0.5) | 0;
	}
}

export const autoregressivePrice = (
	law: Autoregression,
	band: RatioBand,
	key: MarketKey,
): PriceSource => new AutoregressivePrice(law, band, key);

/** The record as one lap that is repeated, and where in it a moment of the day may start a block. */
const lapOf = ({seconds, steps, startHour}: PriceHistory, band: RatioBand) => {
	const starts = steps.map(([at]) => at);
	const units = steps.map(([, ratio]) => unitsOf(ratio, band));
	const days = Math.max(1, Math.floor(seconds / (HOURS_PER_DAY * SECONDS_PER_HOUR)));
	const stepAt = (second: number): number => {
		let [low, high] = [0, starts.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) <= second) low = middle;
			else high = middle - 1;
		}
		return low;
	};
	return {seconds, startHour, starts, units, days, stepAt};
};

export type Bootstrap = {
	/** 0 replays the record from its start. */
	readonly meanBlockHours: number;
	/** Hour of the day at time 0. */
	readonly startHour: number;
};

/**
 * A circular block bootstrap of recorded prices: blocks of geometric length that start at the hour of
 * the day at which the last one ended [facts/simulation §3].
 */
export const recordedPrice = (
	history: PriceHistory,
	{meanBlockHours, startHour}: Bootstrap,
	band: RatioBand,
	key: MarketKey,
): PriceSource => {
	const stream = openStream();
	const lap = lapOf(history, band);
	const endScale = meanBlockHours > 1 ? 1 / Math.log1p(-1 / meanBlockHours) : 0;
	const blockSeconds = (): number =>
		meanBlockHours === 0
			? lap.seconds
			: SECONDS_PER_HOUR *
				(1 + (endScale === 0 ? 0 : Math.floor(Math.log(uniform(stream)) * endScale)));
	/** Second of the record at which a block may start that begins at `second` of the path. */
	const blockStart = (second: number): number => {
		if (meanBlockHours === 0) return 0;
		const hour = Math.floor(second / SECONDS_PER_HOUR) + startHour - lap.startHour;
		const inDay = ((hour % HOURS_PER_DAY) + HOURS_PER_DAY) % HOURS_PER_DAY;
		const day = Math.floor(uniform(stream) * lap.days);
		return ((day * HOURS_PER_DAY + inDay) * SECONDS_PER_HOUR) % lap.seconds;
	};
	/** The block under way: where it is in the record, and when it ends. */
	let source = 0;
	let blockEnd = 0;
	return {
		open: path => {
			startMarketStream(stream, path, key);
			blockEnd = 0;
		},
		fill: (start, until, page) => {
			const {starts, units, limit} = page;
			let at = start;
			let next = page.next;
			while (at <= until && next < limit) {
				if (at >= blockEnd) {
					source = blockStart(at);
					blockEnd = at + blockSeconds();
				}
				const step = lap.stepAt(source);
				const stepEnd = lap.starts[step + 1] ?? lap.seconds;
				starts[next] = at;
				units[next] = lap.units[step] ?? 0;
				next++;
				const length = Math.min(stepEnd - source, blockEnd - at);
				at += length;
				source = (source + length) % lap.seconds;
			}
			page.next = next;
			return at;
		},
	};
};
