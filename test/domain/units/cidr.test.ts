import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseCidr, usableAddresses} from '../../../source/domain/units/cidr.ts';

const usable = (text: string): number | string => {
	const read = parseCidr(text);
	return read.ok ? usableAddresses(read.value) : read.problem.reason;
};

describe('the range of a vSwitch', () => {
	test.each([
		['10.0.0.0/24', 252],
		['192.168.1.0/29', 4],
		['172.16.0.0/16', 65_532],
		['10.0.0.16/28', 12],
	])('%s has %i addresses for pods', (text, count) => {
		expect(usable(text)).toBe(count);
	});

	test.each([
		['10.0.0.0', 'malformed'],
		['10.0.0/24', 'malformed'],
		['10.0.0.256/24', 'malformed'],
		['10.0.0.0/15', 'prefix'],
		['10.0.0.0/30', 'prefix'],
		['', 'malformed'],
		['10.0.0.0/24 ; rm', 'malformed'],
	])('%s is refused as %s', (text, reason) => {
		expect(usable(text)).toBe(reason);
	});

	test('an address inside a range suggests the start of the range', () => {
		expect(parseCidr('10.1.2.77/24')).toEqual({
			ok: false,
			problem: {reason: 'malformed', suggestion: '10.1.2.0/24'},
		});
	});

	test('every suggestion is a range that is taken', () => {
		const octet = fc.integer({min: 0, max: 255});
		fc.assert(
			fc.property(
				octet,
				octet,
				octet,
				octet,
				fc.integer({min: 16, max: 29}),
				(a, b, c, d, prefix) => {
					const read = parseCidr(`${a}.${b}.${c}.${d}/${prefix}`);
					const text = read.ok ? `${a}.${b}.${c}.${d}/${prefix}` : (read.problem.suggestion ?? '');
					expect(parseCidr(text).ok).toBe(true);
					expect(usable(text)).toBe(2 ** (32 - prefix) - 4);
				},
			),
		);
	});

	test('no text makes it throw', () => {
		fc.assert(
			fc.property(fc.string(), text => {
				parseCidr(text);
			}),
		);
	});
});
