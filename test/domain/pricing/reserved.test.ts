import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import type {PlanRequest} from '../../../source/domain/input/plan-request.ts';
import {type Demand, demandOf} from '../../../source/domain/pricing/hourly-demand.ts';
import {
	cheapestCover,
	coveredCost,
	mostCovered,
	paidSeconds,
	usedHours,
} from '../../../source/domain/pricing/reserved.ts';
import {subscriptionRange} from '../../../source/domain/pricing/reserved-price.ts';
import {usageOf} from '../../../source/domain/pricing/usage.ts';
import {seconds} from '../../../source/domain/units/duration.ts';
import {
	add,
	compare,
	decimal,
	divide,
	fraction,
	multiply,
	one,
	subtract,
	sum,
	toDecimal,
	zero,
} from '../../../source/domain/units/fraction.ts';
import {hourlyRate, scaleRate} from '../../../source/domain/units/money.ts';
import {amountOf, requestOfInput} from '../../helpers/domain-fixtures.ts';

const UNIT = hourlyRate('CNY', one);

const demandOfRequest = ({workload}: PlanRequest): Demand =>
	demandOf(workload.load, workload.pull ?? seconds(60));

const demandFor = (workload: NonNullable<PlanInput['workload']>): Demand =>
	demandOfRequest(requestOfInput({workload}));

/** `podSeconds × hours` of each level. */
const levelsOf = ({levels}: Demand): readonly string[] =>
	levels.map(({podSeconds, hours}) => `${podSeconds} × ${hours}`);

/** Facts/simulation §4-I: ten pods for 45 hours of a week, two for the other 123. */
const WEEK: Demand = {
	levels: [
		{podSeconds: 36_000n, hours: 45n},
		{podSeconds: 7200n, hours: 123n},
	],
	scale: one,
	months: one,
};
const HALF_A_WEEK = fraction(84);

describe('reserved instances in a week of ten and two pods', () => {
	it.each([
		[0, '696'],
		[2, '528'],
		[5, '645'],
		[10, '840'],
	])('costs for %i of ten at half of on demand %s units', (covered, units) => {
		const cost = coveredCost(WEEK, {rate: UNIT, hours: HALF_A_WEEK}, covered);
		expect(amountOf(cost)).toBe(units);
	});

	it('covers two, because a third would be used in 27 % of the hours', () => {
		expect(cheapestCover(WEEK, HALF_A_WEEK)).toBe(2);
		const share = (nth: number) => divide(usedHours(WEEK, nth), fraction(168));
		expect(toDecimal(share(3), 6)).toBe('0.267857');
		expect(toDecimal(share(2), 6)).toBe('1');
	});

	it('is the same as a schedule, by the month', () => {
		const demand = demandFor({schedule: 'Mon-Fri 09:00-18:00=10; *=2'});
		expect(levelsOf(demand)).toEqual(['7200 × 123', '36000 × 45']);
		expect(cheapestCover(demand, fraction(365))).toBe(2);
		const month = coveredCost(demand, {rate: UNIT, hours: fraction(365)}, 2);
		expect(month.amount).toEqual(multiply(fraction(528), fraction(730, 168)));
	});

	it('covers all where an instance costs less than 45 hours, and none above the whole week', () => {
		expect(cheapestCover(WEEK, fraction(44))).toBe(10);
		expect(cheapestCover(WEEK, fraction(45))).toBe(2);
		expect(cheapestCover(WEEK, fraction(168))).toBe(0);
	});
});

describe('demand by the clock hour', () => {
	it('is the same in all hours for a constant load', () => {
		const demand = demandFor({replicas: 3});
		expect(levelsOf(demand)).toEqual(['10800 × 1']);
		expect(demand.scale).toEqual(fraction(730));
	});

	it('adds up within an hour: half an hour of four pods is two instances', () => {
		const demand = demandFor({schedule: '09:30-10:00=4'});
		expect(levelsOf(demand)).toEqual(['0 × 161', '7200 × 7']);
		expect(mostCovered(demand)).toBe(2);
	});

	it('follows cron: half an hour of pull and work in each of two hours a day', () => {
		const demand = demandFor({kind: 'cronjob', cron: '45 2 * * *', work: '29m', replicas: 10});
		expect(levelsOf(demand)).toEqual(['0 × 22', '9000 × 2']);
	});

	it('follows cron through the year', () => {
		const demand = demandFor({kind: 'cronjob', cron: '0 0 1 * *', work: '2h', pull: '0s'});
		expect(levelsOf(demand)).toEqual(['0 × 8736', '3600 × 24']);
		expect(demand.scale).toEqual(fraction(730, 8760));
	});

	it('counts runs that overlap the next ones, also over many cycles', () => {
		const daily = demandFor({kind: 'cronjob', cron: '0 0 * * *', work: '60h', pull: '0s'});
		expect(levelsOf(daily)).toEqual(['7200 × 12', '10800 × 12']);
		const yearly = demandFor({kind: 'cronjob', cron: '@yearly', work: '800d', pull: '0s'});
		expect(levelsOf(yearly)).toEqual(['7200 × 7080', '10800 × 1680']);
	});

	it('spreads runs evenly over the day', () => {
		const even = {kind: 'job', runsPerDay: '4', pull: '0s', work: '90m'} as const;
		expect(levelsOf(demandFor(even))).toEqual(['0 × 16', '1800 × 4', '3600 × 4']);
		const hourly = demandFor({...even, runsPerDay: '48'});
		expect(levelsOf(hourly)).toEqual(['10800 × 1']);
		const seldom = demandFor({...even, runsPerDay: '0.5'});
		expect(levelsOf(seldom)).toEqual(['0 × 46', '1800 × 1', '3600 × 1']);
	});

	it('takes a run without a rhythm once, and pays instances for each month that it lasts', () => {
		const demand = demandFor({kind: 'job', work: '2h', pull: '15m', replicas: 2});
		expect(levelsOf(demand)).toEqual(['1800 × 1', '7200 × 2']);
		expect(demand.months).toEqual(one);
		expect(demandFor({kind: 'job', work: '31d'}).months).toEqual(fraction(2));
	});
});

