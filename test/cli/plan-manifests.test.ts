import {describe, expect, test} from 'vitest';
import {fails, run, type Scene} from '../helpers/memory-world.ts';
import {
	autoscaler,
	container,
	cronJob,
	ROUNDED,
	stream,
	template,
	workload,
} from '../helpers/workload-manifests.ts';
import {documentOf} from './document.ts';

type Workload = Readonly<Record<string, unknown>> & {
	readonly diagnostics: readonly {readonly rule: string}[];
};

const plan = async (text: string, args: readonly string[] = [], scene: Scene = {}) => {
	const document = await documentOf(['plan', '-f', '-', ...args], 'Plan', {stdin: text, ...scene});
	return {document, workloads: document['workloads'] as readonly Workload[]};
};

const planOne = async (text: string, args: readonly string[] = []): Promise<Workload> => {
	const {workloads} = await plan(text, args);
	expect(workloads).toHaveLength(1);
	const [one] = workloads;
	if (!one) throw new TypeError('no workload');
	return one;
};

const requestOf = async (text: string, args: readonly string[] = []) =>
	(await planOne(text, args))['request'];

const rulesOf = ({diagnostics}: Workload): readonly string[] => diagnostics.map(({rule}) => rule);

const CURRENT = ['--ruleset', 'current'];
/** 2-4Gi costs ¥0.441072 an hour [facts §3.1]; a month has 730 hours. */
const MONTH = '321.98256';

describe('kinds of workloads', () => {
	test.each(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'])(
		'%s has its replicas',
		async kind => {
			expect(await planOne(workload(kind, {spec: 'replicas: 3'}))).toMatchObject({
				file: '-',
				document: 1,
				kind,
				name: 'web',
				namespace: null,
				state: 'planned',
				replicas: 3,
				minReplicas: 3,
				request: {vcpu: 2, memoryGiB: 3},
				billed: {spec: '2-4Gi'},
				useSpecs: null,
				// Three times the month.
				cost: {currency: 'CNY', perMonth: '965.94768', minPerMonth: '965.94768'},
			});
		},
	);

	test('says what `diff` needs of a plan that was saved', async () => {
		const spot = template(ROUNDED, {
			annotations:
				'k8s.aliyun.com/eci-spot-strategy: SpotWithPriceLimit, k8s.aliyun.com/eci-spot-price-limit: "0.25"',
		});
		expect(await planOne(workload('Deployment', {spec: 'replicas: 3', pod: spot}))).toMatchObject({
			spot: {strategy: 'SpotWithPriceLimit', priceLimit: '0.25'},
			cost: {podHours: '2190'},
		});
		expect(await planOne(workload('Deployment'))).toMatchObject({
			spot: {strategy: 'none', priceLimit: null},
		});
	});

	test('a pod stands for itself', async () => {
		const pod = `kind: Pod\nmetadata: {name: one, namespace: shop}\nspec: {containers: [${ROUNDED}]}`;
		expect(await planOne(pod)).toMatchObject({
			kind: 'Pod',
			namespace: 'shop',
			replicas: 1,
			cost: {perMonth: MONTH},
		});
	});

	test('what the rounding costs is a gibibyte', async () => {
		// 1 GiB × 0.00000613 × 3600 × 730
		expect(await planOne(workload('Deployment'))).toMatchObject({
			cost: {roundingPerMonth: '16.10964'},
		});
	});

	test('no replicas cost nothing', async () => {
		expect(await planOne(workload('Deployment', {spec: 'replicas: 0'}))).toMatchObject({
			replicas: 0,
			cost: {perMonth: '0', minPerMonth: '0', roundingPerMonth: '0'},
		});
	});

	test('a Job costs its one run, all completions', async () => {
		const job = workload('Job', {spec: 'parallelism: 2, completions: 4'});
		// 4 pods × (3540 + 60) s × 0.00012252/s
		expect(await planOne(job, ['--work', '59m'])).toMatchObject({
			replicas: 4,
			cost: {perMonth: '1.764288'},
		});
	});

	test('a CronJob costs its runs', async () => {
		// 730 h ÷ 24 h runs of an hour
		expect(await planOne(cronJob(''), ['--work', '59m'])).toMatchObject({
			kind: 'CronJob',
			cost: {perMonth: '13.41594'},
		});
	});

	test('a Job is ended by its deadline', async () => {
		expect(await planOne(cronJob('activeDeadlineSeconds: 3540'))).toMatchObject({
			cost: {perMonth: '13.41594'},
		});
	});

	test('the month of a Job without a duration is unknown, its pod is not', async () => {
		const {document, workloads} = await plan(cronJob(''));
		expect(workloads).toMatchObject([
			{cost: null, billed: {spec: '2-4Gi'}, price: {perHour: '0.441072'}},
		]);
		expect(workloads[0] && rulesOf(workloads[0])).toContain('workload-open-ended');
		expect(document['totals']).toMatchObject({perMonth: '0', incomplete: true, workloads: 0});
	});

	test('a suspended CronJob costs nothing', async () => {
		const one = await planOne(cronJob('', template(ROUNDED), ', suspend: true'), ['--work', '1h']);
		expect(one).toMatchObject({replicas: 0, cost: {perMonth: '0'}});
		expect(rulesOf(one)).toContain('workload-suspended');
	});

	test('a schedule that is none is told at its place', async () => {
		const text = 'kind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: "61 * * * *"\n';
		const job = `  jobTemplate: {spec: {template: ${template(ROUNDED)}}}`;
		const one = await planOne(text + job, ['--work', '1h']);
		expect(one['state']).toBe('invalid');
		expect(one.diagnostics).toContainEqual(
			expect.objectContaining({rule: 'cron-invalid', path: 'spec.schedule', line: 4, column: 13}),
		);
	});
});

