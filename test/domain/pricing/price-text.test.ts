import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {priceText} from '../../../source/domain/pricing/price-text.ts';

describe('the price that a file writes', () => {
	test.each([
		['0.39', '0.39'],
		[' 0.39 ', '0.39'],
		['0.390', '0.39'],
		['00.39', '0.39'],
		['.39', '0.39'],
		['12', '12'],
		['12.', '12'],
		['12.000', '12'],
		['+0.5', '0.5'],
		[0.39, '0.39'],
		[12, '12'],
		['1e-3', '0.001'],
		['4.9E-5', '0.000049'],
		[1e-7, '0.0000001'],
		['1.5e2', '150'],
		['12e-1', '1.2'],
		['0.00000613', '0.00000613'],
		['999999999', '999999999'],
		['0.30000000000000004', '0.3'],
		// What a float makes of 0.1 + 0.2 and of 3 × 1.1.
		[3.3000000000000003, '3.3'],
		['123456789.123457', '123456789.123457'],
		['0.000000000001', '0.000000000001'],
	])('%j is %s', (value, price) => {
		expect(priceText(value)).toBe(price);
	});

	test.each([
		'0',
		'0.00',
		'-1',
		'-0.5',
		'NaN',
		'Infinity',
		'',
		' ',
		'1,5',
		'¥0.39',
		'0x10',
		'1e',
		'e5',
		'1e-30',
		'1e999',
		'1000000000',
		'0.0000000000001',
		// More than twelve places, or fifteen digits: cut, they would be other prices.
		'0.0000000000005000001',
		'0.1234567890123',
		'123456789.123456789',
		'0.39000000000001',
		`0.${'0'.repeat(100)}1`,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		-1,
		0,
		null,
		undefined,
		true,
		{},
		['0.39'],
	])('%j is no price', value => {
		expect(priceText(value)).toBeNull();
	});

	test('is exact, whatever zeros and exponents it is written with', () => {
		const anyPrice = fc.tuple(
			fc.integer({min: 1, max: 10 ** 12}),
			fc.integer({min: 0, max: 6}),
			fc.integer({min: -3, max: 3}),
			fc.nat(3),
		);
		fc.assert(
			fc.property(anyPrice, ([digits, places, exponent, zeros]) => {
				const shifted = Math.max(0, places - exponent);
				const whole = BigInt(digits) * 10n ** BigInt(Math.max(0, exponent - places));
				const text = String(whole).padStart(shifted + 1, '0');
				const split = text.length - shifted;
				const plain = `${text.slice(0, split)}.${text.slice(split)}`.replace(/\.?0*$/, '');
				const mantissa = String(digits).padStart(places + 1, '0');
				const at = mantissa.length - places;
				const written = `${'0'.repeat(zeros)}${mantissa.slice(0, at)}.${mantissa.slice(at)}e${exponent}`;
				fc.pre(Number(plain) < 10 ** 9 && plain.replace('.', '').replace(/^0+/, '').length <= 15);
				expect(priceText(written)).toBe(plain);
			}),
			{numRuns: 1000},
		);
	});

	test('stays as it is when it is read again', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.double(), fc.float().map(String)), value => {
				const price = priceText(value);
				if (price === null) return;
				expect(priceText(price)).toBe(price);
				expect(price).toMatch(/^(?!0$)(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
				expect(Number(price)).toBeCloseTo(Number(value), 6);
			}),
			{numRuns: 1000},
		);
	});
});
