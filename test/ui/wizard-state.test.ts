import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import {readField} from '../../source/ui/state/fields.ts';
import {
	chainTokens,
	focusedField,
	focusedRow,
	plannedOf,
	problemsOf,
	rowsOf,
	shownPlan,
} from '../../source/ui/state/rows.ts';
import {STEPS, type WizardAction, type WizardState} from '../../source/ui/state/wizard-types.ts';
import {reduceWizard} from '../../source/ui/wizard-state.ts';
import {presets} from '../helpers/wizard-request.ts';
import {
	atStep,
	erase,
	focusField,
	focusOn,
	following,
	goBack,
	goOn,
	opened,
	typing,
	web,
} from '../helpers/wizard-steps.ts';

const down: WizardAction = {type: 'focus', by: 1};
describe('opening', () => {
	test('with nothing given, the presets are asked first', () => {
		expect(opened().overlay).toMatchObject({kind: 'picker', list: 'preset'});
	});

	test.each(['scratch', 'From scratch', '空白'])('from scratch is found by %s', text => {
		const found = following(opened(), typing(text)).overlay;
		const {overlay, preset} = following(opened(), typing(text), goOn);
		expect(found).toMatchObject({kind: 'picker'});
		expect({overlay, preset}).toEqual({overlay: null, preset: null});
	});

	test('with containers given, the fields are there at once', () => {
		const state = opened(web);
		expect(state.overlay).toBeNull();
		expect(focusedRow(state)).toMatchObject({kind: 'preset'});
	});

	test('the shorthand of the flags becomes a container', () => {
		expect(opened({cpu: '2', memory: '3Gi'}).input.containers).toEqual([
			{name: 'app', cpu: '2', memory: '3Gi'},
		]);
	});

	test('a preset is laid under the flags that were given', () => {
		const state = following(opened({region: 'cn-beijing'}), typing('web'), goOn);
		expect(state.preset?.name).toBe('web');
		expect(state.input).toMatchObject({name: 'web', region: 'cn-beijing'});
	});

	test('another preset takes nothing over from the one that was named', () => {
		const [api = null, other = null] = presets;
		const given = {...api?.input, region: 'cn-beijing'};
		const state = following(opened(given, api), {type: 'open'}, typing('web'), goOn);
		expect(state.input).toEqual({...other?.input, region: 'cn-beijing'});
	});
});

describe('fields', () => {
	test('every letter changes the plan', () => {
		const state = focusField(atStep('containers'), 'cpu');
		expect(shownPlan(following(state, erase, typing('4')))?.sizing.billed?.spec).toBe('4-4Gi');
	});

	test('an emptied field gives way to the default', () => {
		const state = following(focusField(opened(web), 'name'), erase);
		expect(state.input).not.toHaveProperty('name');
		expect(plannedOf(state).plan?.request.name).toBe('app');
	});

	test('a choice goes round in both directions', () => {
		const state = focusField(opened(web), 'kind');
		expect(following(state, {type: 'choose', by: 1}).input.workload?.kind).toBe('statefulset');
		expect(following(state, {type: 'choose', by: -1}).input.workload?.kind).toBe('pod');
		expect(
			following(state, {type: 'choose', by: -1}, {type: 'choose', by: -1}).input.workload?.kind,
		).toBe('cronjob');
	});

	test('a batch kind asks for the work and its rhythm', () => {
		const state = opened({...web, workload: {kind: 'cronjob'}});
		const ids = rowsOf(state, 'workload').flatMap(row =>
			row.kind === 'field' ? row.field.id : [],
		);
		expect(ids).toEqual([
			'name',
			'kind',
			'replicas',
			'work',
			'cron',
			'region',
			'ruleset',
			'currency',
		]);
	});

	test.each(['-5', '2.5', '1e3', '3x', '99999999999999999999', '0x10', '一'])(
		'%s stays as it was typed where a whole number is asked for, with what is wrong',
		text => {
			for (const [step, id, path] of [
				['workload', 'replicas', 'workload.replicas'],
				['containers', 'gpu', 'containers[0].gpu'],
				['billing', 'reservedCovered', 'reserved.covered'],
				['pod', 'vcpuQuota', 'network.vcpuQuota'],
			] as const) {
				const keyed = [...text].map(typing);
				const asked = focusField(atStep(step), id);
				for (const state of [following(asked, ...keyed), following(asked, typing(text))]) {
					const field = focusedField(state);
					expect(field && readField(state, field)).toBe(text);
					expect(problemsOf(state).map(({rule, path: at}) => [rule, at])).toContainEqual([
						'field-range',
						path,
					]);
				}
			}
		},
	);

	test('a whole number is taken as one', () => {
		const state = following(focusField(opened(web), 'replicas'), typing('1'), typing('2'));
		expect(state.input.workload).toEqual({replicas: 12});
		expect(problemsOf(state)).toEqual([]);
	});

	test('a half-typed field keeps the plan of the rest on screen', () => {
		const broken = following(focusField(atStep('containers'), 'cpu'), erase, typing('x'));
		expect(plannedOf(broken).plan).toBeNull();
		expect(problemsOf(broken).map(({rule, path}) => [rule, path])).toEqual([
			['quantity-invalid', 'containers[0].cpu'],
		]);
		const chained = following(
			broken,
			{type: 'jump', step: 'chain'},
			{type: 'add'},
			typing('ecs.c6.xlarge'),
			goOn,
		);
		expect(shownPlan(chained)?.chain.entries.map(({token}) => token)).toContain('ecs.c6.xlarge');
	});
});

