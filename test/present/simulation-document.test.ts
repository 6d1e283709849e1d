import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {OTHER_CHARGES} from '../../source/domain/pricing/other-charges.ts';
import {report} from '../../source/domain/rules/rules.ts';
import type {AssumptionFacts} from '../../source/domain/simulation/assumption-facts.ts';
import {
	ASSUMPTIONS,
	type Assumption,
	type Simulation,
} from '../../source/domain/simulation/simulation-result.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {SCHEMAS} from '../../source/present/schemas.ts';
import {simulationDocument} from '../../source/present/simulation-document.ts';
import {NOTHING, PRICES, SIMULATION, SPOT, STOPPED, yuan} from '../helpers/simulations.ts';

const validate = new Ajv2020({allErrors: true, strict: false}).compile(
	SCHEMAS.get('Simulation')?.() ?? false,
);

const documentOf = (simulation: Simulation, language: 'en' | 'zh-CN' = 'en') =>
	simulationDocument(simulation, PRICES, [], language);

const problemsOf = (document: unknown) => (validate(document) ? [] : validate.errors);

describe('the document of a simulation', () => {
	test('has every field of the contract', () => {
		expect(documentOf(SIMULATION)).toMatchObject({
			apiVersion: 'eci-plan/v1',
			kind: 'Simulation',
			region: 'cn-hangzhou',
			ruleset: '2020',
			currency: 'CNY',
			seed: 1,
			paths: 1000,
			pathsAsked: 1000,
			horizonHours: 720,
			market: 'normal',
			baseline: 'on-demand',
			prices: {asOf: '2024-12-30', source: 'list of the test'},
			diagnostics: [],
			drivers: [
				{strategy: 'spot', kind: 'price', share: 0.12},
				{strategy: 'spot', kind: 'interruptions', share: 0.004},
				{strategy: 'spot-fallback', kind: 'fallback', share: 0.056},
			],
		});
	});

	test('tells a strategy in exact and in estimated figures', () => {
		expect(documentOf(SIMULATION)['strategies']).toContainEqual({
			name: 'spot',
			specs: ['ecs.c6.large', '2-4Gi'],
			currency: 'CNY',
			cost: {
				mean: '646.123456789012',
				se: '1.23456789',
				p10: '598.4',
				p50: '645.25',
				p90: '731',
				p99: '790.5',
			},
			billedHours: {mean: 7150.5, se: 0.75},
			interruptions: {mean: 41.25, se: 0.2},
			placedShare: 0.9931,
			fallbackShare: 0,
			deadlineMet: null,
			hoursBySpec: {'ecs.c6.large': 6435.5, '2-4Gi': 715},
			hoursByPayment: [
				{spec: 'ecs.c6.large', payment: 'spot', hours: 6435.5},
				{spec: '2-4Gi', payment: 'spot', hours: 715},
			],
			vsBaseline: {mean: '-2529.594943210988', se: '1.23456789', percent: -79.654258},
			worstCase: '3175.7184',
			confidence: {
				p10: {low: '595.1', high: '601.2'},
				p50: {low: '643', high: '647.5'},
				p90: {low: '727.75', high: '736'},
				p99: {low: '780', high: '812.125'},
				deadlineMet: null,
			},
			priceLimit: null,
			reserved: null,
		});
	});

	test('compares the baseline with itself', () => {
		expect(documentOf(SIMULATION)['strategies']).toContainEqual(
			expect.objectContaining({name: 'on-demand', vsBaseline: {mean: '0', se: '0', percent: 0}}),
		);
	});

	test('adds the hours of a spec that is paid in two ways', () => {
		const spot = {
			...SPOT,
			hoursBySpec: [
				{spec: '2-4Gi', payment: 'spot' as const, hours: 10},
				{spec: '2-4Gi', payment: 'on-demand' as const, hours: 2.5},
			],
		};
		expect(documentOf({...SIMULATION, strategies: [spot]})['strategies']).toMatchObject([
			{hoursBySpec: {'2-4Gi': 12.5}},
		]);
	});

	test('has the course of every strategy as decimals', () => {
		const {series} = documentOf(SIMULATION);
		expect(series).toMatchObject({
			hours: [72, 144, 216, 288, 360, 432, 504, 576, 648, 720],
			spot: {p50: expect.arrayContaining(['64.525', '322.625', '645.25'])},
		});
		expect(Object.keys(series ?? {})).toEqual(['hours', 'on-demand', 'spot', 'spot-fallback']);
	});

	test('tells break-evens and advice with their figures', () => {
		expect(documentOf(SIMULATION)['breakEven']).toEqual([
			{
				kind: 'spot-ratio',
				strategy: 'spot',
				ratio: 0.9876,
				message:
					'spot: costs what on-demand does when spot is at 98.8 % of pay-as-you-go on average',
			},
			{
				kind: 'reserved-hours-per-day',
				hoursPerDay: 16.44,
				message: 'reserved: pays for a pod that runs 16.4 h a day or more',
			},
			{
				kind: 'price-limit',
				currency: 'CNY',
				perHour: '0.142',
				reason: 'service',
				message:
					'price limit: ¥0.142/h is the lowest that keeps a service running; set it with --spot-price-limit',
			},
		]);
		expect(documentOf(STOPPED, 'zh-CN')['breakEven']).toMatchObject([
			{ratio: null, message: '抢占式: 无论抢占式价格如何，费用都不会与按量付费相同'},
			{months: 8.21, message: '预留实例券: 一年期实例满载使用 8.2 个月后回本'},
			{
				seconds: 6840,
				expectedHours: 109.5761,
				message: '检查点: 每 1h54m 保存一次用时最少，预期 109.58 小时',
			},
		]);
	});

	test('has no P99 of too few paths, and says so', () => {
		const notices = [report('paths-too-few', {paths: 448, minimum: 1000})];
		const document = simulationDocument(STOPPED, PRICES, notices, 'en');
		expect(document).toMatchObject({
			paths: 448,
			pathsAsked: 1000,
			strategies: [
				{deadlineMet: 1},
				{
					cost: {p99: null},
					deadlineMet: 0.9955,
					confidence: {p99: null, deadlineMet: {low: 0.984, high: 0.9987}},
				},
				{priceLimit: {perHour: '0.142', advised: true}},
				{reserved: 3},
			],
			diagnostics: [
				{
					rule: 'paths-too-few',
					severity: 'info',
					message: "P99 isn't told: 448 paths are too few to estimate it.",
					hint: 'Use --paths 1000 or more.',
				},
			],
		});
		expect(problemsOf(document)).toEqual([]);
	});

	test('survives a baseline that costs nothing', () => {
		const document = documentOf(NOTHING);
		expect(document['strategies']).toMatchObject([
			{cost: {mean: '0'}, placedShare: 0, hoursBySpec: {}, vsBaseline: {mean: '0', percent: null}},
			{vsBaseline: {mean: '0', se: '0', percent: null}},
		]);
		expect(problemsOf(document)).toEqual([]);
	});

	test('fits its schema in both languages, with the same figures', () => {
		const withoutTexts = (document: unknown) =>
			JSON.stringify(document, (key, value: unknown) =>
				['message', 'label', 'hint'].includes(key) ? null : value,
			);
		for (const simulation of [SIMULATION, STOPPED, NOTHING]) {
			for (const language of LANGUAGES)
				expect(problemsOf(documentOf(simulation, language))).toEqual([]);
			expect(withoutTexts(documentOf(simulation, 'zh-CN'))).toBe(
				withoutTexts(documentOf(simulation)),
			);
		}
	});

	test('has a schema that notices what is missing or too much', () => {
		const document = documentOf(SIMULATION);
		const {seed: _seed, ...without} = document;
		expect(validate(without)).toBe(false);
		expect(validate({...document, more: 1})).toBe(false);
		expect(validate({...document, series: {hours: [], other: {}}})).toBe(false);
	});

	test('never has money with an exponent', () => {
		const floats = fc.double({min: 0, max: 1e15, noNaN: true});
		fc.assert(
			fc.property(floats, floats, (amount, error) => {
				const quantile = {value: amount, low: amount, high: amount};
				const cost = {...SPOT.cost, se: error, p10: quantile, p99: quantile};
				const vsBaseline = {mean: yuan('-1'), se: error, percent: -error};
				const spot = {...SPOT, cost, vsBaseline};
				const series = {
					hours: [1],
					strategies: [{name: 'spot' as const, p10: [amount], p50: [amount], p90: [amount]}],
				};
				expect(problemsOf(documentOf({...SIMULATION, strategies: [spot], series}))).toEqual([]);
			}),
		);
	});
});

