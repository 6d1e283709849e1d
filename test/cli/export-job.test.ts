import {Job} from 'kubernetes-models/batch/v1/Job';
import {ConfigMap} from 'kubernetes-models/v1/ConfigMap';
import {describe, expect, test} from 'vitest';
import {lintYaml, readYaml} from '../helpers/manifests.ts';
import {ok, type Scene} from '../helpers/memory-world.ts';

const PLAN = ['--name', 'shop', '--cpu', '2', '--memory', '4Gi', '--use-specs', '2-4Gi'];
const LINE = ['export', '--as', 'simulation-job', ...PLAN];

const MARKET = `apiVersion: eci-plan/v1
kind: Market
stock: {law: trace, file: data/trace.json, polarity: available, stepSeconds: 600}
`;
const FILES = {'m/busy.yaml': MARKET, 'm/data/trace.json': '[1, 1, 0, 1, 1, 1]\n'};

const EXPECTED = `# Draws the paths in 4 shards, one a pod, each into the log of its pod.
# Once kubectl wait --for=condition=complete job/shop-simulation is through, collect and merge them:
#   kubectl get pods -l app=shop-simulation --field-selector=status.phase=Succeeded -o name | xargs -n 1 kubectl logs --tail=-1 > shards.json
#   npx eci-plan@1.2.3 simulate merge shards.json
apiVersion: v1
kind: ConfigMap
metadata:
  name: shop-simulation
  labels:
    app: shop-simulation
data:
  plan.yaml: "name: shop\\nchain:\\n  useSpecs:\\n  - \\"2-4Gi\\"\\nsimulation:\\n  market: market/busy.yaml\\n  paths: 400\\ncontainers:\\n- name: app\\n  cpu: \\"2\\"\\n  memory: \\"4Gi\\"\\napiVersion: eci-plan/v1\\nkind: PlanInput\\n"
  file-1: "apiVersion: eci-plan/v1\\nkind: Market\\nstock: {law: trace, file: data/trace.json, polarity: available, stepSeconds: 600}\\n"
  file-2: "[1, 1, 0, 1, 1, 1]\\n"
---
apiVersion: batch/v1
kind: Job
metadata:
  name: shop-simulation
  labels:
    app: shop-simulation
spec:
  completionMode: Indexed
  completions: 4
  parallelism: 4
  backoffLimitPerIndex: 3
  maxFailedIndexes: 0
  template:
    metadata:
      labels:
        app: shop-simulation
        alibabacloud.com/eci: "true"
      annotations:
        k8s.aliyun.com/eci-use-specs: "2-4Gi"
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
        runAsGroup: 1000
        fsGroup: 1000
        seccompProfile:
          type: RuntimeDefault
      containers:
      - name: simulate
        image: node:24-slim
        command:
        - sh
        - "-c"
        - "exec npx --yes eci-plan@1.2.3 simulate --plan plan.yaml --shard \\"$((JOB_COMPLETION_INDEX + 1))/4\\" -o json --quiet"
        workingDir: /plan
        env:
        - name: HOME
          value: /tmp
        - name: NPM_CONFIG_LOGLEVEL
          value: error
        - name: NPM_CONFIG_UPDATE_NOTIFIER
          value: "false"
        - name: ECI_PLAN_CONFIG_DIR
          value: /tmp/eci-plan
        - name: ECI_PLAN_NOW
          value: "2026-11-23T00:00:00Z"
        resources:
          requests:
            cpu: "2"
            memory: "4Gi"
          limits:
            cpu: "2"
            memory: "4Gi"
        securityContext:
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities:
            drop:
            - ALL
        volumeMounts:
        - name: plan
          mountPath: /plan
          readOnly: true
        - name: tmp
          mountPath: /tmp
      volumes:
      - name: plan
        configMap:
          name: shop-simulation
          items:
          - key: plan.yaml
            path: plan.yaml
          - key: file-1
            path: market/busy.yaml
          - key: file-2
            path: market/data/trace.json
      - name: tmp
        emptyDir: {}
`;

type ReadConfigMap = {readonly data: Readonly<Record<string, string>>};
type ReadJob = {
	readonly spec: {
		readonly template: {
			readonly spec: {
				readonly containers: readonly [
					{
						readonly image: string;
						readonly command: readonly [string, string, string];
						readonly env: readonly {readonly name: string; readonly value: string}[];
					},
				];
				readonly volumes: readonly [
					{
						readonly configMap: {
							readonly items: readonly {readonly key: string; readonly path: string}[];
						};
					},
				];
			};
		};
	};
};