describe('what does not run on ECI', () => {
	test('is in the table, and not in the total', async () => {
		const {document, workloads} = await plan(
			stream(
				workload('DaemonSet', {name: 'agent'}),
				workload('Deployment', {pod: template(ROUNDED, {spec: 'nodeSelector: {type: gpu}'})}),
				workload('Deployment'),
			),
		);
		expect(workloads).toMatchObject([
			{kind: 'DaemonSet', state: 'daemonset', billed: null, price: null, cost: null},
			{state: 'elsewhere', billed: null, cost: null},
			{state: 'planned', cost: {perMonth: MONTH}},
		]);
		expect(document['totals']).toMatchObject({perMonth: MONTH, workloads: 1, incomplete: false});
	});

	test('a label takes a pod there all the same', async () => {
		const text = workload('Deployment', {
			pod: `{metadata: {labels: {alibabacloud.com/eci: "true"}}, spec: {nodeSelector: {type: gpu}, containers: [${ROUNDED}]}}`,
		});
		expect(await planOne(text)).toMatchObject({state: 'planned'});
	});

	test('what is no workload passes, and what may be one is named', async () => {
		const {document, workloads} = await plan(
			stream(
				'kind: Service\nmetadata: {name: web}\n',
				'apiVersion: v2\nname: chart\n',
				'[1, 2]\n',
				workload('Rollout', {name: 'canary'}),
			),
		);
		expect(workloads).toEqual([]);
		expect(document['diagnostics']).toMatchObject([
			{rule: 'workload-kind-unknown', file: '-', line: 10},
			{rule: 'workload-none'},
		]);
	});
});

test('what has no containers where they belong is named, and not planned', async () => {
	const {document, workloads} = await plan(
		stream(
			'kind: Deployment\nmetadata: {name: patch}\nspec: {replicas: 3}\n',
			'apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nmetadata: {name: v}\nspec: {tasks: []}\n',
			workload('Deployment'),
		),
	);
	expect(workloads).toMatchObject([{name: 'web'}]);
	const said = document['diagnostics'] as readonly {readonly rule: string}[];
	expect(said.filter(({rule}) => rule === 'workload-empty')).toMatchObject([
		{path: 'metadata.name', line: 2},
		{path: 'metadata.name', line: 7},
	]);
	expect(document['totals']).toMatchObject({incomplete: false});
});

