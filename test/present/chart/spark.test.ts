import {expect, test} from 'vitest';
import {sparkText} from '../../../source/present/chart/spark.ts';
import {displayWidth} from '../../../source/present/display-width.ts';

test('each cell is two columns and four rows of dots', () => {
	// Row of a value: floor(4 × value / largest), at most 3; rows 0, 0, 1, 2, 3 … by hand.
	expect(sparkText([[0, 1, 2, 3, 4, 4, 4, 4]], 4)).toBe('⡠⠊⠉⠉');
	expect(sparkText([[4]], 1)).toBe('⠉');
});

test('several lines share a row', () => {
	expect(
		sparkText(
			[
				[0, 0],
				[4, 4],
			],
			1,
		),
	).toBe('⣉');
});

test('nothing is drawn of nothing, or without room', () => {
	expect(sparkText([[0, 0]], 8)).toBe('');
	expect(sparkText([], 8)).toBe('');
	expect(sparkText([[1, 2]], 0)).toBe('');
});

test('it is as wide as it was asked to be', () => {
	for (const cells of [1, 2, 7, 16])
		expect(displayWidth(sparkText([[1, 2, 3]], cells))).toBe(cells);
});
