import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	advisePriceLimit,
	type LimitQuestion,
} from '../../../../source/domain/simulation/advice/price-limit.ts';
import {clippedLognormal} from '../../../../source/domain/simulation/advice/ratio-law.ts';
import type {MarketModel} from '../../../../source/domain/simulation/market/market-model.ts';
import type {
	ModelWorkload,
	PriceHistory,
} from '../../../../source/domain/simulation/simulation-model.ts';
import {toDecimal} from '../../../../source/domain/units/fraction.ts';
import {columnsOf, sampleOf, strategyOf} from '../../../helpers/simulation/models.ts';
import {
	batchOf,
	type EntryPrices,
	modelOf,
	ratesOf,
	TEN_HOURS,
} from '../../../helpers/simulation/summary-runs.ts';

/** 1 an hour, so that the limit is the ratio. */
const UNIT: EntryPrices = {spec: 'ecs.c6.large', onDemand: '1', spotBase: '1'};
const SIZE: EntryPrices = {spec: '2-4Gi', onDemand: '0.441072', spotBase: '0.441072'};
const NO_SPOT: EntryPrices = {spec: '0.5-1Gi', onDemand: '0.1', spotBase: null};

const BAND = {floor: 0.1, cap: 1};
const moving = (sigma: number): MarketModel['price'] => ({
	law: 'ar1',
	sigma,
	phi: 0.97,
	changeProbability: 0.15,
	ratio: null,
	...BAND,
});
const CONSTANT: MarketModel['price'] = {law: 'constant', ratio: null, ...BAND};
const RECORDED: MarketModel['price'] = {
	law: 'history',
	meanBlockHours: 24,
	ratio: null,
	...BAND,
};

const questionOf = (
	prices: readonly EntryPrices[],
	price: MarketModel['price'],
	workload: ModelWorkload,
	pullSeconds = 60,
): LimitQuestion => {
	const model = modelOf(prices);
	return {
		...model,
		horizonSeconds: workload.kind === 'batch' ? workload.end : model.horizonSeconds,
		market: {...model.market, price},
		workload,
		pullSeconds,
		chain: prices.map((_, index) => index),
		rates: prices.map(ratesOf),
		currency: 'CNY',
	};
};

const advised = (question: LimitQuestion): readonly [limit: string, reason: string] => {
	const advice = advisePriceLimit(question);
	if (!advice) throw new Error('Spot sells something');
	return [toDecimal(advice.perHour.amount, 12), advice.reason];
};

/** 0.2 for nine hours, 0.5 for one. */
const HISTORY: PriceHistory = {
	startHour: 0,
	seconds: 36_000,
	steps: [
		[0, 0.2],
		[9 * 3600, 0.5],
	],
};

const withHistory = (question: LimitQuestion): LimitQuestion => ({
	...question,
	entries: question.entries.map(entry => ({...entry, history: HISTORY})),
});

describe('the limit of a service', () => {
	it('is exceeded in a thousandth of the time', () => {
		// 0.25 e^(−σ²/2 + 3.090232306 σ)
		expect(advised(questionOf([UNIT], moving(0.2), TEN_HOURS))).toEqual(['0.455', 'service']);
		expect(advised(questionOf([UNIT], moving(0.05), TEN_HOURS))).toEqual(['0.292', 'service']);
	});

	it('is the lowest such one with three decimals, and at most pay-as-you-go', () => {
		fc.assert(
			fc.property(
				fc.double({min: 0.11, max: 0.9, noNaN: true}),
				fc.double({min: 0.01, max: 0.4, noNaN: true}),
				(ratio, sigma) => {
					const question = questionOf([{...UNIT, ratio}], moving(sigma), TEN_HOURS);
					const limit = Number(advised(question)[0]);
					const law = clippedLognormal(ratio, sigma, BAND);
					expect(limit).toBeLessThanOrEqual(1);
					expect(law.chanceUpTo(limit)).toBeGreaterThanOrEqual(0.999 - 1e-9);
					if (limit > 0.1) expect(law.chanceUpTo(limit - 0.001)).toBeLessThan(0.999 + 1e-5);
				},
			),
		);
	});

	it('is the price itself where that never moves, rounded up', () => {
		// 0.441072 × 0.25 = 0.110268
		expect(advised(questionOf([SIZE], CONSTANT, TEN_HOURS))).toEqual(['0.111', 'service']);
		expect(advised(questionOf([{...UNIT, ratio: 0.3}], CONSTANT, TEN_HOURS))).toEqual([
			'0.3',
			'service',
		]);
		expect(advised(questionOf([UNIT], moving(0), TEN_HOURS))).toEqual(['0.25', 'service']);
	});

	it('is the highest price of a record that held long enough', () => {
		const question = withHistory(questionOf([UNIT], RECORDED, TEN_HOURS));
		expect(advised(question)).toEqual(['0.5', 'service']);
	});

	it('never is above pay-as-you-go, rounded down', () => {
		expect(advised(questionOf([{...SIZE, ratio: 0.98}], moving(0.2), TEN_HOURS))).toEqual([
			'0.441',
			'service',
		]);
	});

	it('takes the mean of the market before that of the spec', () => {
		const price = {...CONSTANT, ratio: 0.4};
		expect(advised(questionOf([UNIT], price, TEN_HOURS))).toEqual(['0.4', 'service']);
	});

	it('keeps every spec open that spot sells', () => {
		const dearer = {...UNIT, onDemand: '2', spotBase: '2'};
		expect(advised(questionOf([UNIT, dearer, NO_SPOT], CONSTANT, TEN_HOURS))).toEqual([
			'0.5',
			'service',
		]);
	});

	it('is none where spot sells nothing', () => {
		expect(advisePriceLimit(questionOf([NO_SPOT], CONSTANT, TEN_HOURS))).toBeNull();
	});
});

