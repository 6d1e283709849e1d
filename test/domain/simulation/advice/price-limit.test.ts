import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	advisePriceLimit,
	type LimitQuestion,
} from '../../../../source/domain/simulation/advice/price-limit.ts';
import {clippedLognormal} from '../../../../source/domain/simulation/advice/ratio-law.ts';
import {
	persistentRate,
	type Slots,
} from '../../../../source/domain/simulation/advice/zheng-bids.ts';
import type {MarketModel} from '../../../../source/domain/simulation/market/market-model.ts';
import type {
	ModelWorkload,
	PriceHistory,
} from '../../../../source/domain/simulation/simulation-model.ts';
import {toDecimal} from '../../../../source/domain/units/fraction.ts';
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
	const {entries, market} = modelOf(prices);
	return {
		entries,
		market: {...market, price},
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

describe('the limit of batch work', () => {
	it('with a deadline is exceeded once in as many checks as the work takes', () => {
		const question = questionOf([UNIT], moving(0.2), batchOf({deadlineSeconds: 86_400}), 0);
		const law = clippedLognormal(0.25, 0.2, BAND);
		const [limit, reason] = advised(question);
		expect(reason).toBe('deadline');
		// 10 hours of checks every 5 minutes.
		const chance = 1 - 1 / 120;
		expect(law.chanceUpTo(Number(limit))).toBeGreaterThanOrEqual(chance);
		expect(law.chanceUpTo(Number(limit) - 0.001)).toBeLessThan(chance);
	});

	it('that may wait costs least, of all limits that let it run half the time', () => {
		fc.assert(
			fc.property(
				fc.double({min: 0.15, max: 0.6, noNaN: true}),
				fc.double({min: 0.02, max: 0.3, noNaN: true}),
				fc.integer({min: 1, max: 200}),
				(ratio, sigma, pull) => {
					const [limit, reason] = advised(
						questionOf([{...UNIT, ratio}], moving(sigma), batchOf(), pull),
					);
					expect(reason).toBe('batch');
					const law = clippedLognormal(ratio, sigma, BAND);
					const slots: Slots = {slotSeconds: 300, overheadSeconds: pull};
					const median = law.quantile(0.5);
					const rate = persistentRate(law, slots, Number(limit));
					for (let bid = median; bid < 1; bid += 0.01)
						// A thousandth more than the best bid costs at most as much more.
						expect(rate).toBeLessThanOrEqual(persistentRate(law, slots, bid) + 0.005);
					expect(Number(limit)).toBeGreaterThanOrEqual(median - 1e-12);
				},
			),
			{numRuns: 50},
		);
	});

	it('that has little time to wait gets a limit that lets it run as long as it needs', () => {
		// 10 of 11 hours: 0.5 is needed beside 0.2, which holds for nine of ten.
		const tight = withHistory(questionOf([UNIT], RECORDED, batchOf({end: 39_600}), 0));
		expect(advised(tight)).toEqual(['0.5', 'batch']);
		const loose = withHistory(questionOf([UNIT], RECORDED, batchOf({end: 43_200}), 0));
		expect(advised(loose)).toEqual(['0.2', 'batch']);
	});

	it('counts the time until the next run as the time of one', () => {
		// Two runs of 10 hours in 22.
		const workload = batchOf({starts: [0, 39_600], end: 79_200});
		expect(advised(withHistory(questionOf([UNIT], RECORDED, workload, 0)))).toEqual([
			'0.5',
			'batch',
		]);
	});

	it('waits for the cheapest spec', () => {
		const dearer = {...UNIT, onDemand: '2', spotBase: '2'};
		expect(advised(questionOf([dearer, UNIT], CONSTANT, batchOf()))).toEqual(['0.25', 'batch']);
	});
});
