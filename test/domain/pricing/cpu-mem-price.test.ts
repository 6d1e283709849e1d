import {describe, expect, it} from 'vitest';
import {cpuMemRate, exact} from '../../../source/domain/pricing/cpu-mem-price.ts';
import {CPU_MEM_RATES} from '../../../source/domain/pricing/cpu-mem-rates.ts';
import {decimal, fraction, zero} from '../../../source/domain/units/fraction.ts';
import {exactAmount, perMonth} from '../../../source/domain/units/money.ts';
import {CURRENT_SIZES, hourOf} from '../../helpers/domain-fixtures.ts';

const rateOf = (vcpu: number, memoryGiB: number, currency: 'CNY' | 'USD' = 'CNY') =>
	cpuMemRate({vcpu, memoryGiB}, CPU_MEM_RATES[currency]);

describe('the price of a CPU-MEM size', () => {
	it('is that of the brief, by the second', () => {
		expect(rateOf(1, 0).perSecond).toEqual(decimal('0.000049'));
		expect(rateOf(0, 1).perSecond).toEqual(decimal('0.00000613'));
		// The sample of DescribeContainerGroupPrice (facts §3.1).
		expect(rateOf(2, 4)).toEqual({currency: 'CNY', perSecond: decimal('0.00012252')});
	});

	it('is ¥0.441072 an hour and ¥321.98256 a month for 2-4Gi', () => {
		expect(hourOf(rateOf(2, 4))).toBe('0.441072');
		expect(exactAmount(perMonth(rateOf(2, 4)))).toBe('321.98256');
	});

	it('is $0.069264 an hour for 2-4Gi', () => {
		expect(rateOf(2, 4, 'USD').currency).toBe('USD');
		expect(hourOf(rateOf(2, 4, 'USD'))).toBe('0.069264');
		expect(hourOf(rateOf(1, 0, 'USD'))).toBe('0.02772');
		expect(hourOf(rateOf(0, 1, 'USD'))).toBe('0.003456');
	});

	// The column "ECI CPU-MEM same size" of facts §3.6, four decimals.
	it.each([
		[2, 2, '0.396936', '0.3969'],
		[2, 4, '0.441072', '0.4411'],
		[2, 8, '0.529344', '0.5293'],
		[2, 16, '0.705888', '0.7059'],
	])('is %d vCPU, %d GiB: ¥%s an hour, printed as %s', (vcpu, gib, hour, printed) => {
		expect(hourOf(rateOf(vcpu, gib))).toBe(hour);
		expect(Number(hour).toFixed(4)).toBe(printed);
	});

	it('is exact for fractions of a vCPU', () => {
		// 0.25 × 0.000049 + 0.5 × 0.00000613
		expect(rateOf(0.25, 0.5).perSecond).toEqual(decimal('0.000015315'));
	});

	it('is the sum of its vCPU and its memory, whatever the size', () => {
		for (const [vcpu, gib] of CURRENT_SIZES)
			expect(rateOf(vcpu, gib).perSecond).toEqual(
				fraction(BigInt(vcpu * 100) * 4900n + BigInt(gib * 100) * 613n, 10_000_000_000n),
			);
	});

	it('knows temporary storage in dollars alone', () => {
		expect(CPU_MEM_RATES.CNY.ephemeralGiB).toBeNull();
		// Facts §3.3: 20 GiB are $0.006696 an hour.
		const rate = CPU_MEM_RATES.USD.ephemeralGiB;
		expect(
			rate &&
				hourOf({
					...rate,
					perSecond: fraction(rate.perSecond.numerator * 20n, rate.perSecond.denominator),
				}),
		).toBe('0.006696');
	});
});

describe('a size as an exact number', () => {
	it.each([
		[0.25, fraction(1, 4)],
		[0.5, fraction(1, 2)],
		[64, fraction(64)],
		[0, zero],
	])('%d is read digit by digit', (amount, expected) => {
		expect(exact(amount)).toEqual(expected);
	});
});
