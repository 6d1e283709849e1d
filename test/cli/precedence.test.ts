import {describe, expect, test} from 'vitest';
import {run, type Scene} from '../helpers/memory-world.ts';
import {parseDocument} from './document.ts';

type Source = 'settings' | 'preset' | 'plan file' | 'environment' | 'flag';

/** From the weakest to the strongest; each names a region of its own. */
const SOURCES: readonly (readonly [source: Source, region: string])[] = [
	['settings', 'cn-beijing'],
	['preset', 'cn-shanghai'],
	['plan file', 'cn-shenzhen'],
	['environment', 'eu-central-1'],
	['flag', 'us-east-1'],
];

const regionOf = (source: Source): string =>
	SOURCES.find(([name]) => name === source)?.[1] ?? 'cn-hangzhou';

/** A run in which each of these sources names its region. */
const regionWith = async (sources: readonly Source[]): Promise<unknown> => {
	const has = (source: Source) => sources.includes(source);
	const scene: Scene = {
		defaults: has('settings') ? {region: regionOf('settings')} : {},
		saved: {here: {region: regionOf('preset')}},
		files: {'plan.yaml': `region: ${regionOf('plan file')}\n`},
		env: has('environment') ? {ECI_PLAN_REGION: regionOf('environment')} : {},
	};
	const {out} = await run(
		[
			'size',
			'-o',
			'json',
			...(has('preset') ? ['--preset', 'here'] : []),
			...(has('plan file') ? ['--plan', 'plan.yaml'] : []),
			...(has('flag') ? ['--region', regionOf('flag')] : []),
		],
		scene,
	);
	return parseDocument(out)['region'];
};

const pairs = SOURCES.flatMap(([weak], index) =>
	SOURCES.slice(index + 1).map(([strong]) => [strong, weak] as const),
);

describe('who has the last word about a field', () => {
	test.each(pairs)('%s before %s', async (strong, weak) => {
		expect(await regionWith([weak, strong])).toBe(regionOf(strong));
	});

	test.each(SOURCES)('%s before the default', async (source, region) => {
		expect(await regionWith([source])).toBe(region);
	});

	test('nobody: the default', async () => {
		expect(await regionWith([])).toBe('cn-hangzhou');
	});

	test('the flag, with all of them there', async () => {
		expect(await regionWith(SOURCES.map(([source]) => source))).toBe('us-east-1');
	});
});

describe('sources fill in what the others leave open', () => {
	test('a flag edits the container that a preset brings', async () => {
		const {out} = await run(['size', '--preset', 'api', '--memory', '16Gi', '-o', 'json']);
		expect(parseDocument(out)).toMatchObject({request: {vcpu: 4, memoryGiB: 16}});
	});

	test('a plan file goes over a preset field by field', async () => {
		const {out} = await run(['cost', '--preset', 'api', '--plan', 'p.yaml', '-o', 'json'], {
			files: {'p.yaml': 'workload:\n  replicas: 2\n'},
		});
		expect(parseDocument(out)).toMatchObject({name: 'api', replicas: {peak: 2}});
	});

	test('the environment names the preset and the plan file as well', async () => {
		const scene = {env: {ECI_PLAN_PRESET: 'api', ECI_PLAN_PLAN: 'p.yaml'}};
		const {out} = await run(['cost', '-o', 'json'], {
			...scene,
			files: {'p.yaml': 'workload: {replicas: 2}'},
		});
		expect(parseDocument(out)).toMatchObject({name: 'api', replicas: {peak: 2}});
		const flag = await run(['cost', '-o', 'json', '--preset', 'cron'], {
			env: {ECI_PLAN_PRESET: 'api'},
		});
		expect(parseDocument(flag.out)).toMatchObject({name: 'cron'});
	});
});

describe('the field at fault is called by the name under which it was given', () => {
	const PLAN = {'plan.yaml': 'containers:\n- {name: a, cpu: 1, memory: 2}\n- {name: b}\n'};

	test.each([
		['a flag', ['--pull', 'x'], {}, '--pull'],
		['an environment variable', [], {env: {ECI_PLAN_PULL: 'x'}}, 'ECI_PLAN_PULL'],
		['a setting', [], {defaults: {pull: 'x'}}, 'settings pull'],
		[
			'a preset',
			['--preset', 'p'],
			{saved: {p: {workload: {pull: 'x'}}}},
			'preset p: workload.pull',
		],
		['a plan file', ['--plan', 'f'], {files: {f: 'workload: {pull: x}'}}, 'f: workload.pull'],
		[
			'a container of a plan file',
			['--plan', 'plan.yaml'],
			{files: PLAN},
			'plan.yaml: containers[0].memory',
		],
		[
			'the only container, written at the top',
			['--plan', 'f'],
			{files: {f: 'memory: 2'}},
			'f: memory',
		],
		['--container', ['--container', 'name=a,memory=2'], {}, '--container'],
		['a flag over a preset', ['--preset', 'web', '--pull', 'x'], {}, '--pull'],
		[
			'a preset below a plan file with a part of the same group',
			['--preset', 'p', '--plan', 'f'],
			{saved: {p: {workload: {pull: 'x'}}}, files: {f: 'workload: {replicas: 2}'}},
			'preset p: workload.pull',
		],
		[
			'an annotation of a plan file',
			['--plan', 'f'],
			{files: {f: 'pod: {annotations: {k8s.aliyun.com/eci-foo: "1"}}'}},
			'f: pod.annotations',
		],
	] satisfies readonly (readonly [string, readonly string[], Scene, string])[])(
		'%s',
		async (_name, args, scene, place) => {
			const {code, err} = await run(['size', ...args], {columns: 1000, ...scene});
			expect(code).toBe(2);
			expect(err.split('\n')[0]).toContain(`error: ${place}`);
		},
	);
});
