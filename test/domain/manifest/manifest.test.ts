import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {ANNOTATIONS, keyOf} from '../../../source/domain/catalogue/annotations.ts';
import {formatSpec} from '../../../source/domain/catalogue/spec.ts';
import {
	isBatch,
	PLACEMENTS,
	type PlanInput,
	SERVICE_TYPES,
	WORKLOAD_KINDS,
	type WorkloadKind,
} from '../../../source/domain/input/plan-input.ts';
import {manifestsOf} from '../../../source/domain/manifest/manifest.ts';
import type {Tree, TreeMap} from '../../../source/domain/manifest/tree.ts';
import {plainText} from '../../../source/present/tone.ts';
import {yamlLines} from '../../../source/present/yaml.ts';
import {anySpec, anyYamlText} from '../../helpers/arbitraries.ts';
import {
	factsOf,
	planOf,
	readInput,
	requestOfInput,
	summaryOf,
} from '../../helpers/domain-fixtures.ts';

const BESIDE = ['PersistentVolume', 'PersistentVolumeClaim', 'Service'];

/** The workload itself, without its claims and its Service. */
const workloadOf = ({documents}: {readonly documents: readonly TreeMap[]}): TreeMap =>
	documents.find(({kind}) => !BESIDE.includes(String(kind))) ?? {};

const exported = (input: PlanInput, kind?: WorkloadKind) => {
	const plan = planOf(input);
	return manifestsOf(plan.request, plan.chain.useSpecs, kind);
};
const manifest = (input: PlanInput, kind?: WorkloadKind) => workloadOf(exported(input, kind));

const yamlText = (tree: Tree): string => `${yamlLines(tree).map(plainText).join('\n')}\n`;

const isMap = (value: Tree | undefined): value is TreeMap =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (tree: Tree, path: string): Tree | undefined =>
	path
		.split('.')
		.reduce<Tree | undefined>((value, name) => (isMap(value) ? value[name] : undefined), tree);

const POD_PATH: Readonly<Record<WorkloadKind, string>> = {
	pod: '',
	deployment: 'spec.template',
	statefulset: 'spec.template',
	job: 'spec.template',
	cronjob: 'spec.jobTemplate.spec.template',
};

/** Metadata and spec of the pod, wherever the kind keeps them. */
const podOf = (tree: TreeMap, kind: WorkloadKind): Tree | undefined =>
	POD_PATH[kind] === '' ? tree : at(tree, POD_PATH[kind]);

const part = (tree: Tree | undefined, path: string) => (tree === undefined ? tree : at(tree, path));

/** Paths of every map named `annotations`. */
const annotationPaths = (tree: Tree, path = ''): readonly string[] => {
	if (Array.isArray(tree))
		return tree.flatMap((item: Tree, index) => annotationPaths(item, `${path}[${index}]`));
	if (!isMap(tree)) return [];
	return Object.entries(tree).flatMap(([name, value]) => {
		const here = path === '' ? name : `${path}.${name}`;
		return name === 'annotations' ? [here] : annotationPaths(value, here);
	});
};

const FULL: PlanInput = {
	name: 'web',
	workload: {replicas: 3, cron: '0 2 * * *', work: '1h'},
	chain: {useSpecs: ['2-4Gi', 'ecs.c6.large']},
	spot: {strategy: 'SpotWithPriceLimit', priceLimit: '0.250'},
	containers: [
		{
			name: 'nginx',
			image: 'nginx:1.29',
			cpu: '1500m',
			memory: '3Gi',
			requests: {cpu: '1', memory: '1536Mi'},
			env: {A: '1', B: 'yes'},
			command: ['nginx'],
			args: ['-g', 'daemon off;'],
			ports: [80, 443],
		},
	],
	pod: {withEip: true, eipBandwidth: '10', labels: {team: 'web'}},
};

const ANNOTATIONS_OF_FULL = {
	'k8s.aliyun.com/eci-use-specs': '2-4Gi,ecs.c6.large',
	'k8s.aliyun.com/eci-spot-strategy': 'SpotWithPriceLimit',
	'k8s.aliyun.com/eci-spot-price-limit': '0.250',
	'k8s.aliyun.com/eci-with-eip': 'true',
	'k8s.aliyun.com/eip-bandwidth': '10',
};

