import {describe, expect, test} from 'vitest';
import {GROUND, INKS, type Ink} from '../../../source/present/page/palette.ts';

/** Relative luminance by WCAG 2.2. */
const luminance = (color: string): number => {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(start => {
		const share = Number.parseInt(color.slice(start, start + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
	const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (high + 0.05) / (low + 0.05);
};

test('black on white is 21:1, as WCAG says', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9);
});

describe.each(['light', 'dark'] as const)('in the %s', shade => {
	test.each(Object.entries<Ink>(INKS))('%s can be read', (_tone, ink) => {
		expect(contrast(ink[shade], GROUND[shade])).toBeGreaterThanOrEqual(4.5);
	});
});
