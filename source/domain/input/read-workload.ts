import type {Log} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import {type Cron, parseCron} from '../units/cron.ts';
import {compare, type Fraction, parseDecimal, zero} from '../units/fraction.ts';
import {parseSchedule, peakReplicas, type Schedule} from '../units/schedule.ts';
import {isTimeZoneName} from './names.ts';
import {defaultPlanInput, isBatch, type PlanInput, type WorkloadKind} from './plan-input.ts';
import type {Load, Workload} from './plan-request.ts';
import {checkBatchOptions, readCheckpoint, readDeadline} from './read-batch.ts';
import {readDuration} from './read-duration.ts';
import type {TimeZones} from './time-zones.ts';

type WorkloadInput = NonNullable<PlanInput['workload']>;

const readSchedule = (text: string, log: Log): Schedule | null => {
	const read = parseSchedule(text);
	if (read.ok) return read.value;
	log.add('schedule-invalid', {value: text, problem: read.problem}, 'workload.schedule');
	return null;
};

const readCron = (text: string, log: Log): Cron | null => {
	const read = parseCron(text);
	if (read.ok) return read.value;
	log.add('cron-invalid', {value: text, problem: read.problem}, 'workload.cron');
	return null;
};

const readRunsPerDay = (text: string, log: Log): Fraction | null => {
	const value = parseDecimal(text);
	if (value && compare(value, zero) > 0) return value;
	log.add('number-invalid', {value: text}, 'workload.runsPerDay');
	return null;
};

/** Pairs of fields that say when pods run in two ways. */
const CONFLICTS = [
	['schedule', 'replicas'],
	['schedule', 'work'],
	['schedule', 'cron'],
	['schedule', 'runsPerDay'],
	['runsPerDay', 'cron'],
] as const;

const checkConflicts = (input: WorkloadInput, log: Log) => {
	for (const [first, second] of CONFLICTS)
		if (input[first] !== undefined && input[second] !== undefined)
			log.add('load-conflict', {first, second}, `workload.${second}`);
};

const checkWork = (input: WorkloadInput, kind: WorkloadKind, log: Log) => {
	if (input.work !== undefined) return;
	if (input.cron !== undefined) log.add('work-missing', {field: 'cron'}, 'workload.work');
	else if (input.runsPerDay !== undefined)
		log.add('work-missing', {field: 'runsPerDay'}, 'workload.work');
	else if (isBatch(kind)) log.add('work-missing', {field: 'kind'}, 'workload.work');
};

const readRuns = (input: WorkloadInput, log: Log): Extract<Load, {kind: 'batch'}>['runs'] => {
	const cron = input.cron === undefined ? null : readCron(input.cron, log);
	if (cron) return {cron};
	const perDay = input.runsPerDay === undefined ? null : readRunsPerDay(input.runsPerDay, log);
	return perDay ? {perDay} : 'once';
};

const readLoad = (input: WorkloadInput, replicas: number, log: Log): Load => {
	const schedule = input.schedule === undefined ? null : readSchedule(input.schedule, log);
	const runs = readRuns(input, log);
	if (input.work !== undefined)
		return {
			kind: 'batch',
			replicas,
			work: readDuration(input.work, 'workload.work', log),
			runs,
			deadline: readDeadline(input, log),
			checkpoint: readCheckpoint(input, log),
		};
	return schedule ? {kind: 'schedule', schedule} : {kind: 'constant', replicas};
};

const checkTimeZone = (name: string, {has, names}: TimeZones, log: Log) => {
	const isKnown =
		name === defaultPlanInput.workload.timeZone || (isTimeZoneName(name) && has(name));
	if (!isKnown)
		log.add(
			'time-zone-invalid',
			{value: name, suggestion: nearest(name, names())},
			'workload.timeZone',
		);
};

/** Reads how many pods run, and when. */
export const readWorkload = (input: WorkloadInput, timeZones: TimeZones, log: Log): Workload => {
	const {workload: defaults} = defaultPlanInput;
	const kind = input.kind ?? defaults.kind;
	const timeZone = input.timeZone ?? defaults.timeZone;
	checkTimeZone(timeZone, timeZones, log);
	checkConflicts(input, log);
	checkWork(input, kind, log);
	checkBatchOptions(input, log);
	const replicas = input.replicas ?? defaults.replicas;
	return {
		kind,
		replicas,
		load: readLoad(input, replicas, log),
		timeZone,
		cron: input.cron ?? null,
		pull: input.pull === undefined ? null : readDuration(input.pull, 'workload.pull', log),
	};
};

/** Pods at the busiest moment: a schedule decides, where there is one. */
export const mostReplicas = ({load, replicas}: Workload): number =>
	load.kind === 'schedule' ? peakReplicas(load.schedule) : replicas;