describe('containers', () => {
	test('an added container gets a free name and the focus', () => {
		const state = following(atStep('containers'), {type: 'add'});
		expect(state.input.containers?.map(({name}) => name)).toEqual(['app', 'app-2']);
		expect(focusedRow(state)).toMatchObject({field: {path: 'containers[1].name'}});
	});

	test('typing replaces the name that it was given, and adds to one that was typed', () => {
		const added = following(atStep('containers'), {type: 'add'});
		const nameOf = (state: WizardState) => state.input.containers?.[1]?.name;
		expect(nameOf(following(added, typing('p'), typing('roxy')))).toBe('proxy');
		const moved = following(added, {type: 'focus', by: 1}, {type: 'focus', by: -1});
		expect(nameOf(following(moved, typing('x')))).toBe('app-2x');
		const back: WizardAction = {type: 'edit-text', change: {kind: 'delete-before'}};
		expect(nameOf(following(added, back, typing('3')))).toBe('app-3');
	});

	test('the last container stays', () => {
		const state = following(atStep('containers'), {type: 'drop'});
		expect(state.input.containers).toHaveLength(1);
		expect(state.message).toMatchObject({kind: 'refused', id: 'lastContainer'});
	});

	test('dropping one leaves the others as they are', () => {
		const state = following(
			atStep('containers'),
			{type: 'add'},
			{type: 'focus', by: -9},
			{type: 'drop'},
		);
		expect(state.input.containers).toEqual([{name: 'app-2'}]);
	});

	test('Tab goes from the list to the fields, and back', () => {
		const fields = following(atStep('containers'), {type: 'focus-pane', by: 1});
		expect(focusedRow(fields)).toMatchObject({field: {id: 'containerName'}});
		expect(focusedRow(following(fields, {type: 'focus-pane', by: -1}))).toMatchObject({
			kind: 'container',
			index: 0,
		});
	});

	test('without any answer there is one container to fill in', () => {
		const state = focusField(
			following(opened(), goBack, {type: 'jump', step: 'containers'}),
			'cpu',
		);
		expect(following(state, typing('2')).input.containers).toEqual([{name: 'app', cpu: '2'}]);
	});
});