it('knows subscriptions of 460 to 570 hours', () => {
	expect(subscriptionRange()).toEqual({lowest: '460', highest: '570'});
});

const anyRunsPerDay = fc.oneof(
	fc.integer({min: 1, max: 300}).map(String),
	fc.integer({min: 1, max: 9999}).map(count => String(count / 1000)),
	fc.constantFrom('0.33333', '1234.56789', '0.000123', '99999999.5', `1${'0'.repeat(40)}`),
);
const anyCron = fc
	.tuple(
		fc.constantFrom('0', '30', '*/7', '5,59', '*'),
		fc.constantFrom('*', '2', '22-23', '*/5'),
		fc.constantFrom('*', '1', '31', '*/9'),
		fc.constantFrom('*', '2', '1-6'),
		fc.constantFrom('*', '1-5', '0'),
	)
	.map(fields => fields.join(' '));
const anySchedule = fc
	.array(
		fc
			.tuple(
				fc.constantFrom('Mon-Fri', '*', 'Sat,Sun', 'Sun-Wed'),
				fc.integer({min: 0, max: 1439}),
				fc.integer({min: 0, max: 1439}),
				fc.integer({min: 0, max: 12}),
			)
			.filter(([, from, to]) => from !== to)
			.map(([days, from, to, replicas]) => {
				const time = (minute: number) =>
					[Math.floor(minute / 60), minute % 60]
						.map(part => String(part).padStart(2, '0'))
						.join(':');
				return `${days} ${time(from)}-${time(to)}=${replicas}`;
			}),
		{minLength: 1, maxLength: 4},
	)
	.map(windows => windows.join('; '));
const anyMinutes = fc.integer({min: 1, max: 5000}).map(minutes => `${minutes}m`);

const anyWorkload: fc.Arbitrary<NonNullable<PlanInput['workload']>> = fc.oneof(
	fc.record({replicas: fc.nat(12)}),
	fc.record({schedule: anySchedule}),
	fc.record({
		kind: fc.constant('cronjob' as const),
		cron: anyCron,
		work: anyMinutes,
		replicas: fc.nat(5),
	}),
	fc.record({
		kind: fc.constant('job' as const),
		runsPerDay: anyRunsPerDay,
		work: anyMinutes,
		replicas: fc.nat(5),
	}),
	fc.record({kind: fc.constant('job' as const), work: anyMinutes, replicas: fc.nat(5)}),
);
/** Levels of any kind, within a peak that a brute force can walk through. */
const anyDemand: fc.Arbitrary<Demand> = fc.record({
	levels: fc.array(
		fc.record({
			podSeconds: fc.bigInt({min: 0n, max: 90_000n}),
			hours: fc.bigInt({min: 0n, max: 300n}),
		}),
		{maxLength: 6},
	),
	scale: fc
		.tuple(fc.integer({min: 1, max: 900}), fc.integer({min: 1, max: 900}))
		.map(parts => fraction(...parts)),
	months: fc.constant(one),
});
const anyHours = fc.integer({min: 1, max: 73_000}).map(hundredths => fraction(hundredths, 100));
const anyRate = fc
	.integer({min: 0, max: 10_000})
	.map(count => hourlyRate('CNY', fraction(count, 1000)));

