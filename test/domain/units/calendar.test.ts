import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	dateOfInstant,
	dayNumber,
	instantOf,
	isDate,
} from '../../../source/domain/units/calendar.ts';

const SECOND = 1000;

/** Any second of the years 1000 to 9999. */
const anyInstant = fc.integer({min: Date.UTC(1000, 0) / SECOND, max: Date.UTC(9999, 11) / SECOND});

const isoOf = (at: number): string => new Date(at * SECOND).toISOString();

describe('the day of a moment', () => {
	test.each([
		[0, '1970-01-01'],
		[-1, '1969-12-31'],
		[86_399, '1970-01-01'],
		[86_400, '1970-01-02'],
		[951_782_399, '2000-02-28'],
		[951_782_400, '2000-02-29'],
		[4_107_542_400, '2100-03-01'],
	])('%i is in %s', (at, day) => {
		expect(dateOfInstant(at)).toBe(day);
	});

	test('is that of the calendar', () => {
		fc.assert(
			fc.property(anyInstant, at => {
				expect(dateOfInstant(at)).toBe(isoOf(at).slice(0, 10));
			}),
			{numRuns: 2000},
		);
	});

	test('and its number belong together', () => {
		fc.assert(
			fc.property(anyInstant, at => {
				expect(dayNumber(dateOfInstant(at))).toBe(Math.floor(at / 86_400));
			}),
		);
	});
});

describe('a day exists', () => {
	test('where the calendar has it', () => {
		for (let year = 1896; year <= 1904; year++)
			for (let month = 0; month <= 13; month++)
				for (let day = 0; day <= 32; day++) {
					const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
					const date = new Date(`${text}T00:00:00Z`);
					const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
					expect([text, isDate(text)]).toEqual([text, exists]);
				}
	});

	test.each([
		'',
		'today',
		'2024-1-1',
		'20241230',
		'2024-12-30T00:00Z',
		' 2024-12-30',
		'NaN-12-NaN',
	])('%j is none', text => {
		expect(isDate(text)).toBe(false);
	});
});

describe('a moment', () => {
	test.each([
		['1970-01-01', 0],
		['1970-01-02', 86_400],
		['1970-01-01T00:00:01Z', 1],
		['1970-01-01T00:01Z', 60],
		['1970-01-01 0:01', 60],
		['1970-01-01T08:00:00+08:00', 0],
		['1970-01-01T08:00:00+0800', 0],
		['1969-12-31T16:00:00-08:00', 0],
		['1970-01-01T00:00:01.999Z', 1],
		['2017-08-22T08:45:08Z', 1_503_391_508],
	])('%s is %i', (text, at) => {
		expect(instantOf(text)).toBe(at);
	});

	test.each([
		'',
		'now',
		'1970-01-01T24:00Z',
		'1970-01-01T00:60Z',
		'1970-02-30T00:00Z',
		'12/01/2018 0:40',
	])('%j is none', text => {
		expect(instantOf(text)).toBeNull();
	});

	test('is read as the calendar writes it', () => {
		fc.assert(
			fc.property(anyInstant, at => {
				expect(instantOf(isoOf(at))).toBe(at);
			}),
		);
	});
});
