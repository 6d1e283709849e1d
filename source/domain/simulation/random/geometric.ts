import {nextBits, type RandomStream} from './stream.ts';

/** How many tries the first success takes, at least 1, by 32 random bits; few need more from the stream. */
export type Geometric = (bits: number, stream: RandomStream) => number;

/** Waits that are told apart in one draw; a longer one starts again, which the law doesn't notice. */
const WAITS = 255;
const BOXES = WAITS + 1;
const BOX_BITS = 24;
const BOX_SIZE = 2 ** BOX_BITS;

/** Each box holds its own wait up to a bound, and beyond it another one (Walker, 1977; Vose, 1991). */
type Boxes = {readonly bounds: Int32Array; readonly others: Int32Array};

const boxesOf = (weights: readonly number[]): Boxes => {
	const bounds = new Int32Array(BOXES).fill(BOX_SIZE);
	const others = Int32Array.from({length: BOXES}, (_, box) => box);
	const rest = weights.map(weight => weight * BOXES);
	const small = [...rest.keys()].filter(box => (rest[box] ?? 0) < 1);
	const large = [...rest.keys()].filter(box => (rest[box] ?? 0) >= 1);
	for (;;) {
		const [low, high] = [small.pop(), large.at(-1)];
		if (low === undefined || high === undefined) return {bounds, others};
		bounds[low] = Math.round((rest[low] ?? 0) * BOX_SIZE);
		others[low] = high;
		rest[high] = (rest[high] ?? 0) - (1 - (rest[low] ?? 0));
		if ((rest[high] ?? 0) >= 1) continue;
		large.pop();
		small.push(high);
	}
};

/** For a success with this probability, above 0 and at most 1. */
export const geometric = (probability: number): Geometric => {
	if (probability === 1) return () => 1;
	const failure = Math.log1p(-probability);
	const {bounds, others} = boxesOf(
		Array.from({length: BOXES}, (_, box) =>
			box < WAITS ? Math.exp(failure * box) * probability : Math.exp(failure * WAITS),
		),
	);
	const boxAt = (bits: number): number => {
		const box = bits >>> BOX_BITS;
		return (bits & (BOX_SIZE - 1)) < (bounds[box] ?? 0) ? box : (others[box] ?? 0);
	};
	return (bits, stream) => {
		let box = boxAt(bits);
		if (box < WAITS) return box + 1;
		let earlier = 0;
		while (box === WAITS) {
			earlier += WAITS;
			box = boxAt(nextBits(stream));
		}
		return earlier + box + 1;
	};
};
