import {describe, expect, test} from 'vitest';
import {
	MAX_VOLUMES,
	VOLUME_FIELDS,
	VOLUME_TYPES,
	type VolumeType,
} from '../../source/domain/catalogue/volumes.ts';
import type {PlanInput, VolumeInput} from '../../source/domain/input/plan-input.ts';
import {moneyText} from '../../source/present/money-text.ts';
import {effectiveValue} from '../../source/ui/state/fields.ts';
import {podSections} from '../../source/ui/state/pod-rows.ts';
import {focusedRow, plannedOf, problemsOf, rowsOf, shownPlan} from '../../source/ui/state/rows.ts';
import {volumeFields} from '../../source/ui/state/volume-fields.ts';
import type {WizardAction, WizardState} from '../../source/ui/state/wizard-types.ts';
import {
	atStep,
	erase,
	focusField,
	focusOn,
	following,
	goOn,
	typing,
	web,
} from '../helpers/wizard-steps.ts';

const atPod = (given: PlanInput = {}) => atStep('pod', {...web, ...given});
const choose = (by: number): WizardAction => ({type: 'choose', by});
const tab = (by: number): WizardAction => ({type: 'focus-pane', by});

const fieldIds = (state: WizardState): readonly string[] =>
	rowsOf(state, state.step).flatMap(row => (row.kind === 'field' ? row.field.id : []));

/** The volume in focus as one of the type, by as many presses as it takes. */
const ofType = (state: WizardState, type: VolumeType): WizardState =>
	following(
		focusField(state, 'volumeType'),
		...Array<WizardAction>(VOLUME_TYPES.indexOf(type)).fill(choose(1)),
	);

const nas: VolumeInput = {name: 'share', type: 'nas', server: 'x.nas', mountPath: '/share'};

test.each(['0', '70000', 'abc'])('a port of %s is one error', text => {
	const served = following(focusField(atStep('pod'), 'service'), {type: 'choose', by: 1});
	const state = following(focusField(served, 'port'), typing(text));
	const errors = problemsOf(state).filter(({path}) => path === 'network.port');
	expect(errors).toHaveLength(1);
	expect(errors[0]?.rule).not.toBe('service-port-missing');
});