const POD_OF_FULL = {
	metadata: {
		labels: {app: 'web', 'alibabacloud.com/eci': 'true', team: 'web'},
		annotations: ANNOTATIONS_OF_FULL,
	},
	spec: {
		containers: [
			{
				name: 'nginx',
				image: 'nginx:1.29',
				command: ['nginx'],
				args: ['-g', 'daemon off;'],
				ports: [{containerPort: 80}, {containerPort: 443}],
				env: [
					{name: 'A', value: '1'},
					{name: 'B', value: 'yes'},
				],
				resources: {
					requests: {cpu: '1', memory: '1536Mi'},
					limits: {cpu: '1500m', memory: '3Gi'},
				},
			},
		],
	},
};

const BATCH_POD_OF_FULL = {
	...POD_OF_FULL,
	spec: {restartPolicy: 'Never', ...POD_OF_FULL.spec},
};

describe('a manifest', () => {
	it('is a Deployment whose selector finds its pods', () => {
		expect(manifest(FULL, 'deployment')).toEqual({
			apiVersion: 'apps/v1',
			kind: 'Deployment',
			metadata: {name: 'web'},
			spec: {replicas: 3, selector: {matchLabels: {app: 'web'}}, template: POD_OF_FULL},
		});
	});

	it('is a StatefulSet with the name of its service', () => {
		expect(manifest(FULL, 'statefulset')).toEqual({
			apiVersion: 'apps/v1',
			kind: 'StatefulSet',
			metadata: {name: 'web'},
			spec: {
				serviceName: 'web',
				replicas: 3,
				selector: {matchLabels: {app: 'web'}},
				template: POD_OF_FULL,
			},
		});
	});

	it('is a Job with as many completions as pods', () => {
		expect(manifest(FULL, 'job')).toEqual({
			apiVersion: 'batch/v1',
			kind: 'Job',
			metadata: {name: 'web'},
			spec: {completions: 3, parallelism: 3, template: BATCH_POD_OF_FULL},
		});
	});

	it('is a CronJob with its template two levels down', () => {
		expect(manifest(FULL, 'cronjob')).toEqual({
			apiVersion: 'batch/v1',
			kind: 'CronJob',
			metadata: {name: 'web'},
			spec: {
				schedule: '0 2 * * *',
				timeZone: 'Asia/Shanghai',
				jobTemplate: {spec: {completions: 3, parallelism: 3, template: BATCH_POD_OF_FULL}},
			},
		});
	});

	it('is a Pod by its name', () => {
		const {metadata, spec} = POD_OF_FULL;
		expect(manifest(FULL, 'pod')).toEqual({
			apiVersion: 'v1',
			kind: 'Pod',
			metadata: {name: 'web', ...metadata},
			spec,
		});
	});

	it('is of the kind of the workload unless another is asked for', () => {
		for (const kind of WORKLOAD_KINDS) {
			const input: PlanInput = {...FULL, workload: {...FULL.workload, kind}};
			expect(manifest(input)).toEqual(manifest(FULL, kind));
		}
	});
});

describe('every kind of manifest', () => {
	it.each(WORKLOAD_KINDS)('has its annotations under the pod template alone: %s', kind => {
		const tree = manifest(FULL, kind);
		const path = [POD_PATH[kind], 'metadata.annotations'].filter(Boolean).join('.');
		expect(annotationPaths(tree)).toEqual([path]);
		expect(at(tree, path)).toEqual(ANNOTATIONS_OF_FULL);
	});

	it.each(WORKLOAD_KINDS)('has exactly the annotations that were chosen: %s', kind => {
		// An address that is bound excludes a new one; the chain comes on its own.
		const settable = ANNOTATIONS.filter(
			({name, readOnly}) => !(readOnly || ['eci-use-specs', 'eci-eip-instanceid'].includes(name)),
		);
		const anyAnnotations = fc
			.subarray(settable)
			.map(rows =>
				Object.fromEntries([
					...rows.map(one => [keyOf(one), one.example]),
					['team.example/note', 'x'],
				]),
			);
		fc.assert(
			fc.property(
				anyAnnotations,
				fc.array(anySpec, {minLength: 1, maxLength: 5}),
				(chosen, specs) => {
					const useSpecs = [...new Set(specs.map(formatSpec))].join(',');
					// What excludes each other is refused elsewhere; here it only has to arrive.
					const {request} = readInput({
						ruleset: 'current',
						pod: {annotations: chosen},
						workload: {kind: 'statefulset'},
					});
					const tree = workloadOf(manifestsOf(request, useSpecs, kind));
					const read: unknown = parse(yamlText(tree));
					const annotations = part(podOf(read as TreeMap, kind), 'metadata.annotations');
					const expected = {
						...chosen,
						'k8s.aliyun.com/eci-use-specs': useSpecs,
					};
					expect(annotations).toEqual(expected);
				},
			),
			{numRuns: 30},
		);
	});

	it.each(['deployment', 'statefulset'] as const)('is selected by labels that it has: %s', kind => {
		for (const labels of [{}, {team: 'web'}, {app: 'front'}, {'alibabacloud.com/eci': 'false'}]) {
			const tree = manifest({...FULL, pod: {labels}}, kind);
			const selected = at(tree, 'spec.selector.matchLabels');
			const given = part(podOf(tree, kind), 'metadata.labels');
			expect(selected).not.toEqual({});
			expect(given).toMatchObject({...labels});
			expect(given).toMatchObject(isMap(selected) ? {...selected} : {});
		}
	});

	it.each(WORKLOAD_KINDS)('sends its pods to ECI by a label: %s', kind => {
		const labels = part(podOf(manifest(FULL, kind), kind), 'metadata.labels');
		expect(labels).toMatchObject({'alibabacloud.com/eci': 'true'});
	});

	it.each(WORKLOAD_KINDS)('has no empty parts when nothing was said: %s', kind => {
		const tree = manifest({workload: {cron: '@daily'}}, kind);
		expect(part(podOf(tree, kind), 'spec.containers')).toEqual([
			{name: 'app', image: 'your-image:tag'},
		]);
		expect(yamlText(tree)).not.toMatch(/\{\}|\[\]|null|undefined/);
	});
});

