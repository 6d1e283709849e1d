import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decimal, fraction} from '../../../source/domain/units/fraction.ts';
import {
	bytes,
	cpuMillis,
	formatCpu,
	formatMemory,
	gibToBytes,
	isDecimalUnit,
	parseCpu,
	parseMemory,
	parseQuantity,
	toGib,
	toVcpu,
	vcpuToMillis,
} from '../../../source/domain/units/quantity.ts';

describe('Kubernetes quantities', () => {
	test.each([
		['500m', fraction(1, 2)],
		['0.5', fraction(1, 2)],
		['2', fraction(2)],
		['+2', fraction(2)],
		['1e3', fraction(1000)],
		['1E3', fraction(1000)],
		['15e-1', fraction(3, 2)],
		['100n', decimal('0.0000001')],
		['250u', decimal('0.00025')],
		['3Gi', fraction(3n * 2n ** 30n)],
		['1.5Gi', fraction(3n * 2n ** 29n)],
		['4G', fraction(4_000_000_000)],
		['4k', fraction(4000)],
		['1E', fraction(10n ** 18n)],
		['1Ei', fraction(2n ** 60n)],
		['0', fraction(0)],
		[' 4Gi ', fraction(4n * 2n ** 30n)],
	])('%s is read exactly', (text, expected) => {
		expect(parseQuantity(text)).toEqual({ok: true, value: expected});
	});

	test.each([
		['', 'empty'],
		[' ', 'empty'],
		['Gi', 'malformed'],
		['-', 'malformed'],
		['1.2.3', 'malformed'],
		['1,024Mi', 'malformed'],
		['4.5.6Gi', 'malformed'],
		['2-4Gi', 'malformed'],
		['9'.repeat(41), 'malformed'],
		['-1', 'negative'],
		['-4GB', 'negative'],
		['1x', 'unit-unknown'],
		['1gi', 'unit-unknown'],
		['1constructor', 'unit-unknown'],
		['1e100', 'unit-unknown'],
	])('%j is refused as %s', (text, reason) => {
		expect(parseQuantity(text)).toMatchObject({ok: false, problem: {reason}});
	});

	test('no text makes it throw', () => {
		const inherited = Object.getOwnPropertyNames(Object.prototype);
		const anyText = fc.oneof(
			fc.string({unit: 'binary'}),
			fc.tuple(fc.nat(), fc.constantFrom(...inherited)).map(([n, name]) => `${n}${name}`),
			fc.tuple(fc.nat(), fc.string({maxLength: 4})).map(([n, suffix]) => `${n}${suffix}`),
			fc.tuple(fc.constantFrom('1', ' ', '1 c'), fc.nat(120)).map(([part, n]) => part.repeat(n)),
		);
		fc.assert(
			fc.property(anyText, text => {
				for (const parse of [parseQuantity, parseCpu, parseMemory])
					expect(parse(text)).toHaveProperty('ok');
			}),
			{numRuns: 1000},
		);
	});
});

describe('CPU', () => {
	test.each([
		['500m', 500],
		['0.5', 500],
		['2', 2000],
		['.25', 250],
		['1e1', 10_000],
		['0.0001', 1],
		['100n', 1],
		['1500.5m', 1501],
	])('%s is %i thousandths of a vCPU, rounded up', (text, expected) => {
		expect(parseCpu(text)).toEqual({ok: true, value: cpuMillis(expected)});
	});

	test.each([
		['0', 'zero'],
		['0m', 'zero'],
		['-1', 'negative'],
		['1e30', 'too-large'],
		['1'.repeat(41), 'malformed'],
	])('%s is refused as %s', (text, reason) => {
		expect(parseCpu(text)).toEqual({ok: false, problem: {reason}});
	});

	test.each([
		['2 vCPU', '2'],
		['2c', '2'],
		['4 cores', '4'],
		['0.5cpu', '0.5'],
		['500 m', '500m'],
		['500mCPU', '500m'],
		['500 millicores', '500m'],
		['2-4Gi', '2'],
	])('whoever types %s is asked whether they meant %s', (text, suggestion) => {
		expect(parseCpu(text)).toMatchObject({ok: false, problem: {suggestion}});
	});

	test('nobody is offered gibibytes of CPU', () => {
		expect(parseCpu('4GB')).toEqual({ok: false, problem: {reason: 'unit-unknown'}});
	});

	test('what is written reads back as the same CPU', () => {
		expect(formatCpu(cpuMillis(2000))).toBe('2');
		expect(formatCpu(cpuMillis(1500))).toBe('1500m');
		fc.assert(
			fc.property(fc.integer({min: 1, max: 10_000_000}), millis => {
				expect(parseCpu(formatCpu(cpuMillis(millis)))).toEqual({ok: true, value: millis});
			}),
		);
	});

	test('2.5 vCPU are 2,500 thousandths, and back', () => {
		expect(vcpuToMillis(2.5)).toBe(2500);
		expect(toVcpu(cpuMillis(2500))).toBe(2.5);
	});
});

