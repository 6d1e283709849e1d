import fc from 'fast-check';
import {expect, test} from 'vitest';
import {spliced} from '../../source/domain/manifest/annotate/splice.ts';
import {lineSplices} from '../../source/present/line-splices.ts';
import {plainText} from '../../source/present/tone.ts';
import {unifiedDiff} from '../../source/present/unified-diff.ts';

const text = fc
	.tuple(fc.array(fc.constantFrom('a', 'b', 'c', '')), fc.boolean())
	.map(([lines, isEnded]) => lines.join('\n') + (isEnded ? '\n' : ''));

test('the splices of two texts turn one into the other', () => {
	fc.assert(
		fc.property(text, text, (from, to) => {
			const splices = lineSplices(from, to);
			expect(spliced(from, splices, {start: 0, end: from.length})).toBe(to);
			if (from === to) expect(splices).toEqual([]);
		}),
	);
});

test('a line that changed is all there is to see', () => {
	const before = 'a\nb\nc\nd\n';
	const lines = unifiedDiff('web.yaml', before, lineSplices(before, 'a\nx\nc\nd\n')).map(plainText);
	expect(lines.filter(line => /^[-+](?![-+])/.test(line))).toEqual(['-b', '+x']);
});
