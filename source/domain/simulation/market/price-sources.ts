import {openStream, uniform} from '../random/stream.ts';
import type {PriceHistory} from '../simulation-model.ts';
import {type MarketKey, startMarketStream} from './market-key.ts';
import type {PriceSource} from './price-path.ts';
import {type RatioBand, unitsOf} from './ratio-band.ts';

const SECONDS_PER_HOUR = 3600;
const HOURS_PER_DAY = 24;

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
