import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compareSides, type WorkloadDiff} from '../../../source/domain/diff/compare.ts';
import {type Estimate, estimateOf} from '../../../source/domain/diff/estimate.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {planFrom} from '../../../source/domain/plan.ts';
import {fraction, sum, zero} from '../../../source/domain/units/fraction.ts';
import {
	type Currency,
	exactAmount,
	type Money,
	money,
	sumMoney,
} from '../../../source/domain/units/money.ts';
import {amountOf, BOOK, REGIONS, TIME_ZONES, TODAY} from '../../helpers/domain-fixtures.ts';

type Wanted = {
	readonly name?: string;
	readonly cpu?: string;
	readonly memory?: string;
	readonly replicas?: number;
	readonly least?: number;
	readonly useSpecs?: readonly string[] | null;
	readonly discount?: string;
	readonly schedule?: string | null;
	/** As a saved plan tells it, without the input. */
	readonly isSaved?: boolean;
};

const inputOf = ({cpu, memory, replicas, useSpecs, discount, schedule}: Wanted): PlanInput => ({
	region: 'cn-hangzhou',
	containers: [{name: 'app', cpu: cpu ?? '2', memory: memory ?? '4Gi'}],
	workload: schedule ? {schedule} : {replicas: replicas ?? 1},
	...(useSpecs && {chain: {useSpecs}}),
	...(discount !== undefined && {pricing: {discount}}),
});

const estimate = (wanted: Wanted = {}): Estimate => {
	const input = inputOf(wanted);
	const knowledge = {regions: REGIONS, timeZones: TIME_ZONES, book: BOOK, today: TODAY};
	const {plan, diagnostics} = planFrom(input, knowledge, 'as-it-is');
	if (!plan) throw new TypeError(JSON.stringify(diagnostics));
	const most = plan.quote.usage.peakReplicas;
	const identity = {kind: 'Deployment', name: wanted.name ?? 'web', namespace: ''};
	const replicas = {least: Math.min(wanted.least ?? most, most), most};
	const replay = {input, knowledge, search: 'as-it-is' as const};
	const made = estimateOf(identity, plan, replicas, replay, false);
	return wanted.isSaved ? {...made, replay: null, podOf: () => null} : made;
};

const diff = (old: readonly Estimate[], next: readonly Estimate[]) =>
	compareSides(old, next, 'CNY');

const one = (old: Estimate, next: Estimate): WorkloadDiff => {
	const [only] = diff([old], [next]).workloads;
	if (!only) throw new TypeError('no workload');
	return only;
};

const sharesOf = ({changes}: WorkloadDiff) =>
	changes.map(({factors, difference}) => [factors.join('+'), amountOf(difference)]);

/** 2-4Gi costs ¥0.00012252 a second [facts §3.1], so 321.98256 a month of 730 hours. */
describe('a workload that changed', () => {
	test('has the share of each cause, one after the other', () => {
		const changed = one(estimate({replicas: 3}), estimate({cpu: '4', memory: '8Gi', replicas: 5}));
		// The size doubles for the three pods; the two others come at twice the price.
		expect(sharesOf(changed)).toEqual([
			['request', '965.94768'],
			['replicas', '1287.93024'],
		]);
		expect(amountOf(changed.difference.most)).toBe('2253.87792');
		// 5 × 2 is ten thirds of 3.
		expect(changed.share).toEqual(fraction(7, 3));
	});

	test('tells prices apart from what is bought', () => {
		const changed = one(
			estimate({replicas: 2}),
			estimate({replicas: 2, cpu: '4', memory: '8Gi', discount: '10%', useSpecs: ['2-4Gi']}),
		);
		// A tenth off both pods; a chain that names the old size takes the larger request back.
		expect(sharesOf(changed)).toEqual([
			['price', '-64.396512'],
			['request', '579.568608'],
			['chain', '-579.568608'],
		]);
	});

	test('says that a schedule leaves hours out', () => {
		const changed = one(estimate(), estimate({schedule: 'Mon-Fri 00:00-24:00=1; *=0'}));
		// 5 of 7 days.
		expect(amountOf(changed.difference.most)).toBe('-91.995017142857');
		expect(changed.changes.flatMap(({factors}) => factors)).toEqual(['hours']);
	});

	test('in the fewest pods alone costs nothing more with the most', () => {
		const changed = one(estimate({replicas: 4, least: 1}), estimate({replicas: 4, least: 2}));
		expect(changed.status).toBe('changed');
		expect(sharesOf(changed)).toEqual([['replicas', '0']]);
		expect(amountOf(changed.difference.least)).toBe('321.98256');
	});
});

