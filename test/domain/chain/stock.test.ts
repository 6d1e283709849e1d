import {describe, expect, it} from 'vitest';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {
	INTERRUPTION_BUCKETS,
	type InterruptionBucket,
} from '../../../source/domain/pricing/price-record.ts';
import {decimal, toDecimal} from '../../../source/domain/units/fraction.ts';
import {bookOf, factsOf, offer, planned, planOf, summaryOf} from '../../helpers/domain-fixtures.ts';

const containers = [{cpu: '2', memory: '4Gi'}];
const entriesOf = (input: PlanInput, book = bookOf([offer('ecs.c6.large', 2, 4, '0.39')])) =>
	planOf({containers, ...input}, book).chain.entries;
const chancesOf = (...args: Parameters<typeof entriesOf>) =>
	entriesOf(...args).map(({token, stock}) => [token, toDecimal(stock.chance, 4), stock.basis]);

const advised = (buckets: readonly InterruptionBucket[]) =>
	bookOf([
		{
			...offer('ecs.c6.large', 2, 4, '0.39'),
			advice: buckets.map((interruption, index) => ({
				zone: `cn-hangzhou-${index}`,
				ratio: decimal('0.2'),
				interruption,
				asOf: '2024-12-30',
				source: 'advice',
			})),
		},
	]);

const spot = {strategy: 'SpotAsPriceGo'} as const;
const useSpecs = ['ecs.c6.large', '2-4Gi'];

describe('the chance of stock', () => {
	it('is assumed where nothing is known', () => {
		expect(chancesOf({chain: {useSpecs}})).toEqual([
			['ecs.c6.large', '0.8', 'assumed'],
			['2-4Gi', '0.95', 'assumed'],
		]);
	});

	it.each([
		['0-3%', '0.985'],
		['3-5%', '0.96'],
		['5-10%', '0.925'],
		['10-100%', '0.45'],
	] as const)('is one minus the middle of %s, on spot alone', (bucket, chance) => {
		expect(INTERRUPTION_BUCKETS).toContain(bucket);
		const book = advised([bucket]);
		expect(chancesOf({chain: {useSpecs}, spot}, book)[0]).toEqual([
			'ecs.c6.large',
			chance,
			'advice',
		]);
		expect(chancesOf({chain: {useSpecs}}, book)[0]?.[2]).toBe('assumed');
	});

	it('is the median of the zones', () => {
		const book = advised(['0-3%', '10-100%', '3-5%']);
		expect(chancesOf({chain: {useSpecs}, spot}, book)[0]?.[1]).toBe('0.96');
	});

	it('is what the user says, before all else', () => {
		const chain = {useSpecs, inStock: {'ecs.c6.large': '70%', ' 2-4Gi': '0.5'}};
		expect(chancesOf({chain, spot}, advised(['0-3%']))).toEqual([
			['ecs.c6.large', '0.7', 'given'],
			['2-4Gi', '0.5', 'given'],
		]);
	});

	it('is independent of others when given, unless it is to be shared', () => {
		const inStock = {'2-4Gi': '0.9', '4-8Gi': '0.9'};
		const placedOf = (inStockShared: boolean) =>
			planOf({containers, chain: {useSpecs: ['2-4Gi', '4-8Gi'], inStock, inStockShared}}).chain.odds
				.placed;
		expect(placedOf(false)).toEqual(decimal('0.99'));
		// Sizes run out together.
		expect(placedOf(true)).toEqual(decimal('0.9'));
	});

	it('of a spec that no chain can have is mentioned', () => {
		const chain = {useSpecs, inStock: {'ecs.c9.large': '0.5', '4-8Gi': '0.5'}};
		expect(factsOf('in-stock-unused', planned({containers, chain}).diagnostics)).toEqual([
			{token: 'ecs.c9.large'},
		]);
	});
});

