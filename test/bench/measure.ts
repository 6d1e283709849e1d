/** Milliseconds of each of several rounds, sorted. */
export const rounds = (count: number, work: (round: number) => unknown): readonly number[] =>
	Array.from({length: count}, (_, round) => {
		const start = performance.now();
		work(round);
		return performance.now() - start;
	}).toSorted((a, b) => a - b);

export const middle = (sorted: readonly number[]): number =>
	sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;

/** One line of a benchmark: what, how much of which unit, and what it is measured by. */
export type Measure = {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly note: string;
};
