import {err, ok, type Result} from './result.ts';

/** 0 is Monday, 6 is Sunday. */
export type Day = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * On each of `days`, in ascending order, from minute `from` of that day until just before minute `to`;
 * `to` is past 1440 when the window crosses midnight.
 */
export type ScheduleWindow = {
	readonly days: readonly Day[];
	readonly from: number;
	readonly to: number;
	readonly replicas: number;
};

/** The first window that matches wins; where none matches, 0 replicas run. Repeats every week. */
export type Schedule = readonly ScheduleWindow[];

/** `text` is the part of the schedule that is wrong. */
export type ScheduleProblem = {
	readonly reason:
		| 'empty'
		| 'too-long'
		| 'too-many-windows'
		| 'window-malformed'
		| 'replicas-missing'
		| 'replicas-malformed'
		| 'replicas-too-large'
		| 'day-unknown'
		| 'time-malformed'
		| 'time-empty';
	readonly text: string;
};

/** Constant from second `from` after Monday 00:00 until just before second `to`. */
export type Segment = {readonly from: number; readonly to: number; readonly replicas: number};

export const SCHEDULE_LIMITS = {characters: 2000, windows: 100, replicas: 100_000} as const;

const MINUTES_PER_DAY = 1440;
const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
const SECONDS_PER_WEEK = 60 * MINUTES_PER_WEEK;

const WEEK: readonly Day[] = [0, 1, 2, 3, 4, 5, 6];
const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const DAYS_BY_NAME: ReadonlyMap<string, Day> = new Map(
	WEEK.map(day => [DAY_NAMES[day].toLowerCase(), day]),
);

type Times = {readonly from: number; readonly to: number};
const WHOLE_DAY: Times = {from: 0, to: MINUTES_PER_DAY};

const modulo = (a: number, b: number): number => ((a % b) + b) % b;

const problem = (reason: ScheduleProblem['reason'], text: string) => err({reason, text});

const parseDayRange = (text: string): Result<readonly Day[], ScheduleProblem> => {
	const [firstName = '', lastName = firstName, ...more] = text.split('-');
	const first = DAYS_BY_NAME.get(firstName.toLowerCase());
	const last = DAYS_BY_NAME.get(lastName.toLowerCase());
	if (first === undefined) return problem('day-unknown', firstName || text);
	if (last === undefined || more.length > 0) return problem('day-unknown', lastName || text);
	return ok(WEEK.filter(day => modulo(day - first, 7) <= modulo(last - first, 7)));
};

const parseDays = (text: string): Result<readonly Day[], ScheduleProblem> => {
	if (text === '*') return ok(WEEK);
	const found = new Set<Day>();
	for (const part of text.split(',')) {
		const days = parseDayRange(part);
		if (!days.ok) return part === '' ? problem('day-unknown', text) : days;
		for (const day of days.value) found.add(day);
	}
	return ok(WEEK.filter(day => found.has(day)));
};

const parseTime = (text: string): number | undefined => {
	const match = /^(\d{1,2}):([0-5]\d)$/.exec(text);
	const minute = Number(match?.[1]) * 60 + Number(match?.[2]);
	return minute <= MINUTES_PER_DAY ? minute : undefined;
};

const parseTimes = (text: string): Result<Times, ScheduleProblem> => {
	const [start = '', end = '', ...more] = text.split('-');
	const [from, to] = [parseTime(start), parseTime(end)];
	if (more.length > 0 || end === '') return problem('time-malformed', text);
	if (from === undefined || from === MINUTES_PER_DAY) return problem('time-malformed', start);
	if (to === undefined) return problem('time-malformed', end);
	if (from === to) return problem('time-empty', text);
	return ok({from, to: to > from ? to : to + MINUTES_PER_DAY});
};

const parseReplicas = (text: string): Result<number, ScheduleProblem> => {
	if (!/^\d+$/.test(text)) return problem('replicas-malformed', text);
	const replicas = Number(text);
	return replicas > SCHEDULE_LIMITS.replicas ? problem('replicas-too-large', text) : ok(replicas);
};

const parseSelector = (text: string): Result<Omit<ScheduleWindow, 'replicas'>, ScheduleProblem> => {
	const tokens = text.replace(/\s*([,-])\s*/g, '$1').split(/\s+/);
	const [first = '', second, ...more] = tokens;
	if (more.length > 0) return problem('window-malformed', text);
	const onlyTimes = second === undefined && first.includes(':');
	const days = onlyTimes ? ok(WEEK) : parseDays(first);
	if (!days.ok) return days;
	const timesText = onlyTimes ? first : second;
	const times = timesText === undefined ? ok(WHOLE_DAY) : parseTimes(timesText);
	return times.ok ? ok({days: days.value, ...times.value}) : times;
};

const parseWindow = (text: string): Result<ScheduleWindow, ScheduleProblem> => {
	const [selectorText, replicasText, ...more] = text.split('=').map(part => part.trim());
	if (!selectorText || more.length > 0) return problem('window-malformed', text);
	if (!replicasText) return problem('replicas-missing', text);
	const selector = parseSelector(selectorText);
	if (!selector.ok) return selector;
	const replicas = parseReplicas(replicasText);
	return replicas.ok ? ok({...selector.value, replicas: replicas.value}) : replicas;
};