describe('autoscalers', () => {
	const TARGET = '{apiVersion: apps/v1, kind: Deployment, name: web}';

	test('say how many pods there are at least and at most, wherever they stand', async () => {
		const {document, workloads} = await plan(
			stream(
				autoscaler(TARGET, 'minReplicas: 2, maxReplicas: 10'),
				workload('Deployment', {spec: 'replicas: 5'}),
			),
		);
		expect(workloads).toMatchObject([
			{
				replicas: 10,
				minReplicas: 2,
				cost: {perMonth: '3219.8256', minPerMonth: '643.96512', roundingPerMonth: '161.0964'},
			},
		]);
		expect(document['totals']).toMatchObject({perMonth: '3219.8256', minPerMonth: '643.96512'});
	});

	test('leave alone what is scaled to nothing', async () => {
		const text = stream(
			workload('Deployment', {spec: 'replicas: 0'}),
			autoscaler(TARGET, 'maxReplicas: 4'),
		);
		expect(await planOne(text)).toMatchObject({replicas: 0, minReplicas: 0});
	});

	test('have one pod at least where they say nothing', async () => {
		const text = stream(workload('Deployment'), autoscaler(TARGET, 'maxReplicas: 4'));
		expect(await planOne(text)).toMatchObject({replicas: 4, minReplicas: 1});
	});

	test.each([
		['another kind', TARGET.replace('Deployment', 'StatefulSet'), ''],
		['another name', TARGET.replace('web', 'other'), ''],
		['another namespace', TARGET, 'namespace: other'],
	])('of %s scale something else', async (_name, target, metadata) => {
		const text = stream(workload('Deployment'), autoscaler(target, 'maxReplicas: 4', metadata));
		expect(await planOne(text)).toMatchObject({replicas: 1});
	});
});

describe('what kubectl get prints', () => {
	test('a List is its items, also a list of a kind', async () => {
		const items = [workload('Deployment', {name: 'a'}), workload('Deployment', {name: 'b'})]
			.map(text => `- ${text.trim().replaceAll('\n', '\n  ')}`)
			.join('\n');
		const {workloads} = await plan(
			stream(`kind: List\nitems:\n${items}\n`, `kind: DeploymentList\nitems:\n${items}\n`),
		);
		expect(workloads.map(({name, document}) => [name, document])).toEqual([
			['a', 1],
			['b', 1],
			['a', 2],
			['b', 2],
		]);
	});

	test('pods of a Deployment that is there count with it', async () => {
		const owned = (kind: string, name: string) =>
			`ownerReferences: [{kind: ${kind}, name: ${name}}]`;
		const text = stream(
			workload('Deployment'),
			workload('ReplicaSet', {name: 'web-1', metadata: owned('Deployment', 'web')}),
			`kind: Pod\nmetadata: {name: web-1-a, ${owned('ReplicaSet', 'web-1')}}\nspec: {containers: [${ROUNDED}]}\n`,
		);
		expect(await planOne(text)).toMatchObject({kind: 'Deployment'});
	});

	test('two objects of one name are told, and both are planned', async () => {
		const {document, workloads} = await plan(
			stream(
				workload('Deployment'),
				workload('Deployment', {metadata: 'namespace: default'}),
				workload('Deployment', {metadata: 'namespace: other'}),
				workload('StatefulSet'),
			),
		);
		const told = workloads.map(one => rulesOf(one).includes('object-twice'));
		expect(told).toEqual([false, true, false, false]);
		expect(document['totals']).toMatchObject({workloads: 4});
	});

	test('and for themselves where it is not', async () => {
		const pod = `kind: Pod\nmetadata: {name: a, ownerReferences: [{kind: ReplicaSet, name: x}]}\nspec: {containers: [${ROUNDED}]}\n`;
		expect(await planOne(pod)).toMatchObject({kind: 'Pod'});
	});
});

