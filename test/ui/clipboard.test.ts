import {expect, test} from 'vitest';
import {clipboardCode} from '../../source/ui/clipboard.ts';

const START = '\u001B]52;c;';
const END = '\u0007';

const sentBy = (code: string | null): string => {
	expect(code?.startsWith(START) && code.endsWith(END)).toBe(true);
	return Buffer.from(code?.slice(START.length, -END.length) ?? '', 'base64').toString('utf8');
};

test('the clipboard gets the text, without what a terminal would obey', () => {
	expect(sentBy(clipboardCode('name: 你好\n\tx: 1\n'))).toBe('name: 你好\n\tx: 1\n');
	expect(sentBy(clipboardCode('a\u001B]0;x\u0007b\u009Bc\r\n'))).toBe('a]0;xbc\n');
});

test('a text that terminals drop is not sent', () => {
	expect(clipboardCode('x'.repeat(56_000))).not.toBeNull();
	expect(clipboardCode('x'.repeat(60_000))).toBeNull();
});
