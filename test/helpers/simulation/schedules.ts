import {modelWorkload} from '../../../source/domain/simulation/compile/model-workload.ts';
import type {ModelWorkload} from '../../../source/domain/simulation/simulation-model.ts';
import {seconds} from '../../../source/domain/units/duration.ts';
import {readInput} from '../domain-fixtures.ts';

/** What the engine runs for a schedule as users write it. */
export const readSchedule = (schedule: string, horizonSeconds: number): ModelWorkload => {
	const {request} = readInput({horizon: `${horizonSeconds}s`, workload: {schedule}});
	return modelWorkload(request, seconds(0));
};
