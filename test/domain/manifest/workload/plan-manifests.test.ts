import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readSource} from '../../../../source/adapters/manifests/read-source.ts';
import {shippedPrices} from '../../../../source/adapters/package-files.ts';
import {locator} from '../../../../source/domain/manifest/workload/locate.ts';
import {
	type ManifestQuestion,
	planManifests,
	termsOf,
} from '../../../../source/domain/manifest/workload/plan-manifests.ts';
import {totalCost} from '../../../../source/domain/manifest/workload/planned-workload.ts';
import {exactAmount} from '../../../../source/domain/units/money.ts';
import {ROOT, TODAY} from '../../../helpers/memory-world.ts';

const book = await shippedPrices(ROOT).book('cn-hangzhou', 'CNY');
const knowledge = {
	regions: ['cn-hangzhou'],
	timeZones: {has: () => true, names: () => []},
	book,
	today: TODAY,
};

const QUESTION: ManifestQuestion = {
	lower: {},
	upper: {},
	nameOf: () => null,
	settingOf: () => null,
	search: 'as-it-is',
	defaults: {},
	work: null,
	isAsked: () => true,
};

const planned = (value: unknown, question: Partial<ManifestQuestion> = {}) => {
	const {file} = readSource('a.json', JSON.stringify(value));
	const {workloads, unread} = planManifests([file], {...QUESTION, ...question}, knowledge);
	const locate = locator([file], termsOf(QUESTION));
	for (const {document, findings} of [
		...workloads,
		...unread.map(one => ({document: one.document, findings: [one]})),
	])
		for (const {source} of locate('a.json', document, findings)) expect(source?.line).toBe(1);
	return workloads;
};

const CONTAINERS = [
	{
		name: 'app',
		resources: {
			limits: {cpu: 2, memory: '3Gi', 'nvidia.com/gpu': 1},
			requests: {cpu: '500m', memory: 1e9, 'ephemeral-storage': '50Gi'},
		},
		env: [{name: '__ECI_RESOURCE_IGNORE__', value: 'TRUE'}],
		restartPolicy: 'Always',
	},
];

const POD = {
	metadata: {
		annotations: {
			'k8s.aliyun.com/eci-use-specs': '2-4Gi,ecs.c6.large',
			'k8s.aliyun.com/eci-spot-strategy': 'SpotAsPriceGo',
			'k8s.aliyun.com/eci-with-eip': 'true',
			'k8s.aliyun.com/eci-extra-ephemeral-storage': '50Gi',
			'k8s.aliyun.com/eci-schedule-strategy': 'VSwitchRandom',
		},
		labels: {'alibabacloud.com/eci': 'true'},
	},
	spec: {
		nodeSelector: {'kubernetes.io/arch': 'amd64', type: 'virtual-kubelet'},
		affinity: {
			nodeAffinity: {
				requiredDuringSchedulingIgnoredDuringExecution: {
					nodeSelectorTerms: [{matchExpressions: [{key: 'type', operator: 'In', values: ['x']}]}],
				},
			},
		},
		resources: {limits: {cpu: 4}},
		initContainers: CONTAINERS,
		containers: CONTAINERS,
	},
};

const JOB = {parallelism: 2, completions: 3, activeDeadlineSeconds: 60, template: POD};

const SAMPLE = {
	kind: 'List',
	items: [
		{kind: 'Deployment', metadata: {name: 'web'}, spec: {replicas: 2, template: POD}},
		{
			kind: 'HorizontalPodAutoscaler',
			spec: {minReplicas: 2, maxReplicas: 3, scaleTargetRef: {kind: 'Deployment', name: 'web'}},
		},
		{
			kind: 'CronJob',
			metadata: {name: 'c', ownerReferences: [{kind: 'X', name: 'y'}]},
			spec: {schedule: '@daily', timeZone: 'UTC', suspend: false, jobTemplate: {spec: JOB}},
		},
		{kind: 'Job', metadata: {name: 'j'}, spec: JOB},
		{kind: 'Pod', metadata: {name: 'p', ...POD.metadata}, spec: POD.spec},
		{kind: 'DaemonSet', metadata: {name: 'd'}, spec: {template: POD}},
		{kind: 'Rollout', metadata: {name: 'r'}, spec: {template: POD}},
	],
};

