import {type EpochPage, Epochs} from './price-epochs.ts';

/** How much further than asked a price is drawn at once. */
const AHEAD_SECONDS = 31 * 86_400;

/** A ratio of 1 as a whole number: ratios are kept in millionths, so that sums of them are exact. */
export const RATIO_UNITS = 1_000_000;

/** How one price goes on. */
export type PriceSource = {
	/** Begins the price of a path. */
	open(path: number): void;
	/**
	 * Writes epochs from second `start` on, where the last one ended, until one ends after `until` or the
	 * page is full; says where the last one ends.
	 */
	fill(start: number, until: number, page: EpochPage): number;
};

/** The spot price of one zone and spec on one path, drawn as far as somebody looks. */
export class PricePath {
	readonly #source: PriceSource;
	readonly #epochs = new Epochs();
	#end = 0;
	#path = -1;

	constructor(source: PriceSource) {
		this.#source = source;
	}

	open(path: number): void {
		if (path === this.#path) return;
		this.#path = path;
		this.#epochs.clear();
		this.#source.open(path);
		this.#end = 0;
	}

	/** Price at a second, in units. */
	unitsAt(second: number): number {
		this.#know(second);
		return this.#epochs.units(this.#epochs.find(second));
	}

	/** Units × seconds from 0 to a second, exactly. */
	unitSeconds(second: number): number {
		this.#know(second);
		return this.#epochs.sum(second);
	}

	/** The first second after `second` and before `until` at which a price above `limit` begins; else Infinity. */
	nextAbove(second: number, limit: number, until: number): number {
		return this.#next(second, until, limit, true);
	}

	/** The same for a price within the limit. */
	nextWithin(second: number, limit: number, until: number): number {
		return this.#next(second, until, limit, false);
	}

	#know(second: number): void {
		while (this.#end <= second) {
			const page = this.#epochs.openPage();
			this.#end = this.#source.fill(this.#end, second + AHEAD_SECONDS, page);
			this.#epochs.append(page);
		}
	}

	#next(second: number, until: number, limit: number, isAbove: boolean): number {
		this.#know(second);
		const epochs = this.#epochs;
		let epoch = epochs.find(second);
		for (;;) {
			epoch = epochs.after(epoch, limit, isAbove);
			const start = epochs.start(epoch);
			if (epoch < epochs.count) return start < until ? start : Number.POSITIVE_INFINITY;
			if (this.#end >= until) return Number.POSITIVE_INFINITY;
			epoch--;
			this.#know(this.#end);
		}
	}
}