const FACTS: {readonly [A in keyof AssumptionFacts]: readonly AssumptionFacts[A][]} = {
	market: [{name: 'stress'}, {name: 'my\u001b[31m.yaml'}],
	'price-law': [
		{law: 'constant'},
		{law: 'ar1', sigma: 0.05, phi: 0.97, changeProbability: 0.15, floor: 0.1, cap: 1},
	],
	'price-history': [
		{hours: 720, meanBlockHours: 24},
		{hours: 720, meanBlockHours: 0},
	],
	'history-short': [{hours: 720, horizonHours: 8760}],
	'spot-ratio': (['market', 'advice', 'quote', 'ratio', 'assumed'] as const).map(source => ({
		spec: '2-4Gi',
		ratio: 0.25,
		source,
	})),
	'interruption-rate': [{rate: 0.03, perHours: 24, meanHours: 787.94}],
	'interruption-advised': [{spec: 'ecs.c6.large', meanHours: 588}],
	'interruption-mean': (['exponential', 'weibull', 'hyperexponential'] as const).map(law => ({
		law,
		meanHours: 308,
	})),
	'interruption-none': [{}],
	stock: [
		{law: 'always'},
		{law: 'bernoulli', other: 0.9},
		{law: 'renewal', meanUpHours: 200, meanDownHours: 1},
		{law: 'trace', hours: 648, share: 0.793},
	],
	'on-demand-stock': [{law: 'always'}],
	protection: [{hours: 1}, {hours: 0}],
	checks: [
		{checkMinutes: 5, noticeMinutes: 3},
		{checkMinutes: 0, noticeMinutes: 0},
	],
	retry: [
		{retryMinutes: 5, trySeconds: 10},
		{retryMinutes: 0, trySeconds: 0},
	],
	'common-shock': [{share: 0.9}],
	zones: [
		{zones: 1, order: 'ordered'},
		{zones: 3, order: 'random'},
	],
	'start-up': (['given', 'cached', 'transfer', 'transfer-nat', 'assumed'] as const).map(basis => ({
		seconds: 60,
		basis,
	})),
	calendar: [{timeZone: 'Asia/Shanghai'}],
	'reserved-price': (['given', 'subscription', 'assumed'] as const).map(source => ({
		hoursPerMonth: 500,
		source,
	})),
	'price-limit': (['given', 'service', 'batch', 'deadline'] as const).map(reason => ({
		currency: 'CNY' as const,
		perHour: '0.142',
		reason,
	})),
	'not-priced': OTHER_CHARGES.map(charge => ({charge})),
	checkpoint: (['saves', 'too-short'] as const).map(notice => ({
		everySeconds: 3600,
		costSeconds: 60,
		restoreSeconds: 0,
		notice,
	})),
	'no-checkpoint': [{}],
	'deadline-policy': [{deadlineHours: 52.5}],
};

