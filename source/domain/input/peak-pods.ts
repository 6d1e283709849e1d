import {type Seconds, seconds} from '../units/duration.ts';
import {overlapOfCron, overlapOfRhythm} from '../units/overlap.ts';
import {peakReplicas} from '../units/schedule.ts';
import type {Load, Workload} from './plan-request.ts';

/** Billed start-up with the image at hand, the shortest that nobody timed [facts/simulation §3]. */
export const QUICKEST_START = seconds(10);

type BatchLoad = Extract<Load, {kind: 'batch'}>;

const overlapOf = ({runs, work}: BatchLoad, startUp: Seconds): number => {
	if (runs === 'once') return 1;
	const length = work + startUp;
	const overlap =
		'cron' in runs ? overlapOfCron(runs.cron, length) : overlapOfRhythm(runs.perDay, length);
	return Math.max(1, overlap);
};

/** Pods at the busiest moment: a batch run that outlasts the next start overlaps with it. */
export const peakPods = (load: Load, startUp: Seconds): number => {
	switch (load.kind) {
		case 'constant':
			return load.replicas;
		case 'schedule':
			return peakReplicas(load.schedule);
		case 'batch':
			return load.replicas * overlapOf(load, startUp);
	}
};

/** The fewest that the peak can be while nobody knows how long a start takes. */
export const leastPeakPods = ({load, pull}: Workload): number =>
	peakPods(load, pull ?? QUICKEST_START);