describe('chain', () => {
	const picked = ['ecs.c6.large', 'ecs.c7.large', '2-4Gi', 'ecs.g6.large'];

	test('the picked chain is there before anything is chosen', () => {
		expect(chainTokens(atStep('chain'))).toEqual(picked);
	});

	test('moving an entry makes the chain one’s own, and the focus goes with it', () => {
		const state = following(atStep('chain'), {type: 'move', by: 1});
		expect(state.input.chain?.useSpecs).toEqual([
			'ecs.c7.large',
			'ecs.c6.large',
			'2-4Gi',
			'ecs.g6.large',
		]);
		expect(state.cursors.chain).toBe(1);
	});

	test('an entry is not moved beyond the ends', () => {
		const state = following(atStep('chain'), {type: 'move', by: -1});
		expect(state.message).toMatchObject({kind: 'refused', id: 'alreadyFirst'});
		expect(state.input).not.toHaveProperty('chain');
	});

	test('a typed spec is added as it is', () => {
		const state = following(atStep('chain'), {type: 'add'}, typing('4-8Gi'), goOn);
		expect(state.input.chain?.useSpecs).toEqual([...picked, '4-8Gi']);
	});

	test('what is no spec is not added', () => {
		const state = following(atStep('chain'), {type: 'add'}, typing('2-4G'), goOn);
		expect(state.overlay).toMatchObject({kind: 'picker'});
		expect(state.message).toMatchObject({kind: 'refused', id: 'nothingFits'});
	});

	test('five entries are the most', () => {
		const full = following(atStep('chain'), {type: 'add'}, typing('4-8Gi'), goOn);
		expect(chainTokens(full)).toHaveLength(5);
		expect(following(full, {type: 'add'}).message).toMatchObject({
			kind: 'refused',
			id: 'chainFull',
		});
	});

	test('a pin is in the picked chain and says so; another p lets it go', () => {
		const state = following(atStep('chain'), {type: 'pin'});
		expect(state.input.chain).toEqual({pin: ['ecs.c6.large']});
		expect(shownPlan(state)?.chain.entries[0]?.reason).toBe('pinned');
		expect(following(state, {type: 'pin'}).input).not.toHaveProperty('chain');
		expect(following(state, {type: 'undo'}).input).not.toHaveProperty('chain');
	});

	test('what is avoided leaves the picked chain, which is picked anew', () => {
		const state = following(atStep('chain'), {type: 'pin'}, {type: 'avoid'});
		expect(state.input.chain).toEqual({avoid: ['ecs.c6.large']});
		// The only other type of the book that holds the pod takes its place.
		expect(chainTokens(state)).toEqual(['ecs.c7.large', '2-4Gi', 'ecs.g6.large', 'ecs.c6.xlarge']);
	});

	test('what is avoided or dropped leaves a chain of one’s own too, and its pin with it', () => {
		const own = {...web, chain: {useSpecs: ['2-4Gi', 'ecs.c7.large'], pin: ['2-4Gi']}};
		const [avoided, dropped] = (['avoid', 'drop'] as const).map(type =>
			following(atStep('chain', own), {type}),
		);
		expect(avoided?.input.chain).toEqual({useSpecs: ['ecs.c7.large'], avoid: ['2-4Gi']});
		expect(dropped?.input.chain).toEqual({useSpecs: ['ecs.c7.large']});
	});

	test('the last entry of a chain of one’s own can’t be avoided, a pin needs an entry', () => {
		const single = atStep('chain', {...web, chain: {useSpecs: ['2-4Gi']}});
		expect(following(single, {type: 'avoid'}).message).toMatchObject({id: 'lastEntry'});
		const onAdd = following(single, {type: 'focus', by: 1});
		for (const type of ['pin', 'avoid'] as const)
			expect(following(onAdd, {type}).message).toMatchObject({id: 'noEntry'});
	});

	test('five specs can be pinned', () => {
		const pin = ['1-2Gi', '2-4Gi', '2-8Gi', '4-8Gi', '4-16Gi'];
		const state = following(atStep('chain', {...web, chain: {useSpecs: ['ecs.c6.large'], pin}}), {
			type: 'pin',
		});
		expect(state.message).toMatchObject({kind: 'refused', id: 'pinsFull'});
	});

	test('a pick takes the place of a target', () => {
		const state = focusField(atStep('chain', {...web, chain: {targetPlaced: '50%'}}), 'pick');
		const chosen = following(state, {type: 'choose', by: 1});
		expect(chosen.input.chain).toEqual({pick: 'resilient'});
		expect(shownPlan(chosen)?.request.chain.target).toMatchObject({pick: 'resilient'});
	});

	test('stock is typed pair by pair, and counts once it can be read', () => {
		const typed = following(focusField(atStep('chain'), 'inStock'), typing('2-4Gi=0.5'));
		expect(typed.input.chain?.inStock).toEqual({'2-4Gi': '0.5'});
		const stockOf = (token: string) =>
			shownPlan(typed)?.chain.entries.find(entry => entry.token === token)?.stock.basis;
		expect(stockOf('2-4Gi')).toBe('given');
		const half = following(typed, typing(',ecs.c6'));
		const field = focusedField(half);
		expect(field && readField(half, field)).toBe('2-4Gi=0.5,ecs.c6');
		expect(problemsOf(half).map(({path}) => path)).toContain('chain.inStock.ecs.c6');
		for (const text of ['', '=', '=5', 'a=,b', ',', 'a==1', 'a=1,a=2', '2=1,b=3,1=4']) {
			const typedSo = following(focusField(atStep('chain'), 'inStock'), typing(text));
			expect(field && readField(typedSo, field)).toBe(text);
		}
		expect(chainTokens(half)).toEqual(chainTokens(typed));
		const whole = following(half, typing('.large=80%'));
		expect(whole.input.chain?.inStock).toEqual({'2-4Gi': '0.5', 'ecs.c6.large': '80%'});
	});

	test('a spec of which the stock can’t be read leads to its field', () => {
		const wrong = {...web, chain: {inStock: {'2-4Gi': 'x'}}};
		const state = focusOn(atStep('export', wrong), row => row.kind === 'problem');
		const shown = following(state, goOn);
		expect(shown.step).toBe('chain');
		expect(focusedField(shown)?.id).toBe('inStock');
	});

	test('what is advised is first in the list, and goes where its price belongs', () => {
		const own = {...web, chain: {useSpecs: ['ecs.g6.large'], targetPlaced: '98%'}};
		const state = atStep('chain', own);
		const {addition} = plannedOf(state);
		// 1 − 0.2 × 0.05 with the size, 1 − 0.2² at most with another type.
		expect(addition?.token).toBe('2-4Gi');
		const added = following(state, {type: 'add'}, goOn);
		expect(chainTokens(added)).toEqual(['2-4Gi', 'ecs.g6.large']);
		expect(plannedOf(added).addition).toBeNull();
	});

	test('reset brings the picked chain back', () => {
		const state = following(atStep('chain'), {type: 'drop'}, {type: 'reset'});
		expect(state.input).not.toHaveProperty('chain');
		expect(chainTokens(state)).toEqual(picked);
	});

	test('a spec that ECI must be told is one key away', () => {
		const large: PlanInput = {containers: [{name: 'app', cpu: '7', memory: '13Gi'}]};
		const state = atStep('size', large);
		expect(plannedOf(state).diagnostics.map(({rule}) => rule)).toContain('size-not-rounded');
		expect(following(state, {type: 'take'}).input.chain?.useSpecs?.[0]).toBe('8-16Gi');
	});
});

