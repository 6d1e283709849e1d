import type {Load} from '../input/plan-request.ts';
import {type Cron, firingDays, startsOf} from '../units/cron.ts';
import type {Seconds} from '../units/duration.ts';
import {
	ceiling,
	compare,
	divide,
	type Fraction,
	fraction,
	multiply,
	one,
} from '../units/fraction.ts';
import {HOURS_PER_MONTH, SECONDS_PER_HOUR} from '../units/money.ts';
import {type Schedule, weekSegments} from '../units/schedule.ts';

/** Clock hours that ask for the same pod time. */
export type DemandLevel = {
	/** Billed seconds of all pods within one such hour. */
	readonly podSeconds: bigint;
	/** How many hours of the cycle are like this. */
	readonly hours: bigint;
};

/** What pods ask for by the clock hour, which is how reserved instances are matched. */
export type Demand = {
	readonly levels: readonly DemandLevel[];
	/** Clock hours of the period for each hour of the cycle. */
	readonly scale: Fraction;
	/** Months that the period takes; a reserved instance is paid for all of them. */
	readonly months: Fraction;
};

/** Pods from one second of the cycle to another, which may lie cycles later. */
type Run = {readonly from: number; readonly to: number; readonly pods: number};

const HOURS_PER_DAY = 24;
const SECONDS_PER_DAY = HOURS_PER_DAY * SECONDS_PER_HOUR;
const HOURS_PER_WEEK = 7 * HOURS_PER_DAY;
const DAYS_PER_YEAR = 365;

/**
 * Pod-seconds in each hour of a cycle that has always repeated. A run that starts or ends changes them
 * in two hours at most: the one it falls into, and the next for what is left of an hour.
 */
const podSecondsByHour = (runs: Iterable<Run>, hours: number): readonly number[] => {
	const changes: number[] = Array.from({length: hours}, () => 0);
	let total = 0;
	const change = (hour: number, seconds: number) => {
		changes[hour % hours] = (changes[hour % hours] ?? 0) + seconds;
	};
	const turn = (at: number, pods: number) => {
		const [hour, late] = [Math.floor(at / SECONDS_PER_HOUR), at % SECONDS_PER_HOUR];
		change(hour, pods * (SECONDS_PER_HOUR - late));
		change(hour + 1, pods * late);
	};
	for (const {from, to, pods} of runs) {
		turn(from, pods);
		turn(to, -pods);
		total += pods * (to - from);
	}
	let level = 0;
	const levels = changes.map(seconds => {
		level += seconds;
		return level;
	});
	// What earlier cycles left running is the same in every hour; the total of a cycle tells how much.
	const carried = (total - levels.reduce((sum, seconds) => sum + seconds, 0)) / hours;
	return levels.map(seconds => seconds + carried);
};

const levelsOf = (byHour: readonly number[], pods: number): readonly DemandLevel[] => {
	const counts = new Map<number, number>();
	for (const seconds of byHour) counts.set(seconds, (counts.get(seconds) ?? 0) + 1);
	return [...counts]
		.toSorted(([a], [b]) => a - b)
		.map(([seconds, hours]) => ({
			podSeconds: BigInt(seconds) * BigInt(pods),
			hours: BigInt(hours),
		}));
};

/** A month of a cycle; `share` where the cycle asks for more than the workload does. */
const monthOf = (levels: readonly DemandLevel[], cycleHours: number, share = one): Demand => ({
	levels,
	scale: multiply(fraction(HOURS_PER_MONTH, cycleHours), share),
	months: one,
});

const scheduleDemand = (schedule: Schedule): Demand => {
	const runs = weekSegments(schedule).map(({from, to, replicas}) => ({from, to, pods: replicas}));
	return monthOf(levelsOf(podSecondsByHour(runs, HOURS_PER_WEEK), 1), HOURS_PER_WEEK);
};

type Batch = {readonly pods: number; readonly seconds: number};

const runsAt = function* (starts: Iterable<number>, seconds: number): Generator<Run> {
	for (const from of starts) yield {from, to: from + seconds, pods: 1};
};

