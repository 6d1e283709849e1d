import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	formatSchedule,
	parseSchedule,
	type Schedule,
} from '../../../source/domain/units/schedule.ts';
import {
	evenWeek,
	gridOf,
	isHourly,
	presetWeek,
	scheduleOf,
} from '../../../source/domain/units/week-grid.ts';

const HOURS = 168;
const read = (text: string): Schedule => {
	const schedule = parseSchedule(text);
	if (!schedule.ok) throw new Error(text);
	return schedule.value;
};
const written = (grid: readonly number[]): string => formatSchedule(scheduleOf(grid));

test('a grid is what its schedule asks for, hour by hour', () => {
	const anyGrid = fc.array(fc.integer({min: 0, max: 3}), {minLength: HOURS, maxLength: HOURS});
	fc.assert(
		fc.property(anyGrid, grid => {
			expect(gridOf(scheduleOf(grid))).toEqual(grid);
			expect(isHourly(scheduleOf(grid))).toBe(true);
		}),
	);
});

test.each(['Mon-Fri 09:00-18:00=10; *=2', '08:00-22:00=4', 'Sat-Sun=1; *=2', '*=3'])(
	'%s is written as it was',
	text => {
		expect(written(gridOf(read(text)))).toBe(text);
	},
);

test('a schedule that changes within an hour is not all in the grid', () => {
	expect(isHourly(read('Mon 09:30-18:00=1'))).toBe(false);
	expect(isHourly(read('22:00-06:00=1'))).toBe(true);
});

describe('the usual weeks', () => {
	test.each([
		['always', '*=5'],
		['office', 'Mon-Fri 09:00-18:00=5'],
		['nights', '08:00-22:00=5'],
		// Half of five pods is three: fewer would be less than half.
		['weekend', 'Sat-Sun=3; *=5'],
	] as const)('%s', (preset, text) => {
		expect(written(presetWeek(preset, 5))).toBe(text);
	});

	test('no week has more than its busiest hour', () => {
		expect(Math.max(...presetWeek('weekend', 1))).toBe(1);
		expect(evenWeek(0)).toEqual(Array.from({length: HOURS}, () => 0));
	});
});
