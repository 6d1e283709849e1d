import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {displayWidth} from '../../../source/present/display-width.ts';
import {excerptLines} from '../../../source/present/lint/excerpt.ts';

const marked = (text: string, word: string, width = 60) => {
	const start = text.indexOf(word);
	return excerptLines({text, start, end: start + word.length}, width);
};

describe('an excerpt', () => {
	test('has carets under what is marked', () => {
		expect(marked('  privileged: true # why', 'true')).toEqual([
			'  privileged: true # why',
			'              ^^^^',
		]);
	});

	test('counts cells, not characters', () => {
		expect(marked('名称: 值, 2', '值')).toEqual(['名称: 值, 2', '      ^^']);
	});

	test('draws tabs as blanks up to the next stop', () => {
		expect(marked('\t"a":\ttrue', 'true')).toEqual(['    "a":    true', '            ^^^^']);
	});

	test('escapes what a terminal would obey', () => {
		expect(marked('a\u001b[31m: b', 'b')).toEqual(['a\\u001b[31m: b', '             ^']);
	});

	test('has one caret where nothing is written', () => {
		expect(excerptLines({text: 'key:', start: 4, end: 4}, 60)).toEqual(['key:', '    ^']);
		expect(excerptLines({text: 'name: web', start: 9, end: 9}, 10)).toEqual([
			'name: web',
			'         ^',
		]);
		expect(excerptLines({text: 'name: webs', start: 10, end: 10}, 10)).toEqual([
			'…me: webs',
			'         ^',
		]);
	});

	test('cuts a long line around the place', () => {
		const text = `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`;
		const [line, carets] = marked(text, 'HERE', 40);
		expect(line).toMatch(/^…a+HEREb+…$/);
		expect(line.indexOf('HERE')).toBe(carets.indexOf('^'));
		expect(displayWidth(line)).toBe(40);
	});

	test('keeps the beginning of a line that is only long behind the place', () => {
		const [line, carets] = marked(`key: HERE${'b'.repeat(100)}`, 'HERE', 20);
		expect([line, carets]).toEqual([`key: HERE${'b'.repeat(10)}…`, '     ^^^^']);
	});

	test('never is wider than it may be, whatever the text', () => {
		const texts = fc
			.array(fc.constantFrom('a', '中', '\t', '\u001b', '😀', 'é', '\u0301', ' '), {maxLength: 300})
			.map(parts => parts.join(''));
		fc.assert(
			fc.property(texts, fc.nat(), fc.nat({max: 50}), (text, at, length) => {
				const start = at % (text.length + 1);
				const [line, carets] = excerptLines({text, start, end: start + length}, 40);
				expect(displayWidth(line)).toBeLessThanOrEqual(40);
				expect(displayWidth(carets)).toBeLessThanOrEqual(40);
				expect(carets).toMatch(/^ *\^+$/);
				expect(line).not.toMatch(/[\p{Cc}]/u);
			}),
		);
	});
});
