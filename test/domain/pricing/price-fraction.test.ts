import fc from 'fast-check';
import {expect, test} from 'vitest';
import {priceFraction} from '../../../source/domain/pricing/price-fraction.ts';
import {priceText} from '../../../source/domain/pricing/price-text.ts';
import {decimal, fraction, multiply} from '../../../source/domain/units/fraction.ts';

test('a price is the decimal that it is written as, and a month of it an hour of 730', () => {
	const anyPrice = fc
		.tuple(fc.nat(10 ** 6), fc.nat(10 ** 9 - 1), fc.nat(9))
		.map(([whole, places, length]) =>
			priceText(`${whole}.${String(places).padStart(9, '0').slice(0, length)}`),
		)
		.filter(price => price !== null);
	fc.assert(
		fc.property(anyPrice, price => {
			expect(priceFraction(price)).toEqual(decimal(price));
			expect(priceFraction(price, 730)).toEqual(multiply(decimal(price), fraction(1, 730)));
		}),
	);
});

test.each([
	['0.000000000001', 730],
	['999999999.999999', 730],
	['365', 730],
] as const)('%s over %i hours is exact', (price, hours) => {
	expect(priceFraction(price, hours)).toEqual(multiply(decimal(price), fraction(1, hours)));
});

test.each(['', '0', '-1', 'x', '1e400', '12345678901234567'])('%j is no price', text => {
	expect(() => priceFraction(text)).toThrow('Not a price');
});
