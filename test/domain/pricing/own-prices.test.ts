import fc from 'fast-check';
import {describe, expect, it, test} from 'vitest';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import type {PriceBook} from '../../../source/domain/pricing/price-book.ts';
import {toDecimal} from '../../../source/domain/units/fraction.ts';
import {
	amountOf,
	BOOK,
	bookOf,
	factsOf,
	hourOf,
	offer,
	planned,
	planOf,
	readInput,
	rulesOf,
	shippedBook,
	summaryOf,
} from '../../helpers/domain-fixtures.ts';

const entryOf = (token: string, pricing: PlanInput['pricing'], book: PriceBook = BOOK) =>
	planOf({chain: {useSpecs: [token]}, ...(pricing && {pricing})}, book).chain.entries[0];

describe('a discount', () => {
	it('takes its share off pay-as-you-go, of sizes and types', () => {
		// 0.39 × 0.85, 0.441072 × 0.85
		expect(hourOf(entryOf('ecs.c6.large', {discount: '15%'})?.onDemand)).toBe('0.3315');
		expect(hourOf(entryOf('2-4Gi', {discount: '15%'})?.onDemand)).toBe('0.3749112');
	});

	it('leaves spot to the market', () => {
		for (const token of ['ecs.c6.large', 'ecs.c7.large', '2-4Gi']) {
			const spot = entryOf(token, undefined)?.spot;
			expect(entryOf(token, {discount: '15%'})?.spot).toEqual(spot);
		}
	});

	it('lowers the whole bill by its share', () => {
		const anyPercent = fc.integer({min: 0, max: 99});
		fc.assert(
			fc.property(anyPercent, percent => {
				const total = (pricing: PlanInput['pricing']) =>
					planOf({cpu: '2', ...(pricing && {pricing})}).quote.total?.perMonth.amount;
				const [list, own] = [total(undefined), total({discount: `${percent}%`})];
				if (!list || !own) throw new TypeError('no price');
				expect(own.numerator * list.denominator * 100n).toBe(
					list.numerator * own.denominator * BigInt(100 - percent),
				);
			}),
		);
	});

	it('is told with every result that it changed', () => {
		const plan = planOf({chain: {useSpecs: ['2-4Gi']}, pricing: {discount: '12.5%'}});
		for (const {diagnostics} of [plan.prices.sizing, plan.prices.quote])
			expect(factsOf('own-terms', diagnostics)).toEqual([{discountPercent: '12.5', types: []}]);
		expect(rulesOf(planOf({chain: {useSpecs: ['2-4Gi']}}).prices.quote.diagnostics)).not.toContain(
			'own-terms',
		);
	});
});

describe('an own price', () => {
	it('stands in place of the list, without the discount and without a date', () => {
		const entry = entryOf('ecs.c6.large', {prices: {'ecs.c6.large': '0.35'}, discount: '50%'});
		expect(hourOf(entry?.onDemand)).toBe('0.35');
		expect(entry?.from).toEqual([{asOf: null, source: 'own prices', isConverted: false}]);
	});

	it('moves the type in the chain that is picked', () => {
		const picked = (prices: Record<string, string>) =>
			planOf({
				containers: [{name: 'app', cpu: '2', memory: '4Gi'}],
				pricing: {prices},
			}).chain.entries[0]?.token;
		expect(picked({})).not.toBe('ecs.c7.large');
		expect(picked({'ecs.c7.large': '0.1'})).toBe('ecs.c7.large');
	});

	it('prices a type that the list has no price for', () => {
		const book = bookOf([offer('ecs.c7.8xlarge', 32, 64, null)]);
		const entry = entryOf('ecs.c7.8xlarge', {prices: {'ecs.c7.8xlarge': '6'}}, book);
		expect(hourOf(entry?.onDemand)).toBe('6');
		expect(hourOf(entry?.spot?.rate)).toBe('1.5');
	});

	it('of a type that the region does not have is an error with what was meant', () => {
		expect(
			factsOf(
				'own-price-unknown',
				planned({pricing: {prices: {'ecs.c6.larg': '0.35'}}}).diagnostics,
			),
		).toEqual([{type: 'ecs.c6.larg', region: 'cn-hangzhou', suggestion: 'ecs.c6.large'}]);
	});
});

describe('the currency of an own price', () => {
	const inUsd = async (price: string, yuanPerDollar?: string) => {
		const usd = await shippedBook('cn-hangzhou', 'USD');
		const pricing = {prices: {'ecs.c6.large': price}, ...(yuanPerDollar && {yuanPerDollar})};
		return planOf({currency: 'USD', chain: {useSpecs: ['ecs.c6.large']}, pricing}, usd);
	};
	const inYuan = (price: string, yuanPerDollar?: string) =>
		entryOf('ecs.c6.large', {
			prices: {'ecs.c6.large': price},
			...(yuanPerDollar && {yuanPerDollar}),
		});

	it('is that of the price lists that ship where it names none', () => {
		for (const price of ['0.35', '0.35CNY', '0.35 cny', ' 0.35 '])
			expect(hourOf(inYuan(price)?.onDemand)).toBe('0.35');
	});

	it('is converted where there is a rate', async () => {
		// 0.35 ÷ 7, 0.05 × 7
		const plan = await inUsd('0.35', '7');
		expect(hourOf(plan.chain.entries[0]?.onDemand)).toBe('0.05');
		expect(hourOf(inYuan('0.05USD', '7')?.onDemand)).toBe('0.35');
		expect(factsOf('prices-converted', plan.prices.quote.diagnostics)).toMatchObject([
			{specs: ['ecs.c6.large'], from: 'CNY', to: 'USD'},
		]);
	});

	it('is never mixed with the other: without a rate the price is left out, with a warning', async () => {
		const plan = await inUsd('0.35');
		expect(plan.chain.entries[0]?.onDemand).toBeNull();
		expect(factsOf('own-price-foreign', plan.diagnostics)).toEqual([
			{type: 'ecs.c6.large', from: 'CNY', to: 'USD'},
		]);
		expect(rulesOf(plan.prices.quote.diagnostics)).not.toContain('own-terms');
		// The list's.
		expect(hourOf(inYuan('0.05USD')?.onDemand)).toBe('0.39');
	});

	it('can be named', async () => {
		const plan = await inUsd('0.049USD');
		expect(hourOf(plan.chain.entries[0]?.onDemand)).toBe('0.049');
		expect(rulesOf(plan.diagnostics)).not.toContain('own-price-foreign');
	});
});

