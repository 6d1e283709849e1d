import fc from 'fast-check';
import {expect, test} from 'vitest';
import {positionsIn} from '../../../../source/domain/manifest/source/position.ts';

test('lines end with LF, CRLF or CR, and nothing else', () => {
	const at = positionsIn('a\r\nb\rc\u2028d\n');
	expect([0, 1, 3, 5, 7, 9].map(at)).toEqual([
		{line: 1, column: 1},
		{line: 1, column: 2},
		{line: 2, column: 1},
		{line: 3, column: 1},
		{line: 3, column: 3},
		{line: 4, column: 1},
	]);
});

test('a byte order mark takes no column', () => {
	const at = positionsIn('\ufeffab\n\ufeffc');
	expect([0, 1, 2, 5].map(offset => at(offset).column)).toEqual([1, 1, 2, 1]);
});

test('a position leads back to its offset', () => {
	const texts = fc
		.array(fc.constantFrom('a', 'é', '\n', '\r\n', ' '))
		.map(pieces => pieces.join(''));
	fc.assert(
		fc.property(texts, fc.nat(), (text, seed) => {
			const offset = seed % (text.length + 1);
			const {line, column} = positionsIn(text)(offset);
			const before = text.split('\n').slice(0, line - 1);
			expect(before.join('').length + before.length + column - 1).toBe(offset);
		}),
	);
});
