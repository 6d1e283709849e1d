import fc from 'fast-check';
import {describe, expect, it, test} from 'vitest';
import {
	listPrices,
	PRICE_ORDERS,
	type PriceFilter,
	parseRange,
} from '../../../source/domain/pricing/price-list.ts';
import {toNumber} from '../../../source/domain/units/fraction.ts';
import {shippedBook} from '../../helpers/domain-fixtures.ts';

const ALL: PriceFilter = {families: [], sizes: [], vcpu: null, memoryGiB: null, gpu: null};
const book = await shippedBook('cn-hangzhou', 'CNY');
const typesOf = (filter: Partial<PriceFilter>) =>
	listPrices(book, {...ALL, ...filter}, 'type', false).map(({offer}) => offer.type);

describe('a range', () => {
	test.each([
		['2', {least: 2, most: 2}],
		['2-8', {least: 2, most: 8}],
		['0.5-1', {least: 0.5, most: 1}],
		['4-', {least: 4, most: null}],
		['-8', {least: null, most: 8}],
		[' 2 - 8 ', {least: 2, most: 8}],
		['', undefined],
		['-', undefined],
		['8-2', undefined],
		['2..8', undefined],
		['1.2.3', undefined],
		['two', undefined],
		['-2-8', undefined],
	])('%j', (text, range) => {
		expect(parseRange(text)).toEqual(range);
	});
});

describe('the list of a region', () => {
	it('takes families by their exact name: c6 is not c6e', () => {
		const c6 = typesOf({families: ['c6']});
		expect(c6).toContain('ecs.c6.large');
		expect(c6.every(type => type.startsWith('ecs.c6.'))).toBe(true);
		expect(typesOf({families: ['c6e']}).every(type => type.startsWith('ecs.c6e.'))).toBe(true);
	});

	it('keeps what every filter lets through, and nothing else', () => {
		const anyRange = fc.option(
			fc.tuple(fc.nat(70), fc.nat(70)).map(([a, b]) => ({
				least: Math.min(a, b),
				most: Math.max(a, b),
			})),
		);
		const anyFilter = fc.record({
			families: fc.subarray(['c6', 'c7', 'g7', 'gn6i', 'e']),
			sizes: fc.subarray(['large', 'xlarge', '2xlarge']),
			vcpu: anyRange,
			memoryGiB: anyRange,
			gpu: anyRange,
		});
		const inside = (value: number, range: {least: number; most: number} | null) =>
			!range || (range.least <= value && value <= range.most);
		fc.assert(
			fc.property(anyFilter, filter => {
				const expected = [...book.types.values()].filter(
					({family, type, vcpu, memoryGiB, gpu}) =>
						(filter.families.length === 0 || filter.families.includes(family)) &&
						(filter.sizes.length === 0 || filter.sizes.some(size => type.endsWith(`.${size}`))) &&
						inside(vcpu, filter.vcpu) &&
						inside(memoryGiB, filter.memoryGiB) &&
						inside(gpu, filter.gpu),
				);
				expect(typesOf(filter)).toEqual(expected.map(({type}) => type).toSorted());
			}),
		);
	});

	it('is in the order that was asked for, and what has no value stands last', () => {
		const rows = listPrices(book, ALL, 'spot', false);
		const prices = rows.map(({spot}) => spot && toNumber(spot.rate.perSecond));
		const known = prices.filter(price => price !== null);
		expect(known).toEqual(known.toSorted((a, b) => a - b));
		expect(prices.slice(known.length).every(price => price === null)).toBe(true);
		const reversed = listPrices(book, ALL, 'spot', true).map(({spot}) => spot);
		expect(reversed.slice(known.length).every(spot => spot === null)).toBe(true);
	});

	it('never shows an assumed spot price', () => {
		for (const {offer, spot} of listPrices(book, ALL, 'type', false))
			expect(spot === null).toBe(offer.spot.length === 0);
	});

	test.each(PRICE_ORDERS)('by %s has the same types either way', order => {
		const names = (isDescending: boolean) =>
			listPrices(book, ALL, order, isDescending)
				.map(({offer}) => offer.type)
				.toSorted();
		expect(names(true)).toEqual(names(false));
	});
});
