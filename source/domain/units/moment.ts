const MOMENT =
	/^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[-+](\d{2}):(\d{2})))?$/;

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysOf = (year: number, month: number): number =>
	month === 2 && isLeap(year) ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);

/** Whether a text names a day, or a time of one in UTC or with its offset: `2026-11-23T09:00:00Z`. */
export const isMoment = (text: string): boolean => {
	const parts = MOMENT.exec(text)?.slice(1);
	if (!parts) return false;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ...offset] = parts.map(
		part => Number(part ?? 0),
	);
	const [offsetHour = 0, offsetMinute = 0] = offset;
	const isDay = day >= 1 && day <= daysOf(year, month);
	return isDay && Math.max(hour, offsetHour) <= 23 && Math.max(minute, second, offsetMinute) <= 59;
};
