import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {cutCells, displayWidth, padCells, wrapCells} from '../../source/present/display-width.ts';

/** What names, descriptions and messages are made of. */
const piece = fc.oneof(
	{weight: 4, arbitrary: fc.stringMatching(/^[ -~]{0,8}$/)},
	{
		weight: 4,
		arbitrary: fc.stringMatching(/^[\u4e00-\u9fff\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]{1,6}$/),
	},
	fc.stringMatching(/^[，。、：；！？（）《》「」￥％Ａ-Ｚ０-９]{1,4}$/),
	fc.stringMatching(/^[À-ÿĀ-žΑ-ωА-я]{1,6}$/),
	fc.stringMatching(/^[a-zà-ÿ][\u0300-\u036f]{1,2}$/),
	fc.constantFrom('¥', '·', '…', '–', '▲', '─', '“', '”', '°', '±', '→', '✓', '⚠', '★'),
	fc.constantFrom('😀', '🚀', '⭐', '✅', '⌚', '⏩', '♈', '🈚', '🀄', '🫠'),
	fc.constantFrom('❤️', '☎️', '©️', '1️⃣', '🇨🇳', '👍🏽', '✌🏽', '👨‍👩‍👧', '🏳️‍🌈', '🧑🏽‍🚀', '👩‍❤️‍👨'),
	fc.constantFrom('한글'.normalize('NFD'), 'が'.normalize('NFD'), 'ｶﾞ', 'é'.normalize('NFD')),
	fc.constantFrom('\u200b', '\u200d', '\ufeff', '\ufe0f', '\u2060'),
);
const text = fc.array(piece, {maxLength: 8}).map(pieces => pieces.join(' '));

describe('displayWidth', () => {
	test('agrees with string-width about what people write', () => {
		fc.assert(
			fc.property(text, value => {
				expect(displayWidth(value)).toBe(stringWidth(value));
			}),
			{numRuns: 2000},
		);
	});

	test('agrees with it about every assigned character but format marks, letters of flags and parts of Hangul', () => {
		const partOfHangul = /[\u1160-\u11ff\ud7b0-\ud7fb]/;
		const different: string[] = [];
		for (let code = 0xa0; code <= 0x3ffff; code++) {
			const character = String.fromCodePoint(code);
			if (
				/[\p{Cn}\p{Cs}\p{Cf}\p{Regional_Indicator}]/u.test(character) ||
				partOfHangul.test(character)
			)
				continue;
			if (displayWidth(character) !== stringWidth(character)) different.push(code.toString(16));
		}
		expect(different).toEqual([]);
	});

	test('of two texts is the sum of both, where they do not join', () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				expect(displayWidth(`${a} ${b}`)).toBe(displayWidth(a) + 1 + displayWidth(b));
			}),
		);
	});
});

describe('padCells and cutCells', () => {
	test('fill to the width on either side', () => {
		expect(padCells('规格', 6, 'left')).toBe('规格  ');
		expect(padCells('规格', 6, 'right')).toBe('  规格');
		expect(padCells('规格', 3, 'left')).toBe('规格');
	});

	test('cut to the width with an ellipsis, never through a character', () => {
		expect(cutCells('按量付费', 8)).toBe('按量付费');
		expect(cutCells('按量付费', 7)).toBe('按量付…');
		expect(cutCells('按量付费', 6)).toBe('按量…');
		expect(cutCells('👨‍👩‍👧👨‍👩‍👧', 3)).toBe('👨‍👩‍👧…');
		expect(cutCells('abc', 0)).toBe('');
		fc.assert(
			fc.property(text, fc.integer({min: 1, max: 40}), (value, width) => {
				const cut = cutCells(value, width);
				expect(displayWidth(cut)).toBeLessThanOrEqual(Math.max(width, 1));
				expect(cut === value || cut.endsWith('…')).toBe(true);
			}),
		);
	});
});

describe('wrapCells', () => {
	test('breaks at blanks, which vanish there', () => {
		expect(wrapCells('one two three', 7)).toEqual(['one two', 'three']);
		expect(wrapCells('The price is from 2024-10-09, 775 days ago.', 29)).toEqual([
			'The price is from 2024-10-09,',
			'775 days ago.',
		]);
		expect(wrapCells('', 5)).toEqual(['']);
	});

	test('breaks between Chinese characters, but not before a stop or behind a bracket', () => {
		expect(wrapCells('请检查文件权限', 6)).toEqual(['请检查', '文件权', '限']);
		expect(wrapCells('请检查，文件', 6)).toEqual(['请检', '查，文', '件']);
		expect(wrapCells('每月（730 小时）', 6)).toEqual(['每月', '（730', '小时）']);
	});

	test('breaks a word that is too long for any line', () => {
		expect(wrapCells('a abcdefghij b', 4)).toEqual(['a', 'abcd', 'efgh', 'ij b']);
	});

	test('keeps the blanks at the start of a text', () => {
		expect(wrapCells('  eci-plan size', 12)).toEqual(['  eci-plan', 'size']);
	});

	test('stays within the width, loses nothing but blanks, and never starts a line with one', () => {
		fc.assert(
			fc.property(
				text.map(value => value.replace(/(?<=^| )[\p{Mn}\p{Cf}]+/gu, '').trim()),
				fc.integer({min: 4, max: 60}),
				(value, width) => {
					const lines = wrapCells(value, width);
					expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
					for (const line of lines) {
						expect(displayWidth(line)).toBeLessThanOrEqual(width);
						expect(line).toBe(line.trim());
					}
				},
			),
			{numRuns: 1000},
		);
	});
});
