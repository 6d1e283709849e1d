import {describe, expect, test} from 'vitest';
import {launchSeconds} from '../../../source/domain/catalogue/launch.ts';
import {logFolder} from '../../../source/domain/input/log-folder.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {lintManifests} from '../../../source/domain/manifest/lint/lint-manifests.ts';
import {manifestsOf} from '../../../source/domain/manifest/manifest.ts';
import {
	factsOf,
	planned,
	readInput,
	requestOfInput,
	rulesOf,
	summaryOf,
} from '../../helpers/domain-fixtures.ts';

const IMAGE = 'registry-vpc.cn-hangzhou.aliyuncs.com/shop/app:1';

const inputOf = (more: PlanInput): PlanInput => ({
	name: 'web',
	containers: [{name: 'app', image: IMAGE, cpu: '2', memory: '4Gi'}],
	...more,
});

const documentsOf = (input: PlanInput) => manifestsOf(requestOfInput(input), '2-4Gi').documents;

const errorsOf = (input: PlanInput) =>
	summaryOf(readInput(input).diagnostics.filter(({severity}) => severity === 'error'));

describe('the Service', () => {
	test('stands behind the workload and serves the declared port', () => {
		const input = inputOf({
			containers: [{name: 'app', image: IMAGE, ports: [8080]}],
			network: {service: 'loadbalancer', port: 80},
		});
		expect(documentsOf(input)[1]).toEqual({
			apiVersion: 'v1',
			kind: 'Service',
			metadata: {name: 'web'},
			spec: {type: 'LoadBalancer', selector: {app: 'web'}, ports: [{port: 80, targetPort: 8080}]},
		});
	});

	test('lends its port to a container that declares none', () => {
		const [workload, service] = documentsOf(inputOf({network: {service: 'clusterip', port: 80}}));
		expect(workload).toMatchObject({
			spec: {template: {spec: {containers: [{ports: [{containerPort: 80}]}]}}},
		});
		expect(service).toMatchObject({spec: {type: 'ClusterIP', ports: [{port: 80, targetPort: 80}]}});
	});

	test('needs a port and pods that stay', () => {
		expect(errorsOf(inputOf({network: {service: 'clusterip'}}))).toEqual([
			'service-port-missing error network.port',
		]);
		const network = {service: 'clusterip', port: 80} as const;
		expect(errorsOf(inputOf({workload: {kind: 'job', work: '1h'}, network}))).toEqual([
			'service-not-served error network.service',
		]);
	});
});

describe('the name of a Service', () => {
	test('begins with a letter, as Kubernetes wants it (RFC 1035)', () => {
		const named = (name: string, network: NonNullable<PlanInput['network']>) =>
			errorsOf({...inputOf({network}), name});
		const network = {service: 'clusterip', port: 80} as const;
		expect(named('1a', network)).toEqual(['service-name-invalid error name']);
		expect(named('1a', {service: 'none'})).toEqual([]);
		expect(named('a1', network)).toEqual([]);
	});

	test('is checked in manifests too', () => {
		const service = (name: string) =>
			lintManifests([{apiVersion: 'v1', kind: 'Service', metadata: {name}}], '2020');
		expect(service('a-1')).toEqual([]);
		expect(rulesOf(service('1a').map(({diagnostic}) => diagnostic))).toEqual([
			'service-name-invalid',
		]);
	});
});

describe('what the network holds', () => {
	test.each([
		[252, 'vswitch-fits'],
		[253, 'vswitch-too-small'],
	])('%i pods in a /24: %s', (replicas, rule) => {
		const {diagnostics} = planned(
			inputOf({workload: {replicas}, network: {vswitchCidr: '10.0.0.0/24'}}),
		);
		expect(rulesOf(diagnostics)).toContain(rule);
	});

	test('the busiest moment of a schedule counts', () => {
		const {diagnostics} = planned(
			inputOf({
				workload: {schedule: 'Mon 09:00-10:00=13; *=1'},
				network: {vswitchCidr: '10.0.0.0/28'},
			}),
		);
		expect(factsOf('vswitch-too-small', diagnostics)).toEqual([
			{cidr: '10.0.0.0/28', usable: 12, pods: 13},
		]);
	});

	test('a quota of 100 vCPU holds 50 pods of 2 vCPU, not 51', () => {
		const quota = (replicas: number) =>
			factsOf(
				'quota-exceeded',
				planned(inputOf({workload: {replicas}, network: {vcpuQuota: 100}})).diagnostics,
			);
		expect(quota(50)).toEqual([]);
		expect(quota(51)).toEqual([{quota: 100, vcpu: 102, fits: 50, pods: 51, rest: 'never'}]);
	});

	// A burst of 100, then 20 a second; a /25 has 124 addresses, and a pod 2 vCPU.
	test.each<[NonNullable<PlanInput['network']>, object[]]>([
		[{}, [{pods: 500, seconds: 20, left: 0}]],
		[{vcpuQuota: 1000}, [{pods: 500, seconds: 20, left: 0}]],
		[{vcpuQuota: 400}, [{pods: 200, seconds: 5, left: 300}]],
		[{vswitchCidr: '10.0.0.0/25'}, [{pods: 124, seconds: 2, left: 376}]],
		[{vcpuQuota: 240, vswitchCidr: '10.0.0.0/25'}, [{pods: 120, seconds: 1, left: 380}]],
		[{vcpuQuota: 100}, []],
	])('of 500 pods within %j, the time is that of those that start', (network, expected) => {
		const {diagnostics} = planned(inputOf({workload: {replicas: 500}, network}));
		expect(factsOf('launch-slow', diagnostics)).toEqual(expected);
	});

	test.each([
		[1, 0],
		[100, 0],
		[101, 1],
		[120, 1],
		[500, 20],
		[2100, 100],
	])('%i pods are asked for within %i s', (pods, seconds) => {
		expect(launchSeconds(pods)).toBe(seconds);
	});
});

