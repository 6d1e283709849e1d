import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseDecimal, toNumber} from '../../source/domain/units/fraction.ts';
import {
	errorText,
	estimatedMoney,
	estimateNumber,
	estimateText,
	fixedDecimal,
	plainDecimal,
} from '../../source/present/estimate-text.ts';

describe('a float as a decimal', () => {
	test.each([
		[0, '0'],
		[-0, '0'],
		[-0.000_000_4, '0'],
		[1e-7, '0'],
		[731.000_000_4, '731'],
		[0.1 + 0.2, '0.3'],
		[-2529.5949, '-2529.5949'],
		[123_456_789.123_456_7, '123456789.123457'],
		[1e20, '100000000000000000000'],
		[2e21, '2000000000000000000000'],
	])('%d is %s to a millionth', (value, text) => {
		expect(estimateText(value)).toBe(text);
	});

	test.each([
		[0, '0'],
		[1.234_567_891_23, '1.23456789'],
		[0.000_001_234_567_891, '0.000001234568'],
		[1234.567_891_23, '1234.56789'],
		[9_876_543_219_999, '9876543220000'],
	])('%d is %s to nine digits', (value, text) => {
		expect(errorText(value)).toBe(text);
	});

	test('keeps the places that are asked for', () => {
		expect(fixedDecimal(0, 2)).toBe('0.00');
		expect(fixedDecimal(-0.001, 2)).toBe('0.00');
		expect(fixedDecimal(41.25, 1)).toBe('41.3');
		expect(plainDecimal(787.94, 4)).toBe('787.94');
	});

	test('has no exponent and is as near as its places', () => {
		fc.assert(
			fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), value => {
				for (const text of [estimateText(value), errorText(value)])
					expect(text).toMatch(/^(?!-0$)-?\d+(?:\.\d*[1-9])?$/);
				fc.pre(Math.abs(value) < 1e9);
				const read = parseDecimal(estimateText(value));
				expect(read && Math.abs(toNumber(read) - value)).toBeLessThanOrEqual(0.51e-6);
			}),
		);
	});

	test('is money, and a number of nine digits', () => {
		expect(estimatedMoney('USD', 0.25)).toEqual({
			currency: 'USD',
			amount: {numerator: 1n, denominator: 4n},
		});
		expect(estimateNumber(1 / 3)).toBe(0.333_333_333);
	});
});
