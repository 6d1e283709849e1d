import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decimalText} from '../../../source/adapters/alibaba-cloud/decimal-text.ts';

/** 1234 with 6 places is `0.001234`, as a price list writes it. */
const written = (digits: number, places: number): string => {
	const text = String(digits).padStart(places + 1, '0');
	const whole = text.slice(0, text.length - places);
	const rest = text.slice(text.length - places).replace(/0+$/, '');
	return rest === '' ? whole : `${whole}.${rest}`;
};

describe('numbers of JSON as decimals', () => {
	test.each([
		['0.00000613', '0.00000613'],
		['0.00012252', '0.00012252'],
		['6.13e-6', '0.00000613'],
		['1e-7', '0.0000001'],
		['9.31e-8', '0.0000000931'],
		['0.39', '0.39'],
		['9.9405', '9.9405'],
		['4368', '4368'],
		['1.50', '1.5'],
		['1.5e3', '1500'],
		['123456789012345', '123456789012345'],
		['0.051000000000000004', '0.051'],
		['0.30000000000000004', '0.3'],
		['0.6223999999999999', '0.6224'],
	])('%s is %s', (json, text) => {
		expect(decimalText(JSON.parse(json) as number)).toBe(text);
	});

	test.each([0, -0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-13])(
		'%s is no price',
		value => {
			expect(decimalText(value)).toBeNull();
		},
	);

	test('what a price list writes with up to 14 digits and 12 places comes back letter by letter', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 10 ** 14 - 1}),
				fc.integer({min: 0, max: 12}),
				(digits, places) => {
					const text = written(digits, places);
					expect(decimalText(JSON.parse(text) as number)).toBe(text);
				},
			),
		);
	});

	test('any price is a plain decimal, at most half of the last place away', () => {
		fc.assert(
			fc.property(fc.double({min: 1e-12, max: 1e6, noNaN: true}), value => {
				const text = decimalText(value) ?? '';
				expect(text).toMatch(/^\d+(?:\.\d{1,12})?$/);
				expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.51e-12 + value * 2 ** -52);
			}),
		);
	});
});
