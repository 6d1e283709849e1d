import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decimal, fraction} from '../../../source/domain/units/fraction.ts';
import {exactAmount, hourlyRate, overSeconds} from '../../../source/domain/units/money.ts';
import {
	formatSchedule,
	parseSchedule,
	peakReplicas,
	replicaSeconds,
	replicaSecondsPerWeek,
	replicasAt,
	SCHEDULE_LIMITS,
	type Schedule,
	weekSegments,
} from '../../../source/domain/units/schedule.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const schedule = (text: string): Schedule => {
	const read = parseSchedule(text);
	if (!read.ok) throw new Error(`${read.problem.reason}: ${read.problem.text}`);
	return read.value;
};

const OFFICE = 'Mon-Fri 09:00-18:00=10; *=2';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A window as a person reads it: the names of its days and the times on the clock. */
type Reading = {
	readonly text: string;
	readonly days: readonly string[];
	readonly start: string;
	readonly end: string;
	readonly replicas: number;
};

const clock = (minute: number): string => {
	const [hour, rest] = [Math.floor(minute / 60), minute % 60];
	return `${hour < 10 ? '0' : ''}${hour}:${rest < 10 ? '0' : ''}${rest}`;
};

const daysFromTo = (first: string, last: string): readonly string[] => {
	const names = [first];
	for (let at = DAYS.indexOf(first); DAYS[at % 7] !== last; at++)
		names.push(DAYS[(at + 1) % 7] ?? '');
	return names;
};

const dayName = fc.constantFrom(...DAYS);
const dayRange = fc
	.tuple(dayName, dayName)
	.map(([first, last]) => ({text: `${first}-${last}`, days: daysFromTo(first, last)}));
const oneDay = dayName.map(name => ({text: name, days: [name]}));
const dayList = fc.array(fc.oneof(oneDay, dayRange), {minLength: 2, maxLength: 4}).map(parts => ({
	text: parts.map(part => part.text).join(','),
	days: parts.flatMap(part => part.days),
}));
const anyDays = fc.oneof(
	fc.constant({text: '', days: DAYS}),
	fc.constant({text: '*', days: DAYS}),
	oneDay,
	dayRange,
	dayList,
);

/** Half of them on full hours, so that windows often touch, overlap and hide each other. */
const minuteOfDay = fc.oneof(
	fc.nat({max: 1439}),
	fc.nat({max: 23}).map(hour => hour * 60),
);
const anyTimes = fc.oneof(
	fc.constant({text: '', start: '00:00', end: '24:00'}),
	fc
		.tuple(minuteOfDay, fc.oneof(minuteOfDay, fc.constant(1440)))
		.filter(([from, to]) => from !== to)
		.map(([from, to]) => ({
			text: `${clock(from)}-${clock(to)}`,
			start: clock(from),
			end: clock(to),
		})),
);

const anyWindow: fc.Arbitrary<Reading> = fc
	.tuple(anyDays, anyTimes, fc.nat({max: 12}))
	.map(([days, times, replicas]) => ({
		text: `${[days.text, times.text].filter(Boolean).join(' ') || '*'}=${replicas}`,
		days: days.days,
		start: times.start,
		end: times.end,
		replicas,
	}));

const anyReadings = fc.array(anyWindow, {minLength: 1, maxLength: 6});

const textOf = (readings: readonly Reading[]): string => readings.map(({text}) => text).join('; ');

/** Walks each window minute by minute with the hands of a clock and paints the week; the first wins. */
const paint = (readings: readonly Reading[]): readonly number[] => {
	const week = Array<number>(7 * 1440).fill(0);
	for (const {days, start, end, replicas} of readings.toReversed())
		for (const name of days) {
			let minute = DAYS.indexOf(name) * 1440;
			const midnight = minute;
			while (clock(minute - midnight) !== start) minute++;
			do {
				week[minute % week.length] = replicas;
				minute++;
			} while (clock(minute - midnight) !== end && clock((minute - midnight) % 1440) !== end);
		}
	return week;
};

