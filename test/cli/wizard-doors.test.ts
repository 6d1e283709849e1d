import {describe, expect, test} from 'vitest';
import type {PresetTask} from '../../source/domain/input/starts.ts';
import type {WizardRequest} from '../../source/ports.ts';
import {run, type Scene} from '../helpers/memory-world.ts';

/** Does something with what the wizard is given; the world after it. */
const through = <T>(scene: Scene, work: (request: WizardRequest) => Promise<T>) => {
	let found: T | undefined;
	return run([], {
		isTerminal: true,
		...scene,
		wizard: async request => {
			found = await work(request);
			return {kind: 'left'};
		},
	}).then(ended => ({...ended, found}));
};

const saved = {mine: {name: 'mine', cpu: '2', memory: '4Gi'}};
const doing = (task: PresetTask, scene: Scene = {saved}) =>
	through(scene, ({managePresets}) => managePresets(task));

const names = (after: Awaited<ReturnType<typeof doing>>) =>
	after.found?.ok ? after.found.value.presets.map(({name}) => name) : [];
const rules = (after: Awaited<ReturnType<typeof doing>>) =>
	after.found?.ok === false ? after.found.problem.diagnostics.map(({rule}) => rule) : [];

describe('presets in the wizard', () => {
	test('are renamed, copied and deleted in the settings', async () => {
		const renamed = await doing({kind: 'rename', name: 'mine', to: 'ours'});
		expect(renamed.settings.presets).toEqual({ours: saved.mine});
		expect(names(renamed)).toContain('ours');
		const copied = await doing({kind: 'copy', name: 'web', to: 'web-2'});
		expect(copied.settings.presets).toMatchObject({mine: saved.mine, 'web-2': {name: 'web'}});
		const deleted = await doing({kind: 'delete', name: 'mine'});
		expect(deleted.settings.presets).toEqual({});
		expect(names(deleted)).not.toContain('mine');
	});

	test('never take the place of another one', async () => {
		const two = {...saved, ours: {cpu: '8'}};
		for (const task of [
			{kind: 'rename', name: 'mine', to: 'ours'},
			{kind: 'copy', name: 'mine', to: 'ours'},
		] as const) {
			const after = await doing(task, {saved: two});
			expect(rules(after)).toEqual(['preset-exists']);
			expect(after.settings.presets).toEqual(two);
		}
		expect(rules(await doing({kind: 'rename', name: 'mine', to: 'web'}))).toEqual([
			'preset-shipped',
		]);
	});

	test('that ship are neither renamed nor deleted', async () => {
		expect(rules(await doing({kind: 'delete', name: 'web'}))).toEqual(['preset-shipped']);
		expect(rules(await doing({kind: 'rename', name: 'web', to: 'x'}))).toEqual(['preset-unknown']);
	});

	test('that another program has deleted are no longer there', async () => {
		expect(rules(await doing({kind: 'rename', name: 'gone', to: 'x'}))).toEqual(['preset-unknown']);
	});

	test('go out to a file and come in again', async () => {
		const task = {kind: 'export', name: 'mine', path: 'My plan.yaml', overwrite: false} as const;
		const out = await doing(task);
		const text = out.files['My plan.yaml'] ?? '';
		expect(text).toContain('kind: PlanInput');
		expect(rules(await doing(task, {saved, files: {'My plan.yaml': 'old'}}))).toEqual([
			'file-exists',
		]);
		const back = await doing(
			{kind: 'import', path: 'My plan.yaml'},
			{files: {'My plan.yaml': text}},
		);
		expect(back.settings.presets).toMatchObject({'my-plan': saved.mine});
		const beside = await doing(
			{kind: 'import', path: 'mine.yaml'},
			{saved, files: {'mine.yaml': text}},
		);
		expect(Object.keys(beside.settings.presets)).toEqual(['mine', 'mine-2']);
	});

	test('that ship go out with their comments', async () => {
		const task = {kind: 'export', name: 'web', path: 'web.yaml', overwrite: false} as const;
		expect((await doing(task)).files['web.yaml']).toMatch(/^# A web front end/);
	});

	test('that can’t be read are not imported', async () => {
		const after = await doing({kind: 'import', path: 'x.yaml'}, {files: {'x.yaml': 'cpu: [1'}});
		expect(after.found?.ok).toBe(false);
		expect(after.settings.presets).toEqual({});
	});

	test('saved by another program since are kept, unless that is agreed to', async () => {
		const keep = await through({saved}, ({savePreset}) => savePreset('mine', {cpu: '8'}, false));
		expect(keep.settings.presets).toEqual(saved);
		const take = await through({saved}, ({savePreset}) => savePreset('mine', {cpu: '8'}, true));
		expect(take.settings.presets).toEqual({mine: {cpu: '8'}});
	});
});

describe('the last plans', () => {
	const plan = (cpu: string) => ({input: {name: 'web', cpu}, path: null});

	test('are kept newest first, each once, ten at most', async () => {
		const {settings} = await through({}, async ({keepRecent}) => {
			for (let cpu = 1; cpu <= 12; cpu++) await keepRecent(plan(String(cpu)));
			await keepRecent(plan('5'));
		});
		const cpus = settings.recent.map(one => (one as {input: {cpu: string}}).input.cpu);
		expect(cpus).toEqual(['5', '12', '11', '10', '9', '8', '7', '6', '4', '3']);
	});

	test('are offered as far as they can be read', async () => {
		const good = {...plan('2'), day: '2025-01-08'};
		const recent = [good, 7, null, {input: {cpu: {}}, day: '2025-01-08'}, {input: {}, day: 1}];
		const {found} = await through({recent}, async request => request.recent);
		expect(found).toEqual([good]);
	});

	test('that are larger than a list should hold are not kept', async () => {
		const {settings} = await through({}, ({keepRecent}) =>
			keepRecent({input: {name: 'x'.repeat(30_000)}, path: null}),
		);
		expect(settings.recent).toEqual([]);
	});
});

describe('a file as a start', () => {
	const DEPLOYMENT = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  replicas: 3
  template:
    spec:
      containers:
        - {name: app, image: 'nginx:1.29', resources: {limits: {cpu: '2', memory: 4Gi}}}
`;
	const reading = (text: string) =>
		through({files: {'x.yaml': text}}, ({readStart}) => readStart('x.yaml'));

	test('has the workloads of its manifests', async () => {
		const {found} = await reading(`${DEPLOYMENT('api')}---\n${DEPLOYMENT('web')}`);
		expect(found).toMatchObject({
			ok: true,
			value: {
				kind: 'workloads',
				workloads: [
					{kind: 'Deployment', name: 'api', namespace: 'shop', input: {name: 'api'}},
					{
						name: 'web',
						input: {
							workload: {kind: 'deployment', replicas: 3},
							containers: [{name: 'app', image: 'nginx:1.29'}],
						},
					},
				],
			},
		});
	});

	test('has a plan', async () => {
		const {found} = await reading('kind: PlanInput\nname: shop\ncpu: 4\n');
		expect(found).toMatchObject({
			ok: true,
			value: {kind: 'plan', path: 'x.yaml', input: {name: 'shop'}},
		});
	});

	test('that is missing or broken says so, and the wizard goes on', async () => {
		const missing = await through({}, ({readStart}) => readStart('gone.yaml'));
		expect(missing.found).toMatchObject({ok: false, problem: {exitCode: 4}});
		expect((await reading('a: [')).found).toMatchObject({ok: false});
		expect((await reading('kind: PlanInput\ncpu: [1]\n')).found).toMatchObject({
			ok: false,
			problem: {exitCode: 2},
		});
	});
});

describe('YAML that an editor has changed', () => {
	const checking = (text: string) => through({}, ({checkYaml}) => checkYaml(text));

	test('may have several documents', async () => {
		for (const text of ['a: 1\n', 'a: 1\n---\nb: 2\n', '---\na: 1\n'])
			expect((await checking(text)).found).toMatchObject({ok: true});
	});

	test('that is none is told by its line', async () => {
		const lineOf = async (text: string) => {
			const {found} = await checking(text);
			const [first] = found?.ok === false ? found.problem.diagnostics : [];
			return first?.rule === 'file-malformed' ? first.facts.line : null;
		};
		expect(await lineOf('a: 1\nb: "open\n---\nc: 3\n')).toBe(2);
		expect(await lineOf('a: 1\n---\nb: 2\nc: [1\nd: 2\n')).toBeGreaterThanOrEqual(4);
	});
});
