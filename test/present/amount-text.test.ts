import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {amountNumber, amountText, gibText, vcpuText} from '../../source/present/amount-text.ts';

describe('amounts', () => {
	it('have their unit', () => {
		expect(vcpuText(0.25)).toBe('0.25 vCPU');
		expect(gibText(512)).toBe('512 GiB');
		expect(amountText({vcpu: 2, memoryGiB: 4})).toBe('2 vCPU, 4 GiB');
		expect(amountText({vcpu: 0.5, memoryGiB: 1.5}, ' ')).toBe('0.5 vCPU 1.5 GiB');
	});

	it.each([
		[100, '100'],
		[1000, '1000'],
		[2.5, '2.5'],
		// 4G and 3500M in GiB
		[4e9 / 2 ** 30, '3.725'],
		[3.5e9 / 2 ** 30, '3.26'],
		[0.1 + 0.2, '0.3'],
		[0.9999, '1'],
		[0, '0'],
		[0.001, '0.001'],
		[0.0004, '<0.001'],
		[1 / 2 ** 30, '<0.001'],
	])('%d is shown as %s', (amount, shown) => {
		expect(amountNumber(amount)).toBe(shown);
	});

	it('are never 0 unless they are', () => {
		const positive = fc.double({min: Number.MIN_VALUE, max: 1e9, noNaN: true});
		fc.assert(
			fc.property(
				positive,
				amount =>
					/^<?\d+(?:\.\d{0,2}[1-9])?$/.test(amountNumber(amount)) && amountNumber(amount) !== '0',
			),
		);
	});
});
