import type {Tone} from '../tone.ts';

/** A colour on white paper and one on the dark: each 4.5:1 against its ground, as a test computes. */
export type Ink = {readonly light: string; readonly dark: string};

export const GROUND: Ink = {light: '#ffffff', dark: '#14171c'};

export const INKS: Readonly<Record<Tone, Ink>> = {
	plain: {light: '#1b1f24', dark: '#e4e7eb'},
	heading: {light: '#1b1f24', dark: '#ffffff'},
	muted: {light: '#5c6470', dark: '#9aa4b1'},
	accent: {light: '#00707f', dark: '#4cc3d3'},
	good: {light: '#18733a', dark: '#57c47c'},
	warning: {light: '#8a5500', dark: '#e0a94a'},
	danger: {light: '#c02019', dark: '#ff7b73'},
	spot: {light: '#a52b9b', dark: '#e583dc'},
	'on-demand': {light: '#0f5fc4', dark: '#75aefc'},
	ecs: {light: '#3f5a00', dark: '#a9c957'},
	key: {light: '#0f5fc4', dark: '#75aefc'},
	string: {light: '#18733a', dark: '#57c47c'},
	number: {light: '#7a3fc0', dark: '#c19bf5'},
};

/** Lines around tables and charts: no text, so they may be fainter. */
export const RULE: Ink = {light: '#cfd5dc', dark: '#3a414b'};

const variables = (shade: keyof Ink): string =>
	[
		`--ground:${GROUND[shade]}`,
		`--rule:${RULE[shade]}`,
		...Object.entries(INKS).map(([tone, ink]) => `--${tone}:${ink[shade]}`),
	].join(';');

/**
 * The colours as variables of `selector`: light, dark where the reader has it so, and light again in
 * print.
 */
export const paletteStyle = (selector: string): string =>
	[
		`${selector}{${variables('light')}}`,
		`@media screen and (prefers-color-scheme:dark){${selector}{${variables('dark')}}}`,
	].join('\n');
