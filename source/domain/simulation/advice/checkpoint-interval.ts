import type {InterruptionLaw, StockLaw} from '../market/market-model.ts';
import type {SimulationModel} from '../simulation-model.ts';

const SECONDS_PER_HOUR = 3600;
const MAX_STEPS = 100;

/** Shorter work without checkpoints isn't worth them. */
const LONG_WORK_SECONDS = 4 * SECONDS_PER_HOUR;

/** Of work that has no checkpoints yet: writing one and reading it again. */
export const ASSUMED_CHECKPOINT = {costSeconds: 60, restoreSeconds: 60} as const;

/**
 * The time between checkpoints with the least expected time, exactly: with u = λw and a = λc,
 * u = 1 − e^(−u − a), which is 1 + W₀(−e^(−a − 1)) without its cancellation [facts/simulation §4-B].
 */
export const bestInterval = (meanLife: number, cost: number): number => {
	const a = cost / meanLife;
	let u = Math.min(1, Math.sqrt(2 * a));
	for (let step = 0; step < MAX_STEPS && u > 0; step++) {
		const slope = -Math.expm1(-u - a);
		const next = u - (u - slope) / slope;
		if (Math.abs(next - u) <= 1e-15 * u) break;
		u = next;
	}
	return u * meanLife;
};

/** What checkpointed work depends on; all in one unit of time. */
export type CheckpointedWork = {
	readonly work: number;
	/** Mean time between interruptions. */
	readonly meanLife: number;
	readonly cost: number;
	/** From an interruption to the first new work. */
	readonly restore: number;
};

/** E[T] = n (1/λ + R) (e^(λ (w + c)) − 1) for n = W/w parts [facts/simulation §4-B]. */
export const expectedTime = (
	{work, meanLife, cost, restore}: CheckpointedWork,
	interval: number,
): number => (work / interval) * (meanLife + restore) * Math.expm1((interval + cost) / meanLife);

const interruptionsPerHour = (law: InterruptionLaw): number => {
	if (law.law === 'none') return 0;
	if (law.law !== 'hyperexponential') return 1 / law.meanHours;
	const mean = law.phases.reduce(
		(sum, {probability, ratePerHour}) => (probability > 0 ? sum + probability / ratePerHour : sum),
		0,
	);
	return 1 / mean;
};

/** How often an hour in stock ends out of stock. */
const stockOutsPerHour = (law: StockLaw): number => {
	if (law.law === 'renewal') return law.meanDownHours > 0 ? 1 / law.meanUpHours : 0;
	if (law.law !== 'trace') return 0;
	const {up, stepSeconds} = law.trace;
	const ups = up.filter(Boolean).length;
	const ends = up.filter((value, step) => value && !up[(step + 1) % up.length]).length;
	return ups === 0 ? 0 : (ends * SECONDS_PER_HOUR) / (ups * stepSeconds);
};

export type CheckpointAdvice = {readonly seconds: number; readonly expectedHours: number};

/**
 * How often batch work on the spot entry `entry` should be saved; null for work that is short, or that
 * nothing interrupts. Protection is left out: it makes the expected time a little shorter.
 */
export const adviseCheckpoint = (
	{market, workload, pullSeconds, entries}: SimulationModel,
	entry: number,
): CheckpointAdvice | null => {
	if (workload.kind === 'service') return null;
	const {checkpoint, workSeconds} = workload;
	if (workSeconds === 0 || (checkpoint === null && workSeconds < LONG_WORK_SECONDS)) return null;
	const law = entries[entry]?.interruption ?? {law: 'none'};
	const perHour = interruptionsPerHour(law) + stockOutsPerHour(market.stock);
	if (perHour === 0) return null;
	const {costSeconds, restoreSeconds} = checkpoint ?? ASSUMED_CHECKPOINT;
	const work = {
		work: workSeconds,
		meanLife: SECONDS_PER_HOUR / perHour,
		cost: costSeconds,
		restore: pullSeconds + restoreSeconds,
	};
	const best = costSeconds === 0 ? 0 : bestInterval(work.meanLife, costSeconds);
	if (best === 0) return null;
	const interval = Math.min(workSeconds, best);
	return {seconds: interval, expectedHours: expectedTime(work, interval) / SECONDS_PER_HOUR};
};
