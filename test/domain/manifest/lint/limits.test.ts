import {describe, expect, it} from 'vitest';
import {RULESETS, type Ruleset} from '../../../../source/domain/catalogue/rulesets.ts';
import type {Severity} from '../../../../source/domain/diagnostics.ts';
import {factsOf} from '../../../helpers/domain-fixtures.ts';
import {
	deploymentYaml,
	diagnosticsIn,
	foundIn,
	lintYaml,
	podYaml,
} from '../../../helpers/manifests.ts';

const CONTAINERS = 'containers: [{name: app, image: "app:1"}]';

const many = (count: number, item: (index: number) => string): string =>
	Array.from({length: count}, (_, index) => item(index)).join(', ');

const containersYaml = (count: number) =>
	podYaml(`containers: [${many(count, index => `{name: c${index}, image: "app:1"}`)}]`);
const volumesYaml = (count: number) =>
	podYaml(`${CONTAINERS}\nvolumes: [${many(count, index => `{name: v${index}, emptyDir: {}}`)}]`);

const container = (fields: string) =>
	podYaml(`containers: [{name: app, image: "app:1", ${fields}}]`);
const pod = (fields: string) => podYaml(`${CONTAINERS}\n${fields}`);
const service = (fields: string) =>
	`{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {${fields}}}`;
const configMap = (kib: number) =>
	`{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {big: "${'x'.repeat(kib * 1024)}"}}`;
const secret = (kib: number) =>
	`{apiVersion: v1, kind: Secret, metadata: {name: keys}, data: {big: ${Buffer.alloc(kib * 1024).toString('base64')}}}`;

type Row = readonly [
	limit: string,
	rule: string,
	under2020: Severity | null,
	current: Severity | null,
	path: string,
	bad: string,
	good: string,
];

