import {type Day, replicasAt, type Schedule, type ScheduleWindow} from './schedule.ts';

export const HOURS_PER_DAY = 24;
const DAYS: readonly Day[] = [0, 1, 2, 3, 4, 5, 6];
const HOURS_PER_WEEK = DAYS.length * HOURS_PER_DAY;
const SECONDS_PER_HOUR = 3600;
const MINUTES_PER_HOUR = 60;

/** Replicas by hour, from Monday 00:00 on. */
export type WeekGrid = readonly number[];

export const evenWeek = (replicas: number): WeekGrid =>
	Array.from({length: HOURS_PER_WEEK}, () => replicas);

/** What a schedule asks for at the start of each hour. */
export const gridOf = (schedule: Schedule): WeekGrid =>
	Array.from({length: HOURS_PER_WEEK}, (_, hour) => replicasAt(schedule, hour * SECONDS_PER_HOUR));

/** Whether nothing changes within an hour, so that the grid says all. */
export const isHourly = (schedule: Schedule): boolean =>
	schedule.every(({from, to}) => from % MINUTES_PER_HOUR === 0 && to % MINUTES_PER_HOUR === 0);

/** The number that most hours have. */
const usualOf = (grid: WeekGrid): number => {
	const counts = new Map<number, number>();
	for (const replicas of grid) counts.set(replicas, (counts.get(replicas) ?? 0) + 1);
	const [usual] = [...counts].toSorted(([a, more], [b, fewer]) => fewer - more || a - b);
	return usual?.[0] ?? 0;
};

type Run = {readonly from: number; readonly to: number; readonly replicas: number};

/** Neighbouring hours of one day with the same number. */
const runsOf = (hours: readonly number[]): readonly Run[] => {
	const starts = hours.flatMap((replicas, hour) => (replicas === hours[hour - 1] ? [] : [hour]));
	return starts.map((from, index) => ({
		from,
		to: starts[index + 1] ?? HOURS_PER_DAY,
		replicas: hours[from] ?? 0,
	}));
};

/** Windows for what differs from `usual`, days that are alike together, and what is usual last. */
const windowsOf = (grid: WeekGrid, usual: number): Schedule => {
	const windows = new Map<string, ScheduleWindow>();
	for (const day of DAYS) {
		const hours = grid.slice(day * HOURS_PER_DAY, (day + 1) * HOURS_PER_DAY);
		for (const {from, to, replicas} of runsOf(hours)) {
			if (replicas === usual) continue;
			const key = `${from}-${to}=${replicas}`;
			const days = [...(windows.get(key)?.days ?? []), day];
			const [start, end] = [from * MINUTES_PER_HOUR, to * MINUTES_PER_HOUR];
			windows.set(key, {days, from: start, to: end, replicas});
		}
	}
	const whole = {days: DAYS, from: 0, to: HOURS_PER_DAY * MINUTES_PER_HOUR, replicas: usual};
	return usual === 0 && windows.size > 0 ? [...windows.values()] : [...windows.values(), whole];
};

/** A schedule for a grid, with as few windows as what is usual, or nothing, at the end of it leaves. */
export const scheduleOf = (grid: WeekGrid): Schedule => {
	const [around, bare] = [windowsOf(grid, usualOf(grid)), windowsOf(grid, 0)];
	return bare.length < around.length ? bare : around;
};

export const WEEK_PRESETS = ['always', 'office', 'nights', 'weekend'] as const;
export type WeekPreset = (typeof WEEK_PRESETS)[number];

const isWorkday = (hour: number): boolean => hour < 5 * HOURS_PER_DAY;
const isWithin = (hour: number, from: number, to: number): boolean => {
	const clock = hour % HOURS_PER_DAY;
	return clock >= from && clock < to;
};

const FACTORS: Readonly<Record<WeekPreset, (hour: number) => number>> = {
	always: () => 1,
	office: hour => (isWorkday(hour) && isWithin(hour, 9, 18) ? 1 : 0),
	nights: hour => (isWithin(hour, 8, 22) ? 1 : 0),
	weekend: hour => (isWorkday(hour) ? 1 : 0.5),
};

/** A week of a usual shape with so many replicas at its busiest. */
export const presetWeek = (preset: WeekPreset, replicas: number): WeekGrid =>
	evenWeek(replicas).map((most, hour) => Math.ceil(most * FACTORS[preset](hour)));