describe('several vSwitches', () => {
	const cidrs = (vswitchCidr: string, replicas: number) =>
		planned(inputOf({workload: {replicas}, network: {vswitchCidr}})).diagnostics;

	test('hold the sum of their addresses', () => {
		// Two times 2^8 - 4, and 2^4 - 4.
		expect(factsOf('vswitch-fits', cidrs('10.0.0.0/24,10.0.1.0/24 , 10.0.2.0/28', 516))).toEqual([
			{cidr: '10.0.0.0/24, 10.0.1.0/24, 10.0.2.0/28', usable: 516, pods: 516},
		]);
		expect(rulesOf(cidrs('10.0.0.0/24,10.0.1.0/24,10.0.2.0/28', 517))).toContain(
			'vswitch-too-small',
		);
	});

	test.each(['10.0.0.0/24,10.0.0.0/24', '10.0.0.0/24,10.0.0.128/25', '10.0.0.128/25,10.0.0.0/24'])(
		'%s overlap',
		text => {
			expect(factsOf('cidr-invalid', cidrs(text, 1))).toEqual([
				{value: text.split(',')[1], problem: {reason: 'overlap'}},
			]);
		},
	);

	test('one of them is no range', () => {
		expect(factsOf('cidr-invalid', cidrs('10.0.0.0/24,', 1))).toEqual([
			{value: '', problem: {reason: 'malformed'}},
		]);
	});
});

describe('batch runs that overlap', () => {
	const every10Minutes = {kind: 'cronjob', cron: '*/10 * * * *', work: '1h', replicas: 50} as const;

	test('count for the vSwitch and the quota with all their pods', () => {
		// An hour and a minute of start-up: 7 runs of 50 pods with 2 vCPU each.
		const {diagnostics} = planned(
			inputOf({
				workload: every10Minutes,
				network: {vswitchCidr: '10.0.0.0/24', vcpuQuota: 100},
				chain: {useSpecs: ['2-4Gi']},
			}),
		);
		expect(factsOf('vswitch-too-small', diagnostics)).toEqual([
			{cidr: '10.0.0.0/24', usable: 252, pods: 350},
		]);
		expect(factsOf('quota-exceeded', diagnostics)).toEqual([
			{quota: 100, vcpu: 700, fits: 50, pods: 350, rest: 'later'},
		]);
	});

	test('share neither a disk nor an address', () => {
		const one = {...every10Minutes, replicas: 1};
		const volumes = [{name: 'data', type: 'disk', diskId: 'd-bp1'}] as const;
		const pod = {eipInstance: 'eip-bp1'};
		expect(errorsOf(inputOf({workload: one, volumes, pod}))).toEqual([
			'eip-replicas error pod.eipInstance',
			'volume-disk-shared error volumes[0]',
		]);
		expect(errorsOf(inputOf({workload: {...one, work: '9m'}, volumes, pod}))).toEqual([]);
	});
});

