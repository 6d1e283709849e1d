import {describe, expect, it} from 'vitest';
import {timeZones} from '../../source/adapters/time-zones.ts';

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
