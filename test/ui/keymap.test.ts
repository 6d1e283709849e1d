import {expect, test} from 'vitest';
import type {Situation} from '../../source/ui/bindings.ts';
import type {Press} from '../../source/ui/key-press.ts';
import {actionOf, KEYMAP} from '../../source/ui/keymap.ts';
import {CHAIN_FIELDS} from '../../source/ui/state/fields.ts';
import {CPU_FIELD_ROW} from './situations.ts';

const idle: Situation = {
	place: 'chain',
	row: {kind: 'entry', token: '2-4Gi', index: 0},
	typing: false,
	free: false,
	presetNamed: false,
	list: null,
};
const inText: Situation = {...idle, place: 'containers', row: CPU_FIELD_ROW, typing: true};
const press = (input: string, key: Press['key'] = {}): Press => ({input, key});

test('digits jump to a step, except into a text', () => {
	expect(actionOf(press('3'), idle)).toEqual({type: 'jump', step: 'size'});
	expect(actionOf(press('3'), inText)).toEqual({
		type: 'edit-text',
		change: {kind: 'insert', text: '3'},
	});
});

test('q asks to leave, except in a text', () => {
	expect(actionOf(press('q'), idle)).toEqual({type: 'ask-to-leave'});
	expect(actionOf(press('q'), inText)).toMatchObject({type: 'edit-text'});
});

test('the keys of an entry go into the text of the fields below', () => {
	const [, , , , stock] = CHAIN_FIELDS;
	if (!stock) throw new Error('The chain has a field for stock');
	const typing: Situation = {...idle, row: {kind: 'field', field: stock}, typing: true};
	for (const key of ['p', 'x', 'd', 'a', 'r', 'K', 'J'])
		expect(actionOf(press(key), typing)).toMatchObject({type: 'edit-text'});
	expect(actionOf(press('p'), idle)).toEqual({type: 'pin'});
	expect(actionOf(press('x'), idle)).toEqual({type: 'avoid'});
});

test('Ctrl-C leaves from everywhere', () => {
	for (const place of ['workload', 'review', 'picker', 'entry', 'question', 'help'] as const)
		expect(actionOf(press('c', {ctrl: true}), {...idle, place})).toEqual({type: 'leave'});
});

test('a question mark is help, except where it could be part of the text', () => {
	expect(actionOf(press('?'), inText)).toEqual({type: 'show-help'});
	expect(actionOf(press('?'), {...inText, free: true})).toMatchObject({type: 'edit-text'});
});

test('an unknown control key does nothing', () => {
	expect(actionOf(press('x', {ctrl: true}), inText)).toBeNull();
});

test('every printed key has words', () => {
	for (const {label} of KEYMAP) expect(label).not.toBe('');
});
