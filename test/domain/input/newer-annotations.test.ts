import {describe, expect, it} from 'vitest';
import {checkAnnotationValue} from '../../../source/domain/catalogue/annotation-value.ts';
import {annotationOf} from '../../../source/domain/catalogue/annotations.ts';
import {byteRateInMegabits} from '../../../source/domain/catalogue/entry-value.ts';
import type {Ruleset} from '../../../source/domain/catalogue/rulesets.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import type {RuleId, ValueReason} from '../../../source/domain/rules/facts.ts';
import {adviceOf} from '../../../source/present/diagnostic-text.ts';
import {BOOK, factsOf, planned, readInput, summaryOf} from '../../helpers/domain-fixtures.ts';

const PREFIX = 'k8s.aliyun.com/';
const keyOf = (name: string) => (name.includes('/') ? name : PREFIX + name);

const reasonOf = (name: string, value: string): ValueReason | null | undefined => {
	const row = annotationOf(keyOf(name));
	return row && checkAnnotationValue(row, value);
};

const withAnnotations = (
	annotations: Readonly<Record<string, string>>,
	{pod, ...rest}: PlanInput = {},
	ruleset: Ruleset = 'current',
): PlanInput => ({
	ruleset,
	containers: [{cpu: '2', memory: '4Gi'}],
	network: {nat: true},
	...rest,
	pod: {
		...pod,
		annotations: Object.fromEntries(
			Object.entries(annotations).map(([name, value]) => [keyOf(name), value]),
		),
	},
});

const diagnosticsOf = (
	annotations: Readonly<Record<string, string>>,
	rest: PlanInput = {},
	ruleset: Ruleset = 'current',
) => planned(withAnnotations(annotations, rest, ruleset), BOOK).diagnostics;

/** Findings about annotations and disks, without those about sizes, choices and images. */
const found = (
	annotations: Readonly<Record<string, string>>,
	rest: PlanInput = {},
	ruleset: Ruleset = 'current',
): readonly string[] =>
	summaryOf(diagnosticsOf(annotations, rest, ruleset)).filter(
		text =>
			!/^(?:size|container|pod|image-missing|spec|price|spot-(?:ratio|price)|family-unasked)/.test(
				text,
			),
	);

const at = (rule: RuleId, severity: string, name: string) =>
	`${rule} ${severity} pod.annotations.${keyOf(name)}`;

