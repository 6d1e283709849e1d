import {type Fraction, fraction} from './fraction.ts';
import {err, ok, type Result} from './result.ts';

export type CronField = 'minute' | 'hour' | 'day-of-month' | 'month' | 'day-of-week';

/** When a CronJob fires. Sunday is 0. A star means that its day field doesn't restrict the other one. */
export type Cron = {
	readonly minutes: ReadonlySet<number>;
	readonly hours: ReadonlySet<number>;
	readonly daysOfMonth: ReadonlySet<number>;
	readonly months: ReadonlySet<number>;
	readonly daysOfWeek: ReadonlySet<number>;
	readonly starDayOfMonth: boolean;
	readonly starDayOfWeek: boolean;
	/** Written with 7 for Sunday, which Kubernetes refuses (kubernetes/website#44700). */
	readonly writtenWithSeven: boolean;
};

/** `text` is the part that is wrong; `field` is missing when it belongs to none. */
export type CronProblem = {
	readonly reason:
		| 'empty'
		| 'too-long'
		| 'time-zone'
		| 'macro-unknown'
		| 'field-count'
		| 'malformed'
		| 'out-of-range'
		| 'range-backwards'
		| 'step-zero';
	readonly text: string;
	readonly field?: CronField;
};

const MACROS: ReadonlyMap<string, string> = new Map([
	['@hourly', '0 * * * *'],
	['@daily', '0 0 * * *'],
	['@midnight', '0 0 * * *'],
	['@weekly', '0 0 * * 0'],
	['@monthly', '0 0 1 * *'],
	['@yearly', '0 0 1 1 *'],
	['@annually', '0 0 1 1 *'],
]);

type Bounds = {
	readonly field: CronField;
	readonly min: number;
	readonly max: number;
	/** The last value that a star and an open step reach. */
	readonly last: number;
	readonly names: readonly string[];
};

const bounds = (field: CronField, min: number, max: number, names = ''): Bounds => ({
	field,
	min,
	max,
	last: max,
	names: names.split(' '),
});

const MINUTE = bounds('minute', 0, 59);
const HOUR = bounds('hour', 0, 23);
const DAY_OF_MONTH = bounds('day-of-month', 1, 31);
const MONTH = bounds('month', 1, 12, 'jan feb mar apr may jun jul aug sep oct nov dec');
const DAY_OF_WEEK: Bounds = {
	...bounds('day-of-week', 0, 7, 'sun mon tue wed thu fri sat'),
	last: 6,
};

const MAX_LENGTH = 1000;

type Values = {readonly values: ReadonlySet<number>; readonly star: boolean};

const parseValue = (text: string, {min, names}: Bounds): number | undefined => {
	if (/^\d{1,4}$/.test(text)) return Number(text);
	const index = names.indexOf(text.toLowerCase());
	return text === '' || index < 0 ? undefined : min + index;
};

type Range = {readonly from: number; readonly to: number; readonly open: boolean};

const parseRange = (text: string, limits: Bounds): Result<Range, CronProblem> => {
	const {field, min, max, last} = limits;
	if (text === '*' || text === '?') return ok({from: min, to: last, open: true});
	const [first = '', second = first, ...more] = text.split('-');
	const [from, to] = [parseValue(first, limits), parseValue(second, limits)];
	if (more.length > 0 || from === undefined || to === undefined)
		return err({reason: 'malformed', text, field});
	if (from < min || from > max || to < min || to > max)
		return err({reason: 'out-of-range', text, field});
	return from > to ? err({reason: 'range-backwards', text, field}) : ok({from, to, open: false});
};

const parseStep = (text: string, field: CronField): Result<number, CronProblem> => {
	if (!/^\d{1,4}$/.test(text)) return err({reason: 'malformed', text, field});
	const step = Number(text);
	return step === 0 ? err({reason: 'step-zero', text, field}) : ok(step);
};

/** `5/15` is every 15th from 5 on, as Kubernetes reads it. */
const parseItem = (text: string, limits: Bounds): Result<Values, CronProblem> => {
	const [rangeText = '', stepText, ...more] = text.split('/');
	if (more.length > 0) return err({reason: 'malformed', text, field: limits.field});
	const range = parseRange(rangeText, limits);
	if (!range.ok) return range;
	const step = stepText === undefined ? ok(1) : parseStep(stepText, limits.field);
	if (!step.ok) return step;
	const {from, to, open} = range.value;
	const openEnded = stepText !== undefined && !rangeText.includes('-');
	const end = openEnded ? Math.max(from, limits.last) : to;
	const values = new Set<number>();
	for (let value = from; value <= end; value += step.value) values.add(value);
	return ok({values, star: open && step.value === 1});
};

const parseField = (text: string, limits: Bounds): Result<Values, CronProblem> => {
	const values = new Set<number>();
	let star = false;
	for (const item of text.split(',')) {
		const read = parseItem(item, limits);
		if (!read.ok) return item === '' ? err({...read.problem, text}) : read;
		for (const value of read.value.values) values.add(value);
		star ||= read.value.star;
	}
	return ok({values, star});
};

