import {exponential} from '../random/exponential.ts';
import {openStream, type RandomStream, uniform} from '../random/stream.ts';
import {type MarketKey, startMarketStream} from './market-key.ts';
import type {StockLaw} from './market-model.ts';
import {openTimeline} from './timeline.ts';

const SECONDS_PER_HOUR = 3600;

/** Whether one spec can be bought in one zone, on one path. */
export type StockPath = {
	readonly open: (path: number) => void;
	readonly isUp: (second: number) => boolean;
	/** The first second after `second` at which it changes; Infinity for never. */
	readonly nextChange: (second: number) => number;
};

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

/** In stock for good. A stock that is drawn at each try never ends while a pod runs, so it is this too. */
export const ALWAYS_UP: StockPath = {
	open: () => undefined,
	isUp: () => true,
	nextChange: () => Number.POSITIVE_INFINITY,
};

const openSource = (source: StockSource): StockPath => {
	let current = -1;
	let startsUp = true;
	const changes = openTimeline(
		(last, index) => last + source.spell(startsUp === (index % 2 === 0)),
	);
	return {
		open: path => {
			if (path === current) return;
			current = path;
			changes.clear();
			startsUp = source.begin(path);
		},
		isUp: second => startsUp === (changes.passed(second) % 2 === 0),
		nextChange: second => changes.at(changes.passed(second)),
	};
};

export const openStockPath = (law: StockLaw, key: MarketKey): StockPath => {
	switch (law.law) {
		case 'always':
		case 'bernoulli':
			return ALWAYS_UP;
		case 'renewal':
			return law.meanDownHours === 0 ? ALWAYS_UP : openSource(renewal(law, key));
		case 'trace':
			return openSource(recorded(law, key));
	}
};
