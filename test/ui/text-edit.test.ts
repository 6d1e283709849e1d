import fc from 'fast-check';
import {expect, test} from 'vitest';
import {changeText, characters, typed} from '../../source/ui/state/text-edit.ts';

test('letters go in where the caret is', () => {
	const middle = changeText(typed('ab'), {kind: 'move', by: -1});
	expect(changeText(middle, {kind: 'insert', text: '计算'})).toEqual({text: 'a计算b', caret: 3});
});

test('backspace and delete take what a person sees as one character', () => {
	const flags = typed('é👩‍🚀');
	expect(changeText(flags, {kind: 'delete-before'}).text).toBe('é');
	expect(changeText({...flags, caret: 0}, {kind: 'delete-after'}).text).toBe('👩‍🚀');
});

test('Ctrl-U clears up to the caret', () => {
	expect(changeText({text: 'abc', caret: 2}, {kind: 'delete-line'})).toEqual({text: 'c', caret: 0});
});

test('a paste becomes one line without control characters', () => {
	expect(changeText(typed(''), {kind: 'insert', text: 'a\r\nb\u001b[2J\u0007'}).text).toBe(
		'a b[2J',
	);
});

test('the caret stays within the text', () => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), fc.integer(), fc.integer(), (text, caret, by) => {
			const edit = changeText({text, caret}, {kind: 'move', by});
			expect(edit.caret).toBeGreaterThanOrEqual(0);
			expect(edit.caret).toBeLessThanOrEqual(characters(text).length);
		}),
	);
});
