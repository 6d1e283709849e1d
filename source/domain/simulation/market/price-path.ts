import {type EpochPage, openEpochs} from './price-epochs.ts';

/** How much further than asked a price is drawn at once. */
const AHEAD_SECONDS = 31 * 86_400;

/** A ratio of 1 as a whole number: ratios are kept in millionths, so that sums of them are exact. */
export const RATIO_UNITS = 1_000_000;

/** How one price goes on. */
export type PriceSource = {
	/** Begins the price of a path. */
	readonly open: (path: number) => void;
	/**
	 * Writes epochs from second `start` on, where the last one ended, until one ends after `until` or the
	 * page is full; says where the last one ends.
	 */
	readonly fill: (start: number, until: number, page: EpochPage) => number;
};

/** The spot price of one zone and spec on one path, drawn as far as somebody looks. */
export type PricePath = {
	readonly open: (path: number) => void;
	/** Price at a second, in units. */
	readonly unitsAt: (second: number) => number;
	/** Units × seconds from 0 to a second, exactly. */
	readonly unitSeconds: (second: number) => number;
	/** The first second after `second` and before `until` at which a price above `limit` begins; else Infinity. */
	readonly nextAbove: (second: number, limit: number, until: number) => number;
	/** The same for a price within the limit. */
	readonly nextWithin: (second: number, limit: number, until: number) => number;
};

export const openPricePath = (source: PriceSource): PricePath => {
	const epochs = openEpochs();
	let end = 0;
	let current = -1;
	let wanted = 0;
	const write = (page: EpochPage) => {
		end = source.fill(end, wanted, page);
	};
	const know = (second: number) => {
		while (end <= second) {
			wanted = second + AHEAD_SECONDS;
			epochs.append(write);
		}
	};
	const next = (second: number, until: number, limit: number, isAbove: boolean): number => {
		know(second);
		let epoch = epochs.find(second);
		for (;;) {
			epoch = epochs.after(epoch, limit, isAbove);
			const start = epochs.start(epoch);
			if (epoch < epochs.count()) return start < until ? start : Number.POSITIVE_INFINITY;
			if (end >= until) return Number.POSITIVE_INFINITY;
			epoch--;
			know(end);
		}
	};
	return {
		open: path => {
			if (path === current) return;
			current = path;
			epochs.clear();
			source.open(path);
			end = 0;
		},
		unitsAt: second => {
			know(second);
			return epochs.units(epochs.find(second));
		},
		unitSeconds: second => {
			know(second);
			return epochs.sum(second);
		},
		nextAbove: (second, limit, until) => next(second, until, limit, true),
		nextWithin: (second, limit, until) => next(second, until, limit, false),
	};
};
