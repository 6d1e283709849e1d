import {type Binding, bind, FOOTER, type Situation} from './bindings.ts';
import {either, letter, named, shifted} from './key-press.ts';
import type {WizardAction} from './state/wizard-types.ts';

const onSlider = ({row}: Situation): boolean =>
	row?.kind === 'field' && row.field.kind === 'slider';

/** A slider has digits typed into it as well, so its text has no caret to move. */
const SLIDING: readonly Binding[] = [
	bind('←→', 'slide', named('leftArrow'), {type: 'slide', by: -1}, onSlider, FOOTER),
	bind('', 'slide', named('rightArrow'), {type: 'slide', by: 1}, onSlider),
	bind('⇧←→', 'slideFar', shifted('leftArrow'), {type: 'slide', by: -10}, onSlider, FOOTER),
	bind('', 'slideFar', shifted('rightArrow'), {type: 'slide', by: 10}, onSlider),
];

const inWeek = ({place}: Situation): boolean => place === 'week';
const onWeek = ({row}: Situation): boolean => row?.kind === 'draw-week';

const ARROWS = [
	['upArrow', -1, 0],
	['downArrow', 1, 0],
	['leftArrow', 0, -1],
	['rightArrow', 0, 1],
] as const;

const moving = (mark: boolean): readonly Binding[] =>
	ARROWS.map(([arrow, days, hours], index) =>
		bind(
			index > 0 ? '' : mark ? '⇧↑↓←→' : '↑↓←→',
			mark ? 'mark' : 'move',
			(mark ? shifted : named)(arrow),
			{type: 'week-move', days, hours, mark},
			inWeek,
			FOOTER,
		),
	);

const shape = (key: string, label: 'always' | 'office' | 'nights' | 'weekend'): Binding =>
	bind(key, label, letter(key), {type: 'week-preset', preset: label}, inWeek, FOOTER);

const close: WizardAction = {type: 'go-on'};

const WEEK: readonly Binding[] = [
	bind('Space', 'draw', either(letter(' '), named('rightArrow')), {type: 'open'}, onWeek, FOOTER),
	bind('Enter', 'draw', named('return'), {type: 'open'}, onWeek, FOOTER),
	...moving(true),
	...moving(false),
	...Array.from({length: 10}, (_, digit) =>
		bind(
			digit === 0 ? '0–9' : '',
			'replicas',
			letter(String(digit)),
			{type: 'week-digit', digit: String(digit)},
			inWeek,
			FOOTER,
		),
	),
	shape('a', 'always'),
	shape('o', 'office'),
	shape('n', 'nights'),
	shape('w', 'weekend'),
	bind('Enter Esc', 'close', named('return'), close, inWeek, FOOTER),
	bind('', 'close', named('escape'), {type: 'go-back'}, inWeek),
];

const ADVICE: readonly Binding[] = [
	bind(
		'Enter',
		'take',
		named('return'),
		{type: 'go-on'},
		({row}) => row?.kind === 'checkpoint',
		FOOTER,
	),
];

/** Keys of what is moved and drawn in place of being typed. */
export const DRAWING: readonly Binding[] = [...SLIDING, ...WEEK, ...ADVICE];