/**
 * Reads `Mon-Fri 09:00-18:00=10; *=2`. Days: `Mon`, `Mon-Fri`, `Fri-Mon`, `Mon,Wed`, `*` or none for
 * every day. Times: the end is exclusive, `24:00` is the end of the day, none is the whole day, and
 * `22:00-06:00` belongs to the day on which it starts.
 */
export const parseSchedule = (text: string): Result<Schedule, ScheduleProblem> => {
	if (text.length > SCHEDULE_LIMITS.characters) return problem('too-long', `${text.slice(0, 40)}…`);
	const trimmed = text.trim().replace(/;$/, '');
	if (trimmed === '') return problem('empty', text);
	const texts = trimmed.split(';').map(part => part.trim());
	const surplus = texts[SCHEDULE_LIMITS.windows];
	if (surplus !== undefined) return problem('too-many-windows', surplus);
	const windows: ScheduleWindow[] = [];
	for (const part of texts) {
		const window = part === '' ? problem('window-malformed', trimmed) : parseWindow(part);
		if (!window.ok) return window;
		windows.push(window.value);
	}
	return ok(windows);
};

const formatDays = (days: readonly Day[]): string => {
	if (days.length === 7) return '';
	const included = new Set<number>(days);
	const runs = days
		.filter(day => !included.has(modulo(day - 1, 7)))
		.map(first => {
			let length = 1;
			while (included.has((first + length) % 7)) length++;
			const last = WEEK[(first + length - 1) % 7] ?? first;
			return length === 1 ? DAY_NAMES[first] : `${DAY_NAMES[first]}-${DAY_NAMES[last]}`;
		});
	return runs.join(',');
};

const formatTime = (minute: number): string => {
	const hour = String(Math.floor(minute / 60)).padStart(2, '0');
	return `${hour}:${String(minute % 60).padStart(2, '0')}`;
};

const formatTimes = ({from, to}: Times): string => {
	if (from === 0 && to === MINUTES_PER_DAY) return '';
	return `${formatTime(from)}-${formatTime(to > MINUTES_PER_DAY ? to - MINUTES_PER_DAY : to)}`;
};

const formatWindow = (window: ScheduleWindow): string => {
	const selector = [formatDays(window.days), formatTimes(window)].filter(Boolean).join(' ');
	return `${selector || '*'}=${window.replicas}`;
};

/** The canonical text, as short as can be, which reads back as an equal schedule. */
export const formatSchedule = (schedule: Schedule): string => schedule.map(formatWindow).join('; ');

const replicasAtMinute = (schedule: Schedule, minute: number): number => {
	const winner = schedule.find(({days, from, to}) =>
		days.some(day => modulo(minute - day * MINUTES_PER_DAY - from, MINUTES_PER_WEEK) < to - from),
	);
	return winner?.replicas ?? 0;
};

/** How many replicas are asked for at a moment, counted from any Monday 00:00. */
export const replicasAt = (schedule: Schedule, secondsFromMonday: number): number =>
	replicasAtMinute(schedule, Math.floor(modulo(secondsFromMonday, SECONDS_PER_WEEK) / 60));

const boundaries = (schedule: Schedule): readonly number[] => {
	const minutes = new Set([0]);
	for (const {days, from, to} of schedule)
		for (const day of days)
			for (const edge of [from, to]) minutes.add((day * MINUTES_PER_DAY + edge) % MINUTES_PER_WEEK);
	return [...minutes].sort((a, b) => a - b);
};

/** One week from Monday 00:00 without gaps, as few segments as possible. */
export const weekSegments = (schedule: Schedule): readonly Segment[] => {
	const edges = boundaries(schedule).map(minute => ({
		from: minute * 60,
		replicas: replicasAtMinute(schedule, minute),
	}));
	const changes = edges.filter((edge, index) => edge.replicas !== edges[index - 1]?.replicas);
	return changes.map(({from, replicas}, index) => ({
		from,
		to: changes[index + 1]?.from ?? SECONDS_PER_WEEK,
		replicas,
	}));
};

const replicaSecondsOf = (segments: readonly Segment[], until: number): number =>
	segments.reduce(
		(total, {from, to, replicas}) => total + replicas * Math.max(0, Math.min(to, until) - from),
		0,
	);

export const replicaSecondsPerWeek = (schedule: Schedule): number =>
	replicaSecondsOf(weekSegments(schedule), SECONDS_PER_WEEK);

/** Exact for every horizon in whole seconds that a duration can name. */
export const replicaSeconds = (schedule: Schedule, horizonSeconds: number): number => {
	const segments = weekSegments(schedule);
	const weeks = Math.floor(horizonSeconds / SECONDS_PER_WEEK);
	return (
		weeks * replicaSecondsOf(segments, SECONDS_PER_WEEK) +
		replicaSecondsOf(segments, horizonSeconds - weeks * SECONDS_PER_WEEK)
	);
};

/** The most replicas that ever run at once; a window that never wins doesn't count. */
export const peakReplicas = (schedule: Schedule): number =>
	Math.max(...weekSegments(schedule).map(({replicas}) => replicas));