const HOUR = 3600;

/** What batch work comes to under a limit, on as many paths as the advice has seen. */
const under = (question: LimitQuestion, limitPerHour: number, from = 5000) => {
	const strategies = [strategyOf('spot-limit', {limitPerHour})];
	const [columns] = columnsOf({...question, strategies}, 200, from);
	if (!columns) throw new Error('The model has one strategy');
	const {cost, servedSeconds, runsInTime} = columns;
	return {
		cost: sampleOf(cost),
		served: sampleOf(servedSeconds).mean,
		inTime: sampleOf(runsInTime).mean,
	};
};

const LIMITS = [0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.35, 0.4, 0.5, 1];

describe('the limit of batch work', () => {
	const restless = (question: LimitQuestion): LimitQuestion => ({
		...question,
		market: {...question.market, protectionSeconds: HOUR, checkSeconds: 300, noticeSeconds: 180},
	});

	it.each([
		['from scratch', 20, null],
		['from checkpoints', 20, {everySeconds: HOUR, costSeconds: 60, restoreSeconds: 60}],
	])('%s costs no more than under any other that lets it be done', (_, hours, checkpoint) => {
		const workload = batchOf({workSeconds: hours * HOUR, end: 60 * 24 * HOUR, checkpoint});
		const question = restless(questionOf([UNIT], moving(0.2), workload));
		const [limit, reason] = advised(question);
		expect(reason).toBe('batch');
		const {cost, served} = under(question, Number(limit));
		expect(served).toBeGreaterThan(0.99 * hours * HOUR);
		const done = LIMITS.map(other => under(question, other)).filter(
			other => other.served === hours * HOUR,
		);
		expect(done.length).toBeGreaterThan(5);
		for (const other of done)
			expect(cost.mean).toBeLessThan(other.cost.mean + 4 * Math.max(cost.se, other.cost.se));
	});

	it.each([20, 200])('that has %d hours for ten is the lowest with which it is in time', hours => {
		const workload = batchOf({
			workSeconds: 10 * HOUR,
			deadlineSeconds: hours * HOUR,
			end: 60 * 24 * HOUR,
			checkpoint: {everySeconds: HOUR, costSeconds: 60, restoreSeconds: 60},
		});
		const question = restless(questionOf([UNIT], moving(0.2), workload));
		const [limit, reason] = advised(question);
		expect(reason).toBe('deadline');
		expect(under(question, Number(limit), 0).inTime).toBe(1);
		expect(under(question, Number(limit)).inTime).toBeGreaterThan(0.97);
		expect(under(question, Number(limit) - 0.05, 0).inTime).toBeLessThan(1);
	});

	it('lets it run as long as it needs, and no dearer', () => {
		const replay = {...RECORDED, meanBlockHours: 0};
		const question = (work: number, end: number) =>
			withHistory(questionOf([UNIT], replay, batchOf({workSeconds: work * HOUR, end}), 0));
		// The record is replayed: 0.2 for nine hours, then 0.5 for one.
		expect(advised(question(8, 10 * HOUR))).toEqual(['0.2', 'batch']);
		expect(advised(question(10, 10 * HOUR))).toEqual(['0.5', 'batch']);
	});

	it('is the price of the cheapest spec where prices stay', () => {
		const dearer = {...UNIT, onDemand: '2', spotBase: '2'};
		expect(advised(questionOf([dearer, UNIT], CONSTANT, batchOf()))).toEqual(['0.25', 'batch']);
	});
});
