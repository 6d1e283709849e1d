import {describe, expect, it} from 'vitest';
import type {Ruleset} from '../../../../source/domain/catalogue/rulesets.ts';
import {factsOf} from '../../../helpers/domain-fixtures.ts';
import {
	deploymentYaml,
	diagnosticsIn,
	foundIn,
	lintYaml,
	podYaml,
} from '../../../helpers/manifests.ts';

const SPEC = 'containers: [{name: app, image: "app:1"}]';
const GPU_SPEC =
	'containers: [{name: app, image: "app:1", resources: {limits: {nvidia.com/gpu: "1"}}}]';
const PREFIX = 'k8s.aliyun.com/';
const at = (name: string) => `metadata.annotations["${PREFIX}${name}"]`;

const yamlOf = (annotations: Readonly<Record<string, string>>): string =>
	Object.entries(annotations)
		.map(([name, value]) => `${PREFIX}${name}: ${value}`)
		.join('\n');

/** Values are YAML: a text that needs quotes has them. */
const inPod = (
	annotations: Readonly<Record<string, string>>,
	ruleset: Ruleset = 'current',
	spec = SPEC,
) => foundIn(podYaml(spec, yamlOf(annotations)), ruleset);

describe('values without their quotes (A15)', () => {
	it.each([
		['eip-bandwidth', '10', '10'],
		['eci-with-eip', 'true', 'true'],
		['team', '[a]', null],
		['team', '{a: b}', null],
	])('%s: %s', (name, value, said) => {
		const diagnostics = diagnosticsIn(
			lintYaml(podYaml(SPEC, yamlOf({'eci-with-eip': '"true"', [name]: value}))),
		);
		expect(factsOf('annotation-not-text', diagnostics)).toEqual([
			{key: PREFIX + name, value: said},
		]);
	});

	it('are found in every annotation of every object', () => {
		const text = `
kind: CronJob
metadata: {annotations: {a: 1}}
spec:
  jobTemplate:
    metadata: {annotations: {b: true}}
    spec: {template: {metadata: {annotations: {c: 0.5}}}}
---
kind: Service
metadata: {annotations: {d: 1, e: "1", f: null}}
`;
		expect(foundIn(text)).toEqual([
			'annotation-not-text error metadata.annotations.a',
			'annotation-not-text error spec.jobTemplate.metadata.annotations.b',
			'annotation-not-text error spec.jobTemplate.spec.template.metadata.annotations.c',
			'annotation-not-text error metadata.annotations.d',
		]);
	});

	it('count as if they had them, so that nothing else is found for their want', () => {
		expect(inPod({'eci-with-eip': 'true', 'eip-bandwidth': '10'})).toEqual([
			`annotation-not-text error ${at('eci-with-eip')}`,
			`annotation-not-text error ${at('eip-bandwidth')}`,
		]);
		expect(inPod({'eci-with-eip': 'true', 'eip-bandwidth': '0'})).toContain(
			`annotation-value error ${at('eip-bandwidth')}`,
		);
	});
});

describe('annotations at the wrong place (A16)', () => {
	const misplaced = (kind: string) =>
		deploymentYaml(SPEC, 'team: web')
			.replace('kind: Deployment', `kind: ${kind}`)
			.replace(
				'metadata:',
				'metadata:\n  annotations: {k8s.aliyun.com/eci-vswitch: vsw-1, team: web}',
			);

	it.each(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Job'])(
		'in the metadata of a %s',
		kind => {
			const findings = lintYaml(misplaced(kind));
			expect(foundIn(misplaced(kind))).toEqual([`annotation-misplaced error ${at('eci-vswitch')}`]);
			expect(factsOf('annotation-misplaced', diagnosticsIn(findings))).toEqual([
				{key: `${PREFIX}eci-vswitch`, kind, place: 'spec.template.metadata.annotations'},
			]);
		},
	);

	it('in both metadata of a CronJob, but not in that of the pod', () => {
		const annotations = 'metadata: {annotations: {k8s.aliyun.com/eci-with-eip: "true"}}';
		const text = `{kind: CronJob, ${annotations}, spec: {jobTemplate: {${annotations}, spec: {template: {${annotations}}}}}}`;
		expect(foundIn(text)).toEqual([
			`annotation-misplaced error ${at('eci-with-eip')}`,
			`annotation-misplaced error spec.jobTemplate.${at('eci-with-eip')}`,
		]);
	});

	it('is nowhere in a Pod', () => {
		expect(inPod({'eci-vswitch': 'vsw-1'})).toEqual([]);
	});

	it('also for keys of another prefix that ECI reads', () => {
		const text = deploymentYaml(SPEC).replace(
			'metadata:',
			'metadata:\n  annotations: {kubernetes.io/ingress-bandwidth: 40M}',
		);
		expect(foundIn(text)).toEqual([
			'annotation-misplaced error metadata.annotations["kubernetes.io/ingress-bandwidth"]',
		]);
	});
});

