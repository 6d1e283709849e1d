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
