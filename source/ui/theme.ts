import {createContext, useContext} from 'react';
import type {Tone} from '../present/tone.ts';

/** What a piece of the screen is for. Components name roles, never colours. */
export type Role = Tone | 'focus' | 'caret' | 'step' | 'placeholder' | 'rule' | 'key-name';

/** Properties of Ink's `Text`. */
export type Look = {
	readonly color?: string;
	readonly bold?: boolean;
	readonly dimColor?: boolean;
	readonly inverse?: boolean;
};
export type Theme = {readonly [R in Role]: Look};

/** Marks say the same without colour: inverse, bold and dim stay under NO_COLOR. */
const monochrome: Theme = {
	plain: {},
	heading: {bold: true},
	muted: {dimColor: true},
	accent: {bold: true},
	good: {},
	warning: {},
	danger: {bold: true},
	spot: {},
	'on-demand': {},
	ecs: {},
	key: {},
	string: {},
	number: {},
	focus: {inverse: true},
	caret: {inverse: true},
	step: {inverse: true, bold: true},
	placeholder: {dimColor: true},
	rule: {dimColor: true},
	'key-name': {bold: true},
};

/** Each stands out 4.5:1 from black and from white; terminals with fewer colours get the nearest one. */
const PALETTE = {
	teal: '#008195',
	green: '#18873d',
	amber: '#a56800',
	red: '#e02d27',
	magenta: '#c339b7',
	blue: '#1371eb',
	grey: '#757575',
} as const;

const colored: Theme = {
	...monochrome,
	muted: {color: PALETTE.grey},
	accent: {color: PALETTE.teal, bold: true},
	good: {color: PALETTE.green},
	warning: {color: PALETTE.amber},
	danger: {color: PALETTE.red, bold: true},
	spot: {color: PALETTE.magenta},
	'on-demand': {color: PALETTE.blue},
	ecs: {color: PALETTE.teal},
	key: {color: PALETTE.blue},
	string: {color: PALETTE.green},
	number: {color: PALETTE.magenta},
	focus: {color: PALETTE.teal, inverse: true},
	step: {color: PALETTE.teal, inverse: true, bold: true},
	placeholder: {color: PALETTE.grey},
	rule: {color: PALETTE.grey},
	'key-name': {color: PALETTE.teal},
};

export const themeOf = (color: boolean): Theme => (color ? colored : monochrome);

/** False under NO_COLOR. */
export const isColored = (theme: Theme): boolean => theme === colored;

export const ThemeContext = createContext<Theme>(monochrome);
export const useTheme = (): Theme => useContext(ThemeContext);