describe('what plans check about annotations', () => {
	it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
		['an unknown key', {'eci-vswich': 'vsw-1'}, [`annotation-unknown error ${at('eci-vswich')}`]],
		['a wrong value', {'eci-with-eip': '"yes"'}, [`annotation-value error ${at('eci-with-eip')}`]],
		['no value', {'eci-ram-role-name': ''}, [`annotation-value error ${at('eci-ram-role-name')}`]],
		[
			'A01: a limit without its strategy',
			{'eci-spot-price-limit': '"0.250"'},
			[`spot-limit-ignored warning ${at('eci-spot-price-limit')}`],
		],
		[
			'A02: a strategy without its limit',
			{'eci-spot-strategy': 'SpotWithPriceLimit'},
			[`spot-limit-missing error ${at('eci-spot-strategy')}`],
		],
		[
			'A04: two ways to an EIP',
			{'eci-with-eip': '"true"', 'eci-eip-instanceid': 'eip-1'},
			[`eip-conflict error ${at('eci-eip-instanceid')}`],
		],
		[
			'A10: economy on spot',
			{'eci-compute-category': 'economy', 'eci-spot-strategy': 'SpotAsPriceGo'},
			[`category-unavailable error ${at('eci-compute-category')}`],
		],
		[
			'A11: economy of more than 8 vCPU',
			{'eci-compute-category': 'economy', 'eci-use-specs': '16-32Gi'},
			[`category-size error ${at('eci-compute-category')}`],
		],
		[
			'A13: families of ECS types',
			{'eci-instance-family': 'ecs.c6', 'eci-use-specs': 'ecs.c6.large'},
			[`instance-filter-ignored warning ${at('eci-instance-family')}`],
		],
		[
			'a driver without a GPU',
			{'eci-gpu-driver-version': 'tesla=535', 'eci-use-specs': '2-4Gi'},
			[`gpu-driver-ignored warning ${at('eci-gpu-driver-version')}`],
		],
		[
			'a respelled value',
			{'eci-schedule-strategy': 'vSwitchOrdered', 'eci-vswitch': '"vsw-1,vsw-2"'},
			[`annotation-respelled warning ${at('eci-schedule-strategy')}`],
		],
		[
			'A21: an older name',
			{'eci-image-cache': '"true"'},
			[`annotation-renamed info ${at('eci-image-cache')}`],
		],
	])('%s', (_, annotations, expected) => {
		expect(inPod(annotations)).toEqual(expected);
	});

	it('nothing about annotations of others', () => {
		expect(foundIn(podYaml(SPEC, 'example.com/eci-vswich: "1"'))).toEqual([]);
	});

	it('knows what was meant', () => {
		const diagnostics = diagnosticsIn(lintYaml(podYaml(SPEC, yamlOf({'eci-vswich': 'vsw-1'}))));
		expect(factsOf('annotation-unknown', diagnostics)).toEqual([
			{key: `${PREFIX}eci-vswich`, suggestion: `${PREFIX}eci-vswitch`},
		]);
	});

	it('A06: one EIP for several pods, by the number and the kind of the workload', () => {
		const eip = `${PREFIX}eci-eip-instanceid: eip-1`;
		const path = `spec.template.${at('eci-eip-instanceid')}`;
		expect(foundIn(deploymentYaml(SPEC, eip, 2))).toEqual([`eip-replicas error ${path}`]);
		expect(foundIn(deploymentYaml(SPEC, eip, 1))).toEqual([]);
		const kind = (name: string) =>
			deploymentYaml(SPEC, eip, 2).replace('kind: Deployment', `kind: ${name}`);
		expect(foundIn(kind('StatefulSet'))).toEqual([]);
		expect(foundIn(kind('ReplicaSet'))).toEqual([`eip-replicas error ${path}`]);
		// A Job has no replicas but pods at a time.
		expect(foundIn(kind('Job'))).toEqual([]);
		expect(foundIn(kind('Job').replace('replicas:', 'parallelism:'))).toEqual([
			`eip-replicas error ${path}`,
		]);
	});

	it('a key that the brief does not know, under 2020', () => {
		expect(inPod({'eci-max-pending-minute': '"60"'}, '2020')).toEqual([
			`annotation-other-ruleset warning ${at('eci-max-pending-minute')}`,
		]);
	});

	it('what ECI wrote, unless the pod comes from a cluster', () => {
		const text = podYaml(SPEC, yamlOf({'eci-instance-id': 'eci-1'}));
		expect(foundIn(text)).toEqual([`annotation-read-only error ${at('eci-instance-id')}`]);
		expect(foundIn(text.replace('name: web', 'name: web\n  uid: 4f1c'))).toEqual([]);
	});
});