describe('an exchange rate', () => {
	it('brings CNY prices of types into a plan in USD, and says so', async () => {
		const usd = await shippedBook('cn-hangzhou', 'USD');
		const plan = planOf(
			{currency: 'USD', chain: {useSpecs: ['ecs.c6.xlarge']}, pricing: {yuanPerDollar: '7.8'}},
			usd,
		);
		// 0.78 ÷ 7.8
		expect(hourOf(plan.chain.entries[0]?.onDemand)).toBe('0.1');
		expect(factsOf('prices-converted', plan.prices.quote.diagnostics)).toEqual([
			{specs: ['ecs.c6.xlarge'], from: 'CNY', to: 'USD', yuanPerDollar: '7.8'},
		]);
	});

	it('never touches a price that is known in the currency', () => {
		const size = (pricing: PlanInput['pricing']) =>
			planOf({chain: {useSpecs: ['2-4Gi']}, ...(pricing && {pricing})});
		expect(hourOf(size({yuanPerDollar: '7.1'}).chain.entries[0]?.onDemand)).toBe('0.441072');
		expect(rulesOf(size({yuanPerDollar: '7.1'}).prices.sizing.diagnostics)).not.toContain(
			'prices-converted',
		);
	});

	it('prices temporary storage in CNY, which only the international page names', () => {
		const plan = planOf({
			chain: {useSpecs: ['2-4Gi']},
			pod: {extraEphemeralStorage: '100Gi'},
			ruleset: 'current',
			pricing: {yuanPerDollar: '7'},
		});
		const storage = plan.quote.lines.find(({item}) => item === 'ephemeral-storage');
		// 0.000000093 × 7 × 3,600 a GiB and hour
		expect(storage?.unitPrice && amountOf(storage.unitPrice)).toBe('0.0023436');
		expect(plan.quote.incomplete).toBe(false);
	});

	it('leaves prices unknown where there is none', async () => {
		const usd = await shippedBook('cn-hangzhou', 'USD');
		const plan = planOf({currency: 'USD', chain: {useSpecs: ['ecs.c6.xlarge']}}, usd);
		expect(plan.chain.entries[0]?.onDemand).toBeNull();
		expect(rulesOf(plan.diagnostics)).toContain('price-missing');
	});
});

describe('terms that are no terms', () => {
	test.each([
		[{discount: '15'}, 'discount-invalid error pricing.discount'],
		[{discount: '100%'}, 'discount-invalid error pricing.discount'],
		[{discount: '-5%'}, 'discount-invalid error pricing.discount'],
		[{discount: 'NaN%'}, 'discount-invalid error pricing.discount'],
		[{prices: {'ecs.c6.large': '0'}}, 'own-price-invalid error pricing.prices.ecs.c6.large'],
		[{prices: {'ecs.c6.large': '-1'}}, 'own-price-invalid error pricing.prices.ecs.c6.large'],
		[{prices: {'ecs.c6.large': '1e3'}}, 'own-price-invalid error pricing.prices.ecs.c6.large'],
		[{prices: {'ecs.c6.large': ''}}, 'own-price-invalid error pricing.prices.ecs.c6.large'],
		[{prices: {'ecs.c6.large': '0.35EUR'}}, 'own-price-invalid error pricing.prices.ecs.c6.large'],
		[{prices: {'ecs.c6.large': 'CNY'}}, 'own-price-invalid error pricing.prices.ecs.c6.large'],
		[{yuanPerDollar: '0.14'}, 'exchange-rate-invalid error pricing.yuanPerDollar'],
		[{yuanPerDollar: 'seven'}, 'exchange-rate-invalid error pricing.yuanPerDollar'],
		[{yuanPerDollar: '-7'}, 'exchange-rate-invalid error pricing.yuanPerDollar'],
	])('%j', (pricing, said) => {
		expect(summaryOf(readInput({pricing}).diagnostics)).toEqual([said]);
	});

	it('names the percentage that was probably meant', () => {
		expect(factsOf('discount-invalid', readInput({pricing: {discount: '15'}}).diagnostics)).toEqual(
			[{value: '15', suggestion: '15%'}],
		);
		expect(
			factsOf('discount-invalid', readInput({pricing: {discount: '0.15'}}).diagnostics),
		).toEqual([{value: '0.15', suggestion: null}]);
	});

	it('0% is no discount', () => {
		const {request} = readInput({pricing: {discount: '0%'}});
		expect(toDecimal(request.pricing.discount, 3)).toBe('0');
	});
});
