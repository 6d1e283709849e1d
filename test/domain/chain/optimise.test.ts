import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {weighSpecs} from '../../../source/domain/chain/candidates.ts';
import type {Item} from '../../../source/domain/chain/item.ts';
import {meanPrice, oddsOf} from '../../../source/domain/chain/odds.ts';
import {type Aim, optimise} from '../../../source/domain/chain/optimise.ts';
import {openLog} from '../../../source/domain/rules/log.ts';
import {requestOf} from '../../../source/domain/sizing/pod-request.ts';
import {compare, decimal, type Fraction, fraction} from '../../../source/domain/units/fraction.ts';
import {requestOfInput, shippedBook} from '../../helpers/domain-fixtures.ts';
import {anyStock, independent} from '../../helpers/stock.ts';

type Figures = {readonly mean: Fraction | null; readonly placed: Fraction};

const figuresOf = (items: readonly Item[]): Figures => {
	const odds = oddsOf(items.map(({stock}) => stock));
	return {
		placed: odds.placed,
		mean: meanPrice(
			odds,
			items.map(({price}) => price),
		),
	};
};

const subsets = (count: number, most: number): readonly (readonly number[])[] =>
	Array.from({length: 2 ** count}, (_, bits) =>
		Array.from({length: count}, (__, index) => index).filter(index => (bits >> index) & 1),
	).filter(({length}) => length > 0 && length <= most);

const inOrder = (a: readonly number[], b: readonly number[]): number => {
	const different = a.findIndex((value, index) => value !== b[index]);
	return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0);
};

/** Tries every set, in exact numbers. */
const byBruteForce = (items: readonly Item[], {target, maxSpecs}: Aim) => {
	const candidates = subsets(items.length, maxSpecs)
		.filter(set => items.every(({isPinned}, index) => !isPinned || set.includes(index)))
		.map(set => ({set, ...figuresOf(set.flatMap(index => items[index] ?? []))}))
		.filter(({placed}) => compare(placed, fraction(0)) > 0);
	const reaching = candidates.filter(({placed}) => compare(placed, target) >= 0);
	const isReached = reaching.length > 0;
	const [best] = (isReached ? reaching : candidates).toSorted((a, b) => {
		const byMean = a.mean && b.mean ? compare(a.mean, b.mean) : 0;
		const byPlaced = compare(b.placed, a.placed);
		return (
			(isReached ? byMean || byPlaced : byPlaced || byMean) ||
			a.set.length - b.set.length ||
			inOrder(a.set, b.set)
		);
	});
	return {chosen: best?.set ?? [], isReached};
};

const anyItem = fc.record({
	price: fc.integer({min: 1, max: 6}).map(tenths => fraction(tenths, 10)),
	stock: anyStock,
	isPinned: fc.oneof({weight: 9, arbitrary: fc.constant(false)}, fc.constant(true)),
});

const ascending = (items: readonly Item[]) => items.toSorted((a, b) => compare(a.price, b.price));

const anyItems = fc.array(anyItem, {minLength: 1, maxLength: 8}).map(ascending);
const anyTarget = fc
	.constantFrom('0.3', '0.5', '0.8', '0.9', '0.95', '0.97', '0.99', '0.999', '0.9999')
	.map(decimal);
const anyAim: fc.Arbitrary<Aim> = fc.record({
	target: anyTarget,
	maxSpecs: fc.integer({min: 1, max: 5}),
});

const figuresAt = (items: readonly Item[], chosen: readonly number[]) =>
	figuresOf(chosen.flatMap(index => items[index] ?? []));