describe('the value of a newer annotation', () => {
	it.each([
		['eci-schedule-strategy', 'VSwitchRandom'],
		['eci-instance-family', 'ecs.c6, ecs.g6'],
		['eci-instance-family', '-ecs.c6,-ecs.c5'],
		['eci-instance-generation', '6,5'],
		['eci-instance-generation', '-5,-4'],
		['eci-compute-category', 'economy,general'],
		['eci-gpu-driver-version', 'tesla=525.85.12'],
		['eci-privatepool-id', 'eap-bp1a2b3c'],
		['eci-custom-hosts', '[{"host":"db.local","ip":"10.0.0.8"},{"host":"six","ip":"fd00::1"}]'],
		['eci-custom-tags', 'a:b,c:d,e:f'],
		['acr-instance-ids', 'cri-a1,cn-beijing:cri-b2'],
		['acr-service-arns', 'acs:ram::123456:role/acr-pull'],
		['plain-http-registry', '10.0.0.8:5000, registry.local'],
		['eci-data-cache-pl', 'PL0'],
		['eci-data-cache-provisionedIops', '50000'],
		['eip-common-bandwidth-package-id', 'cbwp-bp1a2b3c'],
		['eci-ipv6-bandwidth', '100M'],
		['eci-private-ip-address', '10.0.0.8'],
		['kubernetes.io/ingress-bandwidth', '40M'],
		['kubernetes.io/egress-bandwidth', '41943040'],
		['eci-custom-dnsconfig', '{"nameservers":["10.0.0.2"],"searches":["a.b"],"options":[]}'],
		['eci-ephemeral-storage-options', '{"encrypted":"true"}'],
		['eci-core-pattern', '/tmp/cores'],
		['imc-match-count-request', '1'],
	])('%s may be %s', (name, value) => {
		expect(reasonOf(name, value)).toBeNull();
	});

	it.each<[string, string, ValueReason]>([
		['eci-schedule-strategy', 'Random', 'choice'],
		['eci-instance-family', 'c6', 'family'],
		['eci-instance-family', 'ecs.c6.large', 'family'],
		['eci-instance-family', 'ecs.c6,', 'family'],
		['eci-instance-generation', '3', 'generation'],
		['eci-instance-generation', '9', 'generation'],
		['eci-instance-generation', '6;5', 'generation'],
		['eci-compute-category', 'cheap', 'category'],
		['eci-compute-category', 'economy,general,economy', 'too-many'],
		['eci-gpu-driver-version', '535', 'gpu-driver'],
		['eci-gpu-driver-version', 'tesla=latest', 'gpu-driver'],
		['eci-privatepool-id', 'pool-1', 'identifier'],
		['eci-custom-hosts', '{"host":"db","ip":"10.0.0.8"}', 'host-entries'],
		['eci-custom-hosts', '[]', 'host-entries'],
		['eci-custom-hosts', '[{"host":"db","ip":"10.0.0.800"}]', 'host-entries'],
		['eci-custom-hosts', '[{"host":"db"}]', 'host-entries'],
		['eci-custom-hosts', '[{"host":"db","ip":"10.0.0.8"', 'host-entries'],
		['eci-custom-tags', 'team', 'tag'],
		['eci-custom-tags', 'a:b,c:d,e:f,g:h', 'too-many'],
		['acr-instance-ids', 'acr-1', 'acr-instance'],
		['acr-user-arns', 'role/acr', 'role-arn'],
		['insecure-registry', 'https://registry.local', 'registry'],
		['insecure-registry', 'registry.local:70000', 'registry'],
		['eci-data-cache-pl', 'PL9', 'choice'],
		['eci-data-cache-provisionedIops', '50001', 'whole'],
		['eip-isp', 'BPG', 'choice'],
		['eci-ipv6-bandwidth', '100', 'bit-rate'],
		['eci-private-ip-address', '10.0.0.8,10.0.0.9', 'ip-address'],
		['eci-private-ip-address', '10.0.0.256', 'ip-address'],
		['kubernetes.io/ingress-bandwidth', '40Mbps', 'byte-rate'],
		['kubernetes.io/ingress-bandwidth', '0', 'byte-rate'],
		['eci-custom-dnsconfig', '["10.0.0.2"]', 'dns-config'],
		['eci-custom-dnsconfig', '{"nameserver":["10.0.0.2"]}', 'dns-config'],
		['eci-ephemeral-storage-options', '{"encrypted":true}', 'encryption'],
		['eci-core-pattern', 'cores', 'folder'],
		['eci-max-pending-minute', '1441', 'whole'],
	])('%s may not be %s', (name, value, reason) => {
		expect(reasonOf(name, value)).toBe(reason);
	});

	it('is named in the words of both languages', () => {
		const [diagnostic] = diagnosticsOf({'eci-instance-family': 'c6'});
		if (!diagnostic) throw new Error('nothing found');
		expect(adviceOf(diagnostic, 'en')).toEqual({
			message: '"c6" isn\'t a list of ECS families.',
			hint: 'Write it like "ecs.c6,ecs.g6". It takes at most 50 entries.',
		});
	});

	it('suggests the choice that was meant', () => {
		const [diagnostic] = diagnosticsOf({'eci-fail-strategy': 'failfast'});
		if (!diagnostic) throw new Error('nothing found');
		expect(adviceOf(diagnostic, 'en').hint).toBe(
			'You probably mean fail-fast; the choices are fail-back, fail-over or fail-fast.',
		);
	});
});

describe('a rate in bytes', () => {
	it.each([
		['40M', 320],
		['1000000', 8],
		['125k', 1],
		['1Gi', 8589.934592],
	])('%s a second is %d Mbit/s', (value, megabits) => {
		expect(byteRateInMegabits(value)).toBe(megabits);
	});

	it('is pointed out, for EIPs count bits', () => {
		const diagnostics = diagnosticsOf({'kubernetes.io/ingress-bandwidth': '40M'});
		expect(factsOf('bandwidth-bytes', diagnostics)).toEqual([
			{key: 'kubernetes.io/ingress-bandwidth', value: '40M', megabits: 320},
		]);
	});
});

