import type {Pace} from '../../source/adapters/alibaba-cloud/pace.ts';

export type FakePace = Pace & {
	/** Pauses that were taken, in milliseconds: none of them lasts. */
	readonly pauses: readonly number[];
	/** Lets the time be up for everything that was given this long. */
	readonly expireAll: (milliseconds: number) => void;
};

type Waiting = {readonly milliseconds: number; readonly end: () => void};

/** A clock that jumps over pauses; time for an answer is up only when a test says so. */
export const fakePace = (random = 0): FakePace => {
	let time = 0;
	const pauses: number[] = [];
	const waiting = new Set<Waiting>();
	return {
		now: () => time,
		random: () => random,
		pause: (milliseconds, signal) => {
			signal.throwIfAborted();
			pauses.push(milliseconds);
			time += milliseconds;
			return Promise.resolve();
		},
		expire: (milliseconds, signal) =>
			new Promise((resolve, reject) => {
				const entry = {milliseconds, end: resolve};
				waiting.add(entry);
				signal.addEventListener('abort', () => {
					waiting.delete(entry);
					reject(signal.reason);
				});
			}),
		pauses,
		expireAll: milliseconds => {
			for (const entry of waiting) if (entry.milliseconds === milliseconds) entry.end();
		},
	};
};