describe('what a manifest needs and nobody said', () => {
	it('is an image that stands in, with a warning', () => {
		const {diagnostics} = exported({containers: [{name: 'a', image: 'nginx'}, {name: 'b'}]});
		expect(summaryOf(diagnostics)).toEqual(['image-missing warning containers[1].image']);
		expect(factsOf('image-missing', diagnostics)).toEqual([
			{container: 'b', placeholder: 'your-image:tag'},
		]);
	});

	it('is the time of a CronJob, an error', () => {
		const {diagnostics} = exported({image: 'nginx', containers: [{image: 'nginx'}]}, 'cronjob');
		expect(summaryOf(diagnostics)).toEqual(['cron-missing error workload.cron']);
	});

	it('is a shorter name for a CronJob', () => {
		const long = {name: 'a'.repeat(53), containers: [{image: 'nginx'}], workload: {cron: '@daily'}};
		expect(exported(long, 'deployment').diagnostics).toEqual([]);
		expect(exported(long, 'cronjob').diagnostics).toMatchObject([
			{rule: 'name-invalid', severity: 'error', facts: {maximum: 52}, path: 'name'},
		]);
	});

	it('is a kind whose pods stay, where a Service is to reach them', () => {
		const served: PlanInput = {
			containers: [{image: 'nginx'}],
			network: {service: 'clusterip', port: 80},
			workload: {cron: '@daily', work: '1h'},
		};
		for (const kind of WORKLOAD_KINDS)
			expect([kind, summaryOf(exported(served, kind).diagnostics)]).toEqual([
				kind,
				isBatch(kind) ? ['service-not-served error network.service'] : [],
			]);
	});

	it('is that a Pod is one pod', () => {
		const pods = (workload: PlanInput['workload']) =>
			summaryOf(
				exported({containers: [{image: 'nginx'}], ...(workload && {workload})}, 'pod').diagnostics,
			);
		expect(pods({})).toEqual([]);
		expect(pods({replicas: 3})).toEqual(['pod-single warning workload.replicas']);
		expect(pods({schedule: 'Mon 09:00-10:00=2; *=1'})).toHaveLength(1);
	});
});

describe('replicas of a manifest', () => {
	it('are those of the busiest moment of a schedule', () => {
		const input = {workload: {schedule: 'Mon-Fri 09:00-18:00=10; *=2'}};
		expect(at(manifest(input), 'spec.replicas')).toBe(10);
		expect(at(manifest({workload: {replicas: 0}}), 'spec.replicas')).toBe(0);
	});
});