describe('names', () => {
	it('takes newer keys under the current ruleset', () => {
		expect(found({'eci-fail-strategy': 'fail-back', 'eci-max-pending-minute': '30'})).toEqual([]);
	});

	it('says under 2020 that only today’s pages know a key', () => {
		expect(found({'eci-fail-strategy': 'fail-back'}, {}, '2020')).toEqual([
			at('annotation-other-ruleset', 'warning', 'eci-fail-strategy'),
		]);
	});

	it.each([
		['eci-image-cache', 'true', 'eci-auto-imc'],
		['eci-image-snapshot-id', 'imc-bp1', 'eci-imc-id'],
		['acr-instance-id', 'cri-bp1', 'acr-instance-ids'],
	])('gives the name of today for %s', (name, value, renamedTo) => {
		const diagnostics = diagnosticsOf({[name]: value});
		expect(factsOf('annotation-renamed', diagnostics)).toEqual([
			{key: keyOf(name), renamedTo: keyOf(renamedTo)},
		]);
	});

	it.each([
		['eci-auto-imc', 'true', 'eci-image-cache'],
		['eci-imc-id', 'imc-bp1', 'eci-image-snapshot-id'],
	])('gives the name of 2020 for %s', (name, value, olderName) => {
		const diagnostics = diagnosticsOf({[name]: value}, {}, '2020');
		expect(factsOf('annotation-newer-name', diagnostics)).toEqual([
			{key: keyOf(name), olderName: keyOf(olderName)},
		]);
		expect(found({[name]: value}, {}, '2020')).toEqual([
			at('annotation-newer-name', 'warning', name),
		]);
	});

	it('finds one thing under both of its names', () => {
		expect(found({'eci-image-cache': 'true', 'eci-auto-imc': 'true'})).toContain(
			at('annotation-both-names', 'warning', 'eci-image-cache'),
		);
	});

	it('finds a named and a matched image cache under new names too', () => {
		expect(found({'eci-auto-imc': 'true', 'eci-imc-id': 'imc-bp1'})).toEqual([
			at('image-cache-both', 'warning', 'eci-auto-imc'),
		]);
	});

	it.each([
		['pod-fail-on-create-err', 'true', 'eci-fail-strategy'],
		['eci-reschedule-enable', 'true', 'eci-fail-strategy'],
		['eci-cpu-option-core', '2', null],
		['eci-cpu-option-ht', '1', null],
		['eci-gpu-type', 'P4', 'eci-use-specs'],
		['eci-instance-type', 'ecs.c6.large', 'eci-use-specs'],
		['eci-ipv6-count', '1', 'eci-enable-ipv6'],
	])('takes %s of older pages with a warning, under both rulesets', (name, value, instead) => {
		for (const ruleset of ['2020', 'current'] as const) {
			const diagnostics = diagnosticsOf({[name]: value}, {}, ruleset);
			expect(factsOf('annotation-legacy', diagnostics)).toEqual([
				{
					key: keyOf(name),
					instead: instead === null ? null : {kind: 'key', key: keyOf(instead)},
				},
			]);
			expect(found({[name]: value}, {}, ruleset)).toEqual([
				at('annotation-legacy', 'warning', name),
			]);
		}
	});

	// Facts §1.1: both stand in the brief, and not in the pages of today.
	it.each([
		[
			'eci-resource-group-id',
			'rg-1',
			{pod: {resourceGroup: 'rg-1'}},
			{kind: 'profile-setting', setting: 'resourceGroupId'},
		],
		[
			'eci-set-diskvolume',
			'cache:ext4:20Gi',
			{pod: {diskVolume: 'cache:ext4:20Gi'}},
			{kind: 'volume-type', type: 'new-disk'},
		],
	] as const)(
		'takes %s of the brief with a warning today, and without one under 2020',
		(name, value, byField, instead) => {
			for (const [input, path] of [
				[withAnnotations({[name]: value}), `pod.annotations.${keyOf(name)}`],
				[byField, Object.keys(byField.pod).map(field => `pod.${field}`)[0]],
			] as const) {
				expect(readInput({...input, ruleset: '2020'}).diagnostics).toEqual([]);
				const {diagnostics} = readInput({...input, ruleset: 'current'});
				expect(summaryOf(diagnostics)).toEqual([`annotation-legacy warning ${path}`]);
				expect(diagnostics[0]?.facts).toEqual({key: keyOf(name), instead});
			}
		},
	);

	it('knows what a misspelling of an official page means', () => {
		const diagnostics = diagnosticsOf({'eip-common-bandwith-package-id': 'cbwp-1'});
		expect(factsOf('annotation-unknown', diagnostics)).toEqual([
			{
				key: keyOf('eip-common-bandwith-package-id'),
				suggestion: keyOf('eip-common-bandwidth-package-id'),
			},
		]);
	});

	it('knows the capitals of keys', () => {
		const diagnostics = diagnosticsOf({'eci-data-cache-provisionediops': '1'});
		expect(factsOf('annotation-unknown', diagnostics)).toEqual([
			{
				key: keyOf('eci-data-cache-provisionediops'),
				suggestion: keyOf('eci-data-cache-provisionedIops'),
			},
		]);
	});

	it('spells vSwitchOrdered as all pages but one do', () => {
		const {plan, diagnostics} = planned(
			withAnnotations(
				{'eci-schedule-strategy': 'vSwitchOrdered'},
				{pod: {vswitch: ['vsw-1', 'vsw-2']}},
			),
			BOOK,
		);
		expect(summaryOf(diagnostics)).toContain(
			at('annotation-respelled', 'warning', 'eci-schedule-strategy'),
		);
		expect(plan?.request.annotations).toContainEqual([
			keyOf('eci-schedule-strategy'),
			'VSwitchOrdered',
		]);
	});
});

