import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	type Cron,
	firingsBefore,
	firingsPerYear,
	parseCron,
	runsPerDay,
} from '../../../source/domain/units/cron.ts';
import {fraction} from '../../../source/domain/units/fraction.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const cron = (text: string): Cron => {
	const read = parseCron(text);
	if (!read.ok) throw new Error(`${read.problem.reason}: ${read.problem.text}`);
	return read.value;
};

describe('firings a year', () => {
	test.each([
		['0 2 * * *', 365],
		['*/15 9-17 * * MON-FRI', 261 * 9 * 4],
		['@hourly', 8760],
		['@daily', 365],
		['@midnight', 365],
		['@weekly', 52],
		['@monthly', 12],
		['@yearly', 1],
		['@annually', 1],
		['* * * * *', 525_600],
		['0 0 * * 1', 53],
		['0 0 * * MON', 53],
		['0 0 * * 0', 52],
		['0 0 * * 7', 52],
		['0 0 * * sat,SUN', 104],
		['0 0 * * 5-7', 156],
		['0 0 ? * ?', 365],
		['0 0 31 * *', 7],
		['0 0 1 JAN,jul *', 2],
		['0 0 1 */3 *', 4],
		['5/20 * * * *', 3 * 8760],
		['0,30 0-23/6 * * *', 8 * 365],
		['10,10,10-11 0 * * *', 2 * 365],
		['0 0 29 2 *', 0],
		['0 0 30 2 *', 0],
		['0 0 31 4,6,9,11 *', 0],
		['*/100 0 * * *', 365],
		['  0   2 * *\t* ', 365],
	])('%s fires %i times', (text, expected) => {
		expect(firingsPerYear(cron(text))).toBe(expected);
	});

	test('a 13th or a Friday: 12 and 52, of which two are both', () => {
		expect(firingsPerYear(cron('0 0 13 * 5'))).toBe(12 + 52 - 2);
	});

	test('a star that skips days restricts them, as Kubernetes reads it', () => {
		const oddDays = 7 * 16 + 4 * 15 + 14;
		expect(firingsPerYear(cron('0 0 */2 * *'))).toBe(oddDays);
		expect(firingsPerYear(cron('0 0 */2 * 1'))).toBeGreaterThan(oddDays);
		expect(firingsPerYear(cron('0 0 */1 * 1'))).toBe(53);
		expect(firingsPerYear(cron('0 0 *,13 * 1'))).toBe(53);
	});
});

describe('firings before a horizon', () => {
	test.each([
		['0 2 * * *', 30 * DAY, 30],
		['0 2 * * *', 2 * HOUR, 0],
		['0 2 * * *', 2 * HOUR + 1, 1],
		['0 0 * * *', 0, 0],
		['0 0 * * *', 1, 1],
		['30 * * * *', 12 * HOUR + 1800, 12],
		['0 0 * * MON', 7 * DAY, 1],
		['0 0 * * MON', 7 * DAY + 1, 2],
		['0 0 * * MON-FRI', 6 * DAY, 5],
	])('%s fires in the first %i seconds %i times', (text, horizon, expected) => {
		expect(firingsBefore(cron(text), horizon)).toBe(expected);
	});

	test('in the second year the weekdays go on: it starts on a Tuesday', () => {
		expect(firingsBefore(cron('0 0 * * MON'), YEAR + DAY)).toBe(53);
		expect(firingsBefore(cron('0 0 * * TUE'), YEAR + DAY)).toBe(53);
		expect(firingsBefore(cron('@yearly'), 3 * YEAR)).toBe(3);
	});

	test('a daily run is one run a day, and a weekly run 52 in 365', () => {
		expect(runsPerDay(cron('0 2 * * *'))).toEqual(fraction(1));
		expect(runsPerDay(cron('@weekly'))).toEqual(fraction(52, 365));
		expect(runsPerDay(cron('0 0 30 2 *'))).toEqual(fraction(0));
	});
});

/** A field as text, with the values that it names. */
const field = (min: number, max: number) => {
	const value = fc.integer({min, max});
	const from = (first: number, last: number, step: number) => {
		const values: number[] = [];
		for (let each = first; each <= last; each += step) values.push(each);
		return values;
	};
	const range = fc.tuple(value, value, fc.integer({min: 1, max: 9})).map(([a, b, step]) => {
		const [first, last] = [Math.min(a, b), Math.max(a, b)];
		return {text: `${first}-${last}/${step}`, values: from(first, last, step)};
	});
	const star = fc.constant({text: '*', values: from(min, max, 1)});
	const step = fc.integer({min: 2, max: 9}).map(n => ({text: `*/${n}`, values: from(min, max, n)}));
	const single = value.map(n => ({text: String(n), values: [n]}));
	const list = fc.array(fc.oneof(single, range), {minLength: 2, maxLength: 3}).map(items => ({
		text: items.map(item => item.text).join(','),
		values: items.flatMap(item => item.values),
	}));
	return fc.oneof(star, single, range, step, list);
};

