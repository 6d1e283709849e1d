import {timeFor} from '../batch.ts';
import {openSimulation} from '../run-paths.ts';
import type {SimulationModel} from '../simulation-model.ts';

const PATHS = 300;

/** Work that takes longer than so many times itself counts as done then. */
const MOST_TIMES = 20;

/** How one run with this checkpoint fares on spot, by the engine itself. */
export type CheckpointTrial = {
	readonly everySeconds: number;
	readonly costSeconds: number;
	readonly restoreSeconds: number;
};

/**
 * Billed seconds that one run takes on the spot entry `entry`, on average: interrupted, saved and
 * protected as the market says. What a price does makes no difference.
 */
export const triedSeconds = (
	model: SimulationModel,
	entry: number,
	checkpoint: CheckpointTrial,
): number => {
	const {workload, market, pullSeconds, entries} = model;
	const workSeconds = workload.kind === 'batch' ? workload.workSeconds : 0;
	const end = MOST_TIMES * (pullSeconds + timeFor(workSeconds, {checkpoint}));
	const {cap, floor, ratio} = market.price;
	const run = openSimulation({
		...model,
		horizonSeconds: end,
		cellSeconds: end,
		cells: 1,
		entries: entries.slice(entry, entry + 1),
		market: {...market, price: {law: 'constant', cap, floor, ratio}},
		workload: {
			kind: 'batch',
			replicas: 1,
			starts: [0],
			end,
			workSeconds,
			deadlineSeconds: null,
			checkpoint,
		},
		strategies: [
			{
				name: 'spot',
				entries: [0],
				payment: 'spot',
				limitPerHour: null,
				fallback: false,
				policy: 'none',
				reserved: null,
			},
		],
	});
	const billed = run(0, PATHS).strategies[0]?.billedSeconds ?? new Float64Array(1);
	return billed.reduce((sum, seconds) => sum + seconds, 0) / billed.length;
};
