import {expect, test} from 'vitest';
import {decimal} from '../../source/domain/units/fraction.ts';
import {chanceText} from '../../source/present/percent-text.ts';

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
