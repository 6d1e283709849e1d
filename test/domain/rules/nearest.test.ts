import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {editDistance, nearest} from '../../../source/domain/rules/nearest.ts';

/** The textbook recursion, too slow for anything but a test. */
const slowDistance = (a: string, b: string): number => {
	if (a === '' || b === '') return Math.max(a.length, b.length);
	const rest = slowDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
	const isSwap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
	const swapped = isSwap ? slowDistance(a.slice(2), b.slice(2)) + 1 : rest;
	return Math.min(swapped, rest, slowDistance(a.slice(1), b) + 1, slowDistance(a, b.slice(1)) + 1);
};

describe('the distance between two words', () => {
	it.each([
		['', '', 0],
		['', 'abc', 3],
		['kitten', 'sitting', 3],
		['flaw', 'lawn', 2],
		['cn-hangzou', 'cn-hangzhou', 1],
		['wbe', 'web', 1],
		['ab', 'ba', 1],
		['abc', 'cab', 2],
	])('from %j to %j is %i', (a, b, distance) => {
		expect(editDistance(a, b)).toBe(distance);
		expect(editDistance(b, a)).toBe(distance);
	});

	it('is that of the textbook', () => {
		const word = fc.string({unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5});
		fc.assert(
			fc.property(word, word, (a, b) => {
				expect(editDistance(a, b)).toBe(slowDistance(a, b));
			}),
			{numRuns: 300},
		);
	});
});

describe('the word that was meant', () => {
	it.each([
		['cn-hangzou', ['cn-beijing', 'cn-hangzhou'], 'cn-hangzhou'],
		['CN-HANGZHOU', ['cn-hangzhou'], 'cn-hangzhou'],
		['deploymnet', ['deployment', 'statefulset'], 'deployment'],
		['po', ['pod', 'job'], 'pod'],
		['wbe', ['api', 'web'], 'web'],
		['', ['a', 'bc'], 'a'],
		['zzzzzz', ['pod', 'job'], null],
		// A third of the longer word may differ.
		['abcdef', ['abcdefxyz'], 'abcdefxyz'],
		['abcdef', ['abcdefwxyz'], null],
		['cn-hangzhou', [], null],
		['x'.repeat(101), ['x'.repeat(101)], null],
	])('for %.20j of %j is %j', (word, known, meant) => {
		expect(nearest(word, known)).toBe(meant);
	});

	it('is the nearest of several, the first of two equally near', () => {
		expect(nearest('c65', ['c55', 'c6', 'c66'])).toBe('c55');
		expect(nearest('ecs.c6.xlage', ['ecs.c6.large', 'ecs.c6.xlarge'])).toBe('ecs.c6.xlarge');
	});

	it('is always one of those that are known', () => {
		const word = fc.string({unit: 'binary', maxLength: 12});
		fc.assert(
			fc.property(word, fc.array(word, {maxLength: 5}), (typed, known) => {
				const meant = nearest(typed, known);
				if (meant !== null) expect(known).toContain(meant);
				for (const name of known)
					if (name === typed) expect(meant?.toLowerCase()).toBe(typed.toLowerCase());
			}),
		);
	});
});