/** Facts §8; what the brief doesn't say is a step milder under 2020. */
const ROWS: readonly Row[] = [
	[
		'L01 a DaemonSet',
		'limit-daemonset',
		'error',
		'error',
		'kind',
		deploymentYaml(CONTAINERS).replace('kind: Deployment', 'kind: DaemonSet'),
		deploymentYaml(CONTAINERS),
	],
	[
		'L02 hostPath',
		'limit-host-path',
		'error',
		'error',
		'spec.volumes[0].hostPath',
		pod('volumes: [{name: logs, hostPath: {path: /var/log}}]'),
		pod('volumes: [{name: logs, emptyDir: {}}]'),
	],
	[
		'L02 hostPath, except one that eci-set-diskvolume converts',
		'limit-host-path',
		'error',
		'error',
		'spec.volumes[1].hostPath',
		podYaml(
			`${CONTAINERS}\nvolumes: [{name: cache, hostPath: {path: /a}}, {name: b, hostPath: {path: /b}}]`,
			'k8s.aliyun.com/eci-set-diskvolume: "cache:ext4:500Gi"',
		),
		podYaml(
			`${CONTAINERS}\nvolumes: [{name: cache, hostPath: {path: /a}}]`,
			'k8s.aliyun.com/eci-set-diskvolume: "cache:ext4:500Gi"',
		),
	],
	[
		'L03 hostPID',
		'limit-host-pid',
		'error',
		'error',
		'spec.hostPID',
		pod('hostPID: true'),
		pod('hostPID: false'),
	],
	[
		'L04 hostNetwork',
		'limit-host-network',
		'warning',
		'error',
		'spec.hostNetwork',
		pod('hostNetwork: true'),
		pod('hostNetwork: false'),
	],
	[
		'L05 hostIPC',
		'limit-host-ipc',
		'warning',
		'error',
		'spec.hostIPC',
		pod('hostIPC: true'),
		pod('hostIPC: false'),
	],
	[
		'L06 a privileged container',
		'limit-privileged',
		'error',
		'warning',
		'spec.containers[0].securityContext.privileged',
		container('securityContext: {privileged: true}'),
		container('securityContext: {privileged: false, capabilities: {add: [NET_ADMIN]}}'),
	],
	[
		'L06 a privileged init container',
		'limit-privileged',
		'error',
		'warning',
		'spec.initContainers[0].securityContext.privileged',
		pod('initContainers: [{name: init, image: "i:1", securityContext: {privileged: true}}]'),
		pod('initContainers: [{name: init, image: "i:1"}]'),
	],
	[
		'L07 NodePort',
		'limit-node-port',
		'error',
		'error',
		'spec.type',
		service('type: NodePort'),
		service('type: LoadBalancer'),
	],
	[
		'L08 session affinity',
		'limit-session-affinity',
		'info',
		'warning',
		'spec.sessionAffinity',
		service('sessionAffinity: ClientIP'),
		service('sessionAffinity: None'),
	],
	[
		'L09 a NetworkPolicy',
		'limit-network-policy',
		'error',
		'warning',
		'kind',
		'{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: deny}, spec: {podSelector: {}}}',
		service('type: ClusterIP'),
	],
	[
		'L10 21 containers',
		'limit-containers',
		'error',
		'error',
		'spec.containers',
		containersYaml(21),
		containersYaml(20),
	],
	[
		'L10 21 volumes',
		'limit-volumes',
		'error',
		'error',
		'spec.volumes',
		volumesYaml(21),
		volumesYaml(20),
	],
	[
		'L10 65 vCPU',
		'size-too-large',
		'error',
		'error',
		'spec.containers[0].resources.limits.cpu',
		container('resources: {limits: {cpu: 65, memory: 128Gi}}'),
		container('resources: {limits: {cpu: 64, memory: 128Gi}}'),
	],
	[
		'L10 more than 512 GiB, in bytes',
		'size-too-large',
		'error',
		'error',
		'spec.containers[0].resources.limits.memory',
		container(`resources: {limits: {cpu: "64", memory: ${512 * 2 ** 30 + 1}}}`),
		container(`resources: {limits: {cpu: "64", memory: ${512 * 2 ** 30}}}`),
	],
	[
		'L10 65 vCPU requested',
		'size-too-large',
		'error',
		'error',
		'spec.containers[0].resources.requests.cpu',
		container('resources: {requests: {cpu: 64001m, memory: 128Gi}}'),
		container('resources: {requests: {cpu: 64000m, memory: 128Gi}}'),
	],
	...[111, 10_250, 10_255].map(
		(port): Row => [
			`L11 port ${port}`,
			'limit-port',
			null,
			'error',
			'spec.containers[0].ports[1].containerPort',
			container(`ports: [{containerPort: 80}, {containerPort: ${port}}]`),
			container('ports: [{containerPort: 80}, {containerPort: 8080}]'),
		],
	),
	...[
		'ulimit -n 65535 && exec app',
		'ulimit -SHc unlimited; app',
		'ulimit -n "$MAX"',
		'prlimit --nofile=9 app',
	].map(
		(script): Row => [
			`L12 ${script}`,
			'limit-ulimit',
			'info',
			'warning',
			'spec.containers[0].args',
			container(`command: [sh, -c], args: ['${script}']`),
			container("command: [sh, -c], args: ['ulimit -n; ulimit -a; exec app']"),
		],
	),
	...[
		'kernel.panic',
		'net.ipv4.tcp_syncookies',
		'net/ipv4/tcp_syncookies',
		'vm.swappiness',
		'fs.file-max',
		'kernel.sem2',
	].map(
		(sysctl): Row => [
			`L13 the sysctl ${sysctl}`,
			'limit-sysctl',
			'warning',
			'error',
			'spec.securityContext.sysctls[1].name',
			pod(
				`securityContext: {sysctls: [{name: net.core.somaxconn, value: "1"}, {name: ${sysctl}, value: "1"}]}`,
			),
			pod(
				`securityContext: {sysctls: [${[
					'kernel.shmmax',
					'kernel.shm_rmid_forced',
					'kernel.msgmax',
					'kernel.sem',
					'fs.mqueue.msg_max',
					'net.ipv4.ip_local_port_range',
					'vm.min_free_kbytes',
				]
					.map(name => `{name: ${name}, value: "1"}`)
					.join(', ')}]}`,
			),
		],
	),
	[
		'L14 a large ConfigMap',
		'limit-config-size',
		'info',
		'warning',
		'data.big',
		configMap(33),
		configMap(32),
	],
	[
		'L14 a large Secret',
		'limit-config-size',
		'info',
		'warning',
		'data.big',
		secret(33),
		secret(32),
	],
	...(
		[
			['os: {name: windows}', 'spec.os.name', 'os: {name: linux}'],
			[
				'nodeSelector: {kubernetes.io/os: windows}',
				'spec.nodeSelector["kubernetes.io/os"]',
				'nodeSelector: {kubernetes.io/os: linux}',
			],
			[
				'securityContext: {windowsOptions: {runAsUserName: a}}',
				'spec.securityContext.windowsOptions',
				'securityContext: {runAsUser: 1000}',
			],
			[
				'initContainers: [{name: a, image: "mcr.microsoft.com/windows/servercore:ltsc2022"}]',
				'spec.initContainers[0].image',
				'initContainers: [{name: a, image: "mcr.microsoft.com/dotnet/aspnet:8.0"}]',
			],
		] as const
	).map(
		([bad, path, good]): Row => [
			`L15 Windows: ${bad}`,
			'limit-windows',
			'warning',
			'error',
			path,
			pod(bad),
			pod(good),
		],
	),
	[
		'L19 a small size on spot',
		'spot-small-spec',
		'warning',
		'warning',
		'metadata.annotations["k8s.aliyun.com/eci-use-specs"]',
		podYaml(
			CONTAINERS,
			'k8s.aliyun.com/eci-use-specs: "0.5-1Gi"\nk8s.aliyun.com/eci-spot-strategy: SpotAsPriceGo',
		),
		podYaml(
			CONTAINERS,
			'k8s.aliyun.com/eci-use-specs: "2-4Gi"\nk8s.aliyun.com/eci-spot-strategy: SpotAsPriceGo',
		),
	],
];