describe('the pod of a manifest', () => {
	const spec = (input: PlanInput) => part(podOf(manifest(input), 'deployment'), 'spec');

	it('asks for GPUs as a limit, in text', () => {
		const input: PlanInput = {containers: [{name: 'a', image: 'x', gpu: 1}]};
		expect(spec(input)).toEqual({
			containers: [{name: 'a', image: 'x', resources: {limits: {'nvidia.com/gpu': '1'}}}],
		});
	});

	it('runs on Arm nodes when Arm was asked for', () => {
		expect(spec({chain: {arch: 'arm64'}})).toMatchObject({
			nodeSelector: {'kubernetes.io/arch': 'arm64'},
		});
		expect(spec({chain: {useSpecs: ['ecs.c8y.large']}})).toMatchObject({
			nodeSelector: {'kubernetes.io/arch': 'arm64'},
		});
		expect(spec({})).not.toHaveProperty('nodeSelector');
	});

	it('has the volume that becomes a disk', () => {
		expect(spec({pod: {diskVolume: 'cache-volume:ext4:500Gi'}})).toMatchObject({
			volumes: [{name: 'cache-volume', emptyDir: {}}],
		});
	});

	it('has containers that run before the others', () => {
		const initContainers = [{name: 'setup', image: 'busybox', cpu: '1', memory: '1Gi'}];
		expect(spec({initContainers})).toMatchObject({
			initContainers: [
				{name: 'setup', image: 'busybox', resources: {limits: {cpu: '1', memory: '1Gi'}}},
			],
		});
	});
});

const VERSIONS = ['1.1', '1.2'] as const;

const expectSame = (tree: Tree) => {
	const text = yamlText(tree);
	for (const version of VERSIONS)
		expect([version, parse(text, {version})]).toStrictEqual([version, tree]);
	// Tools that merge keys must not find one.
	expect(parse(text, {version: '1.1', merge: true})).toStrictEqual(tree);
};