describe('how strongly entries run out together', () => {
	const placedOf = (specs: readonly string[], sharedStock?: object) =>
		toDecimal(
			planOf({containers, chain: {useSpecs: [...specs], ...(sharedStock && {sharedStock})}}).chain
				.odds.placed,
			12,
		);
	const family = ['ecs.c6.large', 'ecs.c6.xlarge'];
	const generation = ['ecs.c6.large', 'ecs.g6.large'];
	const sizes = ['2-4Gi', '4-8Gi'];

	it('is what somebody says', () => {
		// Nothing shared: 1 − 0.2². All shared: one outage takes both, which are in stock with 0.8.
		const none = {generation: '0', family: '0%', sizes: '0'};
		expect(placedOf(family, none)).toBe('0.96');
		expect(placedOf(generation, none)).toBe('0.96');
		expect(placedOf(sizes, none)).toBe('0.9975');
		expect(placedOf(family, {generation: '0', family: '100%'})).toBe('0.8');
		expect(placedOf(generation, {generation: '0', family: '100%'})).toBe('0.96');
		expect(placedOf(generation, {generation: '100%', family: '0'})).toBe('0.8');
	});

	it('is a quarter, half and all unless somebody says', () => {
		const said = {generation: '25%', family: '0.5', sizes: '100%'};
		for (const specs of [family, generation, sizes]) {
			expect(placedOf(specs)).toBe(placedOf(specs, said));
			expect(placedOf(specs)).toBe(placedOf(specs, {family: '50%'}));
		}
		expect(placedOf(sizes)).toBe('0.95');
	});

	it('is no more than all outages', () => {
		const sharedOf = (sharedStock: object) =>
			summaryOf(planned({containers, chain: {useSpecs: ['2-4Gi'], sharedStock}}).diagnostics);
		expect(sharedOf({family: '75%'})).toEqual([]);
		expect(sharedOf({family: '76%'})).toEqual(['shared-stock-over error chain.sharedStock.family']);
		expect(sharedOf({generation: '51%'})).toEqual([
			'shared-stock-over error chain.sharedStock.generation',
		]);
		expect(sharedOf({sizes: '101'})).toEqual(['share-invalid error chain.sharedStock.sizes']);
	});
});

describe('a rounding trap', () => {
	it('is a candidate by itself', () => {
		// Facts §2.6: 52-384 is 17.647 an hour, 64-256 is 16.939.
		const {chain} = planOf(
			{containers: [{cpu: '52', memory: '200Gi'}], chain: {pick: 'cheapest'}},
			bookOf([]),
		);
		expect(chain.useSpecs).toBe('64-256Gi');
		expect(chain.rejected).toContainEqual({spec: '52-384Gi', reason: 'not-needed'});
	});
});

describe('what is beyond the need', () => {
	it('is weighed by the list prices of vCPU and memory', () => {
		// 2-8Gi has 2 × 0.000049 + 8 × 0.00000613 = 0.00014704, of which 4 GiB are beyond: 16.67 %.
		const rejectedAt = (maxWaste: string) =>
			planOf({containers, chain: {maxWaste}}, bookOf([])).chain.rejected.find(
				({spec}) => spec === '2-8Gi',
			)?.reason;
		expect(rejectedAt('16.6%')).toBe('waste');
		expect(rejectedAt('16.7%')).toBe('not-needed');
	});
});

describe('a pin', () => {
	const pinned = (pin: readonly string[], more: PlanInput = {}) =>
		planned({containers, ...more, chain: {...more.chain, pin: [...pin]}});

	it('passes what is a matter of taste', () => {
		// e is a shared family, which nobody gets unasked.
		const {plan} = pinned(['ecs.e-c1m2.large'], {chain: {priceCap: '0.1'}});
		expect(plan?.chain.entries.map(({token, reason}) => [token, reason])).toEqual([
			['ecs.e-c1m2.large', 'pinned'],
		]);
	});

	it.each([
		['ecs.c6.26xlarge', 'over-limit'],
		['ecs.ic5.large', 'too-small'],
		['ecs.gn5i-c2g1.large', 'wrong-gpus'],
		['ecs.c8y.large', 'wrong-arch'],
		['3-7Gi', 'unknown'],
	] as const)('of %s is refused: %s', (token, reason) => {
		expect(factsOf('pin-unusable', pinned([token]).diagnostics)).toEqual([{token, reason}]);
	});

	it('of two kinds is refused', () => {
		const {diagnostics} = pinned(['2-16Gi', 'ecs.i2.xlarge']);
		expect(factsOf('pin-unusable', diagnostics)).toEqual([
			{token: 'ecs.i2.xlarge', reason: 'mixed'},
		]);
	});
});
