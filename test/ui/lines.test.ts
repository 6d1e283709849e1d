import fc from 'fast-check';
import {expect, test} from 'vitest';
import {displayWidth} from '../../source/present/display-width.ts';
import {broken, cellsOf, justified, oneLine, piece, windowed} from '../../source/ui/lines.ts';

const textOf = (line: readonly {readonly text: string}[]) => line.map(({text}) => text).join('');

test('a long line is broken without losing anything, and keeps its tones', () => {
	const line = [piece('key', 'key'), piece(': '), piece('"2-4Gi,ecs.c6.large"', 'string')];
	expect(broken(line, 12, 2)).toEqual([
		[piece('key', 'key'), piece(': '), piece('"2-4Gi,', 'string')],
		[piece('  '), piece('ecs.c6.lar', 'string')],
		[piece('  '), piece('ge"', 'string')],
	]);
});

test('a line is broken between words, as long as that fills it', () => {
	const lines = (text: string) => broken(oneLine(text), 20, 2).map(textOf);
	expect(lines('Use one of the words here')).toEqual(['Use one of the ', '  words here']);
	expect(lines('"ecs.c6.large,ecs.c7.large"')).toEqual(['"ecs.c6.large,', '  ecs.c7.large"']);
	expect(lines(`a ${'b'.repeat(30)}`)).toEqual([`a ${'b'.repeat(18)}`, `  ${'b'.repeat(12)}`]);
});

test('broken lines are never too wide', () => {
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom('a', ' ', '计', '…')}), text => {
			const lines = broken(oneLine(text), 9, 3);
			for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(9);
			expect(lines.map((line, index) => textOf(line).slice(index === 0 ? 0 : 3)).join('')).toBe(
				text,
			);
		}),
	);
});

test('two ends fill a line exactly', () => {
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom('a', '计')}), left => {
			const text = textOf(justified(oneLine(left), oneLine('右 end'), 30));
			expect(displayWidth(text)).toBe(30);
			expect(text.endsWith('右 end')).toBe(true);
		}),
	);
});

test('the window always shows the focus and never more than its height', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({min: 1, max: 3}), {minLength: 1, maxLength: 30}),
			fc.nat(),
			fc.integer({min: 6, max: 15}),
			(heights, at, height) => {
				const focus = at % heights.length;
				const blocks = heights.map((count, block) =>
					Array.from({length: count}, (_, line) => oneLine(`${block}.${line}`)),
				);
				const shown = windowed(blocks, focus, height).map(textOf);
				expect(shown.length).toBeLessThanOrEqual(height);
				for (const line of blocks[focus] ?? []) expect(shown).toContain(textOf(line));
			},
		),
	);
});
