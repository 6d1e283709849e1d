import {exponential} from '../random/exponential.ts';
import {openStream, uniform} from '../random/stream.ts';
import type {LifeLaw} from './life-law.ts';
import {type MarketKey, startMarketStream} from './market-key.ts';
import {Timeline} from './timeline.ts';

const SECONDS_PER_HOUR = 3600;

/** Ages in seconds fall into boxes by their highest bits, 16 to each doubling. */
const BOX_BITS = 4;
const BOXES = (32 - BOX_BITS + 1) << BOX_BITS;

const boxOf = (age: number): number => {
	const shift = Math.max(0, 32 - BOX_BITS - 1 - Math.clz32(age));
	return (shift << BOX_BITS) + (age >>> shift);
};

const firstAgeOf = (box: number): number => {
	const shift = Math.max(0, (box >>> BOX_BITS) - 1);
	return (box - (shift << BOX_BITS)) * 2 ** shift;
};

/** What exposure is at each age, as far as its box tells; it only grows with age, or only falls. */
const exposureBounds = ({exposure}: LifeLaw) => {
	const edges = Array.from({length: BOXES + 1}, (_, box) =>
		exposure(firstAgeOf(box) / SECONDS_PER_HOUR),
	);
	const boundOf = (choose: (...values: number[]) => number) =>
		Float64Array.from({length: BOXES}, (_, box) => choose(edges[box] ?? 0, edges[box + 1] ?? 0));
	return {low: boundOf(Math.min), high: boundOf(Math.max)};
};

/** What hits the spot pods of one zone and spec together, on one path. */
export class ShockPath {
	readonly #law: LifeLaw;
	readonly #key: MarketKey;
	readonly #stream = openStream();
	readonly #marks: number[] = [];
	readonly #bounds: ReturnType<typeof exposureBounds>;
	readonly #shocks: Timeline;
	#path = -1;

	constructor(law: LifeLaw, key: MarketKey) {
		this.#law = law;
		this.#key = key;
		this.#bounds = exposureBounds(law);
		const meanSeconds = SECONDS_PER_HOUR / law.shocksPerHour;
		this.#shocks = new Timeline((last, index) => {
			this.#marks[index] = uniform(this.#stream);
			return last + Math.max(1, Math.round(exponential(this.#stream) * meanSeconds));
		});
	}

	open(path: number): void {
		if (path === this.#path) return;
		this.#path = path;
		this.#shocks.clear();
		startMarketStream(this.#stream, path, this.#key);
	}

	/** The first second after `birth`, and at most `until`, at which a pod of that birth is hit; else Infinity. */
	firstHit(birth: number, until: number): number {
		if (this.#law.shocksPerHour === 0) return Number.POSITIVE_INFINITY;
		for (let shock = this.#shocks.passed(birth); ; shock++) {
			const at = this.#shocks.at(shock);
			if (at > until) return Number.POSITIVE_INFINITY;
			if (this.#isHit(at - birth, this.#marks[shock] ?? 0)) return at;
		}
	}

	#isHit(age: number, mark: number): boolean {
		const {low, high} = this.#bounds;
		const box = boxOf(age);
		if (mark < (low[box] ?? 0)) return true;
		if (mark >= (high[box] ?? 0)) return false;
		return mark < this.#law.exposure(age / SECONDS_PER_HOUR);
	}
}