describe('memory', () => {
	test.each([
		['3Gi', 3 * 2 ** 30],
		['4G', 4_000_000_000],
		['0.1Gi', 107_374_183],
		['3500M', 3_500_000_000],
		['512Mi', 536_870_912],
		['64Ki', 65_536],
	])('%s is %i bytes, rounded up', (text, expected) => {
		expect(parseMemory(text)).toEqual({ok: true, value: bytes(expected)});
	});

	test('4G is smaller than 4Gi, and the unit gives it away', () => {
		expect(4_000_000_000).toBeLessThan(gibToBytes(4));
		expect(['4G', '3500M', '4.G', ' 1T '].map(isDecimalUnit)).toEqual([true, true, true, true]);
		expect(['4Gi', '500m', '1e3', '4', 'G'].map(isDecimalUnit)).toEqual(Array(5).fill(false));
	});

	test.each([
		['3', '3Gi'],
		['0.5', '0.5Gi'],
		['64', '64Gi'],
		['512', '512Mi'],
		['2048', '2048Mi'],
		['536870912', '512Mi'],
		['1e3', '1000Mi'],
	])('a bare %s on a command line is a mistake for %s', (text, suggestion) => {
		expect(parseMemory(text)).toEqual({ok: false, problem: {reason: 'unit-missing', suggestion}});
	});

	test('a bare number in a manifest is bytes', () => {
		expect(parseMemory('1073741824', {bare: 'bytes'})).toEqual({ok: true, value: 2 ** 30});
		expect(parseMemory('1e3', {bare: 'bytes'})).toEqual({ok: true, value: 1000});
	});

	test('512m is half a byte in a manifest, and a mistake for 512Mi on a command line', () => {
		expect(parseMemory('512m', {bare: 'bytes'})).toEqual({ok: true, value: 1});
		expect(parseMemory('512m')).toEqual({
			ok: false,
			problem: {reason: 'fraction-unit', suggestion: '512Mi'},
		});
	});

	test.each([
		['4GB', '4Gi'],
		['4gb', '4Gi'],
		['4 GiB', '4Gi'],
		['4 Gi', '4Gi'],
		['4g', '4Gi'],
		['512MB', '512Mi'],
		['512 mb', '512Mi'],
		['2 gbytes', '2Gi'],
		['64K', '64Ki'],
		['2-4G', '4Gi'],
		['2-4Gi', '4Gi'],
		['0.25-0.5Gi', '0.5Gi'],
	])('whoever types %s is asked whether they meant %s', (text, suggestion) => {
		expect(parseMemory(text)).toMatchObject({ok: false, problem: {suggestion}});
	});

	test.each([
		['0', 'zero'],
		['0Gi', 'zero'],
		['0GB', 'unit-unknown'],
		['-1Gi', 'negative'],
		['9Pi', 'too-large'],
		['1,024Mi', 'malformed'],
		['512 megs', 'unit-unknown'],
	])('%s is refused as %s, and nothing is suggested', (text, reason) => {
		expect(parseMemory(text)).toEqual({ok: false, problem: {reason}});
	});

	test('whatever is suggested can be typed', () => {
		const typed = fc
			.tuple(
				fc.constantFrom('0', '0.5', '4', '512', '5000000', '1e9', '2-4', '99999999999'),
				fc.constantFrom('', ' ', 'm', 'G', 'gb', ' GiB', 'MB', 'pb', ' cores', 'c', ' m', 'mb'),
			)
			.map(([number, unit]) => number + unit);
		fc.assert(
			fc.property(typed, fc.constantFrom(parseCpu, parseMemory), (text, parse) => {
				const read = parse(text);
				const suggestion = read.ok ? undefined : read.problem.suggestion;
				if (suggestion !== undefined) expect(parse(suggestion)).toMatchObject({ok: true});
			}),
			{numRuns: 500},
		);
	});

	test.each([
		[3 * 2 ** 30, '3Gi'],
		[3 * 2 ** 29, '1536Mi'],
		[65_536, '64Ki'],
		[4_000_000_000, '4G'],
		[3_500_000_000, '3500M'],
		[107_374_183, '107374.183k'],
		[1, '0.001k'],
	])('%i bytes are written %s', (size, expected) => {
		expect(formatMemory(bytes(size))).toBe(expected);
	});

	test('what is written reads back as the same memory, on a command line too', () => {
		const size = fc.oneof(
			fc.integer({min: 1, max: 2 ** 45}),
			fc
				.tuple(fc.integer({min: 1, max: 4096}), fc.constantFrom(1e3, 1e6, 1e9, 2 ** 20, 2 ** 30))
				.map(([count, unit]) => count * unit),
		);
		fc.assert(
			fc.property(size, count => {
				expect(parseMemory(formatMemory(bytes(count)))).toEqual({ok: true, value: count});
			}),
		);
	});

	test('half a GiB is 536,870,912 bytes, and back', () => {
		expect(gibToBytes(0.5)).toBe(536_870_912);
		expect(toGib(bytes(536_870_912))).toBe(0.5);
	});
});
