import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	add,
	ceiling,
	compare,
	decimal,
	divide,
	type Fraction,
	fraction,
	multiply,
	parseDecimal,
	roundHalfEven,
	subtract,
	sum,
	toDecimal,
	toFixed,
	toNumber,
	zero,
} from '../../../source/domain/units/fraction.ts';

const anyFraction = fc
	.tuple(fc.bigInt({min: -(10n ** 24n), max: 10n ** 24n}), fc.bigInt({min: 1n, max: 10n ** 12n}))
	.map(([numerator, denominator]) => fraction(numerator, denominator));

/** Half of these lie exactly between two decimals. */
const tieOrFraction = fc.oneof(
	anyFraction,
	fc.bigInt({min: -100_000n, max: 100_000n}).map(n => fraction(2n * n + 1n, 2000n)),
);

const increment = (digits: readonly number[]): readonly number[] => {
	const last = digits.at(-1);
	if (last === undefined) return [1];
	return last < 9 ? [...digits.slice(0, -1), last + 1] : [...increment(digits.slice(0, -1)), 0];
};

/** Long division by hand, one digit after the other. */
const toFixedByHand = ({numerator, denominator}: Fraction, places: number): string => {
	const magnitude = numerator < 0n ? -numerator : numerator;
	let digits: readonly number[] = [...(magnitude / denominator).toString()].map(Number);
	let remainder = magnitude % denominator;
	for (let place = 0; place < places; place++) {
		digits = [...digits, Number((remainder * 10n) / denominator)];
		remainder = (remainder * 10n) % denominator;
	}
	const isOdd = (digits.at(-1) ?? 0) % 2 === 1;
	const half = remainder * 2n;
	if (half > denominator || (half === denominator && isOdd)) digits = increment(digits);
	const text = digits.join('');
	const point = text.length - places;
	const unsigned = places === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
	return numerator < 0n && /[1-9]/.test(unsigned) ? `-${unsigned}` : unsigned;
};

describe('exact arithmetic', () => {
	test('a tenth and two tenths are exactly three tenths', () => {
		expect(add(decimal('0.1'), decimal('0.2'))).toEqual(decimal('0.3'));
	});

	test('equal fractions are equal values, however they were written', () => {
		expect(fraction(-6, -4)).toEqual({numerator: 3n, denominator: 2n});
		expect(fraction(6, -4)).toEqual({numerator: -3n, denominator: 2n});
		expect(fraction(0, 7)).toEqual(zero);
	});

	test('a denominator of 0 is a bug, and is named as one', () => {
		expect(() => fraction(1, 0)).toThrow(RangeError);
		expect(() => divide(fraction(1), zero)).toThrow(RangeError);
	});

	test('subtracting undoes adding, and dividing undoes multiplying', () => {
		fc.assert(
			fc.property(anyFraction, anyFraction, (a, b) => {
				expect(subtract(add(a, b), b)).toEqual(a);
				if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
			}),
		);
	});

	test('a sum does not depend on the order', () => {
		fc.assert(
			fc.property(fc.array(anyFraction), terms => {
				expect(sum(terms.toReversed())).toEqual(sum(terms));
			}),
		);
	});

	test('comparing agrees with the sign of the difference', () => {
		fc.assert(
			fc.property(anyFraction, anyFraction, (a, b) => {
				const {numerator} = subtract(a, b);
				expect(compare(a, b)).toBe(numerator === 0n ? 0 : numerator > 0n ? 1 : -1);
			}),
		);
	});

	test.each([
		['2.0', 2n],
		['2.1', 3n],
		['-2.1', -2n],
		['-2', -2n],
		['0', 0n],
		['0.001', 1n],
	])('the ceiling of %s is %s', (text, expected) => {
		expect(ceiling(decimal(text))).toBe(expected);
	});
});

