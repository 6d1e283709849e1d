import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {printable, shorten} from '../../source/present/printable.ts';

const isUnsafe = (code: number): boolean =>
	code < 0x20 ||
	(code >= 0x7f && code < 0xa0) ||
	(code >= 0xd800 && code <= 0xdfff) ||
	[0x061c, 0x200e, 0x200f, 0x2028, 0x2029].includes(code) ||
	(code >= 0x202a && code <= 0x202e) ||
	(code >= 0x2066 && code <= 0x2069);

const codesOf = (text: string): readonly number[] =>
	[...text].map(character => character.codePointAt(0) ?? 0);

/** Texts in which what must not be printed is frequent, lone surrogates included. */
const rough = fc
	.array(
		fc.oneof(
			fc.string({unit: 'binary'}),
			fc.integer({min: 0, max: 0xffff}).map(code => String.fromCharCode(code)),
			fc.constantFrom('\u001b[2J', '\u009b', '\u202e', '\u2066', '\ud83e', '\udd9c', '\r\n'),
		),
	)
	.map(parts => parts.join(''));

describe('printable', () => {
	it.each([
		['\u001b[31m', '\\u001b[31m'],
		['a\tb\r\nc', 'a\\tb\\r\\nc'],
		['\u0000\u007f\u0085', '\\u0000\\u007f\\u0085'],
		['\u202eabc\u2069', '\\u202eabc\\u2069'],
		['\u200e\u200f\u2028\u2029', '\\u200e\\u200f\\u2028\\u2029'],
		['\ud83e', '\\ud83e'],
		['\udd9c', '\\udd9c'],
		['🦜 pod é 容器 \\u001b', '🦜 pod é 容器 \\u001b'],
		['', ''],
	])('shows %j as %s', (text, shown) => {
		expect(printable(text)).toBe(shown);
	});

	it('escapes every code unit that a terminal might obey, and no other', () => {
		for (let code = 0; code <= 0xffff; code++) {
			const character = String.fromCharCode(code);
			expect(printable(character) !== character, code.toString(16)).toBe(isUnsafe(code));
		}
	});

	it('leaves nothing behind that a terminal might obey', () => {
		fc.assert(fc.property(rough, text => !codesOf(printable(text)).some(isUnsafe)));
	});

	it('changes nothing that it has made', () => {
		fc.assert(fc.property(rough, text => printable(printable(text)) === printable(text)));
	});

	it('changes no printable ASCII', () => {
		fc.assert(fc.property(fc.string({unit: 'grapheme-ascii'}), text => printable(text) === text));
	});
});

describe('shorten', () => {
	it.each([
		['abcdef', 6, 'abcdef'],
		['abcdef', 5, 'abcd…'],
		['abcdef', 1, '…'],
		['abcdef', 0, ''],
		['', 0, ''],
		['🦜🦜🦜', 3, '🦜🦜🦜'],
		['🦜🦜🦜🦜', 3, '🦜🦜…'],
	])('%s in %d characters is %s', (text, maximum, shown) => {
		expect(shorten(text, maximum)).toBe(shown);
	});

	it('keeps what fits and cuts the rest between code points', () => {
		fc.assert(
			fc.property(rough, fc.integer({min: 1, max: 20}), (text, maximum) => {
				const [given, kept] = [[...text], [...shorten(text, maximum)]];
				if (given.length <= maximum) return shorten(text, maximum) === text;
				return (
					kept.length === maximum && kept.join('') === `${given.slice(0, maximum - 1).join('')}…`
				);
			}),
		);
	});
});
