import {describe, expect, test} from 'vitest';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import {report} from '../../source/domain/rules/rules.ts';
import {optionsOf, type Picker} from '../../source/ui/state/pickers.ts';
import type {WizardState} from '../../source/ui/state/wizard-types.ts';
import {openingState} from '../../source/ui/wizard-state.ts';
import {presets} from '../helpers/wizard-request.ts';
import {erase, following, goBack, goOn, opened, typing} from '../helpers/wizard-steps.ts';

const mine = {name: 'mine', origin: 'saved', input: {name: 'mine', cpu: '2'}} as const;
const plan: PlanInput = {
	name: 'shop',
	containers: [{name: 'app', cpu: '4', memory: '8Gi'}],
	region: 'cn-beijing',
};

const withMine = (): WizardState => ({...opened(), presets: [mine, ...presets]});

const managing = (state: WizardState, task: 'rename' | 'copy' | 'delete' | 'import' | 'export') =>
	following(state, {type: 'manage', task});

/** The list with the focus on this option. */
const on = (name: string, state = withMine()): WizardState => {
	const cursor = optionsOf(state, state.overlay as Picker).findIndex(
		option => option.kind === 'preset' && option.preset.name === name,
	);
	return following(state, {type: 'focus', by: cursor});
};

describe('presets in the list', () => {
	test.each(['rename', 'delete'] as const)(
		'that ship can’t be changed by %s, and say why',
		task => {
			const state = managing(on('web'), task);
			expect(state.message).toMatchObject({kind: 'refused', id: 'presetShipped', detail: 'web'});
			expect(state.overlay).toMatchObject({kind: 'picker'});
		},
	);

	test('are renamed once a free name is typed', () => {
		const asked = managing(on('mine'), 'rename');
		expect(asked.overlay).toMatchObject({kind: 'ask', edit: {text: 'mine'}});
		const taken = following(asked, erase, typing('web'), goOn);
		expect(taken.message).toMatchObject({id: 'presetTaken', detail: 'web'});
		const wrong = following(asked, erase, typing('Not a name'), goOn);
		expect(wrong.message).toMatchObject({id: 'presetNameForm'});
		expect(following(asked, erase, goOn).message).toMatchObject({id: 'nothingTyped'});
		const done = following(asked, erase, typing('ours'), goOn);
		const task = {kind: 'rename', name: 'mine', to: 'ours'} as const;
		expect(done.request).toEqual({kind: 'presets', task});
		const after = {presets: [{...mine, name: 'ours'}, ...presets], name: 'ours'};
		const listed = following(done, {type: 'presets-changed', task, after});
		expect(listed).toMatchObject({request: null, overlay: {kind: 'picker', cursor: 0}});
		expect(listed.message).toMatchObject({id: 'presetRenamed', detail: 'ours'});
	});

	test('are deleted once that is agreed to', () => {
		const asked = managing(on('mine'), 'delete');
		expect(asked.overlay).toMatchObject({kind: 'confirm'});
		expect(following(asked, goBack)).toMatchObject({request: null, overlay: {kind: 'picker'}});
		expect(following(asked, {type: 'agree'}).request).toEqual({
			kind: 'presets',
			task: {kind: 'delete', name: 'mine'},
		});
	});

	test('are copied under a name that is free', () => {
		const state = {...withMine(), presets: [mine, {...mine, name: 'mine-2'}, ...presets]};
		expect(managing(on('mine', state), 'copy').overlay).toMatchObject({edit: {text: 'mine-3'}});
		expect(managing(on('web'), 'copy').overlay).toMatchObject({edit: {text: 'web-2'}});
	});

	test('are exported, and what is there already is asked about', () => {
		const asked = following(managing(on('web'), 'export'), goOn);
		const task = {kind: 'export', name: 'web', path: 'web.yaml', overwrite: false} as const;
		expect(asked.request).toEqual({kind: 'presets', task});
		const there = following(asked, {
			type: 'request-failed',
			diagnostics: [report('file-exists', {file: 'web.yaml'})],
		});
		expect(following(there, {type: 'agree'}).request).toEqual({
			kind: 'presets',
			task: {...task, overwrite: true},
		});
	});

	test('of a failed import leave the path to be corrected', () => {
		const asked = following(managing(withMine(), 'import'), typing('no.yaml'), goOn);
		const diagnostics = [report('file-unreadable', {file: 'no.yaml', reason: 'missing'})];
		const failed = following(asked, {type: 'request-failed', diagnostics});
		expect(failed).toMatchObject({message: {kind: 'failed'}, overlay: {edit: {text: 'no.yaml'}}});
		expect(following(failed, goBack).overlay).toMatchObject({kind: 'picker', list: 'preset'});
	});

	test('are what the keys are about, and nothing else is', () => {
		const state = following(withMine(), {type: 'focus', by: 100});
		expect(managing(state, 'rename').message).toMatchObject({id: 'noPreset'});
	});
});