describe('images from the internet', () => {
	const rules = (image: string, more: PlanInput = {}) =>
		rulesOf(
			planned({containers: [{name: 'app', image, cpu: '2', memory: '4Gi'}], ...more}).diagnostics,
		);

	test.each([
		'nginx:1.29',
		'docker.io/library/nginx',
		'ghcr.io/a/b:1',
		'evil.com/registry-vpc.cn-hangzhou.aliyuncs.com/x',
		'registry.cn-hangzhou.aliyuncs.com/a/b',
	])('%s needs NAT or an address', image => {
		expect(rules(image)).toContain('image-public');
		expect(rules(image, {network: {nat: true}})).not.toContain('image-public');
		expect(rules(image, {pod: {withEip: true}})).not.toContain('image-public');
		expect(rules(image, {pod: {eipInstance: 'eip-1'}})).not.toContain('image-public');
		expect(rules(image, {pod: {withEip: false}})).toContain('image-public');
	});

	test('the warning stands at the first of them, and names the endpoint of the region', () => {
		const {diagnostics} = planned({
			region: 'cn-beijing',
			containers: [
				{name: 'app', image: 'registry-vpc.cn-beijing.aliyuncs.com/a/b:1', cpu: '2', memory: '4Gi'},
				{name: 'side', image: 'nginx:1.29', cpu: '1', memory: '1Gi'},
			],
			initContainers: [{name: 'init', image: 'busybox'}],
		});
		expect(factsOf('image-public', diagnostics)).toEqual([
			{images: ['nginx:1.29', 'busybox'], inside: 'registry-vpc.cn-beijing.aliyuncs.com'},
		]);
		expect(diagnostics.find(({rule}) => rule === 'image-public')?.path).toBe('containers[1].image');
	});

	test.each(['172.32.0.1/a', '8.8.8.8:5000/a', 'localhost.example.com/a', 'library/nginx'])(
		'%s is on the internet',
		image => expect(rules(image)).toContain('image-public'),
	);

	test.each([
		['registry-vpc.cn-beijing.aliyuncs.com/a/b:1', true],
		['shop-registry-vpc.cn-beijing.cr.aliyuncs.com/a/b', true],
		['registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1', false],
		['nginx:1.29', false],
	])('%s is in the VPC of another region: %s', (image, expected) => {
		expect(rules(image).includes('image-vpc-region')).toBe(expected);
	});

	test.each([
		'registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1',
		'shop-registry-vpc.cn-hangzhou.cr.aliyuncs.com/a/b',
		'registry.local:5000/a',
		'10.0.0.5/a/b:1',
		'10.0.0.5:5000/a',
		'172.31.0.1/a',
		'localhost/a',
		'registry:5000/a',
		'registry.corp.internal/a',
	])('%s needs no internet', image => {
		expect(rules(image)).not.toContain('image-public');
	});
});

describe('log collection', () => {
	const podOf = (input: PlanInput): Readonly<Record<string, unknown>> => {
		const [workload] = documentsOf(input);
		const {spec} = workload as unknown as {spec: {template: {spec: Record<string, unknown>}}};
		return spec.template.spec;
	};

	test('standard output is one variable and no volume', () => {
		const pod = podOf(inputOf({logs: {'web-log': 'stdout'}}));
		expect(pod['containers']).toMatchObject([
			{env: [{name: 'aliyun_logs_web-log', value: 'stdout'}]},
		]);
		expect(pod).not.toHaveProperty('volumes');
	});

	test('files need a volume at their folder, one for each folder', () => {
		const pod = podOf(
			inputOf({
				logs: {
					access: '/var/log/nginx/access.log',
					error: '/var/log/nginx/*.err',
					app: '/app/*/x.log',
				},
			}),
		);
		expect(pod['volumes']).toEqual([
			{name: 'logs-access', emptyDir: {}},
			{name: 'logs-app', emptyDir: {}},
		]);
		expect(pod['containers']).toMatchObject([
			{
				volumeMounts: [
					{name: 'logs-access', mountPath: '/var/log/nginx'},
					{name: 'logs-app', mountPath: '/app'},
				],
			},
		]);
	});

	test('their volumes have names of their own, and none that is too long', () => {
		const long = 'a'.repeat(63);
		const pod = podOf(
			inputOf({
				volumes: [{name: 'logs-web', type: 'empty-dir'}],
				logs: {web: '/web/*.log', [long]: '/long/*.log', other: '/other/*.log'},
			}),
		);
		expect(pod['volumes']).toMatchObject([
			{name: 'logs-web'},
			{name: 'logs-1'},
			{name: 'logs-2'},
			{name: 'logs-other'},
		]);
	});

	test('a folder that is a volume already stays one', () => {
		const pod = podOf(
			inputOf({
				volumes: [{name: 'data', type: 'empty-dir', mountPath: '/var/log/app'}],
				logs: {app: '/var/log/app/*.log'},
			}),
		);
		expect(pod['volumes']).toEqual([{name: 'data', emptyDir: {}}]);
	});

	test.each([
		['web_log', 'stdout', 'log-name-invalid error logs.web_log'],
		['Web', 'stdout', 'log-name-invalid error logs.Web'],
		['project', 'stdout', 'log-name-invalid error logs.project'],
		['machinegroup', '/a/b.log', 'log-name-invalid error logs.machinegroup'],
		['web', 'stderr', 'log-source-invalid error logs.web'],
		['web', '/x.log', 'log-source-invalid error logs.web'],
		['web', '/*/x.log', 'log-source-invalid error logs.web'],
	])('%s=%s is refused', (name, source, expected) => {
		expect(errorsOf(inputOf({logs: {[name]: source}}))).toEqual([expected]);
	});

	test.each([
		['stdout', null],
		['/a/b/c.log', '/a/b'],
		['/a/*/c.log', '/a'],
		['/x.log', '/'],
	])('the folder of %s is %s', (source, folder) => {
		expect(logFolder(source)).toBe(folder);
	});
});