describe('laws of demand', () => {
	it('asks for as much time as is billed', () => {
		fc.assert(
			fc.property(anyWorkload, workload => {
				const request = requestOfInput({workload});
				const {perMonth} = usageOf(request, request.workload.pull ?? seconds(60));
				expect(paidSeconds(demandOfRequest(request), 0)).toEqual(perMonth);
			}),
		);
	});

	it('has every hour of a month, or fewer where some ask for nothing', () => {
		fc.assert(
			fc.property(anyWorkload, workload => {
				const {levels, scale, months} = demandFor(workload);
				const hours = multiply(scale, sum(levels.map(level => fraction(level.hours))));
				expect(compare(hours, multiply(months, fraction(730)))).toBeLessThanOrEqual(0);
				for (const {podSeconds} of levels) expect(podSeconds >= 0n).toBe(true);
			}),
		);
	});

	it('is what counting second by second gives', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 30}),
				fc.integer({min: 1, max: 3000}),
				(runs, minutes) => {
					const seconds = minutes * 60;
					const byHour = Array.from({length: 24}, (_, hour) => {
						let busy = 0;
						for (let run = 0; run < runs; run++)
							for (let cycle = -3; cycle <= 0; cycle++) {
								const start = Math.floor((run * 86_400) / runs) + cycle * 86_400;
								const end = Math.min(start + seconds, (hour + 1) * 3600);
								busy += Math.max(0, end - Math.max(start, hour * 3600));
							}
						return busy;
					});
					const demand = demandFor({
						kind: 'job',
						runsPerDay: String(runs),
						work: `${minutes}m`,
						pull: '0s',
					});
					const most = Math.max(...byHour);
					for (let covered = 0; covered * 3600 < most; covered++) {
						const paid = byHour.reduce(
							(total, busy) => total + Math.max(0, busy - covered * 3600),
							0,
						);
						expect(paidSeconds(demand, covered)).toEqual(
							multiply(fraction(paid), fraction(730, 24)),
						);
					}
				},
			),
		);
	});
});

describe('laws of covering', () => {
	it('costs as much as on demand with none', () => {
		fc.assert(
			fc.property(anyDemand, anyHours, anyRate, (demand, hours, rate) => {
				const total = sum(demand.levels.map(level => fraction(level.podSeconds * level.hours)));
				expect(coveredCost(demand, {rate, hours}, 0).amount).toEqual(
					multiply(rate.perSecond, multiply(total, demand.scale)),
				);
			}),
		);
	});

	it('costs never less than nothing, and at least its instances', () => {
		fc.assert(
			fc.property(anyDemand, anyHours, anyRate, fc.nat(40), (demand, hours, rate, covered) => {
				const {amount} = coveredCost(demand, {rate, hours}, covered);
				const instances = multiply(rate.perSecond, multiply(hours, fraction(covered * 3600)));
				expect(compare(amount, zero)).toBeGreaterThanOrEqual(0);
				expect(compare(amount, instances)).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it('is convex: each instance spares no more than the one before', () => {
		fc.assert(
			fc.property(anyDemand, anyHours, anyRate, (demand, hours, rate) => {
				const cost = (covered: number) => coveredCost(demand, {rate, hours}, covered).amount;
				for (let covered = 1; covered <= mostCovered(demand) + 1; covered++) {
					const before = subtract(cost(covered), cost(covered - 1));
					const after = subtract(cost(covered + 1), cost(covered));
					expect(compare(after, before)).toBeGreaterThanOrEqual(0);
				}
			}),
		);
	});

	it('finds the cheapest number, as trying them all does', () => {
		fc.assert(
			fc.property(anyDemand, anyHours, (demand, hours) => {
				const cost = (covered: number) => coveredCost(demand, {rate: UNIT, hours}, covered).amount;
				let best = 0;
				for (let covered = 1; covered <= mostCovered(demand) + 2; covered++)
					if (compare(cost(covered), cost(best)) < 0) best = covered;
				expect(cheapestCover(demand, hours)).toBe(best);
			}),
			{numRuns: 500},
		);
	});

	it('finds the same number by the share of hours that ask for it', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.integer({min: 0, max: 20}), fc.integer({min: 1, max: 99})), {
					minLength: 1,
					maxLength: 6,
				}),
				fc.integer({min: 1, max: 100}),
				(parts, percent) => {
					const total = parts.reduce((hours, part) => hours + part[1], 0);
					const demand: Demand = {
						levels: parts.map(([pods, hours]) => ({
							podSeconds: BigInt(pods * 3600),
							hours: BigInt(hours),
						})),
						scale: one,
						months: one,
					};
					const atLeast = (pods: number) =>
						parts.reduce((hours, part) => (part[0] >= pods ? hours + part[1] : hours), 0);
					let newsvendor = 0;
					while (100 * atLeast(newsvendor + 1) > percent * total) newsvendor++;
					expect(cheapestCover(demand, fraction(percent * total, 100))).toBe(newsvendor);
				},
			),
		);
	});

	it('scales with the rate', () => {
		fc.assert(
			fc.property(anyDemand, anyHours, anyRate, fc.nat(30), (demand, hours, rate, covered) => {
				const factor = decimal('2.5');
				expect(coveredCost(demand, {rate: scaleRate(rate, factor), hours}, covered).amount).toEqual(
					multiply(coveredCost(demand, {rate, hours}, covered).amount, factor),
				);
			}),
		);
	});

	it('adds one instance price beyond the peak', () => {
		fc.assert(
			fc.property(anyDemand, anyHours, anyRate, (demand, hours, rate) => {
				const most = mostCovered(demand);
				const cost = (covered: number) => coveredCost(demand, {rate, hours}, covered).amount;
				const instance = multiply(rate.perSecond, multiply(hours, fraction(3600)));
				expect(cost(most + 1)).toEqual(add(cost(most), instance));
			}),
		);
	});
});
