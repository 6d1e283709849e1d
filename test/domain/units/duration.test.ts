import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	formatDuration,
	hours,
	parseDuration,
	seconds,
} from '../../../source/domain/units/duration.ts';

describe('reading a duration', () => {
	test.each([
		['60s', 60],
		['5m', 300],
		['5min', 300],
		['1.5h', 5400],
		['30d', 2_592_000],
		['2w', 1_209_600],
		['1h30m', 5400],
		['1d12h', 129_600],
		[' 10h ', 36_000],
		['0s', 0],
		['0.1s', 1],
		['3650d', 315_360_000],
	])('%s is %i seconds', (text, expected) => {
		expect(parseDuration(text)).toEqual({ok: true, value: seconds(expected)});
	});

	test('ten hours are ten hours, however they are written', () => {
		expect(parseDuration('600m')).toEqual({ok: true, value: hours(10)});
	});

	test.each([
		['', 'empty'],
		['  ', 'empty'],
		['-5m', 'negative'],
		['30', 'unit-missing'],
		['1.5', 'unit-missing'],
		['5y', 'unit-unknown'],
		['100ms', 'unit-unknown'],
		['1constructor', 'unit-unknown'],
		['h', 'malformed'],
		['5m3', 'malformed'],
		['1,5h', 'malformed'],
		[`${'1'.repeat(40)}s`, 'malformed'],
		['3651d', 'too-large'],
		['9999999999w', 'too-large'],
	])('%j is refused as %s', (text, reason) => {
		expect(parseDuration(text)).toEqual({ok: false, problem: {reason}});
	});

	test.each([
		['30D', '30d'],
		['30 days', '30d'],
		['1 hour', '1h'],
		['2hrs', '2h'],
		['90 seconds', '90s'],
		['1 h 30 min', '1h30m'],
		['2 Weeks', '2w'],
	])('whoever types %s is asked whether they meant %s', (text, suggestion) => {
		const read = parseDuration(text);
		expect(read).toMatchObject({ok: false, problem: {suggestion}});
		expect(parseDuration(suggestion)).toMatchObject({ok: true});
	});

	test('no text makes it throw', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), text => {
				expect(parseDuration(text)).toHaveProperty('ok');
			}),
		);
	});
});

describe('writing a duration', () => {
	test.each([
		[0, '0s'],
		[60, '1m'],
		[5400, '1h30m'],
		[2_592_000, '30d'],
		[90_061, '1d1h1m1s'],
	])('%i seconds are written %s', (count, expected) => {
		expect(formatDuration(seconds(count))).toBe(expected);
	});

	test('what is written reads back as the same duration', () => {
		fc.assert(
			fc.property(fc.nat({max: 315_360_000}), count => {
				expect(parseDuration(formatDuration(seconds(count)))).toEqual({
					ok: true,
					value: seconds(count),
				});
			}),
		);
	});
});
