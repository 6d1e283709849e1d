const FIRST_CAPACITY = 1024;
/** Room that a source has at once. */
export const PAGE_EPOCHS = 64;
/** A look-up starts at the first epoch of its span of 2^18 seconds, which is three days. */
const SPAN_BITS = 18;

/** Where a source writes its epochs: from `next` on, before `limit`. */
export type EpochPage = {
	/** The seconds from which on prices hold; they only grow. */
	starts: Int32Array;
	/** Prices in units. */
	units: Int32Array;
	next: number;
	limit: number;
};

const doubled = <A extends Int32Array | Float64Array>(old: A, larger: A): A => {
	larger.set(old);
	return larger;
};

/** Spells of one price each, one after the other from second 0 on. */
export class Epochs {
	#starts = new Int32Array(FIRST_CAPACITY);
	#units = new Int32Array(FIRST_CAPACITY);
	/** Units × seconds before each epoch. */
	#sums = new Float64Array(FIRST_CAPACITY);
	/** The epoch in which each span begins. */
	#spans = new Int32Array(FIRST_CAPACITY);
	#spanCount = 0;
	readonly #page: EpochPage = {starts: this.#starts, units: this.#units, next: 0, limit: 0};
	count = 0;

	clear(): void {
		this.count = 0;
		this.#spanCount = 0;
	}

	/** Room for epochs that start after all that are there; `append` takes them in. */
	openPage(): EpochPage {
		if (this.count + PAGE_EPOCHS > this.#starts.length) this.#grow();
		const page = this.#page;
		page.starts = this.#starts;
		page.units = this.#units;
		page.next = this.count;
		page.limit = this.count + PAGE_EPOCHS;
		return page;
	}

	append(page: EpochPage): void {
		const first = this.count;
		this.count = page.next;
		this.#sumUp(first);
	}

	start(epoch: number): number {
		return this.#starts[epoch] ?? 0;
	}

	units(epoch: number): number {
		return this.#units[epoch] ?? 0;
	}

	/** The epoch of a second; the last one for all that is later. */
	find(second: number): number {
		const starts = this.#starts;
		const last = this.count - 1;
		const span = Math.min(second >> SPAN_BITS, this.#spanCount - 1);
		let epoch = span < 0 ? 0 : (this.#spans[span] ?? 0);
		while (epoch < last && (starts[epoch + 1] ?? 0) <= second) epoch++;
		return epoch;
	}

	/** The first epoch after one whose price is above the limit, or within it; the count where none is. */
	after(epoch: number, limit: number, isAbove: boolean): number {
		const units = this.#units;
		const {count} = this;
		let next = epoch + 1;
		while (next < count && (units[next] ?? 0) > limit !== isAbove) next++;
		return next;
	}

	/** Units × seconds from 0 to a second. */
	sum(second: number): number {
		return this.#sumAt(this.find(second), second);
	}

	#sumAt(epoch: number, second: number): number {
		const passed = second - (this.#starts[epoch] ?? 0);
		return (this.#sums[epoch] ?? 0) + (this.#units[epoch] ?? 0) * passed;
	}

	#grow(): void {
		this.#starts = doubled(this.#starts, new Int32Array(2 * this.#starts.length));
		this.#units = doubled(this.#units, new Int32Array(2 * this.#units.length));
		this.#sums = doubled(this.#sums, new Float64Array(2 * this.#sums.length));
	}

	/** Sums up epochs from `first` on, and covers the spans that begin after the start of one and by the next's. */
	#sumUp(first: number): void {
		const starts = this.#starts;
		const units = this.#units;
		const sums = this.#sums;
		const {count} = this;
		let start = starts[first] ?? 0;
		let sum = first === 0 ? 0 : this.#sumAt(first - 1, start);
		let covered = this.#spanCount * 2 ** SPAN_BITS;
		for (let epoch = first; epoch < count; epoch++) {
			if (start >= covered) covered = this.#cover(epoch, start);
			sums[epoch] = sum;
			const next = starts[epoch + 1] ?? 0;
			sum += (units[epoch] ?? 0) * (next - start);
			start = next;
		}
	}

	/** Covers the spans that begin by the start of an epoch; says where the first one begins that is not. */
	#cover(epoch: number, start: number): number {
		const last = start >> SPAN_BITS;
		while (last >= this.#spans.length)
			this.#spans = doubled(this.#spans, new Int32Array(2 * this.#spans.length));
		for (; this.#spanCount <= last; this.#spanCount++) {
			const isFirst = this.#spanCount << SPAN_BITS === start;
			this.#spans[this.#spanCount] = isFirst ? epoch : epoch - 1;
		}
		return this.#spanCount * 2 ** SPAN_BITS;
	}
}
