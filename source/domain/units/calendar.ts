/** A calendar day, `2024-12-30`. */
export type IsoDate = string;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const EPOCH_YEAR = 1970;
const SECONDS_PER_DAY = 86_400;
const MEAN_YEAR = 365.2425;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Leap days before the first of January of a year. */
const leapDaysBefore = (year: number): number =>
	Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);

/** Days from 1970-01-01 to the first of January of a year. */
const daysBeforeYear = (year: number): number =>
	(year - EPOCH_YEAR) * 365 + leapDaysBefore(year) - leapDaysBefore(EPOCH_YEAR);

const daysBeforeMonth = (year: number, month: number): number =>
	(DAYS_BEFORE_MONTH[month - 1] ?? Number.NaN) + (month > 2 && isLeap(year) ? 1 : 0);

/** Days since 1970-01-01 by the Gregorian calendar; NaN for anything but a day such as `2026-11-23`. */
export const dayNumber = (date: IsoDate): number => {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
	if (!match) return Number.NaN;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	return daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1;
};

/** Whole days from one date to another. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

const padded = (count: number, width: number): string => String(count).padStart(width, '0');

/** The UTC day of a moment in seconds since 1970-01-01. */
export const dateOfInstant = (at: number): IsoDate => {
	const days = Math.floor(at / SECONDS_PER_DAY);
	let year = EPOCH_YEAR + Math.floor(days / MEAN_YEAR) - 1;
	while (daysBeforeYear(year + 1) <= days) year += 1;
	const ofYear = days - daysBeforeYear(year);
	let month = 12;
	while (daysBeforeMonth(year, month) > ofYear) month -= 1;
	return [
		padded(year, 4),
		padded(month, 2),
		padded(ofYear - daysBeforeMonth(year, month) + 1, 2),
	].join('-');
};

/** A day that exists, `2024-02-29`. */
export const isDate = (text: string): boolean =>
	dateOfInstant(dayNumber(text) * SECONDS_PER_DAY) === text;

const INSTANT =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|([-+])(\d{2}):?(\d{2}))?)?$/;

/** `2026-11-23T09:00:00Z` in seconds since 1970-01-01 UTC; a day alone is its midnight, without a zone it's UTC. */
export const instantOf = (text: string): number | null => {
	const match = INSTANT.exec(text);
	if (!match) return null;
	const [, date = '', hour = '0', minute = '0', second = '0', sign = '+', aheadHours = '0'] = match;
	const aheadMinutes = match[7] ?? '0';
	if (!isDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
	const ahead = Number(aheadHours) * 3600 + Number(aheadMinutes) * 60;
	const ofDay = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
	return dayNumber(date) * SECONDS_PER_DAY + ofDay - (sign === '-' ? -ahead : ahead);
};
