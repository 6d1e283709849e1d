import type {Windows} from './simulation-model.ts';

/** Pods that look for a place from the same second on, and are wanted until the same one. */
export type Cohort = {readonly from: number; readonly to: number; readonly pods: number};

const FIRST_CAPACITY = 64;
/** Numbers of a cohort in the heap. */
const WIDTH = 3;

const isBefore = (aFrom: number, aTo: number, bFrom: number, bTo: number): boolean =>
	aFrom === bFrom ? aTo < bTo : aFrom < bFrom;

/** All windows of all replicas in the order of their start; equal ones are one cohort. */
const openingsOf = (replicas: readonly Windows[]): readonly Cohort[] => {
	const openings = new Map<string, Cohort>();
	for (const [from, to] of replicas.flat()) {
		const key = `${from}-${to}`;
		openings.set(key, {from, to, pods: 1 + (openings.get(key)?.pods ?? 0)});
	}
	return [...openings.values()]
		.filter(({from, to}) => from < to)
		.toSorted((a, b) => (isBefore(a.from, a.to, b.from, b.to) ? -1 : 1));
};

/**
 * The cohorts of a service in the order of time. Those that are to look for a place at the same second
 * become one again: nothing tells such pods apart.
 */
export class CohortQueue {
	readonly #openings: readonly Cohort[];
	#opened = 0;
	/** A binary heap of those that were added: from, to and pods. */
	#heap = new Int32Array(FIRST_CAPACITY * WIDTH);
	#size = 0;
	/** The cohort that was taken. */
	from = 0;
	to = 0;
	pods = 0;

	constructor(replicas: readonly Windows[]) {
		this.#openings = openingsOf(replicas);
	}

	/** Starts over with the windows alone. */
	restart(): void {
		this.#opened = 0;
		this.#size = 0;
	}

	add(from: number, to: number, pods: number): void {
		if ((this.#size + 1) * WIDTH > this.#heap.length) {
			const larger = new Int32Array(2 * this.#heap.length);
			larger.set(this.#heap);
			this.#heap = larger;
		}
		const heap = this.#heap;
		let place = this.#size++;
		while (place > 0) {
			const parent = (place - 1) >> 1;
			if (!isBefore(from, to, heap[parent * WIDTH] ?? 0, heap[parent * WIDTH + 1] ?? 0)) break;
			this.#move(parent, place);
			place = parent;
		}
		this.#write(place, from, to, pods);
	}

	/** Takes the first cohort, with all that are like it; false when none is left. */
	take(): boolean {
		const heap = this.#heap;
		const opening = this.#openings[this.#opened];
		if (
			opening &&
			(this.#size === 0 || isBefore(opening.from, opening.to, heap[0] ?? 0, heap[1] ?? 0))
		) {
			this.#opened++;
			this.from = opening.from;
			this.to = opening.to;
			this.pods = opening.pods;
		} else if (this.#size > 0) {
			this.from = heap[0] ?? 0;
			this.to = heap[1] ?? 0;
			this.pods = heap[2] ?? 0;
			this.#drop();
		} else return false;
		this.#gather();
		return true;
	}

	/** Adds to what was taken all that waits for the same seconds. */
	#gather(): void {
		const heap = this.#heap;
		while (this.#size > 0 && heap[0] === this.from && heap[1] === this.to) {
			this.pods += heap[2] ?? 0;
			this.#drop();
		}
		const opening = this.#openings[this.#opened];
		if (opening?.from !== this.from || opening.to !== this.to) return;
		this.pods += opening.pods;
		this.#opened++;
	}

	/** Takes the first one off the heap. */
	#drop(): void {
		const heap = this.#heap;
		const last = --this.#size * WIDTH;
		const from = heap[last] ?? 0;
		const to = heap[last + 1] ?? 0;
		const pods = heap[last + 2] ?? 0;
		let place = 0;
		for (;;) {
			const child = this.#earlierChild(place);
			if (child < 0) break;
			if (!isBefore(heap[child * WIDTH] ?? 0, heap[child * WIDTH + 1] ?? 0, from, to)) break;
			this.#move(child, place);
			place = child;
		}
		this.#write(place, from, to, pods);
	}

	#earlierChild(place: number): number {
		const heap = this.#heap;
		const left = 2 * place + 1;
		if (left >= this.#size) return -1;
		const right = left + 1;
		if (right === this.#size) return left;
		const a = left * WIDTH;
		const b = right * WIDTH;
		return isBefore(heap[b] ?? 0, heap[b + 1] ?? 0, heap[a] ?? 0, heap[a + 1] ?? 0) ? right : left;
	}

	#move(from: number, to: number): void {
		const heap = this.#heap;
		heap[to * WIDTH] = heap[from * WIDTH] ?? 0;
		heap[to * WIDTH + 1] = heap[from * WIDTH + 1] ?? 0;
		heap[to * WIDTH + 2] = heap[from * WIDTH + 2] ?? 0;
	}

	#write(place: number, from: number, to: number, pods: number): void {
		const at = place * WIDTH;
		this.#heap[at] = from;
		this.#heap[at + 1] = to;
		this.#heap[at + 2] = pods;
	}
}
