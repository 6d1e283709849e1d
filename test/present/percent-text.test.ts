import fc from 'fast-check';
import {expect, test} from 'vitest';
import {compare, decimal, divide, fraction} from '../../source/domain/units/fraction.ts';
import {
	chanceData,
	chanceNumber,
	chanceText,
	riskText,
	shareText,
} from '../../source/present/percent-text.ts';

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
	// Little, but not nothing.
	['0.0004', '0.04 %'],
	['0.00000000051', '0.00000005 %'],
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

test('a chance that is said can be asked for', () => {
	fc.assert(
		fc.property(fc.bigInt({min: 0n, max: 10n ** 30n}), parts => {
			const chance = fraction(parts, 10n ** 30n);
			const said = decimal(chanceText(chance).replace(' %', ''));
			expect(compare(divide(said, fraction(100)), chance)).toBeLessThanOrEqual(0);
		}),
	);
});

test('a share that somebody wrote keeps its digits', () => {
	expect(shareText(decimal('0.9999999999'))).toBe('99.99999999 %');
	expect(shareText(decimal('0.999'))).toBe('99.9 %');
});

const NINES = `0.${'9'.repeat(98)}`;

test('a share just under 100 % is never said to be 100 %', () => {
	expect(shareText(decimal(NINES))).toBe(`99.${'9'.repeat(96)} %`);
	expect(chanceText(decimal(NINES))).toBe('99.999999 %');
	expect(chanceNumber(decimal(NINES))).toBe(0.9999999999999999);
	expect(chanceData(decimal(NINES))).toBe('0.999999999999');
});

test('data has the number itself where it can', () => {
	expect(chanceNumber(decimal('0.9996'))).toBe(0.9996);
	expect(chanceNumber(decimal('1'))).toBe(1);
	expect(chanceData(decimal('0.9996'))).toBe('0.9996');
	expect(chanceData(decimal('1'))).toBe('1');
});
