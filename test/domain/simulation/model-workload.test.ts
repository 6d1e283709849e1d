import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {modelWorkload} from '../../../source/domain/simulation/compile/model-workload.ts';
import {firingsBefore, firingTimes, parseCron} from '../../../source/domain/units/cron.ts';
import {seconds} from '../../../source/domain/units/duration.ts';
import {parseSchedule, replicaSeconds, replicasAt} from '../../../source/domain/units/schedule.ts';
import {readInput} from '../../helpers/domain-fixtures.ts';
import {readSchedule} from '../../helpers/simulation/schedules.ts';

const WEEK = 604_800;

const time = fc
	.tuple(fc.integer({min: 0, max: 23}), fc.constantFrom('00', '15', '30'))
	.map(([hour, minute]) => `${hour}:${minute}`);
const days = fc.constantFrom('Mon-Fri', 'Sat', '*', 'Fri-Mon', 'Tue,Thu');
const window = fc
	.tuple(days, time, time, fc.nat(6))
	.map(([on, from, to, replicas]) =>
		from === to ? `${on}=${replicas}` : `${on} ${from}-${to}=${replicas}`,
	);
const scheduleText = fc.array(window, {minLength: 1, maxLength: 4}).map(list => list.join('; '));

const field = (maximum: number) =>
	fc.oneof(
		fc.constant('*'),
		fc.nat(maximum).map(String),
		fc.uniqueArray(fc.nat(maximum), {minLength: 2, maxLength: 4}).map(list => list.join(',')),
		fc.integer({min: 2, max: 9}).map(step => `*/${step}`),
	);
const cronText = fc
	.tuple(field(59), field(23), fc.constantFrom('*', '1', '*/10'), fc.constant('*'), field(6))
	.map(fields => fields.join(' '));

describe('the windows of replicas', () => {
	test('as many are open as the schedule asks for, at every moment', () => {
		fc.assert(
			fc.property(
				scheduleText,
				fc.integer({min: 1, max: 3 * WEEK}),
				fc.array(fc.nat(3 * WEEK), {maxLength: 20}),
				(text, horizon, moments) => {
					const schedule = parseSchedule(text);
					const workload = readSchedule(text, horizon);
					if (!schedule.ok || workload.kind !== 'service') throw new Error(text);
					for (const moment of moments.map(each => each % horizon)) {
						const open = workload.windows.filter(windows =>
							windows.some(([from, to]) => from <= moment && moment < to),
						).length;
						expect(open).toBe(replicasAt(schedule.value, moment));
					}
					const total = workload.windows.flat().reduce((sum, [from, to]) => sum + (to - from), 0);
					expect(total).toBe(replicaSeconds(schedule.value, horizon));
				},
			),
		);
	});

	test('windows of one replica never touch', () => {
		fc.assert(
			fc.property(scheduleText, fc.integer({min: 1, max: 3 * WEEK}), (text, horizon) => {
				const workload = readSchedule(text, horizon);
				if (workload.kind !== 'service') return;
				for (const windows of workload.windows)
					for (const [index, [from, to]] of windows.entries()) {
						expect(from).toBeLessThan(to);
						expect(from).toBeGreaterThan(windows[index - 1]?.[1] ?? -1);
					}
			}),
		);
	});
});

describe('the starts of batch runs', () => {
	const startsOf = (workload: {cron?: string; runsPerDay?: string}, horizon: string) => {
		const {request} = readInput({horizon, workload: {...workload, work: '1h'}});
		const model = modelWorkload(request, seconds(60));
		return model.kind === 'batch' ? model.starts : [];
	};

	test('cron', () => {
		fc.assert(
			fc.property(cronText, fc.integer({min: 1, max: 400 * 86_400}), (text, horizon) => {
				const cron = parseCron(text);
				if (!cron.ok) throw new Error(text);
				const times = firingTimes(cron.value, horizon);
				expect(times.length).toBe(firingsBefore(cron.value, horizon));
				for (const [index, time] of times.entries()) {
					expect(firingsBefore(cron.value, time)).toBe(index);
					expect(firingsBefore(cron.value, time + 1)).toBe(index + 1);
				}
			}),
			{numRuns: 20},
		);
	});

	test('so many a day, evenly', () => {
		expect(startsOf({runsPerDay: '4'}, '1d')).toEqual([0, 21_600, 43_200, 64_800]);
		expect(startsOf({runsPerDay: '0.5'}, '5d')).toEqual([0, 172_800, 345_600]);
		expect(startsOf({runsPerDay: '7'}, '1d')).toEqual(
			[0, 1, 2, 3, 4, 5, 6].map(index => Math.floor((index * 86_400) / 7)),
		);
	});

	test('once', () => {
		expect(startsOf({}, '1d')).toEqual([0]);
	});
});
