import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	ASSUMED_SPOT_RATIO,
	median,
	type SpotPrice,
	spotPriceOfSize,
	spotPriceOfType,
	typesOfSize,
} from '../../../source/domain/pricing/spot-price.ts';
import {decimal, fraction, toDecimal} from '../../../source/domain/units/fraction.ts';
import {bookOf, hourOf, ON_DEMAND_DAY, offer, SPOT_DAY} from '../../helpers/domain-fixtures.ts';

const typeSpot = (onDemand: string | null, ...quotes: string[]) => {
	const one = offer('ecs.c7.large', 2, 4, onDemand, {spot: quotes});
	return spotPriceOfType(one, bookOf([one]));
};

const oldestOf = (price: SpotPrice | null): string | undefined =>
	price?.from.flatMap(({asOf}) => asOf ?? []).toSorted()[0];

describe('the median', () => {
	it.each([
		[['3'], '3'],
		[['1', '2'], '1.5'],
		[['3', '1', '2'], '2'],
		[['4', '1', '3', '2'], '2.5'],
		[['0.1', '0.2', '0.2', '0.9'], '0.2'],
	])('of %j is %s', (values, middle) => {
		expect(median(values.map(decimal))).toEqual(decimal(middle));
	});

	it('of nothing is nothing', () => {
		expect(median([])).toBeUndefined();
	});

	it('has as many values below as above', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({min: -50, max: 50}), {minLength: 1}), values => {
				const sorted = values.toSorted((a, b) => a - b);
				const half = sorted.length / 2;
				const expected = Number.isInteger(half)
					? fraction((sorted[half - 1] ?? 0) + (sorted[half] ?? 0), 2)
					: fraction(sorted[Math.floor(half)] ?? 0);
				expect(median(values.map(value => fraction(value)))).toEqual(expected);
			}),
		);
	});
});

describe('the spot price of an ECS type', () => {
	it('is the median of its zones', () => {
		const price = typeSpot('0.40', '0.08', '0.10', '0.20');
		expect(hourOf(price?.rate)).toBe('0.1');
		expect(price).toMatchObject({basis: 'quote', ratio: fraction(1, 4)});
		expect(hourOf(typeSpot('0.40', '0.08', '0.10')?.rate)).toBe('0.09');
	});

	it('is never more than on demand', () => {
		const price = typeSpot('0.40', '0.50', '0.60');
		expect(hourOf(price?.rate)).toBe('0.4');
		expect(price).toMatchObject({basis: 'quote', ratio: fraction(1)});
	});

	it('is assumed to be a quarter where nobody quotes one', () => {
		expect(toDecimal(ASSUMED_SPOT_RATIO, 4)).toBe('0.25');
		const price = typeSpot('0.78');
		expect(hourOf(price?.rate)).toBe('0.195');
		expect(price).toMatchObject({basis: 'assumed', ratio: fraction(1, 4)});
	});

	it('is unknown, not 0, without a price on demand', () => {
		expect(typeSpot(null)).toBeNull();
		expect(typeSpot(null, '0.08')).toBeNull();
	});

	it('is as old as the older of list price and quotes', () => {
		expect(oldestOf(typeSpot('0.40'))).toBe(ON_DEMAND_DAY);
		expect(oldestOf(typeSpot('0.40', '0.08'))).toBe(SPOT_DAY);
	});
});

describe('the spot price of a CPU-MEM size', () => {
	const ordinary = [
		offer('ecs.c6.large', 2, 4, '0.40'),
		offer('ecs.c7.large', 2, 4, '0.50', {spot: ['0.10']}),
		offer('ecs.c5.large', 2, 4, '0.60', {spot: ['0.30', '0.30']}),
		offer('ecs.sn1ne.large', 2, 4, '0.70', {spot: ['0.35']}),
	];
	const others = [
		offer('ecs.c6.xlarge', 4, 8, '0.01', {spot: ['0.001']}),
		offer('ecs.g6.large', 2, 8, '0.01', {spot: ['0.001']}),
		offer('ecs.e-c1m2.large', 2, 4, '0.01', {spot: ['0.001']}),
		offer('ecs.n4.large', 2, 4, '0.01', {spot: ['0.001']}),
		offer('ecs.c8y.large', 2, 4, '0.01', {spot: ['0.001']}),
		offer('ecs.gn5i-c2g1.large', 2, 4, '0.01', {gpu: 1, spot: ['0.001']}),
		offer('ecs.vgn6i-m4-vws.large', 2, 4, '0.01', {spot: ['0.001']}),
		offer('ecs.i2.large', 2, 4, '0.01', {spot: ['0.001']}),
		offer('ecs.d1.large', 2, 4, '0.01', {spot: ['0.001']}),
		offer('ecs.ebmc6.large', 2, 4, '0.01', {spot: ['0.001']}),
		offer('ecs.c8i.large', 2, 4, null),
	];
	const size = {vcpu: 2, memoryGiB: 4};

	it('looks at the ordinary types of exactly that size with a price', () => {
		const book = bookOf([...others, ...ordinary]);
		expect(typesOfSize(size, book).map(({type}) => type)).toEqual(ordinary.map(({type}) => type));
	});

	// Ratios 0.2, 0.5 and 0.5; on demand 0.40, 0.50, 0.60 and 0.70, the middle of which is 0.55.
	it('is the median ratio times the median price on demand', () => {
		const price = spotPriceOfSize(size, bookOf([...others, ...ordinary]));
		expect(price).toMatchObject({basis: 'ratio', ratio: fraction(1, 2)});
		expect(hourOf(price?.rate)).toBe('0.275');
	});

	it('assumes a quarter where none of them is quoted', () => {
		const price = spotPriceOfSize(size, bookOf([offer('ecs.c6.large', 2, 4, '0.40')]));
		expect(price).toMatchObject({basis: 'assumed', ratio: fraction(1, 4)});
		expect(hourOf(price?.rate)).toBe('0.1');
	});

	it('is unknown, not 0, where there is no such type', () => {
		expect(spotPriceOfSize(size, bookOf(others))).toBeNull();
		expect(spotPriceOfSize({vcpu: 0.25, memoryGiB: 0.5}, bookOf(ordinary))).toBeNull();
	});

	it('is as old as the oldest price that it is estimated from', () => {
		expect(oldestOf(spotPriceOfSize(size, bookOf(ordinary)))).toBe(SPOT_DAY);
		expect(oldestOf(spotPriceOfSize(size, bookOf(ordinary.slice(0, 1))))).toBe(ON_DEMAND_DAY);
	});
});