describe('eci-use-specs of a manifest', () => {
	const specs = (value: string, ruleset: Ruleset = 'current', spec = SPEC) =>
		inPod({'eci-use-specs': `"${value}"`}, ruleset, spec).map(text =>
			text.split(' ').slice(0, 2).join(' '),
		);

	it.each<[string, Ruleset, readonly string[]]>([
		['2-4Gi, ecs.c6.large', 'current', []],
		['2-4G', 'current', ['spec-invalid error']],
		['eci-gpu-P100-4', 'current', ['spec-invalid error']],
		['2-4Gi,2-4Gi', 'current', ['spec-duplicate warning']],
		['2-4Gi,4-8Gi,8-16Gi,16-32Gi,32-64Gi', 'current', []],
		['2-4Gi,4-8Gi,8-16Gi,16-32Gi,32-64Gi,64-128Gi', 'current', ['spec-too-many error']],
		['65-128Gi', 'current', ['spec-too-large error']],
		['64-512Gi', 'current', []],
		['ecs.g8y.large,2-4Gi', '2020', ['spec-mixed-kind error']],
		['ecs.i2.xlarge,ecs.c6.large', '2020', ['spec-mixed-kind error']],
		['ecs.g8y.large,ecs.c8y.large', '2020', ['spec-other-arch warning']],
	])('%s under %s', (value, ruleset, expected) => {
		expect(specs(value, ruleset)).toEqual(expected);
	});

	it('A08, A17: GPUs beside others, and GPUs that no container asks for', () => {
		expect(specs('ecigpu-P100-4,2-4Gi', '2020')).toEqual([
			'spec-mixed-gpu warning',
			'gpu-limit-missing error',
		]);
		expect(specs('ecs.gn6i-c4g1.xlarge', 'current')).toEqual(['gpu-limit-missing error']);
		expect(specs('ecs.gn6i-c4g1.xlarge', 'current', GPU_SPEC)).toEqual([]);
		expect(specs('ecs.gn6i-c4g1.xlarge', 'current', GPU_SPEC.replace('"1"', '0'))).toEqual([
			'gpu-limit-missing error',
		]);
		expect(specs('ecs.gn6i-c4g1.xlarge', 'current', GPU_SPEC.replace('"1"', '1'))).toEqual([]);
	});

	it('economy on Arm', () => {
		const economy = {'eci-use-specs': '2-4Gi', 'eci-compute-category': 'economy'};
		const arm = `${SPEC}\nnodeSelector: {kubernetes.io/arch: arm64}`;
		expect(inPod(economy, 'current', arm)).toEqual([
			`spec-other-arch warning ${at('eci-use-specs')}`,
			`category-unavailable error ${at('eci-compute-category')}`,
		]);
		expect(inPod(economy, 'current', SPEC)).toEqual([]);
	});

	// Facts §9: Arm types need the node selector of Arm.
	it('Arm types without the node selector of Arm, and the other way round', () => {
		const arm = `${SPEC}\nnodeSelector: {kubernetes.io/arch: arm64}`;
		const warning = [`spec-other-arch warning ${at('eci-use-specs')}`];
		expect(inPod({'eci-use-specs': 'ecs.g8y.large'}, 'current', SPEC)).toEqual(warning);
		expect(inPod({'eci-use-specs': 'ecs.g8y.large'}, 'current', arm)).toEqual([]);
		expect(inPod({'eci-use-specs': 'ecs.g6.large'}, 'current', arm)).toEqual(warning);
	});
});

describe('annotations that other objects give to pods', () => {
	it('in the ECI units of a ResourcePolicy', () => {
		const unit = (resource: string) =>
			`{resource: ${resource}, podAnnotations: {k8s.aliyun.com/eci-with-eip: "yes", a: 1}}`;
		const text = `{kind: ResourcePolicy, spec: {units: [${unit('ecs')}, ${unit('eci')}]}}`;
		expect(foundIn(text)).toEqual([
			'annotation-not-text error spec.units[1].podAnnotations.a',
			'annotation-value error spec.units[1].podAnnotations["k8s.aliyun.com/eci-with-eip"]',
		]);
	});

	const profile = (data: Readonly<Record<string, unknown>>, name = 'eci-profile') =>
		foundIn(JSON.stringify({kind: 'ConfigMap', metadata: {name}, data}));
	const selector = (annotations: Readonly<Record<string, unknown>>) =>
		JSON.stringify([{name: 'web', effect: {annotations}}]);

	it('in the selectors of the eci-profile, which are JSON', () => {
		expect(profile({selectors: selector({[`${PREFIX}eci-with-eip`]: 'yes'})})).toEqual([
			'annotation-value error data.selectors',
		]);
		expect(profile({selectors: selector({[`${PREFIX}eci-with-eip`]: true})})).toEqual([
			'annotation-not-text error data.selectors',
		]);
		expect(profile({selectors: selector({[`${PREFIX}eci-with-eip`]: 'true'})})).toEqual([]);
		expect(profile({selectors: '[{"name":"web"}, // no comments\n]'})).toEqual([
			'profile-invalid error data.selectors',
		]);
		expect(profile({selectors: '{}'})).toEqual(['profile-invalid error data.selectors']);
		expect(profile({selectors: '{}'}, 'settings')).toEqual([]);
	});

	it('in the settings of the eci-profile', () => {
		expect(profile({vSwitchIds: 'vsw-1,sg-2', securityGroupId: 'sg-1'})).toEqual([
			'annotation-value error data.vSwitchIds',
		]);
		const selectors = JSON.stringify([{name: 'a'}, {name: 'b'}]);
		expect(profile({vSwitchIds: 'vsw-1,sg-2', selectors})).toEqual([
			'annotation-value error data.vSwitchIds',
		]);
	});
});