/** What the pods of a manifest find: their files, their environment and their command. */
const podOf = (yaml: string) => {
	const [{data}, job] = readYaml(yaml) as readonly [ReadConfigMap, ReadJob];
	const {containers, volumes} = job.spec.template.spec;
	const [{image, command, env}] = containers;
	const {items} = volumes[0].configMap;
	return {
		image,
		script: command[2],
		env: Object.fromEntries(env.map(({name, value}) => [name, value])),
		files: Object.fromEntries(items.map(({key, path}) => [path, data[key] ?? ''])),
	};
};

describe('a simulation job', () => {
	test('is this, with all files that the simulation needs', async () => {
		const line = [...LINE, '--market', 'm/busy.yaml', '--paths', '400', '--shards', '4'];
		expect(await ok(line, {files: FILES})).toBe(EXPECTED);
	});

	test.each([
		[[], {}],
		[['--placement', 'tolerations', '--arch', 'arm64'], {}],
		[['--placement', 'none', '--ruleset', 'current', '--shards', '1000'], {}],
		[['--market', 'm/busy.yaml', '--job-image', 'registry/eci-plan:1'], {files: FILES}],
	] satisfies [string[], Scene][])(
		'%j fits Kubernetes, and our lint has nothing to say',
		async (flags, scene) => {
			const yaml = await ok([...LINE, ...flags], scene);
			const [configMap, job] = readYaml(yaml);
			new ConfigMap(configMap as never).validate();
			new Job(job as never).validate();
			expect(lintYaml(yaml, '2020')).toEqual([]);
			expect(lintYaml(yaml, 'current')).toEqual([]);
			expect(yaml).toMatch(/\n {8}k8s\.aliyun\.com\/eci-use-specs: "2-4Gi"\n/);
		},
	);

	test('draws shards whose merge is what one run prints', async () => {
		const own = [
			'--replicas',
			'2',
			'--horizon',
			'2d',
			'--paths',
			'7',
			'--seed',
			'5',
			'--mtbf',
			'9h',
		];
		for (const market of ['stress', 'market/busy.yaml']) {
			const flags = [...own, '--market', market];
			const files = {
				'market/busy.yaml': MARKET,
				'market/data/trace.json': FILES['m/data/trace.json'],
			};
			const pod = podOf(await ok([...LINE, ...flags, '--shards', '3'], {files}));
			const shards = [];
			for (let index = 0; index < 3; index++) {
				const script = pod.script.replace('"$((JOB_COMPLETION_INDEX + 1))/3"', `${index + 1}/3`);
				const words = script.split(' ');
				const args = words.slice(words.indexOf('simulate'));
				shards.push(await ok(args, {files: pod.files, env: pod.env}));
			}
			for (const format of ['table', 'json'])
				expect(await ok(['simulate', 'merge', '-', '-o', format], {stdin: shards.join('')})).toBe(
					await ok(['simulate', ...PLAN, ...flags, '-o', format], {files}),
				);
		}
	});

	test('carries the preset, the settings and the price file', async () => {
		const csv = 'type,region,onDemand,currency,asOf\necs.c6.large,cn-beijing,0.3,CNY,2026-11-01\n';
		const {files, env} = podOf(
			await ok('export --as simulation-job --preset web --prices own/p.csv', {
				files: {'own/p.csv': csv},
				defaults: {region: 'cn-beijing'},
			}),
		);
		expect(files['prices/p.csv']).toBe(csv);
		expect(env['ECI_PLAN_PRICES']).toBe('prices/p.csv');
		expect(files['plan.yaml']).toContain('region: cn-beijing\n');
		expect(files['plan.yaml']).toContain('name: web\n');
	});

	test('runs the image that is named as it is', async () => {
		const pod = podOf(await ok([...LINE, '--job-image', 'registry/eci-plan:1']));
		expect(pod.image).toBe('registry/eci-plan:1');
		expect(pod.script).toMatch(/^exec eci-plan simulate --plan plan.yaml --shard /);
	});

	test('has a name that Kubernetes takes, however long that of the plan is', async () => {
		const yaml = await ok([
			'export',
			'--as',
			'simulation-job',
			'--cpu',
			'2',
			'--memory',
			'4Gi',
			'--name',
			`${'a'.repeat(39)}-${'b'.repeat(20)}`,
		]);
		const [, job] = readYaml(yaml);
		expect(job).toMatchObject({metadata: {name: `${'a'.repeat(39)}-simulation`}});
	});

	test('speaks Chinese above the manifest', async () => {
		expect(await ok([...LINE, '--lang', 'zh-CN'])).toMatch(/^# 将路径分为 8 个分片/);
	});

	test('is one JSON object, without comments', async () => {
		const list: unknown = JSON.parse(await ok([...LINE, '-o', 'json']));
		expect(list).toMatchObject({kind: 'List', items: [{kind: 'ConfigMap'}, {kind: 'Job'}]});
	});
});
