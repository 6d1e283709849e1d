import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {type PlanInput, planInputShape} from '../../source/domain/input/plan-input.ts';
import {manifestsOf} from '../../source/domain/manifest/manifest.ts';
import {check} from '../../source/domain/schema/check.ts';
import {decimal, toNumber} from '../../source/domain/units/fraction.ts';
import {exactAmount, perMonth} from '../../source/domain/units/money.ts';
import {anyRuleset, someContainers} from '../helpers/arbitraries.ts';
import {
	amountOf,
	BASE_REGIONS,
	BOOK,
	factsOf,
	hourOf,
	planned,
	planOf,
	REGIONAL_REGIONS,
	rulesOf,
	shippedBook,
	summaryOf,
	TODAY,
	USD_BOOK,
} from '../helpers/domain-fixtures.ts';

const HANGZHOU = await shippedBook('cn-hangzhou');
const FRANKFURT = await shippedBook('eu-central-1');

const one = (cpu: string, memory: string): PlanInput => ({containers: [{cpu, memory}]});

describe('a plan', () => {
	it('bills 2 vCPU, 3 GiB as 2-4Gi at ¥0.441072 an hour', () => {
		const {sizing} = planOf(one('2', '3Gi'), HANGZHOU);
		expect(sizing.billed?.spec).toBe('2-4Gi');
		expect(sizing.billed?.rate).toEqual({currency: 'CNY', perSecond: decimal('0.00012252')});
		expect(hourOf(sizing.billed?.rate)).toBe('0.441072');
		expect(sizing.billed?.rate && exactAmount(perMonth(sizing.billed.rate))).toBe('321.98256');
	});

	it('bills 7 vCPU, 13 GiB by region today and advises under 2020', () => {
		const today: PlanInput = {...one('7', '13Gi'), ruleset: 'current'};
		expect(planOf(today, HANGZHOU).sizing.billed?.spec).toBe('8-14Gi');
		const there = planOf({...today, region: 'eu-central-1'}, FRANKFURT);
		expect(there.sizing.billed?.spec).toBe('8-16Gi');
		const then = planOf(one('7', '13Gi'), HANGZHOU);
		expect(then.sizing.billed).toBeNull();
		expect(factsOf('size-not-rounded', then.diagnostics)).toMatchObject([{suggestion: '8-16Gi'}]);
	});

	it('bills ecs.c6.xlarge at ¥0.78 an hour', () => {
		const {sizing, quote} = planOf({chain: {useSpecs: ['ecs.c6.xlarge']}}, HANGZHOU);
		expect(hourOf(sizing.billed?.rate)).toBe('0.78');
		expect(amountOf(quote.total?.perMonth)).toBe('569.4');
	});

	it('sizes one pod, and quotes all of them', () => {
		const plan = planOf({
			...one('2', '4Gi'),
			workload: {replicas: 10},
			chain: {useSpecs: ['2-4Gi']},
		});
		expect(hourOf(plan.sizing.billed?.rate)).toBe('0.441072');
		expect(amountOf(plan.quote.total?.perHour)).toBe('4.41072');
	});

	it('has the request that it was made from, and findings of input and plan in one list', () => {
		const {plan, diagnostics} = planned({
			containers: [{cpu: '1', memory: '4G'}],
			spot: {priceLimit: '0.25'},
			chain: {useSpecs: ['0.5-1Gi']},
		});
		expect(plan?.request.spot.priceLimit).toBe('0.25');
		expect(plan?.diagnostics).toBe(diagnostics);
		expect(rulesOf(diagnostics)).toEqual([
			'spot-limit-ignored',
			'quantity-decimal-unit',
			'spec-too-small',
		]);
	});

	it('is none for an input that cannot be read', () => {
		expect(planned({region: 'mars', containers: [{cpu: '-1'}]})).toMatchObject({plan: null});
	});

	it('is there, with an error, for a pod that ECI would refuse', () => {
		const {plan, diagnostics} = planned(one('200', '1Gi'));
		expect(summaryOf(diagnostics)).toEqual(['size-too-large error containers[0].cpu']);
		expect(plan).toMatchObject({
			sizing: {billed: null, alternatives: []},
			chain: {entries: [], useSpecs: ''},
			quote: {spec: null, total: null},
		});
	});

	it('is in the currency that was asked for', () => {
		const plan = planOf({...one('2', '4Gi'), currency: 'USD'}, USD_BOOK);
		expect(plan.quote.total).toMatchObject({perHour: {currency: 'USD'}});
		expect(amountOf(plan.quote.total?.perHour)).toBe('0.069264');
	});
});

