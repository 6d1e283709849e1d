import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {shippedPrices} from '../../source/adapters/package-files.ts';
import {timeZones} from '../../source/adapters/time-zones.ts';
import {EXPORT_TARGETS} from '../../source/domain/input/export-targets.ts';
import {type PlanInput, planInputShape} from '../../source/domain/input/plan-input.ts';
import type {Preset} from '../../source/domain/input/starts.ts';
import {check} from '../../source/domain/schema/check.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {withValue} from '../../source/ui/state/edit-input.ts';
import {caveatOf, equivalentOf, pathLabel} from '../../source/ui/state/equivalent.ts';
import {exportedYaml, leftOut} from '../../source/ui/state/exporting.ts';
import {readField} from '../../source/ui/state/fields.ts';
import {yamlTextOf} from '../../source/ui/state/planned.ts';
import {plannedOf, problemsOf, rowsOf} from '../../source/ui/state/rows.ts';
import type {Opening, WizardState} from '../../source/ui/state/wizard-types.ts';
import {openingState, reduceWizard} from '../../source/ui/wizard-state.ts';
import {ok, ROOT, TODAY} from '../helpers/memory-world.ts';
import {shellWords} from '../helpers/shell.ts';
import {commanded} from '../helpers/wizard-request.ts';

const FOLDER = join(ROOT, 'presets');
const book = await shippedPrices(ROOT).book('cn-hangzhou', 'CNY');
const [en, zhCn] = [wizardTextsOf('en'), wizardTextsOf('zh-CN')];

const presetOf = (name: string): Preset => {
	const document: unknown = parse(readFileSync(join(FOLDER, `${name}.yaml`), 'utf8'));
	return {name, origin: 'shipped', input: check(planInputShape, document).value};
};
const PRESETS = readdirSync(FOLDER).map(file => presetOf(file.replace(/\.yaml$/, '')));

const openingOf = (preset: Preset | null, given: PlanInput): Opening => ({
	given,
	preset,
	commanded,
	presets: PRESETS,
	regions: ['cn-hangzhou'],
	timeZones,
	today: TODAY,
	draft: null,
	recent: [],
	notices: [],
});

/** The wizard that was opened with a preset and has these answers by now. */
const answered = (preset: Preset, input: PlanInput): WizardState =>
	reduceWizard(
		{...openingState(openingOf(preset, preset.input)), input},
		{type: 'prices-loaded', book},
	);

/** Every field that the preset answers and the wizard asks for. */
const answeredPaths = (preset: Preset): readonly string[] => {
	const states = (preset.input.containers ?? []).map((_, selected) => ({
		...answered(preset, preset.input),
		selected,
	}));
	const rows = states.flatMap(state =>
		(['workload', 'containers', 'chain', 'billing', 'pod'] as const).flatMap(step =>
			rowsOf(state, step).flatMap(row =>
				row.kind === 'field' && readField(state, row.field) !== '' ? row.field.path : [],
			),
		),
	);
	return [...new Set(rows)];
};

const yamlOf = (state: WizardState): string => yamlTextOf(plannedOf(state).documents ?? []);
const exported = (state: WizardState): Promise<string> =>
	ok(shellWords(equivalentOf(state).command).slice(1), {today: TODAY});

describe.each(PRESETS)('of $name', preset => {
	test('nothing has to be said over the preset itself', async () => {
		const state = answered(preset, preset.input);
		expect(equivalentOf(state)).toEqual({
			command: `eci-plan export --preset ${preset.name}`,
			missing: [],
		});
		expect(await exported(state)).toBe(yamlOf(state));
	});

	test.each(answeredPaths(preset))(
		'%s may be cleared: the command does the same, or says that it doesn’t',
		async path => {
			const state = answered(preset, withValue(preset.input, path, undefined));
			if (problemsOf(state).length > 0) return;
			const same = (await exported(state)) === yamlOf(state);
			expect(same || caveatOf(state, en) !== null).toBe(true);
		},
	);
});

