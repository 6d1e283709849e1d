import {describe, expect, test} from 'vitest';
import {philox} from '../../../../source/domain/simulation/random/philox.ts';

type Counter = readonly [number, number, number, number];

const wordsOf = (counter: Counter, key: readonly [number, number]): string => {
	const words = new Int32Array(4);
	philox(...counter, ...key, words);
	return [...words].map(word => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
};

/** Random123, tests/kat_vectors. */
describe('Philox4x32-10', () => {
	test.each<[string, Counter, readonly [number, number], string]>([
		['zeros', [0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
		[
			'ones',
			[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
			[0xffffffff, 0xffffffff],
			'408f276d 41c83b0e a20bc7c6 6d5451fd',
		],
		[
			'pi',
			[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
			[0xa4093822, 0x299f31d0],
			'd16cfe09 94fdcceb 5001e420 24126ea1',
		],
	])('has the published words of %s', (_, counter, key, expected) => {
		expect(wordsOf(counter, key)).toBe(expected);
	});
});