describe('every plan', () => {
	const anyPlan = fc.record({
		containers: someContainers,
		ruleset: anyRuleset,
		region: fc.constantFrom('cn-hangzhou', 'eu-central-1'),
	});

	it('comes out the same a second time', () => {
		fc.assert(
			fc.property(anyPlan, input => {
				const book = input.region === 'cn-hangzhou' ? HANGZHOU : FRANKFURT;
				expect(planned(input, book)).toEqual(planned(structuredClone(input), book));
			}),
			{numRuns: 30},
		);
	});

	it('that has no error can be exported with its own chain', () => {
		fc.assert(
			fc.property(anyPlan, input => {
				const book = input.region === 'cn-hangzhou' ? HANGZHOU : FRANKFURT;
				const {plan, diagnostics} = planned(input, book);
				if (!plan || diagnostics.some(({severity}) => severity === 'error')) return;
				expect(plan.chain.useSpecs).not.toBe('');
				const {documents} = manifestsOf(plan.request, plan.chain.useSpecs);
				expect(documents[0]).toMatchObject({
					spec: {
						template: {
							metadata: {annotations: {'k8s.aliyun.com/eci-use-specs': plan.chain.useSpecs}},
						},
					},
				});
			}),
			{numRuns: 50},
		);
	});

	it('changes neither its input nor the prices', () => {
		const input: PlanInput = {containers: [{cpu: '1'}], pod: {labels: {a: 'b'}}};
		const copies = [structuredClone(input), structuredClone(BOOK)];
		planned(input);
		expect([input, BOOK]).toEqual(copies);
	});
});

describe('a shipped preset', () => {
	const folder = join(import.meta.dirname, '../../presets');

	it('is planned and exported without an error, under both rulesets', async () => {
		const files = await readdir(folder);
		expect(files.map(file => file.replace(/\.yaml$/, '')).sort()).toEqual(
			['api', 'batch', 'ci-runner', 'cron', 'gpu-inference', 'spark', 'web'].sort(),
		);
		for (const file of files) {
			const document: unknown = parse(await readFile(join(folder, file), 'utf8'));
			const {value, diagnostics} = check(planInputShape, document);
			expect([file, diagnostics]).toEqual([file, []]);
			for (const ruleset of ['2020', 'current'] as const) {
				const {plan, diagnostics: all} = planned({...value, ruleset}, HANGZHOU, TODAY);
				const errors = all.filter(({severity}) => severity === 'error');
				expect([file, ruleset, errors]).toEqual([file, ruleset, []]);
				expect(plan?.quote.total).not.toBeNull();
				expect(plan?.chain.entries).not.toEqual([]);
				if (!plan) continue;
				const exported = manifestsOf(plan.request, plan.chain.useSpecs);
				expect([file, exported.diagnostics]).toEqual([file, []]);
			}
		}
	});
});

describe('a region', () => {
	it.each([...REGIONAL_REGIONS, ...BASE_REGIONS])(
		'has a plan for a pod of 2 vCPU, 4 GiB: %s',
		async region => {
			const plan = planOf({...one('2', '4Gi'), region}, await shippedBook(region));
			expect(plan.sizing.billed?.spec).toBe('2-4Gi');
			expect(toNumber(plan.chain.odds.placed)).toBeGreaterThanOrEqual(0.999);
			expect(plan.quote.total).not.toBeNull();
			expect(plan.prices.quote.sources).not.toEqual([]);
		},
	);
});
