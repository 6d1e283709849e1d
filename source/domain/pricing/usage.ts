import {peakPods} from '../input/peak-pods.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import {firingsBefore, runsPerDay} from '../units/cron.ts';
import type {Seconds} from '../units/duration.ts';
import {type Fraction, fraction, multiply} from '../units/fraction.ts';
import {HOURS_PER_MONTH, SECONDS_PER_HOUR} from '../units/money.ts';
import {replicaSeconds, replicaSecondsPerWeek} from '../units/schedule.ts';

/** How long all pods together are billed. */
export type Usage = {
	/** Pods at the busiest moment. */
	readonly peakReplicas: number;
	/** Billed pod-seconds in one 730-hour month. */
	readonly perMonth: Fraction;
	/** Billed pod-seconds from time 0 to the horizon. */
	readonly horizon: Fraction;
	/** True for batch work without a rhythm: it runs once, whatever the period. */
	readonly once: boolean;
};

const MONTH_SECONDS = HOURS_PER_MONTH * SECONDS_PER_HOUR;
const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 604_800;

/**
 * Billed pod-seconds by kind of load; `startUp` is that of one pod. A service runs inside its windows, start-up included. A batch
 * run is billed for its work and its start-up. One that runs once ends with the horizon; of those that
 * recur, a run under way at the horizon counts whole.
 */
export const usageOf = ({workload, horizon}: PlanRequest, startUp: Seconds): Usage => {
	const {load} = workload;
	const peak = peakPods(load, startUp);
	switch (load.kind) {
		case 'constant':
			return {
				peakReplicas: peak,
				perMonth: fraction(load.replicas * MONTH_SECONDS),
				horizon: fraction(load.replicas * horizon),
				once: false,
			};
		case 'schedule':
			return {
				peakReplicas: peak,
				perMonth: multiply(
					fraction(replicaSecondsPerWeek(load.schedule)),
					fraction(MONTH_SECONDS, WEEK_SECONDS),
				),
				horizon: fraction(replicaSeconds(load.schedule, horizon)),
				once: false,
			};
		case 'batch': {
			const run = fraction(load.replicas * (load.work + startUp));
			const batch = {peakReplicas: peak, once: load.runs === 'once'};
			if (load.runs === 'once') {
				const inHorizon = fraction(load.replicas * Math.min(load.work + startUp, horizon));
				return {...batch, perMonth: run, horizon: inHorizon};
			}
			const daily = 'cron' in load.runs ? runsPerDay(load.runs.cron) : load.runs.perDay;
			const inHorizon =
				'cron' in load.runs
					? fraction(firingsBefore(load.runs.cron, horizon))
					: multiply(daily, fraction(horizon, DAY_SECONDS));
			return {
				...batch,
				perMonth: multiply(multiply(run, daily), fraction(MONTH_SECONDS, DAY_SECONDS)),
				horizon: multiply(run, inHorizon),
			};
		}
	}
};

/** Pods that run on average over a month. */
export const meanReplicas = ({perMonth}: Usage): Fraction =>
	multiply(perMonth, fraction(1, MONTH_SECONDS));