describe('ten replicas Monday to Friday from nine to six, else two', () => {
	test('runs 696 replica-hours a week', () => {
		expect(replicaSecondsPerWeek(schedule(OFFICE))).toBe(696 * HOUR);
	});

	test('costs 306.986112 a week at 0.441072 an hour', () => {
		const week = fraction(replicaSecondsPerWeek(schedule(OFFICE)));
		const cost = overSeconds(hourlyRate('CNY', decimal('0.441072')), week);
		expect(exactAmount(cost)).toBe('306.986112');
	});

	test.each([
		['Monday 08:59:59', 9 * HOUR - 1, 2],
		['Monday 09:00', 9 * HOUR, 10],
		['Monday 17:59:59', 18 * HOUR - 1, 10],
		['Monday 18:00', 18 * HOUR, 2],
		['Friday 12:00', 4 * DAY + 12 * HOUR, 10],
		['Saturday 12:00', 5 * DAY + 12 * HOUR, 2],
		['Monday 09:00 of the third week', 2 * WEEK + 9 * HOUR, 10],
		['Sunday 12:00 before the start', -12 * HOUR, 2],
	])('asks at %s, second %i, for %i', (_, second, expected) => {
		expect(replicasAt(schedule(OFFICE), second)).toBe(expected);
	});

	test('changes eleven times a week', () => {
		const segments = weekSegments(schedule(OFFICE));
		expect(segments).toHaveLength(11);
		expect(segments.slice(0, 3)).toEqual([
			{from: 0, to: 9 * HOUR, replicas: 2},
			{from: 9 * HOUR, to: 18 * HOUR, replicas: 10},
			{from: 18 * HOUR, to: 33 * HOUR, replicas: 2},
		]);
		expect(segments.at(-1)).toEqual({from: 4 * DAY + 18 * HOUR, to: WEEK, replicas: 2});
	});

	test('needs at most ten at once', () => {
		expect(peakReplicas(schedule(OFFICE))).toBe(10);
	});

	test('runs 3,056 replica-hours in thirty days, four weeks and a Monday and a Tuesday', () => {
		expect(replicaSeconds(schedule(OFFICE), 30 * DAY)).toBe(
			(4 * 696 + 2 * (9 * 10 + 15 * 2)) * HOUR,
		);
	});
});

describe('reading a schedule', () => {
	test.each([
		['*=3', 7 * 24 * 3],
		['Mon=1', 24],
		['Sat-Sun=1', 48],
		['Fri-Mon=1', 96],
		['Mon,Wed=1', 48],
		['Mon-Wed,Fri=1', 96],
		['Mon-Mon=1', 24],
		['09:00-10:00=1', 7],
		['* 09:00-10:00=1', 7],
		['Sat-Sun 00:00-24:00=5', 48 * 5],
		['Mon 22:00-06:00=1', 8],
		['Mon 22:00-00:00=1', 2],
		['22:00-06:00=1', 56],
		['*=0', 0],
		['Mon=007', 24 * 7],
	])('%s is %i replica-hours a week', (text, expected) => {
		expect(replicaSecondsPerWeek(schedule(text))).toBe(expected * HOUR);
	});

	test('a night shift of Friday ends on Saturday morning and has none on Friday morning', () => {
		const nights = schedule('Fri 22:00-06:00=4');
		expect(weekSegments(nights)).toEqual([
			{from: 0, to: 4 * DAY + 22 * HOUR, replicas: 0},
			{from: 4 * DAY + 22 * HOUR, to: 5 * DAY + 6 * HOUR, replicas: 4},
			{from: 5 * DAY + 6 * HOUR, to: WEEK, replicas: 0},
		]);
	});

	test('a night shift of Sunday covers the start of Monday', () => {
		expect(replicasAt(schedule('Sun 22:00-06:00=4'), 0)).toBe(4);
		expect(replicasAt(schedule('Sun 22:00-06:00=4'), 6 * HOUR)).toBe(0);
	});

	test('the first window that matches wins, also when it asks for fewer', () => {
		expect(replicasAt(schedule('Mon=1; *=5'), 0)).toBe(1);
		expect(replicasAt(schedule('*=5; Mon=1'), 0)).toBe(5);
		expect(peakReplicas(schedule('*=5; Mon=9'))).toBe(5);
	});

	test('outside of all windows nothing runs', () => {
		expect(replicasAt(schedule('Tue=5'), 0)).toBe(0);
	});

	test.each([
		' mon - fri  9:00 - 18:00 = 10 ;*= 2; ',
		'MON-FRI 09:00-18:00=10;*=2',
		'Fri,Mon-Wed,Thu 09:00-18:00=10; Mon-Sun=2',
	])('%j is the same schedule, written otherwise', text => {
		expect(formatSchedule(schedule(text))).toBe(OFFICE);
	});

	test.each([
		['', 'empty', ''],
		[' ; ', 'empty', ' ; '],
		['Mon', 'replicas-missing', 'Mon'],
		['Mon=', 'replicas-missing', 'Mon='],
		['Mon=1; Tue', 'replicas-missing', 'Tue'],
		['=3', 'window-malformed', '=3'],
		['Mon=1=2', 'window-malformed', 'Mon=1=2'],
		['Mon=1;;Tue=2', 'window-malformed', 'Mon=1;;Tue=2'],
		['Mon 09:00-10:00 x=1', 'window-malformed', 'Mon 09:00-10:00 x'],
		['Mon=-1', 'replicas-malformed', '-1'],
		['Mon=2.5', 'replicas-malformed', '2.5'],
		['Mon=1e3', 'replicas-malformed', '1e3'],
		['Mon=100001', 'replicas-too-large', '100001'],
		['Mon-Fry=1', 'day-unknown', 'Fry'],
		['Mon-=1', 'day-unknown', 'Mon-'],
		['Mon-Tue-Wed=1', 'day-unknown', 'Tue'],
		['Monday=1', 'day-unknown', 'Monday'],
		['Mon,,Tue=1', 'day-unknown', 'Mon,,Tue'],
		['weekdays 09:00-10:00=1', 'day-unknown', 'weekdays'],
		['constructor=1', 'day-unknown', 'constructor'],
		['Mon 9-18=1', 'time-malformed', '9'],
		['09:00=1', 'time-malformed', '09:00'],
		['09:60-10:00=1', 'time-malformed', '09:60'],
		['09:00-24:01=1', 'time-malformed', '24:01'],
		['24:00-25:00=1', 'time-malformed', '24:00'],
		['09:00-10:00-11:00=1', 'time-malformed', '09:00-10:00-11:00'],
		['09:00-09:00=1', 'time-empty', '09:00-09:00'],
	])('%j is refused as %s because of %j', (text, reason, part) => {
		expect(parseSchedule(text)).toEqual({ok: false, problem: {reason, text: part}});
	});

	test('the limits are 2,000 characters, 100 windows and 100,000 replicas', () => {
		expect(SCHEDULE_LIMITS).toEqual({characters: 2000, windows: 100, replicas: 100_000});
		const windows = (count: number) => Array(count).fill('*=100000').join(';');
		expect(parseSchedule(windows(100))).toMatchObject({ok: true});
		expect(parseSchedule(`${windows(100)};Mon=1`)).toEqual({
			ok: false,
			problem: {reason: 'too-many-windows', text: 'Mon=1'},
		});
		expect(parseSchedule(`*=1${' '.repeat(1997)}`)).toMatchObject({ok: true});
		expect(parseSchedule(`*=1${' '.repeat(1998)}`)).toMatchObject({
			ok: false,
			problem: {reason: 'too-long'},
		});
	});

	test('no text makes it throw', () => {
		const nearly = fc.array(
			fc.constantFrom('Mon', '-', ',', ' ', '=', ';', '*', '09:00', ':', '7'),
		);
		const anyText = fc.oneof(
			fc.string({unit: 'binary'}),
			nearly.map(parts => parts.join('')),
		);
		fc.assert(
			fc.property(anyText, text => {
				expect(parseSchedule(text)).toHaveProperty('ok');
			}),
			{numRuns: 1000},
		);
	});
});