describe('the optimal chain', () => {
	it('is the one that trying every set finds', () => {
		fc.assert(
			fc.property(anyItems, anyAim, (items, aim) => {
				const {chosen, isReached} = optimise(items, aim);
				expect({chosen, isReached}).toEqual(byBruteForce(items, aim));
			}),
			{numRuns: 1500},
		);
	});

	it('is found among many alike', () => {
		// Few prices and one chance: families and generations can stand in for each other.
		const alike = fc
			.array(
				fc.record({
					price: fc.integer({min: 1, max: 3}).map(tenths => fraction(tenths, 10)),
					stock: fc.record({
						chance: fc.constant(decimal('0.8')),
						generation: fc.constantFrom('6', '7'),
						family: fc.constantFrom('c', 'g', 'r', 'u'),
						shares: fc.constant({generation: decimal('0.25'), family: decimal('0.5')}),
					}),
					isPinned: fc.constant(false),
				}),
				{minLength: 6, maxLength: 10},
			)
			.map(ascending);
		const short = fc.record({target: anyTarget, maxSpecs: fc.integer({min: 1, max: 3})});
		fc.assert(
			fc.property(alike, short, (items, aim) => {
				const {chosen, isReached} = optimise(items, aim);
				expect({chosen, isReached}).toEqual(byBruteForce(items, aim));
			}),
			{numRuns: 500},
		);
	});

	it('has more of a family than a cheaper one offers', () => {
		const entry = (tenths: number, generation: string, family: string): Item => ({
			price: fraction(tenths, 10),
			stock: {
				chance: decimal('0.8'),
				generation,
				family,
				shares: {generation: decimal('0.25'), family: decimal('0.5')},
			},
			isPinned: false,
		});
		const rest = Array.from({length: 4}, () => entry(2, '6', 'c'));
		const items = [entry(1, '7', 'c'), entry(2, '6', 'g'), ...rest];
		for (const target of ['0.9', '0.95', '0.96', '0.97'])
			for (const maxSpecs of [2, 3, 4]) {
				const {chosen, isReached} = optimise(items, {target: decimal(target), maxSpecs});
				expect({chosen, isReached}).toEqual(
					byBruteForce(items, {target: decimal(target), maxSpecs}),
				);
			}
	});

	it('is the surest by however little where no chain reaches the target', () => {
		// Whole families share half their outages with the generation, so chains differ by 10⁻¹² and less.
		const alike = fc
			.array(
				fc.record({
					price: fc.integer({min: 1, max: 8}).map(tenths => fraction(tenths, 10)),
					stock: fc.record({
						chance: fc.constantFrom('0.8', '0.99').map(decimal),
						generation: fc.constant('6'),
						family: fc.constantFrom('c', 'g', 'r', 'u'),
						shares: fc.constant({generation: decimal('0.5'), family: decimal('0.5')}),
					}),
					isPinned: fc.constant(false),
				}),
				{minLength: 6, maxLength: 8},
			)
			.map(ascending);
		fc.assert(
			fc.property(alike, fc.integer({min: 3, max: 5}), (items, maxSpecs) => {
				const aim = {target: decimal('0.9999'), maxSpecs};
				const {chosen, isReached} = optimise(items, aim);
				expect({chosen, isReached}).toEqual(byBruteForce(items, aim));
			}),
			{numRuns: 300},
		);
	});

	it('prefers the surer chain to the cheaper one by 6 × 10⁻¹³', () => {
		const rows = [
			[2, '0.99', 'g'],
			[3, '0.8', 'g'],
			[4, '0.99', 'g'],
			[7, '0.99', 'g'],
			[7, '0.99', 'c'],
			[7, '0.99', 'g'],
			[8, '0.99', 'c'],
		] as const;
		const items = rows.map(([tenths, chance, family]) => ({
			price: fraction(tenths, 10),
			stock: {
				chance: decimal(chance),
				generation: '6',
				family,
				shares: {generation: decimal('0.5'), family: decimal('0.5')},
			},
			isPinned: false,
		}));
		expect(optimise(items, {target: decimal('0.9984'), maxSpecs: 5})).toMatchObject({
			chosen: [0, 2, 3, 4, 6],
			isReached: false,
		});
	});

	it('never gets worse by one more candidate', () => {
		fc.assert(
			fc.property(anyItems, anyItem, anyAim, (items, extra, aim) => {
				const more = ascending([...items, {...extra, isPinned: false}]);
				const [before, after] = [optimise(items, aim), optimise(more, aim)];
				if (before.chosen.length === 0) return;
				const a = figuresAt(items, before.chosen);
				const b = figuresAt(more, after.chosen);
				if (before.isReached) {
					expect(after.isReached).toBe(true);
					expect(a.mean && b.mean && compare(b.mean, a.mean)).toBeLessThanOrEqual(0);
				} else if (!after.isReached) expect(compare(b.placed, a.placed)).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it('is never placed less often when the target is higher', () => {
		fc.assert(
			fc.property(anyItems, anyTarget, anyTarget, (items, first, second) => {
				const [low, high] = compare(first, second) < 0 ? [first, second] : [second, first];
				const placedAt = (target: Fraction) =>
					figuresAt(items, optimise(items, {target, maxSpecs: 4}).chosen).placed;
				expect(compare(placedAt(high), placedAt(low))).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it('reaches a target that is met exactly', () => {
		// Three independent entries at 90 %: 1 − 0.1³ = 0.999, which floats miss.
		const items = ['a', 'b', 'c', 'd'].map(name => ({
			price: fraction(1),
			stock: independent('0.9', name),
			isPinned: false,
		}));
		const cheaper = items.map((item, index) => ({...item, price: fraction(index + 1)}));
		expect(optimise(cheaper, {target: decimal('0.999'), maxSpecs: 5})).toMatchObject({
			chosen: [0, 1, 2],
			isReached: true,
		});
	});

	it('is empty where nothing is ever in stock', () => {
		const never = {price: fraction(1), stock: independent('0', 'a'), isPinned: false};
		expect(optimise([never], {target: decimal('0.9'), maxSpecs: 5}).chosen).toEqual([]);
	});
});

describe('the search on a full region', () => {
	const cases = [
		{cpu: '2', memory: '4Gi'},
		{cpu: '250m', memory: '512Mi'},
		{cpu: '12', memory: '50Gi'},
		{cpu: '52', memory: '200Gi'},
	];

	it.each(['cn-hangzhou', 'cn-beijing', 'us-east-1'])('looks at few chains: %s', async region => {
		const book = await shippedBook(region);
		for (const container of cases)
			for (const strategy of ['none', 'SpotAsPriceGo'] as const)
				for (const target of ['0.95', '0.999', '0.9999', '0.999999']) {
					const request = requestOfInput({region, containers: [container], spot: {strategy}});
					const pod = requestOf(request, openLog('2020'));
					const {candidates} = weighSpecs({pod, request, book});
					const items = candidates.map(({rate, stock}) => ({
						price: rate.perSecond,
						stock,
						isPinned: false,
					}));
					const {nodes} = optimise(items, {target: decimal(target), maxSpecs: 5});
					expect(nodes).toBeLessThan(2500);
				}
	});

	const ties = {
		'everything costs the same': () => fraction(1),
		'every third costs the same': (place: number) => fraction(1 + (place % 3)),
		'every tenth costs the same': (place: number) => fraction(1 + (place % 10)),
	};

	it.each(Object.entries(ties))('looks at few chains where %s', async (_, priceAt) => {
		const book = await shippedBook('cn-hangzhou');
		const request = requestOfInput({containers: [{cpu: '2', memory: '4Gi'}]});
		const {candidates} = weighSpecs({pod: requestOf(request, openLog('2020')), request, book});
		const items = candidates.map(({stock}, place) => ({
			price: priceAt(place),
			stock,
			isPinned: false,
		}));
		expect(items.length).toBeGreaterThan(300);
		for (const target of ['0.95', '0.999', '0.9999', '1']) {
			const {nodes} = optimise(ascending(items), {target: decimal(target), maxSpecs: 5});
			expect(nodes).toBeLessThan(10_000);
		}
	});
});