describe('reading decimals', () => {
	test.each([
		['12', 12, 1],
		['0.25', 1, 4],
		['.5', 1, 2],
		['5.', 5, 1],
		['-3.10', -31, 10],
		['+7', 7, 1],
		['00.50', 1, 2],
	])('%s is read exactly', (text, numerator, denominator) => {
		expect(parseDecimal(text)).toEqual(fraction(numerator, denominator));
	});

	test.each([
		'',
		'.',
		'-',
		'1e3',
		'1,5',
		' 1',
		'1\n',
		'0x10',
		'NaN',
		'Infinity',
		'１',
		'1'.repeat(101),
	])('%j is no decimal', text => {
		expect(parseDecimal(text)).toBeUndefined();
	});

	test('a literal that is no decimal is a bug, and is named as one', () => {
		expect(() => decimal('1e3')).toThrow('Not a decimal: 1e3');
	});
});

describe('rounding', () => {
	test.each([
		['0.5', 0, '0'],
		['1.5', 0, '2'],
		['2.5', 0, '2'],
		['-0.5', 0, '0'],
		['-1.5', 0, '-2'],
		['0.125', 2, '0.12'],
		['0.135', 2, '0.14'],
		['2.675', 2, '2.68'],
		['0.1250001', 2, '0.13'],
		['-0.001', 2, '0.00'],
		['9.995', 2, '10.00'],
		['0.006126', 2, '0.01'],
		['0.0049008', 2, '0.00'],
	])('%s with %i decimals is %s: ties go to the even digit', (text, places, expected) => {
		expect(toFixed(decimal(text), places)).toBe(expected);
	});

	test('rounding agrees with long division by hand', () => {
		fc.assert(
			fc.property(tieOrFraction, fc.nat({max: 15}), (value, places) => {
				expect(toFixed(value, places)).toBe(toFixedByHand(value, places));
			}),
			{numRuns: 1000},
		);
	});

	test('what was rounded reads back as the rounded value', () => {
		fc.assert(
			fc.property(tieOrFraction, fc.nat({max: 15}), (value, places) => {
				const rounded = roundHalfEven(value, places);
				expect(parseDecimal(toFixed(value, places))).toEqual(rounded);
				expect(parseDecimal(toDecimal(value, places))).toEqual(rounded);
			}),
		);
	});

	test.each([
		['10.00', '10'],
		['100', '100'],
		['0.50', '0.5'],
		['0.441072', '0.441072'],
		['-0.0000004', '0'],
		['0.0000005', '0'],
	])('%s is written %s, without trailing zeros', (text, expected) => {
		expect(toDecimal(decimal(text), 6)).toBe(expected);
	});
});

describe('the nearest float', () => {
	test('every float comes back unchanged', () => {
		fc.assert(
			fc.property(
				fc.double({min: 1e-90, max: 1e90, noNaN: true}),
				fc.boolean(),
				(magnitude, isNegative) => {
					const value = isNegative ? -magnitude : magnitude;
					const text = value.toPrecision(17);
					const [digits = '', exponent = '0'] = text.split('e');
					const power = 10n ** BigInt(Math.abs(Number(exponent)));
					const scale = Number(exponent) < 0 ? fraction(1n, power) : fraction(power);
					expect(toNumber(multiply(decimal(digits), scale))).toBe(value);
				},
			),
		);
	});

	test('a price per second keeps all its digits', () => {
		expect(toNumber(divide(decimal('0.39'), fraction(3600)))).toBe(39 / 360_000);
		expect(toNumber(fraction(1n, 10n ** 30n))).toBe(1e-30);
		expect(toNumber(fraction(2n ** 80n + 1n, 2n ** 80n))).toBe(1);
	});

	test('just above the middle of two floats is rounded up, however little above', () => {
		const middle = 2n ** 53n + 1n;
		const above = fraction(middle * 10n ** 40n + 1n, 10n ** 40n);
		expect(toNumber(fraction(middle))).toBe(2 ** 53);
		expect(toNumber(above)).toBe(2 ** 53 + 2);
	});
});
