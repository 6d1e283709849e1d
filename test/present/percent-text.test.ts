import {expect, test} from 'vitest';
import {decimal} from '../../source/domain/units/fraction.ts';
import {chanceText, riskText, shareText} from '../../source/present/percent-text.ts';

test.each([
	['0', '0 %'],
	['0.8', '80 %'],
	['0.95', '95 %'],
	['0.9996', '99.96 %'],
	['0.99992', '99.992 %'],
	// Cut, never rounded up to more than there is.
	['0.999969', '99.9969 %'],
	['0.9999999999', '99.999999 %'],
	['1', '100 %'],
])('%s is %s', (share, text) => {
	expect(chanceText(decimal(share))).toBe(text);
});

test.each([
	['0', '0 %'],
	// Beside 99.96 %, 99.992 % and 99.9969 %.
	['0.0004', '0.04 %'],
	['0.00008', '0.008 %'],
	['0.000031', '0.0031 %'],
	['0.05', '5 %'],
	['0.2', '20 %'],
	// Rounded up, never down to less than there is.
	['0.0000000001', '0.000001 %'],
	['1', '100 %'],
])('a risk of %s is %s', (share, text) => {
	expect(riskText(decimal(share))).toBe(text);
});

test('a share that somebody wrote keeps its digits', () => {
	expect(shareText(decimal('0.9999999999'))).toBe('99.99999999 %');
	expect(shareText(decimal('0.999'))).toBe('99.9 %');
});
