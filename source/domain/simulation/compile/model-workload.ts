import type {Load, PlanRequest} from '../../input/plan-request.ts';
import {firingTimes} from '../../units/cron.ts';
import type {Seconds} from '../../units/duration.ts';
import {type Schedule, weekSegments} from '../../units/schedule.ts';
import type {ModelWorkload, Windows} from '../simulation-model.ts';

const SECONDS_PER_DAY = 86_400;
const SECONDS_PER_WEEK = 604_800;

type Window = Windows[number];

const joined = (windows: readonly Window[]): Windows => {
	const result: Window[] = [];
	for (const [from, to] of windows) {
		const last = result.at(-1);
		if (last && last[1] === from) result[result.length - 1] = [last[0], to];
		else result.push([from, to]);
	}
	return result;
};

/** When more than `below` replicas are asked for, week after week until the horizon. */
const windowsAbove = (schedule: Schedule, below: number, horizon: number): Windows => {
	const busy = weekSegments(schedule).filter(({replicas}) => replicas > below);
	const weeks = Math.ceil(horizon / SECONDS_PER_WEEK);
	const windows = Array.from({length: weeks}, (_, week) => week * SECONDS_PER_WEEK).flatMap(
		monday => busy.map(({from, to}): Window => [monday + from, Math.min(horizon, monday + to)]),
	);
	return joined(windows.filter(([from, to]) => from < to));
};

/** The windows of each replica: the first ones run longest. */
const scheduleWindows = (schedule: Schedule, horizon: number): readonly Windows[] => {
	const levels = [...new Set(weekSegments(schedule).map(({replicas}) => replicas))];
	const steps = levels.filter(level => level > 0).toSorted((a, b) => a - b);
	return steps.flatMap((level, index) => {
		const below = steps[index - 1] ?? 0;
		const windows = windowsAbove(schedule, below, horizon);
		return Array.from({length: level - below}, () => windows);
	});
};

type BatchLoad = Extract<Load, {kind: 'batch'}>;

/** Starts before the horizon: spread evenly over the day, each within a second of its due time. */
const startsOf = ({runs}: BatchLoad, horizon: number): readonly number[] => {
	if (runs === 'once') return [0];
	if ('cron' in runs) return firingTimes(runs.cron, horizon);
	const {numerator, denominator} = runs.perDay;
	const step = BigInt(SECONDS_PER_DAY) * denominator;
	const count = Number((BigInt(horizon) * numerator + step - 1n) / step);
	return Array.from({length: count}, (_, index) => Number((BigInt(index) * step) / numerator));
};

/** A run that recurs counts whole; how far beyond the horizon it may last is bounded all the same. */
const endOf = ({runs, work}: BatchLoad, horizon: number, pull: number): number =>
	runs === 'once' ? horizon : 2 * (horizon + work + pull);

/** What the engine runs for a load; the horizon starts on Monday 00:00 of the workload's time zone. */
export const modelWorkload = (
	{workload: {load}, horizon}: PlanRequest,
	startUp: Seconds,
): ModelWorkload => {
	switch (load.kind) {
		case 'constant':
			return {
				kind: 'service',
				windows: Array.from({length: load.replicas}, () => [[0, horizon]] as const),
			};
		case 'schedule':
			return {kind: 'service', windows: scheduleWindows(load.schedule, horizon)};
		case 'batch': {
			const {deadline, checkpoint} = load;
			return {
				kind: 'batch',
				replicas: load.replicas,
				starts: startsOf(load, horizon),
				end: endOf(load, horizon, startUp),
				workSeconds: load.work,
				deadlineSeconds: deadline,
				checkpoint: checkpoint && {
					everySeconds: checkpoint.every,
					costSeconds: checkpoint.cost,
					restoreSeconds: checkpoint.restore,
				},
			};
		}
	}
};
