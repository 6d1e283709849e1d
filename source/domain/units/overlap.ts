import {type Cron, firingDays, startsOf} from './cron.ts';
import {ceiling, type Fraction, fraction, multiply} from './fraction.ts';

const SECONDS_PER_DAY = 86_400;
const DAYS_PER_YEAR = 365;

/** Most of the ascending `starts`, repeated every `cycle` seconds, that any `length` seconds hold. */
const mostWithin = (starts: readonly number[], cycle: number, length: number): number => {
	const rest = length % cycle;
	const startAt = (index: number): number =>
		(starts[index % starts.length] ?? 0) + Math.floor(index / starts.length) * cycle;
	let most = 0;
	let end = 0;
	for (const [index, start] of starts.entries()) {
		while (startAt(end) < start + rest) end++;
		most = Math.max(most, end - index);
	}
	return Math.floor(length / cycle) * starts.length + most;
};

/** Runs of `length` seconds that are under way at once, at most, when one starts at each firing. */
export const overlapOfCron = (cron: Cron, length: number): number => {
	const firing = firingDays(cron);
	const [days, cycle] = firing.length === DAYS_PER_YEAR ? [[0], 1] : [firing, DAYS_PER_YEAR];
	const starts = [...startsOf(cron, days)].toSorted((a, b) => a - b);
	return starts.length === 0 ? 0 : mostWithin(starts, cycle * SECONDS_PER_DAY, length);
};

/** The same of runs that start evenly over the day. */
export const overlapOfRhythm = (perDay: Fraction, length: number): number =>
	Number(ceiling(multiply(perDay, fraction(length, SECONDS_PER_DAY))));
