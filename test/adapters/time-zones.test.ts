import {describe, expect, it} from 'vitest';
import {hourAt, timeZones} from '../../source/adapters/time-zones.ts';

describe('the time zones of the engine', () => {
	it.each([
		'Asia/Shanghai',
		'America/Argentina/Ushuaia',
		'UTC',
		'GMT',
		'PRC',
		'Etc/GMT+8',
		'Etc/UTC',
		'Asia/Calcutta',
		'Asia/Kolkata',
	])('have %s', name => {
		expect(timeZones.has(name)).toBe(true);
	});

	it.each(['Mars/X', '', 'Asia/Shanghia', 'asia/shanghai', 'EUROPE/BERLIN'])(
		'have no %j, which a cluster would refuse',
		name => {
			expect(timeZones.has(name)).toBe(false);
		},
	);

	it('have all that they suggest', () => {
		const names = timeZones.names();
		expect(names).toContain('Asia/Shanghai');
		expect(names.filter(name => !timeZones.has(name))).toEqual([]);
	});
});

describe('the hour of the day', () => {
	const at = (text: string) => Date.parse(text) / 1000;

	it.each([
		['UTC', '2026-11-20T00:00:00Z', 0],
		['Asia/Shanghai', '2026-11-20T16:00:00Z', 0],
		['Asia/Shanghai', '2026-11-20T15:30:00Z', 23.5],
		['Asia/Kolkata', '2026-11-20T00:00:00Z', 5.5],
		['America/New_York', '2026-11-20T12:00:00Z', 7],
		['America/New_York', '2026-07-20T12:00:00Z', 8],
		['Etc/GMT+8', '2026-11-20T12:00:36Z', 4.01],
	])('in %s at %s is %d', (timeZone, moment, hour) => {
		expect(hourAt(timeZone, at(moment))).toBeCloseTo(hour, 9);
	});
});
