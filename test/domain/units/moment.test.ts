import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isMoment} from '../../../source/domain/units/moment.ts';

describe('a moment', () => {
	it.each([
		'2026-11-23',
		'2028-02-29',
		'2000-02-29',
		'2026-11-23T09:00Z',
		'2026-11-23T09:00:00.123456Z',
		'2026-11-23T23:59:59+08:00',
	])('is %s', text => {
		expect(isMoment(text)).toBe(true);
		expect(new Date(text).getTime()).not.toBeNaN();
	});

	it.each([
		'',
		'tomorrow',
		'5',
		'2026-02-30',
		'1900-02-29',
		'2026-13-01',
		'2026-00-01',
		'2026-11-00',
		'2026-11-23T24:00Z',
		'2026-11-23T09:60Z',
		'2026-11-23T09:00',
		'2026-11-23 09:00Z',
		'2026-11-23T09:00+24:00',
	])('is not %j', text => {
		expect(isMoment(text)).toBe(false);
	});

	it('is whatever the clock says', () => {
		const anyTime = fc.integer({min: Date.UTC(1600, 0), max: Date.UTC(9999, 0)});
		fc.assert(
			fc.property(anyTime, time => {
				const text = new Date(time).toISOString();
				expect([isMoment(text), isMoment(text.slice(0, 10))]).toEqual([true, true]);
			}),
			{numRuns: 1000},
		);
	});
});
