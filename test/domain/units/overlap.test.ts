import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseCron} from '../../../source/domain/units/cron.ts';
import {fraction} from '../../../source/domain/units/fraction.ts';
import {overlapOfCron, overlapOfRhythm} from '../../../source/domain/units/overlap.ts';

const cron = (text: string) => {
	const read = parseCron(text);
	if (!read.ok) throw new Error(text);
	return read.value;
};

/** Counts, at each minute of many days, the runs that started no longer ago than they last. */
const slowly = (minutes: readonly number[], hours: readonly number[], length: number): number => {
	const days = Math.ceil(length / 86_400) + 2;
	const starts = Array.from({length: days}, (_, day) =>
		hours.flatMap(hour => minutes.map(minute => day * 86_400 + hour * 3600 + minute * 60)),
	).flat();
	return Math.max(
		...starts.map(now => starts.filter(start => start <= now && now < start + length).length),
	);
};

describe('runs of a CronJob at once', () => {
	it('are those whose time is not over', () => {
		// Every 10 minutes for an hour: 6; a minute more reaches the seventh.
		expect(overlapOfCron(cron('*/10 * * * *'), 3600)).toBe(6);
		expect(overlapOfCron(cron('*/10 * * * *'), 3660)).toBe(7);
		expect(overlapOfCron(cron('0 2 * * *'), 86_400)).toBe(1);
		expect(overlapOfCron(cron('0 2 * * *'), 86_401)).toBe(2);
		// Only on Mondays, for eight days: two Mondays.
		expect(overlapOfCron(cron('0 2 * * 1'), 8 * 86_400)).toBe(2);
		// From 31 December to 1 January.
		expect(overlapOfCron(cron('0 0 31,1 12,1 *'), 2 * 86_400)).toBe(2);
	});

	it('are none of one that never fires', () => {
		expect(overlapOfCron(cron('0 0 31 4 *'), 3600)).toBe(0);
	});

	it('agree with counting', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({min: 0, max: 59}), {minLength: 1, maxLength: 4}),
				fc.uniqueArray(fc.integer({min: 0, max: 23}), {minLength: 1, maxLength: 4}),
				fc.integer({min: 1, max: 200_000}),
				(minutes, hours, length) => {
					const text = `${minutes.join(',')} ${hours.join(',')} * * *`;
					expect(overlapOfCron(cron(text), length)).toBe(slowly(minutes, hours, length));
				},
			),
			{numRuns: 60},
		);
	});
});

describe('runs that are spread over the day', () => {
	it('follow from how many start while one lasts', () => {
		// 10,000 × 3,660 ÷ 86,400 = 423.6
		expect(overlapOfRhythm(fraction(10_000), 3660)).toBe(424);
		expect(overlapOfRhythm(fraction(24), 3600)).toBe(1);
		expect(overlapOfRhythm(fraction(24), 3601)).toBe(2);
		expect(overlapOfRhythm(fraction(1, 2), 3600)).toBe(1);
	});

	it('agree with counting', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 400}),
				fc.integer({min: 1, max: 100_000}),
				(perDay, length) => {
					// Start k is due at k × 86,400 ÷ perDay; the clock runs in parts of a second of that size.
					const running = Array.from({length: 2 * perDay + 800}, (_, k) => k * 86_400).filter(
						(due, _index, all) => {
							const now = all.at(-1) ?? 0;
							return due <= now && now < due + length * perDay;
						},
					);
					expect(overlapOfRhythm(fraction(perDay), length)).toBe(running.length);
				},
			),
		);
	});
});
