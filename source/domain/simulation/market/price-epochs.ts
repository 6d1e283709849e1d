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

/** Spells of one price each, one after the other from second 0 on. */
export type Epochs = {
	readonly clear: () => void;
	/** Lets a source write epochs that start after all that are there. */
	readonly append: (write: (page: EpochPage) => void) => void;
	readonly count: () => number;
	readonly start: (epoch: number) => number;
	readonly units: (epoch: number) => number;
	/** The epoch of a second; the last one for all that is later. */
	readonly find: (second: number) => number;
	/** The first epoch after one whose price is above the limit, or within it; the count where none is. */
	readonly after: (epoch: number, limit: number, isAbove: boolean) => number;
	/** Units × seconds from 0 to a second. */
	readonly sum: (second: number) => number;
};

const doubled = <A extends Int32Array | Float64Array>(old: A, larger: A): A => {
	larger.set(old);
	return larger;
};

export const openEpochs = (): Epochs => {
	let starts = new Int32Array(FIRST_CAPACITY);
	let units = new Int32Array(FIRST_CAPACITY);
	/** Units × seconds before each epoch. */
	let sums = new Float64Array(FIRST_CAPACITY);
	/** The epoch in which each span begins. */
	let spans = new Int32Array(FIRST_CAPACITY);
	let count = 0;
	let spanCount = 0;
	const page: EpochPage = {starts, units, next: 0, limit: 0};

	const grow = () => {
		starts = doubled(starts, new Int32Array(2 * starts.length));
		units = doubled(units, new Int32Array(2 * units.length));
		sums = doubled(sums, new Float64Array(2 * sums.length));
	};
	const sumAt = (epoch: number, second: number): number =>
		(sums[epoch] ?? 0) + (units[epoch] ?? 0) * (second - (starts[epoch] ?? 0));
	const sumUp = (first: number) => {
		let start = starts[first] ?? 0;
		let sum = first === 0 ? 0 : sumAt(first - 1, start);
		for (let epoch = first; epoch < count; epoch++) {
			sums[epoch] = sum;
			const next = starts[epoch + 1] ?? 0;
			sum += (units[epoch] ?? 0) * (next - start);
			start = next;
		}
	};
	/** Spans that begin within epochs from `first` on, of which the last one has no end yet. */
	const coverSpans = (first: number) => {
		const covered = ((starts[count - 1] ?? 0) >> SPAN_BITS) + 1;
		while (covered > spans.length) spans = doubled(spans, new Int32Array(2 * spans.length));
		let epoch = Math.max(0, first - 1);
		for (; spanCount < covered; spanCount++) {
			const begin = spanCount << SPAN_BITS;
			while (epoch + 1 < count && (starts[epoch + 1] ?? 0) <= begin) epoch++;
			spans[spanCount] = epoch;
		}
	};
	const find = (second: number): number => {
		const span = Math.min(second >> SPAN_BITS, spanCount - 1);
		let epoch = span < 0 ? 0 : (spans[span] ?? 0);
		while (epoch + 1 < count && (starts[epoch + 1] ?? 0) <= second) epoch++;
		return epoch;
	};
	return {
		clear: () => {
			count = 0;
			spanCount = 0;
		},
		append: write => {
			if (count + PAGE_EPOCHS > starts.length) grow();
			const first = count;
			page.starts = starts;
			page.units = units;
			page.next = first;
			page.limit = first + PAGE_EPOCHS;
			write(page);
			count = page.next;
			sumUp(first);
			coverSpans(first);
		},
		count: () => count,
		start: epoch => starts[epoch] ?? 0,
		units: epoch => units[epoch] ?? 0,
		find,
		after: (epoch, limit, isAbove) => {
			let next = epoch + 1;
			while (next < count && (units[next] ?? 0) > limit !== isAbove) next++;
			return next;
		},
		sum: second => sumAt(find(second), second),
	};
};