describe('annotations', () => {
	test('key=value is added, edited and dropped', () => {
		const added = following(
			focusOn(atStep('pod'), row => row.kind === 'add-annotation'),
			{type: 'add'},
			typing('team=web'),
			goOn,
		);
		expect(added.input.pod?.annotations).toEqual({team: 'web'});
		const focused = focusOn(added, row => row.kind === 'annotation');
		const edited = following(focused, {type: 'edit'}, erase, typing('crew=ops'), goOn);
		expect(edited.input.pod?.annotations).toEqual({crew: 'ops'});
		expect(following(edited, {type: 'drop'}).input).not.toHaveProperty('pod');
	});

	test('what is not key=value stays in the question', () => {
		const state = following(
			focusOn(atStep('pod'), row => row.kind === 'add-annotation'),
			goOn,
			typing('team'),
			goOn,
		);
		expect(state.overlay).toMatchObject({kind: 'entry', map: 'pod.annotations'});
		expect(state.message).toMatchObject({kind: 'refused', id: 'annotationForm'});
	});
});

describe('finish', () => {
	const atFinish = (given: PlanInput = web) =>
		focusOn(atStep('export', given), row => row.kind === 'finish');

	test('on standard output', () => {
		expect(following(atFinish(), goOn).request).toEqual({kind: 'finish', path: null});
	});

	test('in a file named like the workload', () => {
		const chosen = following(atStep('export'), {type: 'choose', by: 1});
		const state = following(
			focusOn(chosen, row => row.kind === 'finish'),
			goOn,
		);
		expect(state.request).toEqual({kind: 'write-file', path: 'web.yaml', overwrite: false});
		expect(following(state, {type: 'file-written', path: 'web.yaml'}).request).toEqual({
			kind: 'finish',
			path: 'web.yaml',
		});
	});

	test('an error blocks it, and leads to its field', () => {
		const state = atFinish({containers: [{name: 'app', cpu: 'x', memory: '3Gi'}]});
		expect(following(state, goOn).request).toBeNull();
		expect(following(state, goOn).message).toMatchObject({kind: 'refused', id: 'finishBlocked'});
		const there = following(
			focusOn(state, row => row.kind === 'problem'),
			goOn,
		);
		expect(there.step).toBe('containers');
		expect(focusedRow(there)).toMatchObject({field: {path: 'containers[0].cpu'}});
	});

	test('keys are ignored while a file is being written', () => {
		const chosen = following(atStep('export'), {type: 'choose', by: 1});
		const busy = following(
			focusOn(chosen, row => row.kind === 'finish'),
			goOn,
		);
		expect(following(busy, goBack)).toBe(busy);
	});
});

