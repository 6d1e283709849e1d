import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	add,
	decimal,
	fraction,
	multiply,
	toFixed,
	zero,
} from '../../../source/domain/units/fraction.ts';
import {
	addMoney,
	addRates,
	compareRates,
	exactAmount,
	freeRate,
	hourlyRate,
	type Money,
	money,
	overSeconds,
	perHour,
	perMonth,
	rate,
	scaleMoney,
	scaleRate,
	subtractMoney,
	sumMoney,
} from '../../../source/domain/units/money.ts';

const yuan = (text: string) => money('CNY', decimal(text));
const dollars = (text: string) => money('USD', decimal(text));

/** The unit prices of the brief: a vCPU and a GiB, per second. */
const VCPU_SECOND = decimal('0.000049');
const GIB_SECOND = decimal('0.00000613');
const twoByFour = rate(
	'CNY',
	add(multiply(VCPU_SECOND, fraction(2)), multiply(GIB_SECOND, fraction(4))),
);

describe('prices of ECI', () => {
	test('2-4Gi costs 0.00012252 a second and 0.441072 an hour', () => {
		expect(toFixed(twoByFour.perSecond, 8)).toBe('0.00012252');
		expect(exactAmount(perHour(twoByFour))).toBe('0.441072');
	});

	test('696 hours of 2-4Gi cost 306.986112', () => {
		expect(exactAmount(overSeconds(twoByFour, fraction(696 * 3600)))).toBe('306.986112');
	});

	test('a month is 730 hours: 2-4Gi costs 321.98256 a month', () => {
		expect(exactAmount(perMonth(twoByFour))).toBe('321.98256');
	});

	test('0.39 an hour over 3,600 seconds is exactly 0.39', () => {
		expect(overSeconds(hourlyRate('CNY', decimal('0.39')), fraction(3600))).toEqual(yuan('0.39'));
	});

	test('50 seconds of 2-4Gi are a cent and 40 seconds are none', () => {
		const cents = (seconds: number) => toFixed(overSeconds(twoByFour, fraction(seconds)).amount, 2);
		expect(cents(50)).toBe('0.01');
		expect(cents(40)).toBe('0.00');
	});

	test('ten pods cost ten times one pod, and two rates add up', () => {
		const ten = scaleRate(twoByFour, fraction(10));
		expect(exactAmount(perHour(ten))).toBe('4.41072');
		expect(addRates(ten, twoByFour)).toEqual(scaleRate(twoByFour, fraction(11)));
		expect(addRates(ten, freeRate('CNY'))).toEqual(ten);
	});

	test('the cheaper rate comes first', () => {
		const rates = [
			hourlyRate('CNY', decimal('0.78')),
			twoByFour,
			hourlyRate('CNY', decimal('0.39')),
		];
		expect(rates.toSorted(compareRates).map(each => exactAmount(perHour(each)))).toEqual([
			'0.39',
			'0.441072',
			'0.78',
		]);
	});
});

describe('sums of money', () => {
	/** Money as whole ten-thousandths: what a ledger in integers would hold. */
	const ledger = fc.array(fc.bigInt({min: -(10n ** 15n), max: 10n ** 15n}));
	const entry = (units: bigint): Money<'CNY'> => money('CNY', fraction(units, 10_000n));

	test('a sum is the sum of the big integers behind it', () => {
		fc.assert(
			fc.property(ledger, units => {
				const total = units.reduce((a, b) => a + b, 0n);
				expect(sumMoney('CNY', units.map(entry))).toEqual(entry(total));
			}),
		);
	});

	test('the order of the lines does not change the total', () => {
		const lineItems = ledger.chain(units =>
			fc.tuple(
				fc.constant(units),
				fc.shuffledSubarray(units, {minLength: units.length, maxLength: units.length}),
			),
		);
		fc.assert(
			fc.property(lineItems, ([units, shuffled]) => {
				expect(sumMoney('CNY', shuffled.map(entry))).toEqual(sumMoney('CNY', units.map(entry)));
			}),
		);
	});

	test('taking away what was added leaves what was there', () => {
		fc.assert(
			fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
				expect(subtractMoney(addMoney(entry(a), entry(b)), entry(b))).toEqual(entry(a));
			}),
		);
	});

	test('no lines cost nothing', () => {
		expect(sumMoney('USD', [])).toEqual(money('USD', zero));
	});

	test('a third of ten, three times, is ten again', () => {
		const third = scaleMoney(yuan('10'), fraction(1, 3));
		expect(sumMoney('CNY', [third, third, third])).toEqual(yuan('10'));
	});
});

describe('two currencies', () => {
	const message = "CNY and USD don't add up";

	test('never meet in a sum: neither the compiler nor the program lets them', () => {
		// @ts-expect-error CNY + USD does not compile
		expect(() => addMoney(yuan('1'), dollars('1'))).toThrow(message);
		// @ts-expect-error CNY - USD does not compile
		expect(() => subtractMoney(yuan('1'), dollars('1'))).toThrow(message);
		// @ts-expect-error a CNY total of USD lines does not compile
		expect(() => sumMoney('CNY', [dollars('1')])).toThrow(message);
		// @ts-expect-error a CNY rate + a USD rate does not compile
		expect(() => addRates(freeRate('CNY'), freeRate('USD'))).toThrow(message);
		// @ts-expect-error a CNY rate is neither above nor below a USD rate
		expect(() => compareRates(freeRate('CNY'), freeRate('USD'))).toThrow(message);
	});

	test('are still told apart where the type no longer knows them', () => {
		const untyped: readonly Money[] = [yuan('1'), dollars('1')];
		expect(() => sumMoney<Money['currency']>('CNY', untyped)).toThrow(message);
	});
});

describe('amounts for machines', () => {
	test.each([
		['0.0000001', '0.0000001'],
		['1000000000000000000000', '1000000000000000000000'],
		['0.10', '0.1'],
		['-3.50', '-3.5'],
		['0', '0'],
	])('%s is written %s, never with an exponent', (text, expected) => {
		expect(exactAmount(yuan(text))).toBe(expected);
	});

	test('a second of an hourly price keeps twelve decimals', () => {
		expect(exactAmount(overSeconds(hourlyRate('CNY', decimal('0.39')), fraction(1)))).toBe(
			'0.000108333333',
		);
	});
});
