const FIRST_CAPACITY = 64;

/** Draws the moment after `last`, which is the `index`th. */
export type NextMoment = (last: number, index: number) => number;

/** Growing moments that are drawn as far as somebody looks. */
export class Timeline {
	readonly #next: NextMoment;
	#moments = new Float64Array(FIRST_CAPACITY);
	#count = 0;
	/** Where the last look ended: the next one is mostly near. */
	#cursor = 0;

	constructor(next: NextMoment) {
		this.#next = next;
	}

	clear(): void {
		this.#count = 0;
		this.#cursor = 0;
	}

	/** How many moments lie at `second` or before it; the one after them is then known. */
	passed(second: number): number {
		while (this.#count === 0 || (this.#moments[this.#count - 1] ?? 0) <= second) this.#add();
		const moments = this.#moments;
		let cursor = this.#cursor;
		while (cursor < this.#count && (moments[cursor] ?? 0) <= second) cursor++;
		while (cursor > 0 && (moments[cursor - 1] ?? 0) > second) cursor--;
		this.#cursor = cursor;
		return cursor;
	}

	/** A moment that is known, or the one right after those. */
	at(index: number): number {
		if (index === this.#count) this.#add();
		return this.#moments[index] ?? 0;
	}

	#add(): void {
		const count = this.#count;
		if (count === this.#moments.length) {
			const larger = new Float64Array(2 * count);
			larger.set(this.#moments);
			this.#moments = larger;
		}
		const last = count === 0 ? 0 : (this.#moments[count - 1] ?? 0);
		this.#moments[count] = this.#next(last, count);
		this.#count++;
	}
}