/** That `eci-set-diskvolume` is of 2020 is no matter here. */
const found = (text: string, ruleset: Ruleset) =>
	foundIn(text, ruleset).filter(line => !line.startsWith('annotation-legacy '));

describe('limits of ECI in manifests', () => {
	it.each(ROWS)('%s is %s', (_, rule, under2020, current, path, bad, good) => {
		const severities = {'2020': under2020, current};
		for (const ruleset of RULESETS) {
			const severity = severities[ruleset];
			expect(found(bad, ruleset)).toEqual(severity === null ? [] : [`${rule} ${severity} ${path}`]);
			expect(found(good, ruleset)).toEqual([]);
		}
	});

	it('names the object, the document and the thing', () => {
		const text = [
			service('type: ClusterIP'),
			container('securityContext: {privileged: true}, ports: [{containerPort: 111}]'),
			configMap(48),
		].join('\n---\n');
		const diagnostics = diagnosticsIn(lintYaml(text));
		expect(factsOf('limit-privileged', diagnostics)).toEqual([
			{document: 2, name: 'web', container: 'app'},
		]);
		expect(factsOf('limit-port', diagnostics)).toEqual([{container: 'app', port: 111}]);
		expect(factsOf('limit-config-size', diagnostics)).toEqual([
			{document: 3, name: 'settings', kib: 48, maximumKib: 32},
		]);
	});

	it('L14 counts bytes, not letters, and not those of base64', () => {
		const kib = (data: string) =>
			factsOf('limit-config-size', diagnosticsIn(lintYaml(`{kind: ConfigMap, ${data}}`))).map(
				facts => facts.kib,
			);
		expect(kib(`data: {a: "${'é'.repeat(16 * 1024)}"}`)).toEqual([]);
		expect(kib(`data: {a: "${'é'.repeat(17 * 1024)}"}`)).toEqual([34]);
		expect(kib(`data: {a: "${'中'.repeat(11 * 1024)}"}`)).toEqual([33]);
		expect(kib(`data: {a: "${'🦜'.repeat(9 * 1024)}"}`)).toEqual([36]);
		expect(kib(`binaryData: {a: ${Buffer.alloc(32 * 1024).toString('base64')}}`)).toEqual([]);
		expect(kib(`binaryData: {a: ${Buffer.alloc(33 * 1024).toString('base64')}}`)).toEqual([33]);
	});

	it('L10 counts native sidecars among the containers, other init containers not', () => {
		const withInit = (more: string) =>
			containersYaml(20).replace(
				'spec:\n',
				`spec:\n  initContainers: [{name: init, image: "i:1"${more}}]\n`,
			);
		expect(foundIn(withInit(''))).toEqual([]);
		expect(foundIn(withInit(', restartPolicy: Always'))).toEqual([
			'limit-containers error spec.containers',
		]);
	});
});