describe('assumptions', () => {
	const assumptions = ASSUMPTIONS.flatMap(id =>
		FACTS[id].map(facts => ({id, facts}) as Assumption),
	);

	test.each(LANGUAGES)('are all in words in %s, and say what changes them', language => {
		const document = documentOf({...SIMULATION, assumptions}, language);
		expect(problemsOf(document)).toEqual([]);
		const told = document['assumptions'];
		if (!Array.isArray(told)) throw new TypeError('no list');
		expect(told).toHaveLength(assumptions.length);
		for (const {label, message, change} of told)
			for (const text of [label, message, change]) {
				expect(text).toMatch(/^\P{Cc}+$/u);
				expect(text).not.toMatch(/undefined|NaN|Infinity|null|[.。]$/);
			}
		const own = told.map(({id, label, message}) => `${id} ${label} ${message}`);
		expect(new Set(own).size).toBe(own.length);
		if (language === 'zh-CN') for (const {label} of told) expect(label).toMatch(/\p{Script=Han}/u);
	});

	test('tell the base of an interruption rate', () => {
		const [first] = FACTS['interruption-rate'];
		if (!first) throw new TypeError('no facts');
		const assumption = {id: 'interruption-rate', facts: first} as const;
		expect(documentOf({...SIMULATION, assumptions: [assumption]})['assumptions']).toEqual([
			{
				id: 'interruption-rate',
				label: 'Interruption',
				message: '3 % of pods in 24 h, one in 787.94 h on average',
				change: '--interruption-rate',
				facts: {rate: 0.03, perHours: 24, meanHours: 787.94},
			},
		]);
	});
});