describe('a saved plan', () => {
	test('tells apart what it can', () => {
		const old = estimate({replicas: 3, isSaved: true});
		expect(sharesOf(one(old, estimate({cpu: '4', memory: '8Gi', replicas: 5})))).toEqual([
			['request', '965.94768'],
			['replicas', '1287.93024'],
		]);
	});

	test('leaves causes together that it can not tell apart', () => {
		const old = estimate({isSaved: true});
		const next = estimate({cpu: '4', memory: '8Gi', useSpecs: ['8-16Gi'], isSaved: true});
		expect(sharesOf(one(old, next))).toEqual([['price+request+chain', '965.94768']]);
	});

	test('with other prices of the same size is dearer by them', () => {
		const old = estimate({replicas: 2, discount: '10%', isSaved: true});
		expect(sharesOf(one(old, estimate({replicas: 2, isSaved: true})))).toEqual([
			['price', '64.396512'],
		]);
	});
});

test('an old cost of nothing has no percentage', () => {
	const {share, status} = one(estimate({replicas: 0}), estimate());
	expect({share, status}).toEqual({share: null, status: 'changed'});
	expect(diff([], [estimate()]).totals.share).toBeNull();
});

test('what is renamed is removed and added', () => {
	const {workloads, totals} = diff([estimate({name: 'a'})], [estimate({name: 'b'})]);
	expect(workloads.map(({name, status}) => [name, status])).toEqual([
		['b', 'added'],
		['a', 'removed'],
	]);
	expect(amountOf(totals.difference.most)).toBe('0');
});

test('a price that is missing is no 0, and the total leaves the workload out', () => {
	const unknown = {...estimate(), months: {least: null, most: null, spot: null}};
	const {workloads, totals} = diff(
		[unknown, estimate({name: 'b'})],
		[estimate(), estimate({name: 'b', replicas: 2})],
	);
	expect(workloads.map(({name, difference}) => [name, amountOf(difference.most)])).toEqual([
		['b', '321.98256'],
		['web', null],
	]);
	expect(totals).toMatchObject({unknown: 1, unknownChanged: 1, share: fraction(1)});
	expect(amountOf(totals.old.most)).toBe('321.98256');
});

test('the default namespace need not be said', () => {
	const {workloads} = diff([{...estimate(), namespace: 'default'}], [estimate()]);
	expect(workloads.map(({status}) => status)).toEqual(['unchanged']);
});

const anyEstimate = fc
	.record({
		name: fc.constantFrom('a', 'b', 'c'),
		cpu: fc.constantFrom('1', '2', '4', '500m'),
		memory: fc.constantFrom('1Gi', '3Gi', '4Gi', '16Gi'),
		replicas: fc.nat(4),
		least: fc.nat(4),
		useSpecs: fc.constantFrom(null, ['2-4Gi'], ['ecs.c6.large'], ['ecs.g6.large', '4-8Gi']),
		discount: fc.constantFrom('0%', '7%'),
		schedule: fc.constantFrom(null, null, '08:00-20:00=3; *=1'),
		isSaved: fc.boolean(),
	})
	.map(estimate);
const anySide = fc.array(anyEstimate, {maxLength: 4});

const amounts = (list: readonly (Money | null)[]): readonly Money[] =>
	list.flatMap(amount => amount ?? []);

const RUNS = {numRuns: 60};

describe('always', () => {
	test('a side compared with itself is no difference', () => {
		fc.assert(
			fc.property(anySide, side => {
				const {workloads, totals} = diff(side, side);
				expect(workloads.every(({status}) => status === 'unchanged')).toBe(true);
				expect(totals.difference.most).toEqual(money('CNY', zero));
			}),
			RUNS,
		);
	});

	test('the other way round is the opposite', () => {
		fc.assert(
			fc.property(anySide, anySide, (old, next) => {
				const [there, back] = [diff(old, next), diff(next, old)];
				for (const end of ['least', 'most'] as const)
					expect(
						sum([there.totals.difference[end].amount, back.totals.difference[end].amount]),
					).toEqual(zero);
			}),
			RUNS,
		);
	});

	test('shares add up to the difference, and differences to the total', () => {
		fc.assert(
			fc.property(anySide, anySide, (old, next) => {
				const {workloads, totals} = diff(old, next);
				for (const {difference, changes, old: before, next: after} of workloads)
					if (before && after && difference.most)
						expect(
							exactAmount(
								sumMoney<Currency>('CNY', amounts(changes.map(change => change.difference))),
							),
						).toBe(exactAmount(difference.most));
				const all = amounts(workloads.map(({difference}) => difference.most));
				expect(sumMoney<Currency>('CNY', all)).toEqual(totals.difference.most);
			}),
			RUNS,
		);
	});

	test('the largest increase comes first, whatever order the sides have', () => {
		fc.assert(
			fc.property(fc.uniqueArray(anyEstimate, {selector: ({name}) => name}), side => {
				const order = (list: readonly Estimate[]) =>
					diff([], list).workloads.map(({name, difference}) => [name, amountOf(difference.most)]);
				const listed = order(side);
				expect(order(side.toReversed())).toEqual(listed);
				const costs = listed.map(([, amount]) => Number(amount));
				expect(costs).toEqual(costs.toSorted((a, b) => b - a));
			}),
			RUNS,
		);
	});
});
