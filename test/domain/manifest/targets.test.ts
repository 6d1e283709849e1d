import {describe, expect, test} from 'vitest';
import type {ExportTarget} from '../../../source/domain/input/export-targets.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {asOneDocument, manifestsOf} from '../../../source/domain/manifest/manifest.ts';
import {factsOf, requestOfInput, rulesOf} from '../../helpers/domain-fixtures.ts';

const INPUT: PlanInput = {
	name: 'web',
	containers: [{name: 'app', image: 'app:1'}],
	spot: {strategy: 'SpotAsPriceGo'},
	pod: {
		vswitch: ['vsw-1', 'vsw-2'],
		securityGroup: ['sg-1'],
		resourceGroup: 'rg-1',
		ramRole: 'Reader',
	},
};

const exported = (input: PlanInput, target?: ExportTarget) =>
	manifestsOf(requestOfInput(input), '2-4Gi,ecs.c6.large', target);

const template = (input: PlanInput) => {
	const [document] = exported(input).documents;
	return (document as unknown as {spec: {template: {metadata: object; spec: object}}}).spec
		.template;
};

describe('how pods get onto ECI', () => {
	test('by a label, unless told otherwise', () => {
		const {metadata, spec} = template(INPUT);
		expect(metadata).toMatchObject({labels: {app: 'web', 'alibabacloud.com/eci': 'true'}});
		expect(spec).not.toHaveProperty('tolerations');
		expect(spec).not.toHaveProperty('affinity');
	});

	test('by tolerating the virtual node and nothing else', () => {
		const {metadata, spec} = template({...INPUT, pod: {placement: 'tolerations'}});
		expect(metadata).toMatchObject({labels: {app: 'web'}});
		expect(metadata).not.toHaveProperty(['labels', 'alibabacloud.com/eci']);
		expect(spec).toMatchObject({
			tolerations: [
				{
					key: 'virtual-kubelet.io/provider',
					operator: 'Equal',
					value: 'alibabacloud',
					effect: 'NoSchedule',
				},
			],
			affinity: {
				nodeAffinity: {
					requiredDuringSchedulingIgnoredDuringExecution: {
						nodeSelectorTerms: [
							{matchExpressions: [{key: 'type', operator: 'In', values: ['virtual-kubelet']}]},
						],
					},
				},
			},
		});
	});

	test('or left to the cluster', () => {
		const {metadata, spec} = template({...INPUT, pod: {placement: 'none'}});
		expect(metadata).not.toHaveProperty(['labels', 'alibabacloud.com/eci']);
		expect(spec).not.toHaveProperty('tolerations');
	});

	test('an Arm pod asks for an Arm node either way', () => {
		const {spec} = template({...INPUT, chain: {arch: 'arm64'}, pod: {placement: 'tolerations'}});
		expect(spec).toMatchObject({nodeSelector: {'kubernetes.io/arch': 'arm64'}});
	});
});

describe('the eci-profile', () => {
	const [profile] = exported(INPUT, 'eci-profile').documents;
	const {data} = profile as unknown as {data: Readonly<Record<string, string>>};

	test('is the ConfigMap that the virtual node reads', () => {
		expect(profile).toMatchObject({
			apiVersion: 'v1',
			kind: 'ConfigMap',
			metadata: {name: 'eci-profile', namespace: 'kube-system'},
		});
	});

	test('has settings for vSwitches, security group and resource group', () => {
		expect(data).toMatchObject({
			vSwitchIds: 'vsw-1,vsw-2',
			securityGroupId: 'sg-1',
			resourceGroupId: 'rg-1',
		});
	});

	test('adds the other annotations to the pods of the workload, as JSON in a string', () => {
		expect(JSON.parse(data['selectors'] ?? '')).toEqual([
			{
				name: 'web',
				objectSelector: {matchLabels: {app: 'web'}},
				effect: {
					annotations: {
						'k8s.aliyun.com/eci-use-specs': '2-4Gi,ecs.c6.large',
						'k8s.aliyun.com/eci-spot-strategy': 'SpotAsPriceGo',
						'k8s.aliyun.com/eci-ram-role-name': 'Reader',
					},
					labels: {'alibabacloud.com/eci': 'true'},
				},
			},
		]);
	});
});

/** Storage, logs, a Service and a converted disk: what isn't an annotation. */
const LOADED: PlanInput = {
	name: 'web',
	containers: [
		{name: 'app', image: 'app:1', env: {MODE: 'fast'}},
		{name: 'side', image: 'side:1'},
		{name: 'idle', image: 'idle:1'},
	],
	volumes: [
		{name: 'data', type: 'pvc', claim: 'data', size: '20Gi', mountPath: '/data', container: 'side'},
		{name: 'tmp', type: 'empty-dir'},
	],
	logs: {web: 'stdout', files: '/var/log/web/*.log'},
	network: {service: 'clusterip', port: 80},
	pod: {placement: 'tolerations', diskVolume: 'cache:ext4:20Gi'},
	chain: {arch: 'arm64'},
};