test('a preset of that name that another program saved meanwhile is asked about', () => {
	const request = {kind: 'save-preset', name: 'mine', finish: false, overwrite: false} as const;
	const state = following(
		{...opened({name: 'web', cpu: '2', memory: '3Gi'}), request},
		{type: 'request-failed', diagnostics: [report('preset-exists', {name: 'mine'})]},
	);
	expect(state.overlay).toEqual({kind: 'overwrite-preset', name: 'mine', finish: false});
	expect(following(state, {type: 'agree'}).request).toEqual({...request, overwrite: true});
});

describe('other starts', () => {
	const at = (kind: string, state: WizardState): WizardState => {
		const cursor = optionsOf(state, state.overlay as Picker).findIndex(one => one.kind === kind);
		return following(state, {type: 'focus', by: cursor}, goOn);
	};

	test('the last plans start with all that they say, as one step to undo', () => {
		const recent = [{input: plan, day: '2025-01-08', path: null}] as const;
		const state = at('recent', {...opened(), opening: {...opened().opening, recent}});
		expect(state.input).toMatchObject(plan);
		expect(state.preset).toBeNull();
		expect(following(state, {type: 'undo'}).input).toEqual({});
	});

	test('a file is asked for by its path', () => {
		const state = following(at('file', opened()), typing('plans/shop.yaml'), goOn);
		expect(state.request).toEqual({kind: 'read-start', path: 'plans/shop.yaml'});
		const read = {kind: 'plan', path: 'plans/shop.yaml', input: plan} as const;
		const started = following(state, {type: 'start-read', start: read});
		expect(started.input).toMatchObject(plan);
		expect(started).toMatchObject({overlay: null, request: null});
	});

	const workload = (name: string, cpu: string) => ({
		kind: 'Deployment',
		name,
		namespace: 'shop',
		input: {name, containers: [{name: 'app', cpu, memory: '4Gi'}]},
	});
	const read = (...workloads: readonly ReturnType<typeof workload>[]) =>
		following(
			{...opened(), request: {kind: 'read-start', path: 'm.yaml'}},
			{type: 'start-read', start: {kind: 'workloads', path: 'm.yaml', workloads}},
		);

	test('the only workload of a manifest is the start', () => {
		expect(read(workload('api', '2')).input).toMatchObject({
			name: 'api',
			containers: [{cpu: '2'}],
		});
	});

	test('of several workloads, the one that is picked is', () => {
		const listed = read(workload('api', '2'), workload('web', '4'));
		expect(listed.overlay).toMatchObject({kind: 'picker', list: 'workload'});
		expect(following(listed, {type: 'focus', by: 1}, goOn).input).toMatchObject({name: 'web'});
	});

	test('a manifest without a workload says so', () => {
		expect(read().message).toMatchObject({kind: 'refused', id: 'noWorkloads', detail: 'm.yaml'});
	});

	test('a region that was given holds where a plan names none', () => {
		const {opening} = opened();
		const state = openingState({...opening, given: {region: 'cn-shanghai'}});
		const started = following(
			{...state, request: {kind: 'read-start', path: 'm.yaml'}},
			{
				type: 'start-read',
				start: {kind: 'workloads', path: 'm.yaml', workloads: [workload('api', '2')]},
			},
		);
		expect(started.input).toMatchObject({region: 'cn-shanghai', name: 'api'});
	});
});