describe('writing a schedule', () => {
	test.each([
		['Mon,Tue,Wed,Thu,Fri=1', 'Mon-Fri=1'],
		['Sun,Sat=1', 'Sat-Sun=1'],
		['Sun,Mon,Wed=1', 'Wed,Sun-Mon=1'],
		['Mon-Sun 08:00-09:00=1', '08:00-09:00=1'],
		['* 00:00-24:00=1', '*=1'],
		['Mon 22:00-00:00=1', 'Mon 22:00-24:00=1'],
		['Mon 22:00-6:00=1', 'Mon 22:00-06:00=1'],
	])('%s is written %s', (text, expected) => {
		expect(formatSchedule(schedule(text))).toBe(expected);
	});

	test('what is written reads back as the same schedule and is no longer than what was typed', () => {
		fc.assert(
			fc.property(anyReadings, readings => {
				const typed = textOf(readings);
				const written = formatSchedule(schedule(typed));
				expect(schedule(written)).toEqual(schedule(typed));
				expect(formatSchedule(schedule(written))).toBe(written);
				expect(written.length).toBeLessThanOrEqual(typed.length);
			}),
		);
	});
});

describe('a schedule agrees with walking the week minute by minute', () => {
	test('at every minute', () => {
		fc.assert(
			fc.property(anyReadings, readings => {
				const read = schedule(textOf(readings));
				const week = paint(readings);
				expect(week.map((_, minute) => replicasAt(read, minute * 60 + 59))).toEqual(week);
			}),
			{numRuns: 60},
		);
	});

	test('in segments that cover the week without gaps and merge what is equal', () => {
		fc.assert(
			fc.property(anyReadings, readings => {
				const segments = weekSegments(schedule(textOf(readings)));
				const week = paint(readings);
				expect(
					segments.flatMap(({from, to, replicas}) =>
						Array<number>((to - from) / 60).fill(replicas),
					),
				).toEqual(week);
				for (const [index, {replicas}] of segments.entries())
					expect(replicas).not.toBe(segments[index + 1]?.replicas);
				expect(segments[0]?.from).toBe(0);
			}),
			{numRuns: 60},
		);
	});

	test('in replica-seconds, for any horizon', () => {
		fc.assert(
			fc.property(anyReadings, fc.nat({max: 3 * WEEK}), (readings, horizon) => {
				const week = paint(readings);
				let expected = 0;
				for (let second = 0; second < horizon; second += 60)
					expected += (week[(second / 60) % week.length] ?? 0) * Math.min(60, horizon - second);
				const read = schedule(textOf(readings));
				expect(replicaSeconds(read, horizon)).toBe(expected);
				expect(peakReplicas(read)).toBe(Math.max(...week));
			}),
			{numRuns: 60},
		);
	});
});