describe('volumes', () => {
	test('an added one is valid as it is, and its name has the focus', () => {
		const state = following(atPod(), {type: 'add'});
		expect(state.input.volumes).toEqual([{name: 'data', type: 'empty-dir', mountPath: '/data'}]);
		expect(focusedRow(state)).toMatchObject({field: {path: 'volumes[0].name'}});
		expect(problemsOf(state)).toEqual([]);
		const {volumes} = following(
			focusOn(state, ({kind}) => kind === 'add-volume'),
			goOn,
		).input;
		expect(volumes?.map(({name}) => name)).toEqual(['data', 'data-2']);
	});

	test('typing replaces the name that an added one was given', () => {
		const state = following(atPod(), {type: 'add'}, typing('logs'));
		expect(state.input.volumes?.[0]?.name).toBe('logs');
	});

	test.each(VOLUME_TYPES)('of type %s are asked for what they need and take', type => {
		const {needs, takes} = VOLUME_FIELDS[type];
		const state = ofType(following(atPod(), {type: 'add'}), type);
		const asked = volumeFields(state.input, 0).map(({path}) => path.replace('volumes[0].', ''));
		expect(asked.toSorted()).toEqual(
			['name', 'type', ...needs, ...takes, 'mountPath', 'readOnly'].toSorted(),
		);
		expect(problemsOf(state).map(({rule, path}) => [rule, path])).toEqual([
			...needs.map(field => ['volume-field-missing', `volumes[0].${field}`]),
			...(type === 'host-path' ? [['limit-host-path', 'volumes[0].type']] : []),
		]);
	});

	test('choose among several containers; the first one mounts unless told', () => {
		const containers = [{name: 'app'}, {name: 'log'}];
		const state = focusField(atPod({containers, volumes: [nas]}), 'volumeContainer');
		const row = focusedRow(state);
		expect(row?.kind === 'field' && effectiveValue(state, row.field)).toBe('app');
		expect(following(state, choose(1)).input.volumes).toEqual([{...nas, container: 'log'}]);
		expect(fieldIds(atPod({volumes: [nas]}))).not.toContain('volumeContainer');
	});

	test('keep every answer while their type goes round', () => {
		const given = {
			name: 'data',
			type: 'new-disk',
			size: '100Gi',
			performanceLevel: 'PL1',
			keep: true,
			mountPath: '/data',
		} as const;
		const state = focusField(atPod({volumes: [given]}), 'volumeType');
		const round = VOLUME_TYPES.map(() => choose(1));
		const states = round.map((_, index) => following(state, ...round.slice(0, index + 1)));
		expect(states.at(-1)?.input.volumes).toEqual([given]);
		for (const {input} of states)
			expect(problemsOf(atPod(input)).map(({rule}) => rule)).not.toContain('volume-field-unused');
	});

	test('forget what another type had once something else was answered', () => {
		const disk = {name: 'data', type: 'disk', diskId: 'd-1', mountPath: '/data'} as const;
		const other = following(focusField(atPod({volumes: [disk, nas]}), 'volumeType'), choose(1));
		expect(other.input.volumes?.[0]).toEqual({name: 'data', type: 'new-disk', mountPath: '/data'});
		const sized = following(focusField(other, 'volumeSize'), typing('20Gi'));
		const back = following(focusField(sized, 'volumeType'), choose(-1));
		expect(back.input.volumes).toEqual([{name: 'data', type: 'disk', mountPath: '/data'}, nas]);
	});

	test('show an answer of another type, so that it can be taken away', () => {
		const state = focusField(atPod({volumes: [{...nas, size: '20Gi'}]}), 'volumeSize');
		expect(problemsOf(state).map(({rule, path}) => [rule, path])).toEqual([
			['volume-field-unused', 'volumes[0].size'],
		]);
		expect(following(state, erase).input.volumes).toEqual([nas]);
	});

	test('the fields are those of the volume that has or had the focus', () => {
		const state = atPod({volumes: [{...nas, name: 'one', mountPath: '/one'}, nas]});
		const second = focusOn(state, row => row.kind === 'volume' && row.index === 1);
		expect(focusedRow(following(second, {type: 'edit'}))).toMatchObject({
			field: {path: 'volumes[1].name'},
		});
		expect(focusedRow(following(second, tab(1), tab(-1)))).toEqual({kind: 'volume', index: 1});
	});

	test('are dropped, and come back', () => {
		const state = focusOn(atPod({volumes: [nas]}), ({kind}) => kind === 'volume');
		const dropped = following(state, {type: 'drop'});
		expect(dropped.input).not.toHaveProperty('volumes');
		expect(dropped.message).toMatchObject({kind: 'said', id: 'itemDropped', detail: 'share'});
		expect(focusedRow(dropped)).toEqual({kind: 'add-volume'});
		expect(following(dropped, {type: 'undo'}).input.volumes).toEqual([nas]);
		expect(following(dropped, {type: 'undo'}, {type: 'redo'}).input).toBe(dropped.input);
	});

	test('are as many as a pod may have', () => {
		const volumes = Array.from({length: MAX_VOLUMES}, (_, index) => ({name: `v-${index}`}));
		const state = following(atPod({volumes}), {type: 'add'});
		expect(state.message).toMatchObject({kind: 'refused', id: 'volumesFull'});
		expect(state.input.volumes).toHaveLength(MAX_VOLUMES);
	});

	test('half answered, leave the price of the rest alive', () => {
		const state = ofType(following(atPod(), {type: 'add'}), 'nas');
		expect(problemsOf(state)).toHaveLength(1);
		const more = following(
			focusField(following(state, {type: 'jump', step: 'workload'}), 'replicas'),
			typing('7'),
		);
		expect(shownPlan(more)?.quote.usage.peakReplicas).toBe(7);
	});

	test('what is wrong with one leads to its field', () => {
		const {server: _server, ...broken} = nas;
		const state = focusOn(
			atStep('export', {...web, volumes: [{...nas, name: 'one', mountPath: '/one'}, broken]}),
			({kind}) => kind === 'problem',
		);
		const there = following(state, goOn);
		expect(there.step).toBe('pod');
		expect(focusedRow(there)).toMatchObject({field: {path: 'volumes[1].server'}});
	});

	test('what is wrong with one as a whole leads to the volume', () => {
		const disk: VolumeInput = {name: 'disk', type: 'disk', diskId: 'd-1', mountPath: '/disk'};
		const state = focusOn(
			atStep('export', {...web, workload: {replicas: 2}, volumes: [nas, disk]}),
			({kind}) => kind === 'problem',
		);
		expect(focusedRow(following(state, goOn))).toEqual({kind: 'volume', index: 1});
	});
});

describe('logs', () => {
	const atLogs = (logs: Readonly<Record<string, string>> = {}) =>
		focusOn(atPod({logs}), ({kind}) => kind === 'add-log');

	test('standard output under the name of the workload is one key away', () => {
		const state = following(atLogs(), {type: 'add'}, goOn);
		expect(state.input.logs).toEqual({web: 'stdout'});
		expect(focusedRow(state)).toEqual({kind: 'log', key: 'web', value: 'stdout'});
		expect(following(state, {type: 'add'}, goOn).input.logs).toEqual({
			web: 'stdout',
			'web-2': 'stdout',
		});
	});

	test('one that is edited keeps its place', () => {
		const logs = {web: 'stdout', access: '/var/log/nginx/*.log', audit: 'stdout'};
		const state = focusOn(atPod({logs}), row => row.kind === 'log' && row.key === 'access');
		const edited = following(state, {type: 'edit'}, erase, typing('files=/logs/*.log'), goOn);
		expect(Object.entries(edited.input.logs ?? {})).toEqual([
			['web', 'stdout'],
			['files', '/logs/*.log'],
			['audit', 'stdout'],
		]);
		expect(following(edited, {type: 'drop'}).input.logs).toEqual({web: 'stdout', audit: 'stdout'});
	});

	test('no name is taken twice', () => {
		const state = following(atLogs({web: 'stdout'}), goOn, erase, typing('web=/a/*.log'), goOn);
		expect(state.message).toMatchObject({kind: 'refused', id: 'logTaken', detail: 'web'});
		expect(state.overlay).toMatchObject({kind: 'entry', map: 'logs'});
		expect(state.input.logs).toEqual({web: 'stdout'});
	});

	test.each(['web', '=stdout'])('%s is not taken', text => {
		const state = following(atLogs(), goOn, erase, typing(text), goOn);
		expect(state.message).toMatchObject({kind: 'refused', id: 'logForm'});
	});

	test('what is wrong with one leads to it', () => {
		const state = focusOn(
			atStep('export', {...web, logs: {web: 'stdout', Web_2: 'stdout'}}),
			({kind}) => kind === 'problem',
		);
		expect(focusedRow(following(state, goOn))).toMatchObject({kind: 'log', key: 'Web_2'});
	});
});