describe('the largest pod of manifests (L10)', () => {
	const sized = (name: string, cpu: string, more = '') =>
		`{name: ${name}, image: "app:1", resources: {limits: {cpu: "${cpu}", memory: 1Gi}}${more}}`;
	const tooLarge = 'size-too-large error spec.containers';

	it('is the sum of its containers, native sidecars included', () => {
		const two = `containers: [${sized('a', '32')}, ${sized('b', '33')}]`;
		expect(foundIn(podYaml(two))).toEqual([tooLarge]);
		expect(factsOf('size-too-large', diagnosticsIn(lintYaml(podYaml(two))))).toEqual([
			{asked: {vcpu: 65, memoryGiB: 2}, largest: {vcpu: 64, memoryGiB: 512}},
		]);
		const init = (more: string) =>
			`initContainers: [${sized('i', '33', more)}]\ncontainers: [${sized('a', '32')}, ${sized('b', '1')}]`;
		expect(foundIn(podYaml(init('')))).toEqual([]);
		expect(foundIn(podYaml(init(', restartPolicy: Always')))).toEqual([tooLarge]);
	});

	it('is an init container that is larger than all others', () => {
		const text = podYaml(`initContainers: [${sized('i', '65')}]\ncontainers: [${sized('a', '1')}]`);
		expect(foundIn(text)).toEqual([
			'size-too-large error spec.initContainers[0].resources.limits.cpu',
		]);
	});

	it('leaves out today what asks to be left out', () => {
		const ignored = `, env: [{name: __ECI_RESOURCE_IGNORE__, value: "TRUE"}]`;
		const text = podYaml(`containers: [${sized('a', '32')}, ${sized('b', '33', ignored)}]`);
		expect(foundIn(text)).toEqual([]);
		expect(foundIn(text, '2020')).toEqual([tooLarge]);
	});

	it('is named by the chain where there is one', () => {
		const spec = `containers: [${sized('a', '65')}]`;
		expect(foundIn(podYaml(spec, 'k8s.aliyun.com/eci-use-specs: "64-128Gi"'))).toEqual([]);
		expect(foundIn(podYaml(spec, 'k8s.aliyun.com/eci-use-specs: "65-128Gi"'))).toEqual([
			'spec-too-large error metadata.annotations["k8s.aliyun.com/eci-use-specs"]',
		]);
	});
});

