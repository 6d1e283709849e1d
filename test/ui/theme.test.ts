import {expect, test} from 'vitest';
import {themeOf} from '../../source/ui/theme.ts';

const channel = (value: number): number =>
	value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Relative luminance as WCAG defines it. */
const luminance = (hex: string): number => {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at =>
		channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
	);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

test('every colour can be read on black and on white', () => {
	for (const {color} of Object.values(themeOf(true))) {
		if (color === undefined) continue;
		const own = luminance(color);
		expect((own + 0.05) / 0.05).toBeGreaterThanOrEqual(4.5);
		expect(1.05 / (own + 0.05)).toBeGreaterThanOrEqual(4.5);
	}
});

test('without colour every role keeps its mark', () => {
	for (const look of Object.values(themeOf(false))) expect(look).not.toHaveProperty('color');
	expect(themeOf(false).focus.inverse).toBe(true);
});
