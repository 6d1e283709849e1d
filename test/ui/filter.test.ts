import {describe, expect, test} from 'vitest';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import {filterCount, focusedRow, rowsOf} from '../../source/ui/state/rows.ts';
import type {WizardState} from '../../source/ui/state/wizard-types.ts';
import {atStep, following, goBack, goOn, opened, typing, web} from '../helpers/wizard-steps.ts';

const filter = {type: 'filter'} as const;

const pod: PlanInput = {
	...web,
	volumes: [
		{name: 'data', type: 'empty-dir', mountPath: '/data'},
		{name: 'cache', type: 'empty-dir', mountPath: '/cache'},
	],
	pod: {annotations: {team: 'shop', stage: 'live'}},
};

const names = (state: WizardState) =>
	rowsOf(state, state.step).map(row => {
		if (row.kind === 'field') return row.field.id;
		return row.kind === 'annotation' ? row.key : row.kind;
	});

describe('the filter of a step', () => {
	test('leaves the rows that have what was typed, and counts them', () => {
		const state = following(atStep('pod', pod), filter, typing('tEA'));
		expect(names(state)).toEqual(['annotation', 'annotation'].map(() => 'team').slice(1));
		expect(filterCount(state)[0]).toBe(1);
		expect(filterCount(state)[1]).toBe(
			rowsOf(atStep('pod', pod), 'pod').filter(({kind}) => !kind.startsWith('add-')).length,
		);
	});

	test('finds a field by its label in both languages and by its annotation', () => {
		for (const text of ['资源组', 'eci-resource-group', 'resource group'])
			expect(names(following(atStep('pod', pod), filter, typing(text)))).toContain('resourceGroup');
	});

	test('is kept by Enter, and what is left has the keys', () => {
		const state = following(atStep('pod', pod), filter, typing('stage'), goOn);
		expect(state.filter).toMatchObject({isTyping: false});
		expect(focusedRow(state)).toMatchObject({kind: 'annotation', key: 'stage'});
		const dropped = following(state, {type: 'drop'});
		expect(dropped.input.pod?.annotations).toEqual({team: 'shop'});
	});

	test('is cleared by Esc, with the focus where it was; the next Esc goes back', () => {
		const kept = following(atStep('pod', pod), filter, typing('cache'), goOn);
		const cleared = following(kept, goBack);
		expect(cleared).toMatchObject({filter: null, step: 'pod'});
		expect(focusedRow(cleared)).toEqual({kind: 'volume', index: 1});
		expect(following(cleared, goBack).step).toBe('billing');
		expect(following(atStep('pod', pod), filter, typing('x'), goBack).filter).toBeNull();
	});

	test('without a match takes no Enter and says why', () => {
		const state = following(atStep('size'), filter, typing('nothing-like-it'), goOn);
		expect(state.message).toMatchObject({kind: 'refused', id: 'nothingFits'});
		expect(state.filter).toMatchObject({isTyping: true});
	});

	test('gives way to another step, and to what is added or edited', () => {
		const kept = following(atStep('pod', pod), filter, typing('data'), goOn);
		expect(following(kept, {type: 'jump', step: 'size'}).filter).toBeNull();
		const edited = following(kept, {type: 'edit'});
		expect(edited.filter).toBeNull();
		expect(focusedRow(edited)).toMatchObject({kind: 'field', field: {id: 'volumeName'}});
		const added = following(kept, {type: 'add'});
		expect(added.input.volumes).toHaveLength(3);
		expect(focusedRow(added)).toMatchObject({kind: 'field', field: {id: 'volumeName'}});
	});

	test('of containers leaves the fields of the one that is found', () => {
		const containers = ['one', 'two', 'three'].map(name => ({name, cpu: '1', memory: '2Gi'}));
		const state = following(
			atStep('containers', {...web, containers}),
			filter,
			typing('thr'),
			goOn,
		);
		expect(focusedRow(state)).toEqual({kind: 'container', index: 2});
		expect(filterCount(state)).toEqual([1, 3]);
		const form = following(state, {type: 'focus-pane', by: 1});
		expect(focusedRow(form)).toMatchObject({field: {path: 'containers[2].name'}});
		expect(focusedRow(following(form, {type: 'focus-pane', by: -1}))).toEqual({
			kind: 'container',
			index: 2,
		});
	});

	test('narrows the other specs', () => {
		const whole = rowsOf(atStep('size'), 'size').flatMap(row =>
			row.kind === 'spec' ? row.token : [],
		);
		const sought = whole[0]?.slice(0, 6) ?? '';
		const state = following(atStep('size'), filter, typing(sought));
		expect(rowsOf(state, 'size').map(row => row.kind === 'spec' && row.token)).toEqual(
			whole.filter(token => token.includes(sought)),
		);
	});

	test('opens the candidates on the chain and the presets at the start', () => {
		expect(
			following(atStep('chain', {...web, chain: {maxSpecs: 2}}), filter).overlay,
		).toMatchObject({
			kind: 'picker',
			list: 'spec',
			isTyping: true,
		});
		expect(following(atStep('workload'), filter).overlay).toMatchObject({
			list: 'preset',
			isTyping: true,
		});
	});

	test('is refused where there is no list', () => {
		expect(following(atStep('billing'), filter).message).toMatchObject({id: 'nothingToFilter'});
	});
});

describe('the filter of the presets', () => {
	test('takes letters once it is asked for', () => {
		const state = following(opened(), filter, typing('/'), typing('web'));
		expect(state.overlay).toMatchObject({filter: {text: 'web'}, isTyping: true});
		expect(following(state, goOn).preset?.name).toBe('web');
	});

	test('is cleared by the first Esc, the list left by the second', () => {
		const state = following(opened(), filter, typing('web'), goBack);
		expect(state.overlay).toMatchObject({filter: {text: ''}, isTyping: false});
		expect(following(state, goBack).overlay).toBeNull();
	});
});
