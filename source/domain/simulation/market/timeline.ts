const FIRST_CAPACITY = 64;

/** Growing moments that are drawn as far as somebody looks. */
export type Timeline = {
	readonly clear: () => void;
	/** How many moments lie at `second` or before it; the one after them is then known. */
	readonly passed: (second: number) => number;
	/** A moment that is known, or the one right after those. */
	readonly at: (index: number) => number;
};

/** `next` draws the moment after `last`, which is the `index`th. */
export const openTimeline = (next: (last: number, index: number) => number): Timeline => {
	let moments = new Float64Array(FIRST_CAPACITY);
	let count = 0;
	/** Where the last look ended: the next one is mostly near. */
	let cursor = 0;

	const add = () => {
		if (count === moments.length) {
			const larger = new Float64Array(2 * count);
			larger.set(moments);
			moments = larger;
		}
		moments[count] = next(count === 0 ? 0 : (moments[count - 1] ?? 0), count);
		count++;
	};
	return {
		clear: () => {
			count = 0;
			cursor = 0;
		},
		passed: second => {
			while (count === 0 || (moments[count - 1] ?? 0) <= second) add();
			while (cursor < count && (moments[cursor] ?? 0) <= second) cursor++;
			while (cursor > 0 && (moments[cursor - 1] ?? 0) > second) cursor--;
			return cursor;
		},
		at: index => {
			if (index === count) add();
			return moments[index] ?? 0;
		},
	};
};
