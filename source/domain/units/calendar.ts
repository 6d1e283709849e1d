/** A calendar day, `2024-12-30`. */
export type IsoDate = string;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const EPOCH_YEAR = 1970;
const SECONDS_PER_DAY = 86_400;

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
	let year = EPOCH_YEAR + Math.floor(days / 366);
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