describe('what a pod asks for', () => {
	const asked = (containers: string, spec = '') =>
		workload('Deployment', {pod: template(containers, {spec})});

	test('requests count under today’s rules alone', async () => {
		const text = asked(container('requests: {cpu: 4, memory: 8Gi}'));
		expect(await requestOf(text, CURRENT)).toEqual({vcpu: 4, memoryGiB: 8});
		expect(await requestOf(text)).toEqual({vcpu: 1, memoryGiB: 2});
	});

	test('limits beat requests', async () => {
		const text = asked(container('limits: {cpu: 2, memory: 4Gi}, requests: {cpu: 1, memory: 1Gi}'));
		expect(await requestOf(text, CURRENT)).toEqual({vcpu: 2, memoryGiB: 4});
	});

	test.each([
		['{cpu: 500m, memory: 512Mi}', 0.5, 0.5],
		['{cpu: "0.5", memory: 0.5Gi}', 0.5, 0.5],
		['{cpu: 2e-1, memory: 2147483648}', 0.2, 2],
		['{cpu: 1000m, memory: 2147483648000m}', 1, 2],
		['{cpu: 2, memory: 1048576Ki}', 2, 1],
		['{cpu: 0x2, memory: "2e9"}', 2, 2e9 / 2 ** 30],
	])('%s', async (limits, vcpu, memoryGiB) => {
		expect(await requestOf(asked(container(`limits: ${limits}`)))).toEqual({vcpu, memoryGiB});
	});

	test('zero is as good as nothing', async () => {
		expect(await requestOf(asked(container('limits: {cpu: 0, memory: 4Gi}')))).toEqual({
			vcpu: 1,
			memoryGiB: 4,
		});
	});

	test('what is no quantity is told at its place, and the others are planned', async () => {
		const bad = asked(container('limits: {cpu: 2x}'));
		const {document, workloads} = await plan(stream(bad, workload('Deployment')));
		expect(workloads).toMatchObject([
			{state: 'invalid', request: null, cost: null},
			{cost: {perMonth: MONTH}},
		]);
		expect(workloads[0]?.diagnostics).toMatchObject([
			{
				rule: 'quantity-invalid',
				severity: 'error',
				path: 'spec.template.spec.containers[0].resources.limits.cpu',
				file: '-',
				line: 3,
				column: (bad.split('\n')[2] ?? '').indexOf('2x') + 1,
			},
		]);
		expect(document['totals']).toMatchObject({perMonth: MONTH, incomplete: true});
	});

	const INIT = 'initContainers: [';
	const step = (limits: string, more = '') => `{name: step, resources: {limits: ${limits}}${more}}`;
	const LASTS = ', restartPolicy: Always';

	test('the largest init container decides where it is larger than the rest', async () => {
		const init = `${INIT}${step('{cpu: 4, memory: 1Gi}')}]`;
		expect(await requestOf(asked(ROUNDED, init))).toEqual({vcpu: 4, memoryGiB: 3});
	});

	test('a sidecar adds to the containers, and to the init containers behind it', async () => {
		const sidecar = step('{cpu: 1, memory: 1Gi}', LASTS).replace('step', 'side');
		expect(await requestOf(asked(ROUNDED, `${INIT}${sidecar}]`))).toEqual({vcpu: 3, memoryGiB: 4});
		const before = `${INIT}${sidecar}, ${step('{cpu: 4, memory: 1Gi}')}]`;
		expect(await requestOf(asked(ROUNDED, before), CURRENT)).toEqual({vcpu: 5, memoryGiB: 4});
		const behind = `${INIT}${step('{cpu: 4, memory: 1Gi}')}, ${sidecar}]`;
		expect(await requestOf(asked(ROUNDED, behind), CURRENT)).toEqual({vcpu: 4, memoryGiB: 4});
	});

	test('resources of the pod take the place of those of its containers', async () => {
		const pod = 'resources: {limits: {cpu: 8, memory: 16Gi}}';
		const one = await planOne(asked(ROUNDED, pod));
		expect(one['request']).toEqual({vcpu: 8, memoryGiB: 16});
		expect(rulesOf(one)).toContain('workload-pod-resources');
		expect(
			await requestOf(
				asked(`${ROUNDED}, ${ROUNDED.replace('app', 'b')}`, 'resources: {limits: {cpu: 4}}'),
			),
		).toEqual({
			vcpu: 4,
			memoryGiB: 6,
		});
	});

	test('a container that ECI is to ignore is left out', async () => {
		const ignored = ', env: [{name: __ECI_RESOURCE_IGNORE__, value: "TRUE"}]';
		const text = asked(`${ROUNDED}, ${container('limits: {cpu: 8}', ignored).replace('app', 'b')}`);
		expect(await requestOf(text, CURRENT)).toEqual({vcpu: 2, memoryGiB: 3});
	});

	test('temporary storage beyond the free part is paid for', async () => {
		const text = asked(
			container('limits: {cpu: 2, memory: 4Gi}, requests: {ephemeral-storage: 50Gi}'),
		);
		expect(await planOne(text, CURRENT)).toMatchObject({extraStorage: {gib: 20}});
	});

	test('a container that says nothing gets what ECI takes, or what the user says', async () => {
		const text = asked('{name: app}');
		expect(await requestOf(text)).toEqual({vcpu: 1, memoryGiB: 2});
		expect(await requestOf(text, CURRENT)).toEqual({vcpu: 2, memoryGiB: 4});
		const one = await planOne(text, ['--default-cpu', '250m', '--default-memory', '512Mi']);
		expect(one['request']).toEqual({vcpu: 0.25, memoryGiB: 0.5});
		expect(one.diagnostics).toContainEqual(
			expect.objectContaining({
				rule: 'container-defaulted',
				message: expect.stringContaining('0.25 vCPU, 0.5 GiB'),
				path: 'spec.template.spec.containers[0]',
			}),
		);
	});

	test('a pod with a GPU needs a type that has one', async () => {
		const gpu = asked(container('limits: {cpu: 2, memory: 4Gi, nvidia.com/gpu: 1}'));
		const one = await planOne(gpu);
		expect(one).toMatchObject({state: 'planned', billed: null, price: null});
		expect(rulesOf(one)).toContain('workload-spec-missing');
		expect(await planOne(gpu, ['--use-specs', 'ecs.gn6i-c4g1.xlarge'])).toMatchObject({
			billed: {spec: 'ecs.gn6i-c4g1.xlarge'},
		});
	});
});

