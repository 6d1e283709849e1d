/** Time and chance, as the calls need them. */
export type Pace = {
	/** Milliseconds since any moment; never goes back. */
	readonly now: () => number;
	/** From 0 up to 1. */
	readonly random: () => number;
	/** Resolves after a pause between calls; rejects with the signal's reason once that is aborted. */
	readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Resolves when the time for an answer is up; rejects as `pause` does. */
	readonly expire: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** How often and how long the API is asked. */
export type Limits = {
	/** Calls of one operation within any minute. */
	readonly callsPerMinute: Readonly<Record<Operation, number>>;
	/** Calls at once. */
	readonly width: number;
	readonly requestMs: number;
	readonly overallMs: number;
	/** Calls of one question that is throttled, and of one that fails otherwise. */
	readonly throttledTries: number;
	readonly failedTries: number;
};

export const OPERATIONS = [
	'DescribePrice',
	'DescribeSpotPriceHistory',
	'DescribeSpotAdvice',
	'DescribeContainerGroupPrice',
] as const;
export type Operation = (typeof OPERATIONS)[number];

const MINUTE = 60_000;

/**
 * Below what Alibaba Cloud documents: 500 calls a minute of DescribePrice, 1,000 of
 * DescribeContainerGroupPrice, nothing about the others. It counts by the minute, so that a throttled
 * operation may need until the next one.
 */
export const LIMITS: Limits = {
	callsPerMinute: {
		DescribePrice: 400,
		DescribeSpotPriceHistory: 400,
		DescribeSpotAdvice: 100,
		DescribeContainerGroupPrice: 400,
	},
	width: 4,
	requestMs: 15_000,
	overallMs: 30 * MINUTE,
	throttledTries: 9,
	failedTries: 5,
};

/** Lets at most `calls` through within any minute; the others wait in their order. */
export const minuteLimit = (calls: number, {now, pause}: Pace) => {
	const times: number[] = [];
	let last: Promise<void> = Promise.resolve();
	const wait = async (signal: AbortSignal): Promise<void> => {
		const [oldest] = times;
		if (times.length >= calls && oldest !== undefined) {
			const rest = oldest + MINUTE - now();
			if (rest > 0) await pause(rest, signal);
			times.shift();
		}
		times.push(now());
	};
	return (signal: AbortSignal): Promise<void> => {
		const turn = last.then(() => wait(signal));
		last = turn.catch(() => undefined);
		return turn;
	};
};

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = MINUTE;

/** Doubles with each try, up to a minute; the upper half of it is left to chance. */
export const backOff = (tries: number, random: number): number => {
	const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1));
	return Math.round(longest * (0.5 + random / 2));
};