const cronDemand = (cron: Cron, {pods, seconds}: Batch): Demand => {
	const firing = firingDays(cron);
	const [days, length] = firing.length === DAYS_PER_YEAR ? [[0], 1] : [firing, DAYS_PER_YEAR];
	const hours = length * HOURS_PER_DAY;
	return monthOf(
		levelsOf(podSecondsByHour(runsAt(startsOf(cron, days), seconds), hours), pods),
		hours,
	);
};

/** More starts or days in a cycle than these are not worth their time. */
const LONGEST_CYCLE = {starts: 20_000n, days: 1000n} as const;

/** Steps in which a long rhythm is rounded, so that its cycle is at most 100 days or `starts` long. */
const grainOf = (perDay: Fraction): Fraction => {
	if (compare(perDay, fraction(100)) <= 0) return fraction(1, 100);
	return compare(perDay, fraction(LONGEST_CYCLE.starts)) <= 0 ? one : fraction(HOURS_PER_DAY);
};

/** Runs a day as a rhythm that soon repeats: never fewer than asked, and those above it count less. */
const rhythmOf = (perDay: Fraction): Fraction => {
	const {starts, days} = LONGEST_CYCLE;
	if (perDay.numerator <= starts && perDay.denominator <= days) return perDay;
	const grain = grainOf(perDay);
	return multiply(fraction(ceiling(divide(perDay, grain))), grain);
};

/** Starts that are spread evenly over the day, each within a second of its due time. */
const evenDemand = (perDay: Fraction, {pods, seconds}: Batch): Demand => {
	const rhythm = rhythmOf(perDay);
	const share = divide(perDay, rhythm);
	const perHour = divide(rhythm, fraction(HOURS_PER_DAY));
	if (perHour.denominator === 1n) {
		const podSeconds = BigInt(pods) * BigInt(seconds) * perHour.numerator;
		return monthOf([{podSeconds, hours: 1n}], 1, share);
	}
	const [starts, days] = [Number(rhythm.numerator), Number(rhythm.denominator)];
	const due = Array.from({length: starts}, (_, index) =>
		Math.floor((index * days * SECONDS_PER_DAY) / starts),
	);
	const hours = days * HOURS_PER_DAY;
	return monthOf(levelsOf(podSecondsByHour(runsAt(due, seconds), hours), pods), hours, share);
};

/** One run from time 0: whole hours, then what is left. */
const onceDemand = ({pods, seconds}: Batch): Demand => {
	const whole = Math.floor(seconds / SECONDS_PER_HOUR);
	const rest = seconds % SECONDS_PER_HOUR;
	const level = (busy: number, hours: number): DemandLevel => ({
		podSeconds: BigInt(pods) * BigInt(busy),
		hours: BigInt(hours),
	});
	const months = Math.ceil(seconds / (HOURS_PER_MONTH * SECONDS_PER_HOUR));
	return {
		levels: [level(rest, 1), level(SECONDS_PER_HOUR, whole)],
		scale: one,
		months: fraction(Math.max(1, months)),
	};
};

const batchDemand = (load: Extract<Load, {kind: 'batch'}>, startUp: Seconds): Demand => {
	const batch = {pods: load.replicas, seconds: load.work + startUp};
	if (load.runs === 'once') return onceDemand(batch);
	return 'cron' in load.runs
		? cronDemand(load.runs.cron, batch)
		: evenDemand(load.runs.perDay, batch);
};

/**
 * The billed pod time of a month by the clock hour, whose sum is that of `usageOf`. Clock hours are
 * those of the workload's time zone; work without a rhythm counts from its start to its end.
 */
export const demandOf = (load: Load, startUp: Seconds): Demand => {
	switch (load.kind) {
		case 'constant':
			return monthOf(
				[{podSeconds: BigInt(load.replicas) * BigInt(SECONDS_PER_HOUR), hours: 1n}],
				1,
			);
		case 'schedule':
			return scheduleDemand(load.schedule);
		case 'batch':
			return batchDemand(load, startUp);
	}
};
