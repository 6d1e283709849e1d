import {timeFor} from '../batch.ts';
import type {SimulationModel} from '../simulation-model.ts';

/** Runs of one path that are started, each on a pod of its own; 0 for a service. */
export const runsOf = ({workload}: SimulationModel): number =>
	workload.kind === 'batch' ? workload.starts.length * workload.replicas : 0;

/** Replica-seconds that one path asks for: time in windows, or useful work. */
export const askedSeconds = (model: SimulationModel): number => {
	const {workload} = model;
	if (workload.kind === 'batch') return runsOf(model) * workload.workSeconds;
	return workload.windows.flat().reduce((sum, [from, to]) => sum + to - from, 0);
};

/** The same as it is billed when all goes well: runs with their start-up and their checkpoints. */
export const askedBilledSeconds = (model: SimulationModel): number => {
	const {workload, pullSeconds} = model;
	if (workload.kind === 'service') return askedSeconds(model);
	return runsOf(model) * (pullSeconds + timeFor(workload.workSeconds, workload));
};