const parseFields = (texts: readonly string[]): Result<Cron, CronProblem> => {
	const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = ''] = texts;
	const minutes = parseField(minute, MINUTE);
	if (!minutes.ok) return minutes;
	const hours = parseField(hour, HOUR);
	if (!hours.ok) return hours;
	const daysOfMonth = parseField(dayOfMonth, DAY_OF_MONTH);
	if (!daysOfMonth.ok) return daysOfMonth;
	const months = parseField(month, MONTH);
	if (!months.ok) return months;
	const daysOfWeek = parseField(dayOfWeek, DAY_OF_WEEK);
	if (!daysOfWeek.ok) return daysOfWeek;
	return ok({
		minutes: minutes.value.values,
		hours: hours.value.values,
		daysOfMonth: daysOfMonth.value.values,
		months: months.value.values,
		daysOfWeek: new Set([...daysOfWeek.value.values].map(day => day % 7)),
		starDayOfMonth: daysOfMonth.value.star,
		starDayOfWeek: daysOfWeek.value.star,
		writtenWithSeven: daysOfWeek.value.values.has(7),
	});
};

/** Reads the five fields of a CronJob's schedule, or a macro such as `@daily`, as Kubernetes does. */
export const parseCron = (text: string): Result<Cron, CronProblem> => {
	const trimmed = text.trim();
	if (trimmed === '') return err({reason: 'empty', text});
	if (trimmed.length > MAX_LENGTH) return err({reason: 'too-long', text: `${text.slice(0, 40)}…`});
	const [first = '', ...rest] = trimmed.split(/\s+/);
	if (/^(?:CRON_)?TZ=/.test(first)) return err({reason: 'time-zone', text: first});
	const macro = MACROS.get(trimmed);
	if (!macro && first.startsWith('@')) return err({reason: 'macro-unknown', text: trimmed});
	const fields = macro ? macro.split(' ') : [first, ...rest];
	return fields.length === 5 ? parseFields(fields) : err({reason: 'field-count', text: trimmed});
};

const DAYS_PER_YEAR = 365;
const SECONDS_PER_DAY = 86_400;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Month and day of the month for each day of the reference year. */
const CALENDAR = MONTH_LENGTHS.flatMap((length, index) =>
	Array.from({length}, (_, day) => ({month: index + 1, dayOfMonth: day + 1})),
);

const firesOn = (cron: Cron, day: number): boolean => {
	const date = CALENDAR[day % DAYS_PER_YEAR];
	if (!date || !cron.months.has(date.month)) return false;
	const byMonth = cron.daysOfMonth.has(date.dayOfMonth);
	const byWeek = cron.daysOfWeek.has((day + 1) % 7);
	return cron.starDayOfMonth || cron.starDayOfWeek ? byMonth && byWeek : byMonth || byWeek;
};

const firingsOfDayBefore = (cron: Cron, seconds: number): number => {
	let count = 0;
	for (const hour of cron.hours)
		for (const minute of cron.minutes) if (hour * 3600 + minute * 60 < seconds) count++;
	return count;
};

/**
 * Firings at t with 0 <= t < horizon, in the plan's calendar: t = 0 is Monday 1 January 00:00, every
 * year has 365 days, and the weekdays go on from year to year, so that the second one starts on a
 * Tuesday. There is no 29 February: what fires only then never fires.
 */
export const firingsBefore = (cron: Cron, horizonSeconds: number): number => {
	const days = Math.floor(horizonSeconds / SECONDS_PER_DAY);
	let fullDays = 0;
	for (let day = 0; day < days; day++) if (firesOn(cron, day)) fullDays++;
	const rest = firesOn(cron, days) ? firingsOfDayBefore(cron, horizonSeconds % SECONDS_PER_DAY) : 0;
	return fullDays * cron.hours.size * cron.minutes.size + rest;
};

const ascending = (values: ReadonlySet<number>): readonly number[] =>
	[...values].toSorted((a, b) => a - b);

/** The moments of `firingsBefore`, in order. */
export const firingTimes = (cron: Cron, horizonSeconds: number): readonly number[] => {
	const ofDay = ascending(cron.hours).flatMap(hour =>
		ascending(cron.minutes).map(minute => hour * 3600 + minute * 60),
	);
	const days = Array.from({length: Math.ceil(horizonSeconds / SECONDS_PER_DAY)}, (_, day) => day);
	return days
		.filter(day => firesOn(cron, day))
		.flatMap(day => ofDay.map(second => day * SECONDS_PER_DAY + second))
		.filter(second => second < horizonSeconds);
};

/** Days of that year, from 0, on which it fires. */
export const firingDays = (cron: Cron): readonly number[] =>
	Array.from({length: DAYS_PER_YEAR}, (_, day) => day).filter(day => firesOn(cron, day));

/** Firings of those days, in seconds of the calendar. */
export const startsOf = function* (
	{minutes, hours}: Cron,
	days: readonly number[],
): Generator<number> {
	for (const day of days)
		for (const hour of hours)
			for (const minute of minutes) yield day * SECONDS_PER_DAY + hour * 3600 + minute * 60;
};

/** Firings in the first year of the plan's calendar: 365 days from Monday 1 January. */
export const firingsPerYear = (cron: Cron): number =>
	firingsBefore(cron, DAYS_PER_YEAR * SECONDS_PER_DAY);

/** The mean over that year, exactly. */
export const runsPerDay = (cron: Cron): Fraction => fraction(firingsPerYear(cron), DAYS_PER_YEAR);