const named = (name: string) => presetOf(name);

test('what flags can say without the preset is said without it', async () => {
	const runner = named('ci-runner');
	const state = answered(runner, withValue(runner.input, 'pod.imageCache', undefined));
	const {command, missing} = equivalentOf(state);
	expect(missing).toEqual([]);
	expect(command).not.toContain('--preset');
	expect(yamlOf(state)).not.toContain('image-cache');
	expect(await exported(state)).toBe(yamlOf(state));
});

test.each<readonly [string, PlanInput['chain']]>([
	['a pick', {pick: 'resilient'}],
	['a target', {targetPlaced: '99%'}],
	['pins and what is avoided', {pin: ['4-8Gi'], avoid: ['ecs.c6.large', 'ecs.c7.large']}],
	['stock', {inStock: {'2-4Gi': '50%', 'ecs.c6a.large': '0.1'}}],
	['how entries share it', {sharedStock: {generation: '100%', family: '0', sizes: '50%'}}],
	['a chain of one’s own', {useSpecs: ['4-8Gi', '2-4Gi'], pin: ['2-4Gi'], targetPlaced: '99%'}],
])('the command says %s as the wizard does', async (_, chain = {}) => {
	const preset = named('web');
	const state = answered(preset, {...preset.input, chain});
	const {missing, command} = equivalentOf(state);
	expect(missing).toEqual([]);
	expect(command.split(' --').length).toBeGreaterThan(2);
	expect(await exported(state)).toBe(yamlOf(state));
	// Each of these answers leads to another chain than the preset alone.
	expect(yamlOf(state)).not.toBe(yamlOf(answered(preset, preset.input)));
});

test('a plan file and a file of prices are named again, and keep what no flag says', () => {
	const input: PlanInput = {
		name: 'shop',
		workload: {replicas: 2},
		containers: [{name: 'app', image: 'nginx:1.29', cpu: '1', env: {MODE: 'fast'}}],
	};
	const plan = {flags: [{flag: 'plan', values: ['my plan.yaml']}], input};
	const always = [{flag: 'prices', values: ['own.csv']}];
	const opening = {...openingOf(null, input), commanded: {plan, always}};
	const answers = {...openingState(opening), preset: null, presets: PRESETS};
	expect(equivalentOf({...answers, input})).toEqual({
		command: "eci-plan export --plan 'my plan.yaml' --prices own.csv",
		missing: [],
	});
	const more = withValue(input, 'workload.replicas', 3);
	expect(equivalentOf({...answers, input: more})).toEqual({
		command: "eci-plan export --plan 'my plan.yaml' --prices own.csv --replicas 3",
		missing: [],
	});
	const fresh = presetOf('cron');
	expect(equivalentOf({...answers, input: fresh.input, preset: fresh}).command).toBe(
		'eci-plan export --preset cron --prices own.csv',
	);
});

test('a preset that was renamed or deleted since is no start of a command', async () => {
	const web = presetOf('web');
	const state = {...answered(web, web.input), presets: PRESETS.filter(({name}) => name !== 'web')};
	expect(equivalentOf(state).command).not.toContain('--preset');
	const own = {name: 'mine', origin: 'saved', input: web.input} as const;
	const saved = {preset: own, answers: web.input, replaces: false};
	expect(equivalentOf({...state, preset: null, saved}).command).not.toContain('--preset');
	expect(equivalentOf({...state, preset: null, saved, presets: [own]}).command).toBe(
		'eci-plan export --preset mine',
	);
});

test('a plan that was opened in the wizard is named in the command', () => {
	const input: PlanInput = {
		name: 'shop',
		containers: [{name: 'app', image: 'nginx:1.29', cpu: '1', env: {MODE: 'fast'}}],
	};
	const fresh = openingState(openingOf(null, {}));
	const asked = {...fresh, request: {kind: 'read-start', path: 'shop.yaml'} as const};
	const state = reduceWizard(asked, {
		type: 'start-read',
		start: {kind: 'plan', path: 'shop.yaml', input},
	});
	expect(state.input).toMatchObject(input);
	expect(equivalentOf(state)).toEqual({command: 'eci-plan export --plan shop.yaml', missing: []});
});

