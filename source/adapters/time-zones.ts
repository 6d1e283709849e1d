import type {TimeZones} from '../domain/input/time-zones.ts';

const names = (): readonly string[] => Intl.supportedValuesOf('timeZone');

/** Links such as `PRC` and `Etc/GMT+8` stand in no list; asking for them takes 60 ms the first time. */
const isLink = (name: string): boolean => {
	try {
		Intl.DateTimeFormat('en', {timeZone: name});
		return true;
	} catch {
		return false;
	}
};

/** Clusters tell small letters from capitals, where this library does not. */
const isMisspelled = (name: string): boolean => {
	const lower = name.toLowerCase();
	return names().some(known => known.toLowerCase() === lower);
};

/** The time zones of the IANA database, as the JavaScript engine has them. */
export const timeZones: TimeZones = {
	has: name => names().includes(name) || (!isMisspelled(name) && isLink(name)),
	names,
};

const partsAt = (timeZone: string, at: number): Intl.DateTimeFormatPart[] =>
	new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hourCycle: 'h23',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(at * 1000);

/** Hour of the day at a moment, in seconds since 1970-01-01 UTC, in a time zone, with its fraction. */
export const hourAt = (timeZone: string, at: number): number => {
	const parts = partsAt(timeZone, at);
	const numberOf = (name: Intl.DateTimeFormatPartTypes): number =>
		Number(parts.find(({type}) => type === name)?.value ?? 0);
	return numberOf('hour') + numberOf('minute') / 60 + numberOf('second') / 3600;
};