describe('the text of a manifest', () => {
	it('reads well', () => {
		expect(yamlText(manifest(FULL, 'cronjob'))).toBe(`apiVersion: batch/v1
kind: CronJob
metadata:
  name: web
spec:
  schedule: "0 2 * * *"
  timeZone: Asia/Shanghai
  jobTemplate:
    spec:
      completions: 3
      parallelism: 3
      template:
        metadata:
          labels:
            app: web
            alibabacloud.com/eci: "true"
            team: web
          annotations:
            k8s.aliyun.com/eci-use-specs: "2-4Gi,ecs.c6.large"
            k8s.aliyun.com/eci-spot-strategy: "SpotWithPriceLimit"
            k8s.aliyun.com/eci-spot-price-limit: "0.250"
            k8s.aliyun.com/eci-with-eip: "true"
            k8s.aliyun.com/eip-bandwidth: "10"
        spec:
          restartPolicy: Never
          containers:
          - name: nginx
            image: nginx:1.29
            command:
            - nginx
            args:
            - "-g"
            - "daemon off;"
            ports:
            - containerPort: 80
            - containerPort: 443
            env:
            - name: A
              value: "1"
            - name: B
              value: "yes"
            resources:
              requests:
                cpu: "1"
                memory: "1536Mi"
              limits:
                cpu: "1500m"
                memory: "3Gi"
`);
	});

	const anyKey = fc.constantFrom('a', 'yes', 'NO', 'on', '0x1f', '1e3', '~', 'team.example/a.b_c');
	const anyLabel = fc.constantFrom(
		'',
		'yes',
		'1',
		'1e3',
		'0x1f',
		'null',
		'web',
		'2024-10-09',
		'1.0',
	);
	const anyName = fc.constantFrom('web', 'yes', 'y', 'null', '0x1f', '1e3', '123', 'on', 'a-b');
	const anyServer = fc.constantFrom('x.nas.aliyuncs.com', '10.0.0.9', '123', '1e3', 'null');
	const anyFolder = fc.constantFrom('/', '/a', '/: #x', '/a b', '/数据', '/"');
	const anyOptions = fc.constantFrom('nolock,tcp', '1e3', 'yes', '~', '#x', 'a:');
	/** Storage of each type, with texts that YAML might take for something else. */
	const anyVolume: fc.Arbitrary<NonNullable<PlanInput['volumes']>[number]> = fc.oneof(
		fc.record({type: fc.constant('empty-dir' as const), size: fc.constantFrom('1Gi', '500M')}),
		fc.record({
			type: fc.constant('nas' as const),
			server: anyServer,
			path: anyFolder,
			mountOptions: anyOptions,
		}),
		fc.record({type: fc.constant('nfs' as const), server: anyServer, path: anyFolder}),
		fc.record({type: fc.constant('disk' as const), diskId: fc.constantFrom('d-1', 'd-bp1a2b3c')}),
		fc.record({
			type: fc.constant('new-disk' as const),
			size: fc.constant('20Gi'),
			keep: fc.boolean(),
			encrypted: fc.boolean(),
		}),
		fc.record({
			type: fc.constant('pvc' as const),
			claim: anyName,
			size: fc.constant('20Gi'),
			storageClass: anyName,
		}),
		fc.record({type: fc.constant('pvc' as const), claim: anyName, server: anyServer}),
	);
	/** What no two volumes may be: one claim or one disk. */
	const takenBy = (volume: NonNullable<PlanInput['volumes']>[number]): unknown =>
		volume.claim ?? volume.diskId ?? volume;
	const anyLogSource = fc.constantFrom(
		'stdout',
		'/var/log/*.log',
		'/var/log/: #.log',
		'/a b/*.log',
	);
	const anyInput: fc.Arbitrary<PlanInput> = fc
		.record({
			name: anyName,
			container: anyName,
			image: fc.constantFrom('nginx', 'nginx:1.29', 'a@sha256:0', '1.29', 'null', '0x1f'),
			env: fc.dictionary(fc.constantFrom('A', 'yes', '_B', 'n', '-'), anyYamlText),
			words: fc.array(anyYamlText, {maxLength: 3}),
			annotations: fc.dictionary(
				fc.constantFrom('yes', '1e3', 'team.example/x', 'on'),
				anyYamlText,
			),
			labels: fc.dictionary(
				anyKey.filter(key => !'~'.includes(key)),
				anyLabel,
			),
			volumes: fc.uniqueArray(anyVolume, {maxLength: 5, selector: takenBy}).map(volumes =>
				volumes.map((volume, index) => ({
					...volume,
					name: `v-${index}`,
					mountPath: `/v-${index}`,
				})),
			),
			logs: fc.dictionary(fc.constantFrom('yes', 'null', '1e3', 'web'), anyLogSource),
			service: fc.constantFrom(...SERVICE_TYPES),
			placement: fc.constantFrom(...PLACEMENTS),
			kind: fc.constantFrom(...WORKLOAD_KINDS),
		})
		// A Service takes its name from the workload, and may not begin with a digit.
		.filter(({name, service}) => service === 'none' || !/^\d/.test(name))
		.map(
			({name, container, image, env, words, annotations, labels, service, placement, ...rest}) => ({
				name,
				workload: {kind: rest.kind, cron: '0 2 * * *', work: '1h'},
				containers: [{name: container, image, env, command: words, args: words}],
				volumes: rest.volumes,
				logs: rest.logs,
				network: {service: isBatch(rest.kind) ? 'none' : service, port: 80},
				pod: {annotations, labels, placement},
			}),
		);

	it('reads back as the manifest, by YAML 1.1 and 1.2', () => {
		fc.assert(
			fc.property(anyInput, fc.constantFrom(...WORKLOAD_KINDS), (input, kind) => {
				const {documents} = manifestsOf(requestOfInput(input), '2-4Gi', kind);
				for (const document of documents) expectSame(document);
			}),
			{numRuns: 500},
		);
	});

	it('reads back whatever the tree', () => {
		const anyTree: fc.Arbitrary<Tree> = fc.letrec<{tree: Tree}>(tie => ({
			tree: fc.oneof(
				{maxDepth: 4},
				anyYamlText,
				fc.integer(),
				fc.boolean(),
				fc.constant(null),
				fc.array(tie('tree'), {maxLength: 3}),
				fc.dictionary(
					fc
						.oneof(anyYamlText, fc.constantFrom('a', 'annotations'))
						.filter(key => key !== '__proto__'),
					tie('tree'),
					{maxKeys: 3, noNullPrototype: true},
				),
			),
		})).tree;
		fc.assert(fc.property(anyTree, expectSame), {numRuns: 1000});
	});

	it('has the value of each annotation in double quotes, on one line', () => {
		fc.assert(
			fc.property(anyInput, fc.constantFrom(...WORKLOAD_KINDS), (input, kind) => {
				const tree = workloadOf(manifestsOf(requestOfInput(input), '2-4Gi', kind));
				const lines = yamlText(tree).split('\n');
				const head = lines.findIndex(line => /^ *annotations:$/.test(line));
				const indent = (lines[head]?.search(/\S/) ?? 0) + 2;
				const isInside = (line: string) => line.search(/\S/) >= indent;
				const end = lines.findIndex((line, index) => index > head && !isInside(line));
				const values = lines.slice(head + 1, end);
				const annotations = part(podOf(tree, kind), 'metadata.annotations');
				expect(values).toHaveLength(Object.keys(isMap(annotations) ? annotations : {}).length);
				for (const line of values) expect(line).toMatch(/^ +\S+: "(?:[^"\\]|\\.)*"$/);
			}),
			{numRuns: 200},
		);
	});

	it('carries no control character', () => {
		fc.assert(
			fc.property(anyInput, input => {
				const text = manifestsOf(requestOfInput(input), '2-4Gi').documents.map(yamlText).join('');
				// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
				expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/);
			}),
		);
	});
});