test('counting agrees with the real calendar of 2018 and 2019, which starts on a Monday', () => {
	const anyCron = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6));
	fc.assert(
		fc.property(anyCron, fc.nat({max: 2 * YEAR}), (fields, horizon) => {
			const [minute, hour, dayOfMonth, month, dayOfWeek] = fields;
			const times = [...new Set(hour.values)].flatMap(h =>
				[...new Set(minute.values)].map(m => h * HOUR + m * 60),
			);
			let expected = 0;
			for (let start = 0; start < horizon; start += DAY) {
				const date = new Date(Date.UTC(2018, 0, 1) + start * 1000);
				const byMonth = dayOfMonth.values.includes(date.getUTCDate());
				const byWeek = dayOfWeek.values.includes(date.getUTCDay());
				const isRestrictedTwice = dayOfMonth.text !== '*' && dayOfWeek.text !== '*';
				const isDay = isRestrictedTwice ? byMonth || byWeek : byMonth && byWeek;
				if (isDay && month.values.includes(date.getUTCMonth() + 1))
					expected += times.filter(time => start + time < horizon).length;
			}
			const text = fields.map(each => each.text).join(' ');
			expect(firingsBefore(cron(text), horizon)).toBe(expected);
		}),
		{numRuns: 200},
	);
});

describe('reading a cron schedule', () => {
	test.each([
		['', {reason: 'empty', text: ''}],
		['0 2 * *', {reason: 'field-count', text: '0 2 * *'}],
		['0 0 2 * * *', {reason: 'field-count', text: '0 0 2 * * *'}],
		['@Daily', {reason: 'macro-unknown', text: '@Daily'}],
		['@every 1h', {reason: 'macro-unknown', text: '@every 1h'}],
		['@reboot', {reason: 'macro-unknown', text: '@reboot'}],
		['CRON_TZ=UTC 0 2 * * *', {reason: 'time-zone', text: 'CRON_TZ=UTC'}],
		['TZ=UTC 0 2 * * *', {reason: 'time-zone', text: 'TZ=UTC'}],
		['60 * * * *', {reason: 'out-of-range', text: '60', field: 'minute'}],
		['* 24 * * *', {reason: 'out-of-range', text: '24', field: 'hour'}],
		['* * 0 * *', {reason: 'out-of-range', text: '0', field: 'day-of-month'}],
		['* * * 13 *', {reason: 'out-of-range', text: '13', field: 'month'}],
		['* * * * 8', {reason: 'out-of-range', text: '8', field: 'day-of-week'}],
		['0-70 * * * *', {reason: 'out-of-range', text: '0-70', field: 'minute'}],
		['* 17-9 * * *', {reason: 'range-backwards', text: '17-9', field: 'hour'}],
		['* * * * SAT-SUN', {reason: 'range-backwards', text: 'SAT-SUN', field: 'day-of-week'}],
		['*/0 * * * *', {reason: 'step-zero', text: '0', field: 'minute'}],
		['*/x * * * *', {reason: 'malformed', text: 'x', field: 'minute'}],
		['*/5/5 * * * *', {reason: 'malformed', text: '*/5/5', field: 'minute'}],
		['1-2-3 * * * *', {reason: 'malformed', text: '1-2-3', field: 'minute'}],
		['1-x * * * *', {reason: 'malformed', text: '1-x', field: 'minute'}],
		['1- * * * *', {reason: 'malformed', text: '1-', field: 'minute'}],
		['1,,2 * * * *', {reason: 'malformed', text: '1,,2', field: 'minute'}],
		['-5 * * * *', {reason: 'malformed', text: '-5', field: 'minute'}],
		['* * * * monday', {reason: 'malformed', text: 'monday', field: 'day-of-week'}],
		['MON * * * *', {reason: 'malformed', text: 'MON', field: 'minute'}],
		['* * L * *', {reason: 'malformed', text: 'L', field: 'day-of-month'}],
	])('%j is refused, with the part that is wrong', (text, problem) => {
		expect(parseCron(text)).toEqual({ok: false, problem});
	});

	test('Sunday as 7 is understood, and remembered, for Kubernetes refuses it', () => {
		expect(cron('0 0 * * 7').writtenWithSeven).toBe(true);
		expect(cron('0 0 * * 5-7').writtenWithSeven).toBe(true);
		expect(cron('0 0 * * SUN').writtenWithSeven).toBe(false);
		expect(cron('0 0 * * *').writtenWithSeven).toBe(false);
	});

	test('a very long text is refused before it is read', () => {
		expect(parseCron(`0 0 ${'1,'.repeat(1000)}1 * *`)).toMatchObject({
			ok: false,
			problem: {reason: 'too-long'},
		});
	});

	test('no text makes it throw', () => {
		const nearly = fc.array(
			fc.constantFrom('*', '/', '-', ',', ' ', '0', '7', '99', 'MON', '@', '?'),
		);
		const anyText = fc.oneof(
			fc.string({unit: 'binary'}),
			nearly.map(parts => parts.join('')),
		);
		fc.assert(
			fc.property(anyText, text => {
				expect(parseCron(text)).toHaveProperty('ok');
			}),
			{numRuns: 1000},
		);
	});
});