test.each(EXPORT_TARGETS)('exported as %s, the command prints the same', async target => {
	const web = presetOf('web');
	const fresh = answered(web, web.input);
	const state = {...fresh, notes: {...fresh.notes, target}};
	if (problemsOf(state).length > 0) return;
	expect(equivalentOf(state).command).toContain(`--as ${target}`);
	expect(await exported(state)).toBe(exportedYaml(state));
});

test('an edit is outside of the command, which says so, and ends with the answers it was made of', () => {
	const web = presetOf('web');
	const fresh = answered(web, web.input);
	const state = {...fresh, edited: {text: 'a: 1\n', of: exportedYaml(fresh)}};
	expect(exportedYaml(state)).toBe('a: 1\n');
	expect(leftOut(state, en)).toContain('editor');
	expect(leftOut(fresh, en)).toBeNull();
	const later = {...state, input: withValue(web.input, 'name', 'other')};
	expect(exportedYaml(later)).toContain('other');
	expect(leftOut(later, en)).toBeNull();
});

test('a cleared schedule is said by the replicas that take its place', async () => {
	const web = presetOf('web');
	const state = answered(web, withValue(web.input, 'workload.schedule', undefined));
	expect(equivalentOf(state)).toEqual({
		command: 'eci-plan export --preset web --replicas 1',
		missing: [],
	});
	expect(await exported(state)).toBe(yamlOf(state));
});

test('what no flag says either way is named in the words of the wizard', () => {
	const web = named('web');
	const state = answered(web, withValue(web.input, 'pod.imageCache', undefined));
	expect(caveatOf(state, en)).toBe(
		'No flag says what you answered here: Image cache. A saved preset keeps it.',
	);
	expect(caveatOf(state, zhCn)).toBe('以下内容没有参数可以表达：镜像缓存。另存为预设即可保留。');
});

test.each([
	['workload.schedule', 'Schedule'],
	['workload.pull', 'start-up time'],
	['spot.priceLimit', 'Price limit'],
	['reserved.hoursPerMonth', 'Hours a month'],
	['chain.pin', 'Pinned'],
	['chain.targetPlaced', 'Target placed'],
	['nginx.ports', 'ports of nginx'],
	['nginx.env.MODE', 'environment variable MODE of nginx'],
	['data.server', 'Server of data'],
	['pod.labels.tier', 'label tier'],
	['pod.annotations.k8s.aliyun.com/x', 'annotation k8s.aliyun.com/x'],
	['logs.web', 'log web'],
	['initContainers', 'init containers'],
])('%s is called %s', (path, label) => {
	expect(pathLabel(path, en)).toBe(label);
});

test.each<readonly [string, string, PlanInput]>([
	['a drawn week', 'web', {workload: {schedule: 'Mon-Fri 09:00-18:00=4; *=1'}}],
	['a baseline', 'web', {simulation: {baseline: 'spot'}}],
	['a price limit', 'web', {spot: {strategy: 'SpotWithPriceLimit', priceLimit: '0.116'}}],
	['a deadline and checkpoints', 'batch', {workload: {deadline: '20h', checkpointEvery: '2h'}}],
])('the command says %s, to the byte', async (_, name, given) => {
	const preset = named(name);
	const {workload = {}, simulation, spot} = given;
	const {replicas: _replicas, ...kept} = preset.input.workload ?? {};
	const input: PlanInput = {
		...preset.input,
		workload: workload.schedule ? {...kept, ...workload} : {...preset.input.workload, ...workload},
		...(simulation && {simulation}),
		...(spot && {spot}),
	};
	const state = answered(preset, input);
	expect(equivalentOf(state).missing).toEqual([]);
	expect(await exported(state)).toBe(yamlOf(state));
});
