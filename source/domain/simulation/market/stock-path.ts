import {exponential} from '../random/exponential.ts';
import {openStream, type RandomStream, uniform} from '../random/stream.ts';
import {type MarketKey, startMarketStream} from './market-key.ts';
import type {StockLaw} from './market-model.ts';
import {Timeline} from './timeline.ts';

const SECONDS_PER_HOUR = 3600;

/** How stock goes on. */
type StockSource = {
	/** Begins a path: whether it is in stock at second 0. */
	readonly begin: (path: number) => boolean;
	/** Seconds of the spell that starts now; Infinity for the rest of time. */
	readonly spell: (isUp: boolean) => number;
};

const exponentialSeconds = (stream: RandomStream, meanSeconds: number): number =>
	Math.max(1, Math.round(exponential(stream) * meanSeconds));

/** Starts as it is after a long time, so that no moment differs from another. */
const renewal = (
	{meanUpHours, meanDownHours}: Extract<StockLaw, {law: 'renewal'}>,
	key: MarketKey,
): StockSource => {
	const stream = openStream();
	const upSeconds = meanUpHours * SECONDS_PER_HOUR;
	const downSeconds = meanDownHours * SECONDS_PER_HOUR;
	const availability = meanUpHours / (meanUpHours + meanDownHours);
	return {
		begin: path => {
			startMarketStream(stream, path, key);
			return uniform(stream) < availability;
		},
		spell: isUp => exponentialSeconds(stream, isUp ? upSeconds : downSeconds),
	};
};

/** A trace that is repeated; every path enters it at a point of its own, or all at the first. */
const recorded = (
	{trace, start}: Extract<StockLaw, {law: 'trace'}>,
	key: MarketKey,
): StockSource => {
	const {up, stepSeconds} = trace;
	const isFlat = up.every(value => value === up[0]);
	const stream = openStream();
	let step = 0;
	return {
		begin: path => {
			startMarketStream(stream, path, key);
			step = start === 'first' ? 0 : Math.floor(uniform(stream) * up.length);
			return up[step] ?? false;
		},
		spell: isUp => {
			if (isFlat) return Number.POSITIVE_INFINITY;
			let steps = 0;
			while (up[(step + steps) % up.length] === isUp) steps++;
			step = (step + steps) % up.length;
			return steps * stepSeconds;
		},
	};
};

/** Whether one spec can be bought in one zone, on one path. */
export class StockPath {
	/** Null for stock without an end. */
	readonly #source: StockSource | null;
	readonly #changes: Timeline;
	#path = -1;
	#startsUp = true;

	constructor(source: StockSource | null) {
		this.#source = source;
		const spell = source?.spell ?? (() => Number.POSITIVE_INFINITY);
		this.#changes = new Timeline(
			(last, index) => last + spell(this.#startsUp === (index % 2 === 0)),
		);
	}

	open(path: number): void {
		if (path === this.#path || this.#source === null) return;
		this.#path = path;
		this.#changes.clear();
		this.#startsUp = this.#source.begin(path);
	}

	isUp(second: number): boolean {
		if (this.#source === null) return true;
		return this.#startsUp === (this.#changes.passed(second) % 2 === 0);
	}

	/** The first second after `second` at which it changes; Infinity for never. */
	nextChange(second: number): number {
		if (this.#source === null) return Number.POSITIVE_INFINITY;
		return this.#changes.at(this.#changes.passed(second));
	}
}

/** In stock for good. A stock that is drawn at each try never ends while a pod runs, so it is this too. */
const alwaysUp = (): StockPath => new StockPath(null);

export const openStockPath = (law: StockLaw, key: MarketKey): StockPath => {
	switch (law.law) {
		case 'always':
		case 'bernoulli':
			return alwaysUp();
		case 'renewal':
			return law.meanDownHours === 0 ? alwaysUp() : new StockPath(renewal(law, key));
		case 'trace':
			return new StockPath(recorded(law, key));
	}
};