const TWO_VSWITCHES = {pod: {vswitch: ['vsw-1', 'vsw-2']}};
const spot = {spot: {strategy: 'SpotAsPriceGo'}} as const;

// The ids of facts §1.6.
describe('annotations that do not go together', () => {
	it.each<[string, Readonly<Record<string, string>>, PlanInput, readonly string[]]>([
		[
			'A10: economy on spot',
			{'eci-compute-category': 'economy'},
			spot,
			[at('category-unavailable', 'error', 'eci-compute-category')],
		],
		[
			'A10: general on spot',
			{'eci-compute-category': 'general'},
			spot,
			['chain-spot-left info chain'],
		],
		[
			'A10: economy on Arm',
			{'eci-compute-category': 'economy'},
			{chain: {useSpecs: ['2-4Gi'], arch: 'arm64'}},
			[
				at('annotation-not-priced', 'warning', 'eci-compute-category'),
				at('category-unavailable', 'error', 'eci-compute-category'),
			],
		],
		[
			'A11: economy above 8 vCPU',
			{'eci-compute-category': 'economy'},
			{chain: {useSpecs: ['8-16Gi', '16-32Gi']}},
			[
				at('annotation-not-priced', 'warning', 'eci-compute-category'),
				at('category-size', 'error', 'eci-compute-category'),
			],
		],
		[
			'A11: general below 1 vCPU',
			{'eci-compute-category': 'general'},
			{containers: [{cpu: '0.5', memory: '1Gi'}], chain: {useSpecs: ['0.5-1Gi']}},
			[at('category-raised', 'info', 'eci-compute-category')],
		],
		[
			'A12: a category and families',
			{'eci-compute-category': 'general', 'eci-instance-family': 'ecs.c6'},
			{},
			[at('category-filter', 'error', 'eci-compute-category')],
		],
		[
			'A12: a category and generations',
			{'eci-compute-category': 'general', 'eci-instance-generation': '6'},
			{},
			[at('category-filter', 'error', 'eci-compute-category')],
		],
		[
			'A13: families for ECS types',
			{'eci-instance-family': 'ecs.c6'},
			{chain: {useSpecs: ['ecs.c6.large']}},
			[at('instance-filter-ignored', 'warning', 'eci-instance-family')],
		],
		[
			'A13: generations for ECS types',
			{'eci-instance-generation': '6'},
			{chain: {useSpecs: ['ecs.c6.large']}},
			[at('instance-filter-ignored', 'warning', 'eci-instance-generation')],
		],
		[
			'A13: families beside a size',
			{'eci-instance-family': 'ecs.c6'},
			{chain: {useSpecs: ['ecs.c6.large', '2-4Gi']}},
			[at('annotation-not-priced', 'warning', 'eci-instance-family')],
		],
		[
			'A14: Target without a pool',
			{'eci-privatepool-matchcriteria': 'Target'},
			{},
			[at('privatepool-id-missing', 'error', 'eci-privatepool-matchcriteria')],
		],
		[
			'A14: Open with a pool',
			{'eci-privatepool-matchcriteria': 'Open', 'eci-privatepool-id': 'eap-1'},
			{},
			[at('privatepool-id-ignored', 'warning', 'eci-privatepool-id')],
		],
		[
			'A14: Target with a pool',
			{'eci-privatepool-matchcriteria': 'Target', 'eci-privatepool-id': 'eap-1'},
			{},
			[],
		],
		[
			'A19: pending too short',
			{'eci-max-pending-minute': '9'},
			{},
			[at('annotation-value', 'error', 'eci-max-pending-minute')],
		],
		[
			'an order of one vSwitch',
			{'eci-schedule-strategy': 'VSwitchOrdered'},
			{pod: {vswitch: ['vsw-1']}},
			[at('vswitch-order-alone', 'warning', 'eci-schedule-strategy')],
		],
		['an order of two vSwitches', {'eci-schedule-strategy': 'VSwitchOrdered'}, TWO_VSWITCHES, []],
		['a random vSwitch', {'eci-schedule-strategy': 'VSwitchRandom'}, {}, []],
		[
			'a private address for two pods',
			{'eci-private-ip-address': '10.0.0.8'},
			{workload: {replicas: 2}},
			[at('private-ip-replicas', 'warning', 'eci-private-ip-address')],
		],
		[
			'a private address for the pods of a schedule',
			{'eci-private-ip-address': '10.0.0.8'},
			{workload: {schedule: 'Mon-Fri 09:00-18:00=10; *=1'}},
			[at('private-ip-replicas', 'warning', 'eci-private-ip-address')],
		],
		['a private address for one pod', {'eci-private-ip-address': '10.0.0.8'}, {}, []],
		[
			'addresses kept for a Deployment',
			{'eci-fixed-ip': 'true'},
			{workload: {replicas: 2}},
			[at('fixed-ip-kind', 'warning', 'eci-fixed-ip')],
		],
		[
			'addresses kept for a StatefulSet',
			{'eci-fixed-ip': 'true', 'eci-fixed-ip-retain-hour': '24'},
			{workload: {kind: 'statefulset', replicas: 2}},
			[],
		],
		[
			'hours to keep nothing',
			{'eci-fixed-ip-retain-hour': '24'},
			{},
			[at('annotation-option-ignored', 'warning', 'eci-fixed-ip-retain-hour')],
		],
		[
			'bandwidth of no IPv6',
			{'eci-enable-ipv6': 'false', 'eci-ipv6-bandwidth': '100M'},
			{},
			[at('annotation-option-ignored', 'warning', 'eci-ipv6-bandwidth')],
		],
		[
			'a data cache without its bucket',
			{'eci-data-cache-pl': 'PL1'},
			{},
			[at('annotation-option-ignored', 'warning', 'eci-data-cache-pl')],
		],
		[
			'two answers to failure',
			{'eci-reschedule-enable': 'true', 'eci-fail-strategy': 'fail-fast'},
			{},
			[
				at('annotation-legacy', 'warning', 'eci-reschedule-enable'),
				at('fail-strategy-reschedule', 'warning', 'eci-reschedule-enable'),
			],
		],
		[
			'a GPU driver without a GPU',
			{'eci-gpu-driver-version': 'tesla=535'},
			{},
			[at('gpu-driver-ignored', 'warning', 'eci-gpu-driver-version')],
		],
		[
			'a GPU driver of before 2025',
			{'eci-gpu-driver-version': 'tesla=525.85.12'},
			{containers: [{gpu: 1}], chain: {useSpecs: ['ecs.gn6i-c4g1.xlarge']}},
			[at('gpu-driver-major', 'info', 'eci-gpu-driver-version')],
		],
		[
			'a family that ECI has not',
			{'eci-instance-family': '-ecs.c66'},
			{chain: {useSpecs: ['2-4Gi']}},
			[
				at('instance-family-unusable', 'warning', 'eci-instance-family'),
				at('annotation-not-priced', 'warning', 'eci-instance-family'),
			],
		],
		[
			'a family with GPUs',
			{'eci-instance-family': 'ecs.gn6i'},
			{chain: {useSpecs: ['2-4Gi']}},
			[
				at('instance-family-unusable', 'warning', 'eci-instance-family'),
				at('annotation-not-priced', 'warning', 'eci-instance-family'),
			],
		],
		[
			'all but a family with local disks',
			{'eci-instance-family': '-ecs.i2'},
			{chain: {useSpecs: ['2-4Gi']}},
			[at('annotation-not-priced', 'warning', 'eci-instance-family')],
		],
	])('%s', (_, annotations, rest, expected) => {
		expect(found(annotations, rest)).toEqual(expected);
	});
});

describe('A20: a disk that waits for a node', () => {
	const withClass = (storageClass: string): PlanInput => ({
		volumes: [
			{name: 'data', type: 'pvc', claim: 'data', size: '100Gi', storageClass, mountPath: '/data'},
		],
	});

	it('names everything that bypasses the scheduler', () => {
		const diagnostics = diagnosticsOf(
			{'eci-fail-strategy': 'fail-fast'},
			{...withClass('alicloud-disk-topology-alltype'), pod: {vswitch: ['vsw-1']}},
		);
		expect(factsOf('disk-wait-conflict', diagnostics)).toEqual([
			{
				claim: 'data',
				storageClass: 'alicloud-disk-topology-alltype',
				causes: [
					'alibabacloud.com/eci',
					'k8s.aliyun.com/eci-vswitch',
					'k8s.aliyun.com/eci-fail-strategy',
				],
			},
		]);
	});

	it('is none where the class creates the disk at once', () => {
		expect(found({}, withClass('alicloud-disk-essd'))).toEqual([]);
	});
});