/** What people and programs write where something else belongs. */
const junk = fc.oneof(
	fc.constantFrom<unknown>(null, true, '', [], {}, 0, -1, 1e99, 1.5, '9x', '-1', 'a b', '\u0000', [
		[],
	]),
	fc.constantFrom<unknown>('999999999999999999999', {cpu: {}}, [null], 'true', '1e3', '61 * * * *'),
	fc.jsonValue({maxDepth: 1}),
);

/** The sample with some of its values, at any depth, replaced. */
const broken = (value: unknown): fc.Arbitrary<unknown> => {
	if (Array.isArray(value)) return sometimes(fc.tuple(...value.map(broken)));
	if (typeof value !== 'object' || value === null) return sometimes(fc.constant(value));
	const fields = Object.entries(value).map(([key, field]) => [key, broken(field)] as const);
	return sometimes(fc.record(Object.fromEntries(fields)));
};

const sometimes = (sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
	fc.oneof({weight: 30, arbitrary: sound}, {weight: 1, arbitrary: junk});

test('whatever stands in a manifest, it is planned or told, and nothing is thrown', () => {
	fc.assert(
		fc.property(
			fc.record({
				ruleset: fc.constantFrom('2020' as const, 'current' as const),
				items: fc.tuple(...SAMPLE.items.map(broken)),
				work: fc.constantFrom(null, '10m'),
			}),
			({ruleset, items, work}) => {
				const list = {kind: 'List', items};
				const question = {upper: {ruleset}, work, defaults: {cpu: '1', memory: '1Gi'}};
				for (const {plan, unplanned} of planned(list, question))
					expect(plan === null).toBe(unplanned !== null);
			},
		),
		{numRuns: 300},
	);
});

const deployment = (name: string, replicas: number, cpu: string) => ({
	kind: 'Deployment',
	metadata: {name},
	spec: {
		replicas,
		template: {spec: {containers: [{resources: {limits: {cpu, memory: '4Gi'}}}]}},
	},
});

test('the total is the sum of what is planned one by one, in any order', () => {
	const deployments = fc.array(
		fc.record({replicas: fc.nat(50), cpu: fc.constantFrom('500m', '2', '4')}),
		{maxLength: 6},
	);
	const months = (items: readonly unknown[]) => totalCost(planned({kind: 'List', items}), 'CNY');
	fc.assert(
		fc.property(deployments, specs => {
			const items = specs.map(({replicas, cpu}, index) => deployment(`d${index}`, replicas, cpu));
			const whole = months(items);
			const parts = items.map(item => Number(exactAmount(months([item]).most)));
			const sum = parts.reduce((a, b) => a + b, 0);
			expect(Number(exactAmount(whole.most))).toBeCloseTo(sum, 6);
			expect(exactAmount(months(items.toReversed()).most)).toBe(exactAmount(whole.most));
			expect(whole.counted).toBe(items.length);
		}),
		{numRuns: 20},
	);
});

test('what is not asked about still scales and owns', () => {
	const items = [
		deployment('web', 1, '2'),
		{
			kind: 'HorizontalPodAutoscaler',
			spec: {maxReplicas: 7, scaleTargetRef: {kind: 'Deployment', name: 'web'}},
		},
	];
	const isAsked: ManifestQuestion['isAsked'] = ({kind}) => kind === 'Deployment';
	expect(planned({kind: 'List', items}, {isAsked})).toMatchObject([
		{replicas: {least: 1, most: 7}},
	]);
});
