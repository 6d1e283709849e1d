import type {InterruptionLaw, StockLaw} from '../market/market-model.ts';
import type {SimulationModel} from '../simulation-model.ts';
import {triedSeconds} from './checkpoint-trial.ts';

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

/** Of the interval that is best where nothing is protected and nothing saved in the notice. */
const TRIED = [0.25, 0.5, 0.7, 1, 1.4, 2, 4, 8];

const MINUTE = 60;

/** Whole minutes, where the work has that many; the work itself is one checkpoint, at its end. */
const intervalsFor = (best: number, workSeconds: number, isSavedInNotice: boolean) => {
	const near = TRIED.map(factor => Math.max(1, Math.round((best * factor) / MINUTE)) * MINUTE);
	const within = near.filter(seconds => seconds < workSeconds);
	const isWholeWorthIt = isSavedInNotice || within.length < near.length;
	return [...new Set(isWholeWorthIt ? [...within, workSeconds] : within)];
};

/** A run has one model for all its partial answers. */
const known = new WeakMap<SimulationModel, CheckpointAdvice | null>();

const findCheckpoint = (model: SimulationModel, entry: number): CheckpointAdvice | null => {
	const {market, workload, entries} = model;
	if (workload.kind === 'service') return null;
	const {checkpoint, workSeconds} = workload;
	if (workSeconds === 0 || (checkpoint === null && workSeconds < LONG_WORK_SECONDS)) return null;
	const law = entries[entry]?.interruption ?? {law: 'none'};
	const perHour = interruptionsPerHour(law) + stockOutsPerHour(market.stock);
	if (perHour === 0) return null;
	const {costSeconds, restoreSeconds} = checkpoint ?? ASSUMED_CHECKPOINT;
	if (costSeconds === 0) return null;
	const meanLife = SECONDS_PER_HOUR / perHour + market.protectionSeconds;
	const isSaved = costSeconds <= market.noticeSeconds;
	const best = bestInterval(meanLife, costSeconds);
	const trials = intervalsFor(best, workSeconds, isSaved).map(everySeconds => ({
		seconds: everySeconds,
		expectedHours:
			triedSeconds(model, entry, {everySeconds, costSeconds, restoreSeconds}) / SECONDS_PER_HOUR,
	}));
	const least = Math.min(...trials.map(({expectedHours}) => expectedHours));
	return trials.find(({expectedHours}) => expectedHours === least) ?? null;
};

/**
 * How often batch work on the spot entry `entry` should be saved, found by trying intervals around that
 * of the closed form on the engine; null for work that is short, or that nothing interrupts.
 */
export const adviseCheckpoint = (
	model: SimulationModel,
	entry: number,
): CheckpointAdvice | null => {
	const found = known.get(model);
	if (found !== undefined) return found;
	const advice = findCheckpoint(model, entry);
	known.set(model, advice);
	return advice;
};
