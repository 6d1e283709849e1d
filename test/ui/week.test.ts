import {expect, test} from 'vitest';
import type {WizardAction, WizardState} from '../../source/ui/state/wizard-types.ts';
import {atStep, focusOn, following, web} from '../helpers/wizard-steps.ts';

const drawing = (workload: Parameters<typeof atStep>[1] = {}): WizardState =>
	following(
		focusOn(atStep('workload', {...web, ...workload}), ({kind}) => kind === 'draw-week'),
		{type: 'open'},
	);
const move = (days: number, hours: number, mark = false): WizardAction => ({
	type: 'week-move',
	days,
	hours,
	mark,
});
const digit = (text: string): WizardAction => ({type: 'week-digit', digit: text});
const scheduleOf = ({input}: WizardState) => input.workload?.schedule;

test('digits give the focused hour its replicas, and follow each other', () => {
	// It opens at Monday, 09:00.
	const state = following(drawing(), digit('1'), digit('2'));
	expect(scheduleOf(state)).toBe('Mon 09:00-10:00=12; *=1');
	expect(scheduleOf(following(state, move(0, 1), digit('3')))).toBe(
		'Mon 09:00-10:00=12; Mon 10:00-11:00=3; *=1',
	);
});

test('a block is given them as a whole, whichever corner it was marked from', () => {
	const there = following(drawing(), move(1, 2, true), digit('5'));
	const back = following(drawing(), move(1, 2), move(-1, -2, true), digit('5'));
	expect(scheduleOf(there)).toBe('Mon-Tue 09:00-12:00=5; *=1');
	expect(scheduleOf(back)).toBe(scheduleOf(there));
});

test('more replicas than a schedule takes are not typed', () => {
	const state = following(drawing(), ...[...'1000000'].map(digit));
	expect(scheduleOf(state)).toBe('Mon 09:00-10:00=100000; *=1');
});

test('what was drawn is one step to undo', () => {
	const state = following(drawing(), digit('4'), move(0, 1), digit('6'), {type: 'go-back'});
	expect(following(state, {type: 'undo'}).input).toEqual(web);
});

test('replicas and a schedule never stand beside each other', () => {
	const state = following(drawing({workload: {replicas: 3}}), {
		type: 'week-preset',
		preset: 'office',
	});
	expect(state.input.workload).toEqual({schedule: 'Mon-Fri 09:00-18:00=3'});
	const even = following(state, {type: 'week-preset', preset: 'always'});
	expect(even.input.workload).toEqual({replicas: 3});
});

test('batch work has no week to draw', () => {
	const state = atStep('workload', {...web, workload: {kind: 'job'}});
	expect(() => following(focusOn(state, ({kind}) => kind === 'draw-week'))).not.toThrow();
	expect(following(state, {type: 'open'}).overlay?.kind).not.toBe('week');
});