describe('undo', () => {
	test('a typed word is one step', () => {
		const state = following(focusField(opened(web), 'name'), erase, typing('s'), typing('hop'));
		expect(state.input.name).toBe('shop');
		expect(following(state, {type: 'undo'}).input.name).toBe('web');
		expect(following(state, {type: 'undo'}, {type: 'redo'}).input.name).toBe('shop');
	});

	test('nothing to undo is said', () => {
		expect(following(opened(web), {type: 'undo'}).message).toMatchObject({id: 'nothingToUndo'});
	});
});

/** Actions as keys make them, answers from outside included. */
const anyAction: fc.Arbitrary<WizardAction> = fc.oneof(
	fc.record({
		type: fc.constantFrom('focus', 'focus-pane', 'choose', 'move'),
		by: fc.constantFrom(-1, 1),
	}),
	fc.record({
		type: fc.constant('edit-text'),
		change: fc.oneof(
			fc.record({
				kind: fc.constant('insert'),
				text: fc.constantFrom('a', '2', 'Gi', '计算', '2-4Gi', 'a=b', '', '\u001b[2J'),
			}),
			fc.record({
				kind: fc.constantFrom('delete-before', 'delete-after', 'delete-line', 'home', 'end'),
			}),
		),
	}),
	fc.record({
		type: fc.constantFrom(
			'go-on',
			'go-back',
			'undo',
			'redo',
			'add',
			'edit',
			'drop',
			'pin',
			'avoid',
			'reset',
			'take',
			'open',
			'show-help',
		),
	}),
	fc.record({type: fc.constant('jump'), step: fc.constantFrom(...STEPS)}),
	fc.constant({type: 'request-failed', diagnostics: []}),
) as fc.Arbitrary<WizardAction>;

const anyJourney = fc.array(anyAction, {maxLength: 40});

describe('whatever is pressed', () => {
	test('the focus stays on a row of a step', () => {
		fc.assert(
			fc.property(anyJourney, actions => {
				let state = opened(web);
				for (const action of actions) {
					state = reduceWizard(state, action);
					expect(STEPS).toContain(state.step);
					for (const step of STEPS)
						expect(state.cursors[step]).toBeLessThan(Math.max(1, rowsOf(state, step).length));
					expect(state.cursors[state.step]).toBeGreaterThanOrEqual(0);
					expect(shownPlan(state)).not.toBeNull();
				}
			}),
		);
	});

	test('back and forward again keeps every answer', () => {
		fc.assert(
			fc.property(anyJourney, actions => {
				const state = following(opened(web), ...actions, {type: 'request-failed', diagnostics: []});
				const settled = {...state, overlay: null, request: null};
				const step = settled.step === 'workload' ? 'containers' : settled.step;
				const there = following(settled, {type: 'jump', step});
				const back = following(there, goBack);
				expect(following(back, {type: 'jump', step}).input).toBe(there.input);
				expect(following(back, {type: 'jump', step}).notes).toBe(there.notes);
			}),
		);
	});

	test('undo returns to the answers before', () => {
		fc.assert(
			fc.property(anyJourney, actions => {
				let state = opened(web);
				for (const action of actions) {
					const next = reduceWizard(state, action);
					if (next.past.length > state.past.length) {
						const undone = following({...next, overlay: null, request: null}, {type: 'undo'});
						expect(undone.input).toBe(state.input);
						expect(undone.preset).toBe(state.preset);
					}
					state = next;
				}
			}),
		);
	});
});

test('a focus moved down and up again is where it was', () => {
	const state = atStep('pod');
	expect(following(state, down, down, {type: 'focus', by: -2}).cursors).toEqual(state.cursors);
});
