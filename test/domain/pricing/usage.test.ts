import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {meanReplicas, usageOf} from '../../../source/domain/pricing/usage.ts';
import {seconds} from '../../../source/domain/units/duration.ts';
import {fraction, multiply} from '../../../source/domain/units/fraction.ts';
import {requestOfInput} from '../../helpers/domain-fixtures.ts';

const HOUR = 3600;
const MONTH = 730 * HOUR;

const usage = (workload: PlanInput['workload'], horizon = '30d') => {
	const request = requestOfInput({horizon, ...(workload && {workload})});
	return usageOf(request, request.workload.pull ?? seconds(60));
};

const hours = (count: number) => fraction(Math.round(count * HOUR));

describe('a service that is always on', () => {
	it('runs all its pods for 730 hours a month and the whole horizon', () => {
		expect(usage({replicas: 3})).toEqual({
			peakReplicas: 3,
			perMonth: hours(3 * 730),
			horizon: hours(3 * 720),
			once: false,
		});
		expect(usage({}, '90m').horizon).toEqual(fraction(5400));
		expect(meanReplicas(usage({replicas: 3}))).toEqual(fraction(3));
	});

	it('may have no pod', () => {
		expect(usage({replicas: 0})).toMatchObject({peakReplicas: 0, perMonth: fraction(0)});
	});
});

describe('a service with a schedule', () => {
	const OFFICE = 'Mon-Fri 09:00-18:00=10; *=2';

	/** Hour by hour from Monday 00:00; the windows of the test lie on whole hours. */
	const replicasAt = (hour: number): number => {
		const [day, time] = [Math.floor(hour / 24) % 7, hour % 24];
		return day < 5 && time >= 9 && time < 18 ? 10 : 2;
	};
	const replicaHours = (count: number): number =>
		Array.from({length: count}, (_, hour) => replicasAt(hour)).reduce((a, b) => a + b, 0);

	it('runs 696 replica-hours a week', () => {
		expect(replicaHours(168)).toBe(696);
		expect(usage({schedule: OFFICE}, '7d').horizon).toEqual(hours(696));
	});

	it('runs the share of its week in a month', () => {
		const {perMonth, peakReplicas, once} = usage({schedule: OFFICE});
		expect(perMonth).toEqual(fraction(696 * MONTH, 168));
		expect([peakReplicas, once]).toEqual([10, false]);
		expect(meanReplicas(usage({schedule: OFFICE}))).toEqual(fraction(696, 168));
	});

	it('runs the hours of its horizon, which starts on a Monday', () => {
		// Four weeks, a Monday and a Tuesday.
		expect(replicaHours(720)).toBe(4 * 696 + 2 * 120);
		expect(usage({schedule: OFFICE}, '30d').horizon).toEqual(hours(3024));
		fc.assert(
			fc.property(fc.integer({min: 1, max: 2000}), count => {
				expect(usage({schedule: OFFICE}, `${count}h`).horizon).toEqual(hours(replicaHours(count)));
			}),
		);
	});
});

describe('batch work', () => {
	it('runs once, start-up included', () => {
		expect(usage({kind: 'job', replicas: 3, work: '10h', pull: '60s'})).toEqual({
			peakReplicas: 3,
			perMonth: fraction(3 * (10 * HOUR + 60)),
			horizon: fraction(3 * (10 * HOUR + 60)),
			once: true,
		});
	});

	it('starts up in 60 seconds unless told otherwise', () => {
		expect(usage({work: '1h'}).perMonth).toEqual(fraction(HOUR + 60));
		expect(usage({work: '1h', pull: '0s'}).perMonth).toEqual(fraction(HOUR));
	});

	it('that runs once ends with the horizon', () => {
		const once = usage({replicas: 2, work: '10h', pull: '0s'}, '4h');
		expect(once.horizon).toEqual(hours(2 * 4));
		expect(once.perMonth).toEqual(hours(2 * 10));
	});

	it('runs as often a day as it is told', () => {
		const run = 2 * (HOUR + 60);
		const often = usage({replicas: 2, work: '1h', runsPerDay: '4'});
		expect(often.perMonth).toEqual(multiply(fraction(run * 4), fraction(730, 24)));
		expect(often.horizon).toEqual(fraction(run * 4 * 30));
		expect(often.once).toBe(false);
		const seldom = usage({work: '1h', pull: '0s', runsPerDay: '0.5'}, '36h');
		expect(seldom.horizon).toEqual(hours(0.75));
	});

	it('runs when its cron fires', () => {
		const nightly = usage({kind: 'cronjob', cron: '0 2 * * *', work: '40m', pull: '0s'});
		expect(nightly.horizon).toEqual(fraction(30 * 2400));
		expect(nightly.perMonth).toEqual(multiply(fraction(2400), fraction(730, 24)));
		// The horizon starts on a Monday: four Sundays in thirty days, 52 of them in 365 days.
		const weekly = usage({kind: 'cronjob', cron: '0 0 * * 0', work: '1h', pull: '0s'});
		expect(weekly.horizon).toEqual(hours(4));
		expect(weekly.perMonth).toEqual(multiply(fraction(52 * HOUR, 365), fraction(730, 24)));
		expect(usage({kind: 'cronjob', cron: '0 2 * * *', work: '1h'}, '2h').horizon).toEqual(
			fraction(0),
		);
	});

	it('runs twice as long in all with twice the pods', () => {
		const anyWork = fc.record({
			work: fc.constantFrom('12m', '3h', '90s'),
			pull: fc.constantFrom('0s', '45s', '2m'),
			rhythm: fc.constantFrom({}, {runsPerDay: '200'}, {runsPerDay: '0.1'}, {cron: '*/7 * * * *'}),
		});
		fc.assert(
			fc.property(anyWork, fc.nat(50), ({work, pull, rhythm}, replicas) => {
				const single = usage({work, pull, ...rhythm, replicas: 1});
				const many = usage({work, pull, ...rhythm, replicas});
				expect(many.perMonth).toEqual(multiply(single.perMonth, fraction(replicas)));
				expect(many.horizon).toEqual(multiply(single.horizon, fraction(replicas)));
			}),
		);
	});
});

describe('batch runs that overlap', () => {
	it('have their pods at the same time', () => {
		// An hour and a minute of start-up, every 10 minutes: 7 runs of 50 pods.
		const cron = usage({kind: 'cronjob', cron: '*/10 * * * *', work: '1h', replicas: 50});
		expect(cron.peakReplicas).toBe(350);
		// 50 pods × 144 runs × 3,660 s ÷ 86,400 s = 305 on average, below the peak.
		expect(meanReplicas(cron)).toEqual(fraction(305));
		expect(usage({work: '1h', runsPerDay: '10000'}).peakReplicas).toBe(424);
	});

	it('have no more than one run while each ends before the next', () => {
		expect(usage({cron: '0 * * * *', work: '59m', replicas: 5}).peakReplicas).toBe(5);
		expect(usage({work: '59m', runsPerDay: '24', replicas: 5}).peakReplicas).toBe(5);
		expect(usage({work: '100h', replicas: 5}).peakReplicas).toBe(5);
	});
});
