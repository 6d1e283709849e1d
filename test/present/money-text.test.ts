import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {cpuMemRate} from '../../source/domain/pricing/cpu-mem-price.ts';
import {CPU_MEM_RATES} from '../../source/domain/pricing/cpu-mem-rates.ts';
import {add, decimal, fraction, multiply} from '../../source/domain/units/fraction.ts';
import {
	CURRENCIES,
	money,
	perHour,
	perMonth,
	scaleMoney,
	subtractMoney,
} from '../../source/domain/units/money.ts';
import {moneyText, symbolOf} from '../../source/present/money-text.ts';

const twoByFour = cpuMemRate({vcpu: 2, memoryGiB: 4}, CPU_MEM_RATES.CNY);
const yuan = (text: string) => money('CNY', decimal(text));

describe('moneyText', () => {
	it('shows what 2-4Gi costs an hour', () => {
		// 2 × 0.000049 + 4 × 0.00000613 a second, times 3,600: 0.441072.
		const second = add(
			multiply(decimal('0.000049'), fraction(2)),
			multiply(decimal('0.00000613'), fraction(4)),
		);
		const hour = money('CNY', multiply(second, fraction(3600)));
		expect(moneyText(hour, 4)).toBe('¥0.4411');
		expect(moneyText(perHour(twoByFour), 4)).toBe('¥0.4411');
	});

	it('groups thousands', () => {
		// 0.441072 × 730 × 10 = 3,219.8256
		expect(moneyText(scaleMoney(perMonth(twoByFour), fraction(10)), 2)).toBe('¥3,219.83');
		expect(moneyText(yuan('999.995'), 2)).toBe('¥1,000.00');
		expect(moneyText(yuan('1234567'), 0)).toBe('¥1,234,567');
		expect(moneyText(yuan('100000'), 3)).toBe('¥100,000.000');
	});

	it('sets the minus before the symbol', () => {
		expect(moneyText(subtractMoney(yuan('0.3'), yuan('0.4')), 2)).toBe('-¥0.10');
		expect(moneyText(yuan('-1234.5'), 2)).toBe('-¥1,234.50');
		expect(moneyText(yuan('-0.004'), 2)).toBe('¥0.00');
	});

	it('shows dollars', () => {
		expect(moneyText(money('USD', fraction(693, 10_000)), 4)).toBe('US$0.0693');
	});

	it('never shows an exponent', () => {
		const huge = money('CNY', decimal(`1${'0'.repeat(24)}`));
		expect(moneyText(huge, 2)).toBe(`¥1${',000'.repeat(8)}.00`);
		expect(moneyText(money('CNY', fraction(1n, 10n ** 12n)), 6)).toBe('¥0.000000');
	});

	it('reads back as the rounded amount', () => {
		const cents = fc.bigInt({min: -(10n ** 20n), max: 10n ** 20n});
		fc.assert(
			fc.property(cents, fc.constantFrom(...CURRENCIES), (count, currency) => {
				const text = moneyText(money(currency, fraction(count, 100n)), 2);
				const plain = text.replace(symbolOf(currency), '').replaceAll(',', '').replace('.', '');
				return BigInt(plain) === count && /^-?(?:¥|US\$)\d{1,3}(?:,\d{3})*\.\d\d$/.test(text);
			}),
		);
	});
});
