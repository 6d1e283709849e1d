import {openSimulation} from '../run-paths.ts';
import type {ModelStrategy, ModelWorkload, SimulationModel} from '../simulation-model.ts';

const SECONDS_PER_HOUR = 3600;

/** Hours that are simulated for advice, over all paths; the paths of a horizon are always the same. */
const TRIAL_HOURS = 500_000;
const FEWEST_PATHS = 100;
const MOST_PATHS = 200;

/** More runs hardly tell more about a limit. */
const MOST_RUNS = 4;

/** What a price limit comes to on a mean path. */
export type Trial = {
	readonly limitPerHour: number;
	readonly cost: number;
	readonly servedSeconds: number;
	readonly runsInTime: number;
};

const limited = (entries: readonly number[], limitPerHour: number): ModelStrategy => ({
	name: 'spot-limit',
	entries,
	payment: 'spot',
	limitPerHour,
	fallback: false,
	policy: 'none',
	reserved: null,
});

const fewRuns = (workload: ModelWorkload): ModelWorkload =>
	workload.kind === 'batch'
		? {...workload, replicas: 1, starts: workload.starts.slice(0, MOST_RUNS)}
		: workload;

const meanOf = (values: Float64Array): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/** Batch work under each price limit, by the engine itself, all on the same first paths. */
export const tryLimits = (
	model: SimulationModel,
	chain: readonly number[],
	limits: readonly number[],
): readonly Trial[] => {
	const {horizonSeconds, workload} = model;
	const hours = horizonSeconds / SECONDS_PER_HOUR;
	const paths = Math.min(MOST_PATHS, Math.max(FEWEST_PATHS, Math.floor(TRIAL_HOURS / hours)));
	const run = openSimulation({
		...model,
		cellSeconds: horizonSeconds,
		cells: 1,
		workload: fewRuns(workload),
		strategies: limits.map(limit => limited(chain, limit)),
	});
	return run(0, paths).strategies.map(({cost, servedSeconds, runsInTime}, index) => ({
		limitPerHour: limits[index] ?? 0,
		cost: meanOf(cost),
		servedSeconds: meanOf(servedSeconds),
		runsInTime: meanOf(runsInTime),
	}));
};