describe('the kustomization', () => {
	const {documents, diagnostics} = exported(LOADED, 'kustomize');
	const [patch] = (documents[0] as unknown as {patches: readonly {patch: object}[]}).patches;

	test('patches volumes, mounts and variables into the containers of the base', () => {
		expect(patch).toMatchObject({
			patch: {
				kind: 'Deployment',
				spec: {
					template: {
						spec: {
							nodeSelector: {'kubernetes.io/arch': 'arm64'},
							containers: [
								{
									name: 'app',
									env: [
										{name: 'MODE', value: 'fast'},
										{name: 'aliyun_logs_web', value: 'stdout'},
										{name: 'aliyun_logs_files', value: '/var/log/web/*.log'},
									],
									volumeMounts: [{name: 'logs-files', mountPath: '/var/log/web'}],
								},
								{name: 'side', volumeMounts: [{name: 'data', mountPath: '/data'}]},
							],
							volumes: [
								{name: 'data', persistentVolumeClaim: {claimName: 'data'}},
								{name: 'tmp', emptyDir: {}},
								{name: 'cache', emptyDir: {}},
								{name: 'logs-files', emptyDir: {}},
							],
						},
					},
				},
			},
		});
	});

	test('names the objects that a patch has no place for, and the containers that it counts on', () => {
		expect(factsOf('export-incomplete', diagnostics)).toEqual([
			{
				target: 'kustomize',
				volumes: [],
				logs: [],
				objects: ['PersistentVolumeClaim/data', 'Service/web'],
				fields: [],
			},
		]);
		expect(factsOf('kustomize-base', diagnostics)).toEqual([
			{base: 'base', containers: ['app', 'side']},
		]);
	});

	test('leaves nothing out of a plan of annotations alone', () => {
		const plain = exported(INPUT, 'kustomize');
		expect(rulesOf(plain.diagnostics)).toEqual(['kustomize-base']);
		expect(JSON.stringify(plain.documents)).not.toMatch(/containers|volumes/);
	});
});

describe('what a profile or a policy has no place for', () => {
	test.each(['eci-profile', 'resource-policy'] as const)('%s: is named', target => {
		const {diagnostics} = exported(LOADED, target);
		expect(factsOf('export-incomplete', diagnostics)).toEqual([
			{
				target,
				volumes: ['data', 'tmp', 'cache'],
				logs: ['web', 'files'],
				objects: ['PersistentVolumeClaim/data', 'Service/web'],
				fields: ['nodeSelector', 'tolerations', 'affinity'],
			},
		]);
	});

	test('a profile without labels has no empty map of them', () => {
		const {documents} = exported({...INPUT, pod: {placement: 'none'}}, 'eci-profile');
		expect(JSON.stringify(documents)).not.toContain('labels');
	});
});

describe('the ResourcePolicy', () => {
	test('prefers the ECS nodes and carries the annotations to ECI', () => {
		const {documents} = exported({...INPUT, pod: {placement: 'none'}}, 'resource-policy');
		expect(documents).toEqual([
			{
				apiVersion: 'scheduling.alibabacloud.com/v1alpha1',
				kind: 'ResourcePolicy',
				metadata: {name: 'web'},
				spec: {
					selector: {app: 'web'},
					strategy: 'prefer',
					units: [
						{resource: 'ecs'},
						{
							resource: 'eci',
							podAnnotations: {
								'k8s.aliyun.com/eci-use-specs': '2-4Gi,ecs.c6.large',
								'k8s.aliyun.com/eci-spot-strategy': 'SpotAsPriceGo',
							},
						},
					],
				},
			},
		]);
	});

	test('warns that the label or the affinity would override it', () => {
		expect(rulesOf(exported(INPUT, 'resource-policy').diagnostics)).toEqual(['policy-overridden']);
		const tolerating: PlanInput = {...INPUT, pod: {placement: 'tolerations'}};
		expect(
			factsOf('policy-overridden', exported(tolerating, 'resource-policy').diagnostics),
		).toEqual([{placement: 'tolerations'}]);
		const unlabelled: PlanInput = {...INPUT, pod: {placement: 'none'}};
		expect(exported(unlabelled, 'resource-policy').diagnostics).toEqual([]);
	});
});

describe('several documents in JSON', () => {
	test('are a List, and one stays itself', () => {
		const one = exported(INPUT).documents;
		expect(asOneDocument(one)).toBe(one[0]);
		const two = exported({...INPUT, network: {service: 'clusterip', port: 80}}).documents;
		expect(asOneDocument(two)).toEqual({apiVersion: 'v1', kind: 'List', items: two});
		expect(two.map(document => document['kind'])).toEqual(['Deployment', 'Service']);
	});
});