describe('where the pod stands', () => {
	const template = '{spec: {hostPID: true, containers: [{name: app, image: "app:1"}]}}';

	it.each([
		['Pod', '{kind: Pod, spec: {hostPID: true}}', 'spec'],
		['PodTemplate', `{kind: PodTemplate, template: ${template}}`, 'template.spec'],
		...['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Job'].map(kind => [
			kind,
			`{kind: ${kind}, spec: {template: ${template}}}`,
			'spec.template.spec',
		]),
		[
			'CronJob',
			`{kind: CronJob, spec: {jobTemplate: {spec: {template: ${template}}}}}`,
			'spec.jobTemplate.spec.template.spec',
		],
	])('in a %s', (_, text, path) => {
		expect(foundIn(text)).toEqual([`limit-host-pid error ${path}.hostPID`]);
	});

	it('in the items of a List, and of a List in it', () => {
		const item = '{kind: Pod, metadata: {name: a}, spec: {hostPID: true}}';
		expect(foundIn(`{kind: List, items: [{kind: Service}, ${item}]}`)).toEqual([
			'limit-host-pid error items[1].spec.hostPID',
		]);
		expect(foundIn(`{kind: PodList, items: [{kind: List, items: [${item}]}]}`)).toEqual([
			'limit-host-pid error items[0].items[0].spec.hostPID',
		]);
		expect(foundIn(`{kind: List, items: ${item}}`)).toEqual([]);
	});

	it('is told as keys and positions, from which a line can be found', () => {
		const [finding] = lintYaml(`{kind: Service}\n---\n${pod('hostPID: true')}`);
		expect(finding?.object).toMatchObject({document: 2, kind: 'Pod', name: 'web'});
		expect(finding?.place).toEqual(['spec', 'hostPID']);
	});

	it('has the kind for a name where there is none', () => {
		const names = (text: string) => lintYaml(text).map(({object}) => object.name);
		expect(names('{kind: Pod, metadata: {generateName: web-}, spec: {hostPID: true}}')).toEqual([
			'web-',
		]);
		expect(names('{kind: Pod, metadata: {name: 5}, spec: {hostPID: true}}')).toEqual(['Pod']);
	});

	it.each(['{kind: Sheep, spec: {hostPID: true}}', '{spec: {hostPID: true}}', '- 1', 'null', '""'])(
		'and nothing is found in %s',
		text => {
			expect(foundIn(text)).toEqual([]);
		},
	);
});

describe('pods that stay off ECI', () => {
	const affinity = (...terms: readonly string[]) =>
		`affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [${terms
			.map(term => `{matchExpressions: [${term}]}`)
			.join(', ')}]}}}`;
	const away = '{key: type, operator: NotIn, values: [virtual-kubelet]}';
	const found = (fields: string, label = '') =>
		foundIn(pod(`hostPID: true\n${fields}`).replace('name: web', `name: web\n  labels: {${label}}`))
			.length > 0;

	it.each([
		['a node selector of another type', 'nodeSelector: {type: ecs}'],
		['a required affinity to nodes of another type', affinity(away)],
		['one to nodes without a type', affinity('{key: type, operator: DoesNotExist}')],
		['one to nodes of a type of their own', affinity('{key: type, operator: In, values: [ecs]}')],
		['one of which each alternative excludes virtual nodes', affinity(away, away)],
	])('by %s', (_, fields) => {
		expect(found(fields)).toBe(false);
		// The label beats both [facts §9].
		expect(found(fields, 'alibabacloud.com/eci: "true"')).toBe(true);
	});

	it.each([
		['nothing', ''],
		['the selector of virtual nodes', 'nodeSelector: {type: virtual-kubelet}'],
		['a selector of something else', 'nodeSelector: {disk: ssd}'],
		[
			'an affinity to virtual nodes',
			affinity('{key: type, operator: In, values: [virtual-kubelet]}'),
		],
		['one alternative that allows them', affinity(away, '{key: zone, operator: Exists}')],
		['a preference', affinity(away).replace('requiredDuring', 'preferredDuring')],
		['an affinity of no terms', affinity()],
	])('not by %s', (_, fields) => {
		expect(found(fields)).toBe(true);
	});

	it('are those of a DaemonSet too, which is then no error; else its pods have their own', () => {
		const daemonSet = (fields: string) =>
			deploymentYaml(`${CONTAINERS}\n${fields}`).replace('kind: Deployment', 'kind: DaemonSet');
		expect(foundIn(daemonSet(affinity(away)))).toEqual([]);
		expect(foundIn(daemonSet('hostPID: true\nvolumes: [{name: a, hostPath: {path: /a}}]'))).toEqual(
			[
				'limit-daemonset error kind',
				'limit-host-pid error spec.template.spec.hostPID',
				'limit-host-path error spec.template.spec.volumes[0].hostPath',
			],
		);
	});
});