describe('annotations and flags', () => {
	const annotated = (annotations: string) =>
		workload('Deployment', {pod: template(ROUNDED, {annotations})});

	test('the chain of a manifest is what is billed', async () => {
		const one = await planOne(annotated('k8s.aliyun.com/eci-use-specs: "4-8Gi,2-4Gi"'));
		expect(one).toMatchObject({useSpecs: '4-8Gi,2-4Gi', billed: {spec: '4-8Gi'}});
	});

	test('flags lie above it', async () => {
		const text = annotated('k8s.aliyun.com/eci-use-specs: 4-8Gi');
		expect(await planOne(text, ['--use-specs', '8-16Gi'])).toMatchObject({
			useSpecs: '8-16Gi',
			billed: {spec: '8-16Gi'},
		});
		expect((await planOne(text, ['--pick', 'cheapest']))['useSpecs']).toMatch(/^ecs\./);
	});

	test('spot annotations hold, and so do flags over them', async () => {
		const text = annotated(
			'k8s.aliyun.com/eci-spot-strategy: SpotWithPriceLimit, k8s.aliyun.com/eci-spot-price-limit: "0.0001"',
		);
		expect((await planOne(text)).diagnostics).toContainEqual(
			expect.objectContaining({
				rule: 'spot-limit-invalid',
				path: 'spec.template.metadata.annotations["k8s.aliyun.com/eci-spot-price-limit"]',
				line: 3,
			}),
		);
		const one = await planOne(text, ['--spot-price-limit', '0.1']);
		expect(rulesOf(one)).not.toContain('spot-limit-invalid');
		const wrong = await planOne(text, ['--spot-price-limit', 'much']);
		expect(wrong.diagnostics).toContainEqual(
			expect.objectContaining({rule: 'spot-limit-invalid', path: '--spot-price-limit'}),
		);
	});

	test('an annotation of a flag takes the place of that of the manifest', async () => {
		const text = annotated('k8s.aliyun.com/eci-use-specs: 4-8Gi');
		const one = await planOne(text, ['--annotation', 'k8s.aliyun.com/eci-use-specs=8-16Gi']);
		expect(one['useSpecs']).toBe('8-16Gi');
	});

	test('what ECI wrote back and what nobody knows is passed over', async () => {
		const one = await planOne(
			annotated('k8s.aliyun.com/eci-instance-id: eci-1, k8s.aliyun.com/eci-new: x, other: y'),
		);
		expect(one['state']).toBe('planned');
		expect(rulesOf(one)).toEqual(['size-rounded']);
	});

	test('a spot price is there for every workload that has a price', async () => {
		const one = await planOne(workload('Deployment'));
		expect(one).toMatchObject({cost: {spotPerMonth: expect.stringMatching(/^\d+\.\d+$/)}});
	});
});

