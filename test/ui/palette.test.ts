import {describe, expect, test} from 'vitest';
import {labelsOf} from '../../source/present/labels.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import type {Press} from '../../source/ui/key-press.ts';
import {KEYMAP} from '../../source/ui/keymap.ts';
import {commandName, commandsOf, type Palette} from '../../source/ui/palette.ts';
import {reduceEvents} from '../../source/ui/press-keys.ts';
import {STEPS, type WizardState} from '../../source/ui/state/wizard-types.ts';
import {unavailableText} from '../../source/ui/unavailable-text.ts';
import type {View} from '../../source/ui/view.ts';
import {atStep, focusField, focusOn} from '../helpers/wizard-steps.ts';

const en = wizardTextsOf('en');
const view: View = {texts: en, labels: labelsOf('en'), language: 'en', width: 80, height: 14};

const ENTER: Press = {input: '', key: {return: true}};
const DOWN: Press = {input: '', key: {downArrow: true}};
const pressing = (state: WizardState, ...presses: readonly (Press | string)[]): WizardState =>
	reduceEvents(state, {
		type: 'keys-pressed',
		presses: presses.map(press => (typeof press === 'string' ? {input: press, key: {}} : press)),
		view,
	});

const named = (state: WizardState) =>
	commandsOf(state, state.overlay as Palette).map(({binding}) => commandName(binding, en));

describe('the palette', () => {
	test('has a line for every action that the help of any step prints', () => {
		const state = pressing(atStep('chain'), ':');
		const names = named(state);
		for (const word of ['undo', 'redo', 'add', 'drop', 'pin', 'avoid', 'filter', 'why', 'take it'])
			expect(names).toContain(word);
		for (const step of STEPS) expect(names).toContain(`go to ${en.steps[step]}`);
		expect(new Set(names).size).toBe(names.length);
	});

	test('prints the keys of the table', () => {
		const state = pressing(atStep('chain'), ':');
		for (const {binding, shown} of commandsOf(state, state.overlay as Palette))
			expect(binding.action.type === 'jump' || KEYMAP.some(one => one.shown === shown)).toBe(true);
	});

	test('runs what is found by typing', () => {
		const state = pressing(atStep('chain'), ':', ...'billing', ENTER);
		expect(state).toMatchObject({overlay: null, step: 'billing'});
		const focused = focusOn(atStep('chain'), ({kind}) => kind === 'entry');
		expect(pressing(focused, ':', ...'pin', ENTER).input.chain?.pin).toHaveLength(1);
	});

	test('works from a text that takes letters', () => {
		const field = focusField(atStep('containers'), 'cpu');
		const state = reduceEvents(field, {
			type: 'keys-pressed',
			presses: [{input: 'p', key: {ctrl: true}}],
			view,
		});
		expect(state.overlay?.kind).toBe('palette');
		expect(pressing(state, ...'add', ENTER).input.containers).toHaveLength(2);
	});

	test('says why a command does nothing here, and stays', () => {
		const state = pressing(atStep('billing'), ':', ...'take', ENTER);
		expect(state.overlay?.kind).toBe('palette');
		expect(state.message).toMatchObject({kind: 'unavailable', shown: 't', steps: ['size']});
	});

	test('keeps the focus within what is left', () => {
		const state = pressing(atStep('chain'), ':', ...'undo', DOWN, DOWN, DOWN);
		expect(state.overlay).toMatchObject({cursor: named(state).length - 1});
	});
});

describe.each(LANGUAGES)('a key that does nothing here says why in %s', language => {
	const texts = wizardTextsOf(language);
	const said = (state: WizardState): string =>
		state.message?.kind === 'unavailable' ? unavailableText(state.message, state.step, texts) : '';

	test('by the step where it works', () => {
		const state = pressing(atStep('billing'), 't');
		expect(said(state)).toContain(texts.keys.take);
		expect(said(state)).toContain(texts.steps.size);
	});

	test('by the rows where it works', () => {
		const row = focusOn(atStep('chain'), ({kind}) => kind === 'add-entry');
		expect(said(pressing(row, 'p'))).toContain(texts.habits.rows['entry']);
	});

	test('and letters that are no key anywhere say nothing', () => {
		expect(pressing(atStep('billing'), 'z').message).toBeNull();
	});
});
