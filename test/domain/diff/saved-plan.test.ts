import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readSavedPlan} from '../../../source/domain/diff/saved-plan.ts';
import {anyJson, TRAPS} from '../../helpers/arbitraries.ts';
import {amountOf} from '../../helpers/domain-fixtures.ts';

const price = (perMonth: string) => ({currency: 'CNY', perMonth});

/** 2-4Gi and 2-8Gi [facts §3.1]: 730 h of 0.00012252 and of 0.00014704 a second. */
const WORKLOAD = {
	kind: 'Deployment',
	name: 'web',
	namespace: null,
	replicas: 3,
	minReplicas: 1,
	request: {vcpu: 2, memoryGiB: 4},
	billed: {spec: '2-4Gi', vcpu: 2, memoryGiB: 4},
	price: price('321.98256'),
	alternatives: [{spec: '2-8Gi', price: price('386.42112')}],
	cost: {...price('965.94768'), minPerMonth: '321.98256', spotPerMonth: null, incomplete: false},
};

const planOf = (workload: unknown) => ({
	ruleset: '2020',
	region: 'cn-hangzhou',
	totals: {currency: 'CNY'},
	workloads: [workload],
});

const read = (workload: unknown) => {
	const answer = readSavedPlan(planOf(workload));
	if (!answer.ok) throw new TypeError(answer.problem);
	const [first] = answer.value;
	if (!first) throw new TypeError('no workload');
	return first;
};

describe('a saved plan', () => {
	test('says what a workload costs', () => {
		const web = read(WORKLOAD);
		expect(web).toMatchObject({name: 'web', state: 'planned', replicas: {least: 1, most: 3}});
		expect([amountOf(web.months.most), amountOf(web.months.least), amountOf(web.pod)]).toEqual([
			'965.94768',
			'321.98256',
			'321.98256',
		]);
	});

	test('knows the price of every size from those of two', () => {
		const {podOf} = read(WORKLOAD);
		expect(amountOf(podOf('2-8Gi'))).toBe('386.42112');
		// Twice the price of 2-4Gi.
		expect(amountOf(podOf('4-8Gi'))).toBe('643.96512');
		expect(podOf('ecs.c6.large')).toBeNull();
	});

	test('says nothing of sizes where its prices follow no two unit prices', () => {
		const alternatives = [...WORKLOAD.alternatives, {spec: '4-4Gi', price: price('1')}];
		expect(read({...WORKLOAD, alternatives}).podOf('4-8Gi')).toBeNull();
		expect(read({...WORKLOAD, alternatives: []}).podOf('4-8Gi')).toBeNull();
	});

	test('without a whole price has no months', () => {
		expect(read({...WORKLOAD, cost: null}).months.most).toBeNull();
		expect(read({...WORKLOAD, cost: {...WORKLOAD.cost, incomplete: true}}).months.most).toBeNull();
	});

	test('of what runs elsewhere costs nothing', () => {
		expect(amountOf(read({...WORKLOAD, state: 'elsewhere', cost: null}).months.most)).toBe('0');
		expect(read({...WORKLOAD, state: 'invalid', cost: null}).months.most).toBeNull();
	});
});

test('anything else is a problem, and no fall', () => {
	fc.assert(
		fc.property(anyJson, fc.constantFrom(...Object.keys(WORKLOAD), ...TRAPS), (value, field) => {
			for (const document of [value, planOf(value), planOf({...WORKLOAD, [field]: value})])
				expect(typeof readSavedPlan(document).ok).toBe('boolean');
		}),
	);
});
