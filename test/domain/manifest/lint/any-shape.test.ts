import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ANNOTATIONS, keyOf} from '../../../../source/domain/catalogue/annotations.ts';
import {lintManifests} from '../../../../source/domain/manifest/lint/lint-manifests.ts';
import {
	at,
	entriesOf,
	itemsOf,
	type Part,
	type Place,
} from '../../../../source/domain/manifest/lint/part.ts';
import {anyJson, anyRuleset, TRAPS} from '../../../helpers/arbitraries.ts';

const KINDS = [
	'Pod PodTemplate Deployment StatefulSet ReplicaSet ReplicationController DaemonSet Job CronJob',
	'Service NetworkPolicy ConfigMap Secret PersistentVolumeClaim StorageClass PersistentVolume',
	'ResourcePolicy List DeploymentList Sheep',
].flatMap(line => line.split(' '));

/** Every field that the lint looks at, so that a document of them comes near a manifest. */
const FIELDS =
	'metadata name generateName namespace uid labels annotations spec template jobTemplate replicas parallelism selector containers initContainers volumes volumeClaimTemplates items image env value ports containerPort command args lifecycle postStart exec resources limits nvidia.com/gpu securityContext privileged sysctls windowsOptions hostPID hostIPC hostNetwork os nodeSelector kubernetes.io/os kubernetes.io/arch nodeName affinity nodeAffinity requiredDuringSchedulingIgnoredDuringExecution nodeSelectorTerms matchExpressions key operator values volumeMounts volumeDevices mountPath hostPath emptyDir nfs flexVolume driver options volumeId volumeSize persistentVolumeClaim claimName ephemeral volumeClaimTemplate storageClassName volumeName accessModes csi provisioner volumeBindingMode type sessionAffinity data binaryData stringData selectors effect units resource podAnnotations restartPolicy'.split(
		' ',
	);

const TEXTS = [
	...'web data aliyun_logs_web aliyun_logs_web_ttl aliyun_logs_ stdout / /var/log/*.log NodePort ClientIP'.split(
		' ',
	),
	...'windows alicloud/disk alicloud-disk-topology WaitForFirstConsumer type In NotIn eci eci-profile'.split(
		' ',
	),
	...[
		'virtual-kubelet',
		'2-4Gi,,ecs.c6',
		'cache:ext4:500Gi',
		':',
		'[{"effect":1},null]',
		'{',
		'true',
		'',
	],
];

const anyKey = fc.oneof(
	{weight: 8, arbitrary: fc.constantFrom(...FIELDS)},
	fc.constantFrom(...ANNOTATIONS.map(keyOf)),
	fc.constantFrom(...TRAPS),
);

/** A manifest of the right fields with values of any type, at any depth. */
const anyManifest: fc.Arbitrary<unknown> = fc
	.tuple(
		fc.constantFrom(...KINDS),
		fc.letrec<{value: unknown}>(tie => ({
			value: fc.oneof(
				{maxDepth: 6},
				fc.oneof(
					fc.constantFrom(...TEXTS),
					fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 1e21),
				),
				fc.dictionary(anyKey, tie('value'), {maxKeys: 4, noNullPrototype: true}),
				fc.array(tie('value'), {maxLength: 3}),
			),
		})).value,
		fc.dictionary(anyKey, anyJson, {maxKeys: 2, noNullPrototype: true}),
	)
	.map(([kind, rest, more]) => ({
		kind,
		...more,
		...(typeof rest === 'object' && rest !== null && !Array.isArray(rest) ? rest : {spec: rest}),
	}));

/** A template of a pod whose every field has a value of another type than it should. */
const strangePod = (value: unknown) => ({
	metadata: {name: value, labels: value, annotations: value, uid: value},
	spec: {
		containers: [
			value,
			...FIELDS.map(field => ({name: 'a', [field]: value})),
			{env: [{name: 'aliyun_logs_a', value}, value], ports: [{containerPort: value}]},
		],
		volumes: [
			value,
			{name: 'a', flexVolume: {driver: 'alicloud/disk', options: value}},
			{name: 'a', flexVolume: {driver: 'alicloud/disk', options: {volumeSize: value}}},
			...FIELDS.map(field => ({name: value, [field]: value})),
		],
		...Object.fromEntries(
			FIELDS.filter(field => !['containers', 'volumes'].includes(field)).map(field => [
				field,
				value,
			]),
		),
	},
});

const valueAt = (document: unknown, place: Place): unknown =>
	place.reduce<Part>(
		(part, step) =>
			typeof step === 'number'
				? (itemsOf(part)[step] ?? {value: undefined, place: []})
				: (entriesOf(part).find(([key]) => key === step)?.[1] ?? at(part, step)),
		{value: document, place: []},
	).value;

describe('any shape of document is linted', () => {
	it('as anything that JSON can be', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.jsonValue(), anyJson), {maxLength: 3}),
				anyRuleset,
				(documents, ruleset) => {
					lintManifests(documents, ruleset);
				},
			),
		);
	});

	it('as anything at all', () => {
		const anything = fc.anything({
			withBigInt: true,
			withDate: true,
			withMap: true,
			withSet: true,
			withNullPrototype: true,
		});
		fc.assert(
			fc.property(fc.constantFrom(...KINDS), anything, anyRuleset, (kind, value, ruleset) => {
				lintManifests([value, {kind, metadata: value, spec: value}], ruleset);
				lintManifests([{kind, metadata: value, spec: {template: strangePod(value)}}], ruleset);
				lintManifests(
					[{kind, spec: {jobTemplate: {spec: {template: strangePod(value)}}}}],
					ruleset,
				);
				lintManifests([{kind, ...strangePod(value)}], ruleset);
			}),
		);
	});

	it('and each finding stands in its document', () => {
		let found = 0;
		fc.assert(
			fc.property(fc.array(anyManifest, {maxLength: 3}), anyRuleset, (documents, ruleset) => {
				for (const {object, place, diagnostic} of lintManifests(documents, ruleset)) {
					found++;
					const document = documents[object.document - 1];
					expect(diagnostic.path).toBeTypeOf('string');
					// What is missing is told where it would stand; all else is there.
					if (place.at(-1) !== 'storageClassName')
						expect([diagnostic.rule, place, valueAt(document, place)]).not.toContain(undefined);
				}
			}),
			{numRuns: 2000},
		);
		expect(found).toBeGreaterThan(100);
	});

	it('even a List that holds itself', () => {
		const list: {kind: string; items: unknown[]} = {kind: 'List', items: []};
		list.items.push(list, {kind: 'Pod', spec: {hostPID: true}});
		const findings = lintManifests([list], 'current');
		expect(findings.length).toBeGreaterThan(0);
		expect(findings.length).toBeLessThan(10);
	});
});