describe('what is asked about', () => {
	const TEXT = stream(
		workload('Deployment', {
			name: 'a',
			metadata: 'namespace: shop, labels: {app: web, tier: front}',
		}),
		workload('Deployment', {name: 'b', metadata: 'namespace: blog, labels: {app: web}'}),
		workload('Deployment', {name: 'c'}),
	);

	test.each([
		[['-n', 'shop'], ['a']],
		[['-n', 'default'], ['c']],
		[
			['--namespace', 'shop,blog'],
			['a', 'b'],
		],
		[
			['-l', 'app=web'],
			['a', 'b'],
		],
		[['-l', 'app==web,tier!=front'], ['b']],
		[['-l', '!app'], ['c']],
		[['-l', 'tier'], ['a']],
		[['-l', 'app=web', '-n', 'shop'], ['a']],
	])('%j', async (args, names) => {
		const {document, workloads} = await plan(TEXT, args);
		expect(workloads.map(({name}) => name)).toEqual(names);
		expect(document['totals']).toMatchObject({workloads: names.length});
	});

	test('filters act on every format', async () => {
		for (const format of ['table', 'csv', 'markdown', 'yaml']) {
			const {out} = await run(['plan', '-f', '-', '-n', 'blog', '-o', format], {stdin: TEXT});
			expect(out).toContain('b');
			expect(out).not.toContain('shop');
		}
	});

	test('files and folders, each document with its own', async () => {
		const scene = {
			files: {
				'm/a.yaml': workload('Deployment', {name: 'a'}),
				'b.yaml': workload('Job', {name: 'b'}),
			},
			folders: ['m/'],
		};
		const {workloads} = await plan('', ['-f', 'm/', '-f', 'b.yaml'], scene);
		expect(workloads.map(({file, name}) => [file, name])).toEqual([
			['m/a.yaml', 'a'],
			['b.yaml', 'b'],
		]);
	});
});

describe('formats', () => {
	const TEXT = stream(
		workload('Deployment', {spec: 'replicas: 2'}),
		workload('DaemonSet', {name: 'd'}),
	);

	test('CSV has raw numbers, and the same columns whatever there is', async () => {
		expect((await run(['plan', '-f', '-', '-o', 'csv'], {stdin: TEXT})).out.split('\n')).toEqual([
			'file,document,kind,name,namespace,state,minReplicas,replicas,requestVcpu,requestMemoryGiB,billed,currency,roundingPerMonth,minPerMonth,perMonth,spotPerMonth',
			expect.stringMatching(
				/^stdin,1,Deployment,web,,planned,2,2,2,3,2-4Gi,CNY,32\.21928,643\.96512,643\.96512,\d+\.\d+$/,
			),
			'stdin,2,DaemonSet,d,,daemonset,1,1,,,,CNY,,,,',
			'',
		]);
	});

	test('a table for people', async () => {
		const {out, err} = await run(['plan', '-f', '-'], {stdin: TEXT, columns: 80});
		expect(out).toMatch(/Deployment\/web +2 +2-3Gi +2-4Gi +32\.22 +643\.97/);
		expect(out).toMatch(/DaemonSet\/d +1 +– +not on ECI +– +– +–/);
		expect(out).toMatch(/Counted +1 of 2/);
		expect(out.split('\n').every(line => line.length <= 80)).toBe(true);
		// What the table shows isn't said again.
		expect(err).not.toContain('rounded up');
	});

	test('names never reach the terminal raw', async () => {
		const text = workload('Deployment', {name: '"a\\e[31m\\u202e"'});
		for (const format of ['table', 'csv', 'markdown', 'yaml', 'json']) {
			const {out, err} = await run(['plan', '-f', '-', '-o', format], {stdin: text});
			for (const raw of ['\u001b', '\u202e']) expect(out + err).not.toContain(raw);
		}
	});
});

describe('broken documents', () => {
	test('are reported with their line, and the rest goes on', async () => {
		const text = stream(
			workload('Deployment'),
			'a: [\n',
			'{{ if x }}\n',
			workload('Deployment', {name: 'b'}),
		);
		const {code, out, err} = await run(['plan', '-f', 'all.yaml'], {files: {'all.yaml': text}});
		expect(code).toBe(0);
		expect(out).toMatch(/Deployment\/web[\s\S]*Deployment\/b/);
		expect(err).toContain('error: all.yaml:6:1: ');
		expect(err).toContain('error: all.yaml:7:1: This is a template');
	});

	test('alone are bad content', async () => {
		await fails(
			'plan -f -',
			2,
			"error: stdin:2:1: Can't read this document: unexpected end of the stream within a flow collection. Correct it here; the other documents are read all the same.",
			{stdin: 'a: [\n'},
		);
	});

	test('more objects than anybody plans are refused', async () => {
		await fails(
			'plan -f -',
			2,
			'error: There are more than 10000 manifests, or far more other files. Name fewer, such as the folder that your manifests are in.',
			{stdin: '---\nkind: Pod\n'.repeat(10_001)},
		);
	});

	test('nothing at all is a plan of nothing', async () => {
		const {code, out, err} = await run(['plan', '-f', '-'], {stdin: '# nothing\n'});
		expect({code, out}).toEqual({code: 0, out: expect.stringContaining('There is no workload.')});
		expect(err).toContain('There is no workload here.');
	});
});