describe('sections', () => {
	const idsOf = (state: WizardState) => podSections(state).map(({id}) => id);

	test('without a volume there are no fields of one', () => {
		expect(idsOf(atPod())).toEqual([
			'placement',
			'volumes',
			'logs',
			'network',
			'pod',
			'annotations',
		]);
	});

	test('Tab goes round them, in both directions', () => {
		const state = atPod({volumes: [nas]});
		const firsts = podSections(state).map(({rows}) => rows[0]);
		const round = firsts.map((_, index) => Array<WizardAction>(index).fill(tab(1)));
		expect(round.map(tabs => focusedRow(following(state, ...tabs)))).toEqual(firsts);
		expect(focusedRow(following(state, tab(-1)))).toEqual(firsts.at(-1));
		expect(focusedRow(following(state, tab(-1), tab(1)))).toEqual(firsts[0]);
	});

	test('an added item is one of the section in focus', () => {
		expect(following(atPod(), {type: 'add'}).input.volumes).toHaveLength(1);
		const network = focusField(atPod(), 'nat');
		expect(following(network, {type: 'add'}).overlay).toMatchObject({map: 'pod.annotations'});
	});

	test('nothing but items is edited and dropped', () => {
		for (const type of ['edit', 'drop'] as const)
			expect(following(focusField(atPod(), 'nat'), {type}).message).toMatchObject({
				kind: 'refused',
				id: 'noItem',
			});
	});

	test('Enter goes on from where the step begins', () => {
		expect(following(atPod(), goOn).step).toBe('review');
		expect(following(atPod(), goOn).input).toEqual(web);
	});
});

describe('network', () => {
	test('a Service asks for its port', () => {
		const state = atPod();
		expect(fieldIds(state)).not.toContain('port');
		const served = following(focusField(state, 'service'), choose(1));
		expect(served.input.network).toEqual({service: 'clusterip'});
		expect(problemsOf(served).map(({rule, path}) => [rule, path])).toEqual([
			['service-port-missing', 'network.port'],
		]);
		const done = following(focusField(served, 'port'), typing('80'));
		expect(done.input.network).toEqual({service: 'clusterip', port: 80});
		expect(problemsOf(done)).toEqual([]);
	});

	test('a range that is too small for all pods is said at the range', () => {
		const state = atPod({workload: {replicas: 20}});
		const small = following(focusField(state, 'vswitchCidr'), typing('10.0.0.0/28'));
		const said = plannedOf(small).diagnostics.filter(({path}) => path === 'network.vswitchCidr');
		expect(said.map(({rule, severity}) => [rule, severity])).toEqual([
			['vswitch-too-small', 'warning'],
		]);
	});
});

describe('billing', () => {
	test('asks for spot and for reserved instances', () => {
		expect(fieldIds(atStep('billing'))).toEqual([
			'spotStrategy',
			'spotPriceLimit',
			'spotFallback',
			'reservedCovered',
			'reservedHours',
		]);
	});

	test('a number of reserved instances is part of the plan', () => {
		const state = atStep('billing', {...web, workload: {replicas: 10}});
		const covered = following(focusField(state, 'reservedCovered'), typing('4'));
		const priced = following(focusField(covered, 'reservedHours'), typing('365'));
		expect(priced.input.reserved).toEqual({covered: 4, hoursPerMonth: '365'});
		// 4 × 365 h reserved and 6 × 730 h on demand, at ¥0.39.
		const {perMonth} = shownPlan(priced)?.quote.reserved ?? {};
		expect(perMonth && moneyText(perMonth, 2)).toBe('¥2,277.60');
	});

	test('what is wrong with it leads there', () => {
		const given = {...web, reserved: {hoursPerMonth: '0'}};
		const state = focusOn(atStep('export', given), ({kind}) => kind === 'problem');
		expect(following(state, goOn).step).toBe('billing');
		expect(focusedRow(following(state, goOn))).toMatchObject({field: {id: 'reservedHours'}});
	});
});
