import type {Log} from '../rules/log.ts';
import {parseDuration, type Seconds, seconds} from '../units/duration.ts';
import type {PlanInput} from './plan-input.ts';
import type {Checkpoint} from './plan-request.ts';
import {readDuration, readTimeSpan} from './read-duration.ts';

type WorkloadInput = NonNullable<PlanInput['workload']>;

/** Fields that mean nothing without another one. */
const NEEDS = [
	['deadline', 'work'],
	['checkpointEvery', 'work'],
	['checkpointCost', 'checkpointEvery'],
	['restoreCost', 'checkpointEvery'],
] as const;

export const checkBatchOptions = (input: WorkloadInput, log: Log): void => {
	for (const [field, needs] of NEEDS)
		if (input[field] !== undefined && input[needs] === undefined)
			log.add('work-option-orphan', {field, needs}, `workload.${field}`);
};

/** Time from start to finish that a run may take; no run can do its work in less time than the work takes. */
export const readDeadline = ({deadline, work}: WorkloadInput, log: Log): Seconds | null => {
	if (deadline === undefined || work === undefined) return null;
	const path = 'workload.deadline';
	const limit = readTimeSpan(deadline, path, log);
	const needed = parseDuration(work);
	if (limit !== null && needed.ok && limit < needed.value)
		log.add('deadline-too-short', {deadline, work}, path);
	return limit;
};

/** What saving and restoring cost counts as nothing where nobody says. */
export const readCheckpoint = (
	{checkpointEvery, checkpointCost, restoreCost}: WorkloadInput,
	log: Log,
): Checkpoint | null => {
	if (checkpointEvery === undefined) return null;
	const every = readTimeSpan(checkpointEvery, 'workload.checkpointEvery', log);
	const costOf = (text: string | undefined, field: string) =>
		text === undefined ? seconds(0) : readDuration(text, `workload.${field}`, log);
	const cost = costOf(checkpointCost, 'checkpointCost');
	const restore = costOf(restoreCost, 'restoreCost');
	return every === null ? null : {every, cost, restore};
};