describe('usage', () => {
	test.each([
		['plan', 'error: A word is missing after the command. Use one of -f FILE or -f -.'],
		['plan -f - --cpu 2', "error: eci-plan plan doesn't use --cpu. Remove it."],
		['plan -f - --image x', "error: eci-plan plan doesn't use --image. Remove it."],
		['plan -f - --replicas 2', "error: eci-plan plan doesn't use --replicas. Remove it."],
		['plan -f - --volume name=a', "error: eci-plan plan doesn't use --volume. Remove it."],
		['plan -f - --preset web', "error: eci-plan plan doesn't use --preset. Remove it."],
	])('%s', async (line, said) => {
		await fails(line, 2, said, {stdin: workload('Deployment')});
	});

	test.each([
		['--region mars', '--region'],
		['--use-specs nonsense', '--use-specs'],
		['--default-cpu much', '--default-cpu'],
		['--default-memory 3', '--default-memory'],
		['--work long', '--work'],
		['--max-cost 5k', '--max-cost'],
		['-l a=b=c', '--selector'],
	])('%s is told once, whatever the files hold', async (args, flag) => {
		const {code, out, err} = await run(['plan', '-f', '-', ...args.split(' ')], {
			stdin: stream(workload('Deployment'), workload('Job')),
		});
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(err).toContain(`error: ${flag}: `);
	});

	test('a file that is not there ends with 4', async () => {
		await fails(
			'plan -f no.yaml',
			4,
			"error: Can't read no.yaml: it doesn't exist. Check the path.",
		);
	});

	test('variables and settings hold as everywhere', async () => {
		const {document} = await plan(workload('Deployment'), [], {
			env: {ECI_PLAN_RULESET: 'current', ECI_PLAN_CPU: '64'},
			defaults: {region: 'cn-beijing', currency: 'USD'},
		});
		expect(document).toMatchObject({
			ruleset: 'current',
			region: 'cn-beijing',
			totals: {currency: 'USD'},
			workloads: [{request: {vcpu: 2}}],
		});
	});
});

describe('--max-cost', () => {
	const stdin = stream(
		workload('Deployment'),
		autoscaler('{kind: Deployment, name: web}', 'minReplicas: 1, maxReplicas: 2'),
	);

	test.each([
		// Two pods cost ¥643.96512 a month.
		['643.96512', 0],
		['643.96511', 3],
		['0', 3],
	])('%s ends with %i', async (limit, code) => {
		const ended = await run(['plan', '-f', '-', '--max-cost', limit, '--quiet'], {stdin});
		expect(ended.code).toBe(code);
		expect(ended.out).toContain('Deployment/web');
		expect(ended.err.includes('more than')).toBe(code === 3);
	});

	test('holds for JSON, which is printed whole', async () => {
		const ended = await run(['plan', '-f', '-', '--max-cost', '1', '-o', 'json'], {stdin});
		expect(ended.code).toBe(3);
		expect(JSON.parse(ended.out)).toMatchObject({kind: 'Plan'});
		expect(ended.err).toBe(
			'error: The month costs ¥643.97, which is more than ¥1.00. Raise --max-cost, or make it cheaper: eci-plan chain and --spot-strategy show ways.\n',
		);
	});

	test.each([
		['a Job without a duration', workload('Job')],
		['a document that is broken', stream(workload('Deployment'), 'a: [\n')],
		[
			'a workload that is wrong',
			workload('Deployment', {pod: template(container('limits: {cpu: x}'))}),
		],
	])('%s may cost anything', async (_name, text) => {
		const ended = await run(['plan', '-f', '-', '--max-cost', '5000', '--quiet'], {stdin: text});
		expect(ended.code).toBe(3);
		expect(ended.err).toContain('nobody can say that it stays within ¥5,000.00');
	});

	test('cost has it too', async () => {
		const line = ['cost', '--cpu', '2', '--memory', '4Gi', '--use-specs', '2-4Gi', '--quiet'];
		expect((await run([...line, '--max-cost', '321.99'])).code).toBe(0);
		const ended = await run([...line, '--max-cost', '321.98']);
		expect(ended).toMatchObject({code: 3, err: expect.stringContaining('more than ¥321.98')});
		expect(ended.out).toContain('321.98');
	});
});
