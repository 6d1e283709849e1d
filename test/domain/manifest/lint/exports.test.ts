import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {ANNOTATIONS, keyOf} from '../../../../source/domain/catalogue/annotations.ts';
import {RULESETS} from '../../../../source/domain/catalogue/rulesets.ts';
import {type Diagnostic, findingKey, hasErrors} from '../../../../source/domain/diagnostics.ts';
import {EXPORT_TARGETS, type ExportTarget} from '../../../../source/domain/input/export-targets.ts';
import {
	isBatch,
	PLACEMENTS,
	type PlanInput,
	planInputShape,
	SERVICE_TYPES,
	SPOT_STRATEGIES,
	WORKLOAD_KINDS,
	type WorkloadKind,
} from '../../../../source/domain/input/plan-input.ts';
import {exportPlan} from '../../../../source/domain/manifest/export-plan.ts';
import {lintManifests} from '../../../../source/domain/manifest/lint/lint-manifests.ts';
import type {RuleId} from '../../../../source/domain/rules/facts.ts';
import {check} from '../../../../source/domain/schema/check.ts';
import {anyRuleset} from '../../../helpers/arbitraries.ts';
import {BOOK, planned, shippedBook, summaryOf} from '../../../helpers/domain-fixtures.ts';
import {validate} from '../../../helpers/kubernetes.ts';
import {diagnosticsIn} from '../../../helpers/manifests.ts';
import {EVERY_VOLUME} from '../../../helpers/volumes.ts';

const isWorkloadKind = (target: ExportTarget): target is WorkloadKind =>
	WORKLOAD_KINDS.some(kind => kind === target);

/** What annotations alone decide; the price is a matter of plans, and a spelling is corrected on the way. */
const isAboutAnnotations = ({rule}: Diagnostic): boolean =>
	/^(?:annotation-|bandwidth-|category-|eip-|fail-|gpu-driver-|image-cache-both$|instance-|privatepool-|spot-limit-|spot-option-|vswitch-order-)/.test(
		rule,
	) && !['annotation-not-priced', 'annotation-respelled'].includes(rule);

/** They are about the pods too, which profiles and policies don't know. */
const OF_PODS: readonly RuleId[] = ['private-ip-replicas', 'fixed-ip-kind', 'disk-wait-conflict'];

/** The profile has a setting of its own for the resource group, which is no old name. */
const isOfProfile = ({rule, facts}: Diagnostic): boolean =>
	rule === 'annotation-legacy' &&
	'key' in facts &&
	facts.key === keyOf({name: 'eci-resource-group-id'});

const keysOf = (diagnostics: readonly Diagnostic[], target: ExportTarget): readonly string[] =>
	diagnostics
		.filter(
			one => isAboutAnnotations(one) || (isWorkloadKind(target) && OF_PODS.includes(one.rule)),
		)
		.filter(one => target !== 'eci-profile' || !isOfProfile(one))
		.map(findingKey)
		.toSorted();

const errorsIn = (diagnostics: readonly Diagnostic[]) =>
	summaryOf(diagnostics.filter(({severity}) => severity === 'error'));

const ROWS = ANNOTATIONS.filter(({readOnly}) => !readOnly);

/** Every annotation with its example; now and then another value. */
const someAnnotations = fc
	.uniqueArray(
		fc.tuple(
			fc.constantFrom(...ROWS.filter(({field}) => field === null)),
			fc.oneof(
				{weight: 9, arbitrary: fc.constant(null)},
				fc.constantFrom(
					'true',
					'false',
					'0',
					'1',
					'1000',
					'vSwitchOrdered',
					'economy',
					'tesla=525',
				),
			),
		),
		{selector: ([{name}]) => name, maxLength: 5},
	)
	.map(pairs =>
		Object.fromEntries(pairs.map(([row, value]) => [keyOf(row), value ?? row.example])),
	);

const optional = <T>(model: {[K in keyof T]: fc.Arbitrary<T[K]>}) =>
	fc.record(model, {requiredKeys: []});

const anyPod = fc
	.tuple(
		optional({
			placement: fc.constantFrom(...PLACEMENTS),
			vswitch: fc.constantFrom(['vsw-1'], ['vsw-1', 'vsw-2']),
			securityGroup: fc.constant(['sg-1']),
			resourceGroup: fc.constant('rg-1'),
			ramRole: fc.constant('Reader'),
			imageSnapshot: fc.constant('imc-1'),
			imageCache: fc.boolean(),
			eipBandwidth: fc.constant('10'),
			ntpServer: fc.constant(['100.100.5.1']),
			diskVolume: fc.constantFrom('tmp:ext4:20Gi', 'cache:xfs:20Gi', 'host:ext3:20Gi'),
			extraEphemeralStorage: fc.constant('50Gi'),
			annotations: someAnnotations,
		}),
		fc.constantFrom({}, {withEip: true}, {withEip: false}, {eipInstance: 'eip-1'}),
	)
	.map(([pod, eip]) => ({...pod, ...eip}));

const anySpot = fc.constantFrom<NonNullable<PlanInput['spot']>>(
	...SPOT_STRATEGIES.map(strategy =>
		strategy === 'SpotWithPriceLimit' ? {strategy, priceLimit: '0.250'} : {strategy},
	),
	{strategy: 'SpotAsPriceGo', fallback: true},
	{fallback: true},
);

const HOST_PATH = {
	name: 'host',
	type: 'host-path',
	path: '/var/cache',
	mountPath: '/host',
} as const;

/** A waiting class is none of those with a volume of each kind. */
const VOLUMES = [
	...EVERY_VOLUME,
	{
		name: 'late',
		type: 'pvc',
		claim: 'late',
		size: '20Gi',
		storageClass: 'alicloud-disk-topology-alltype',
	},
] as const;

/** A hostPath where it becomes a disk; in a plan without that it is an error. */
const withHostPath = (input: PlanInput): PlanInput =>
	input.pod?.diskVolume?.startsWith('host:')
		? {...input, volumes: [...(input.volumes ?? []), HOST_PATH]}
		: input;

const inputFor = (kind: WorkloadKind): fc.Arbitrary<PlanInput> =>
	fc
		.record(
			{
				name: fc.constant('web'),
				region: fc.constantFrom('cn-hangzhou', 'cn-beijing'),
				// A Pod is one, whatever number is planned.
				workload: fc
					.record({replicas: fc.constantFrom(1, 1, 1, kind === 'pod' ? 1 : 3)})
					.map(workload => ({
						...workload,
						kind,
						imageSize: '800Mi',
						...(kind === 'cronjob' && {cron: '0 2 * * *'}),
						...(isBatch(kind) && {work: '1h'}),
					})),
				containers: fc.constantFrom(
					[{name: 'app', image: 'app:1', cpu: '2', memory: '4Gi', ports: [80]}],
					[
						{
							name: 'app',
							image: 'app:1',
							cpu: '8',
							memory: '16Gi',
							env: {A: 'true', aliyun_logs_project: 'p'},
						},
					],
					[{name: 'app', image: 'app:1', gpu: 1}],
					[
						{
							name: 'app',
							image: 'registry.cn-hangzhou.aliyuncs.com/shop/app:1',
							requests: {cpu: '1'},
						},
					],
					[{name: 'app', image: 'registry-vpc.cn-hangzhou.aliyuncs.com/shop/app:1', args: ['-v']}],
					[
						{name: 'app', image: 'app:1', cpu: '250m'},
						{name: 'side', image: 'side:1', command: ['a']},
					],
				),
				initContainers: fc.constant([{name: 'init', image: 'init:1', args: ['x'], ports: [8080]}]),
				volumes: fc.subarray([...VOLUMES]),
				network: fc.record({
					service: fc.constantFrom(...(isBatch(kind) ? (['none'] as const) : SERVICE_TYPES)),
					port: fc.constant(80),
					nat: fc.boolean(),
					acrVpc: fc.boolean(),
					vswitchCidr: fc.constantFrom('10.0.0.0/29', '10.0.0.0/24,10.0.1.0/24'),
					vcpuQuota: fc.constantFrom(1, 1000),
				}),
				reserved: fc.constantFrom({covered: 1}, {hoursPerMonth: '480'}),
				logs: fc.constantFrom(
					{},
					{web: 'stdout'},
					{files: '/var/log/web/*.log', more: '/disk/a/*.log'},
					{
						web: 'stdout',
						web_ttl: '7',
						web_shard: '2',
						web_tags: 'a=b',
						project: 'p',
						machinegroup: 'm',
					},
				),
				chain: fc.constantFrom<NonNullable<PlanInput['chain']>>(
					{},
					{useSpecs: ['0.5-1Gi', '2-4Gi']},
					{useSpecs: ['16-32Gi']},
					{useSpecs: ['ecs.c6.large', 'ecs.c7.large']},
					{arch: 'arm64'},
				),
				spot: anySpot,
				pod: anyPod,
			},
			{requiredKeys: ['name', 'workload', 'containers']},
		)
		.map(withHostPath);

/** A patch is a piece of a manifest: there is nothing in it that the lint knows. */
const WHOLE = EXPORT_TARGETS.filter(target => target !== 'kustomize');

const anyExport = fc.constantFrom(...WHOLE).chain(target =>
	fc.record({
		target: fc.constant(target),
		ruleset: anyRuleset,
		input: isWorkloadKind(target)
			? inputFor(target)
			: fc.constantFrom(...WORKLOAD_KINDS).chain(inputFor),
	}),
);

describe('what is exported passes our own lint', () => {
	it('and the schemas of Kubernetes, whatever is planned without an error, as anything', () => {
		const seen = new Set<string>();
		let exports = 0;
		fc.assert(
			fc.property(anyExport, ({target, ruleset, input}) => {
				const {plan, diagnostics} = planned({...input, ruleset}, BOOK);
				fc.pre(plan !== null && !hasErrors(diagnostics));
				const exported = exportPlan(plan, target);
				fc.pre(!hasErrors(exported.diagnostics));
				exports++;
				for (const document of exported.documents) validate(document);
				const found = diagnosticsIn(lintManifests(exported.documents, ruleset));
				expect(errorsIn(found)).toEqual([]);
				expect(errorsIn(exported.findings)).toEqual([]);
				expect(keysOf(found, target)).toEqual(keysOf(plan.diagnostics, target));
				for (const {rule} of found) seen.add(rule);
			}),
			{numRuns: 1500},
		);
		expect(exports).toBeGreaterThan(500);
		// So much is said about annotations that the comparison means something.
		expect(seen.size).toBeGreaterThan(15);
	});

	const FOLDER = join(import.meta.dirname, '../../../../presets');
	const presets = readdirSync(FOLDER).map(file => file.replace(/\.yaml$/, ''));

	const waysToExport = RULESETS.flatMap(ruleset =>
		PLACEMENTS.flatMap(placement =>
			EXPORT_TARGETS.map(target => ({ruleset, placement, target}) as const),
		),
	);

	it.each(presets)('the preset %s, as anything', async name => {
		const document: unknown = parse(readFileSync(join(FOLDER, `${name}.yaml`), 'utf8'));
		const input = check(planInputShape, document).value;
		const book = await shippedBook();
		for (const {ruleset, placement, target} of waysToExport) {
			const {plan} = planned({...input, ruleset, pod: {...input.pod, placement}}, book);
			if (!plan) throw new Error('no plan');
			const {documents, findings} = exportPlan(plan, target);
			expect(errorsIn(diagnosticsIn(lintManifests(documents, ruleset)))).toEqual([]);
			expect(findings).toEqual([]);
		}
	});
});

describe('what the export says besides the plan', () => {
	const exported = (input: PlanInput, target?: ExportTarget) => {
		const {plan} = planned(input, BOOK);
		if (!plan) throw new Error('no plan');
		return summaryOf(exportPlan(plan, target).findings);
	};
	const containers = (fields: object) => [
		{name: 'app', image: 'app:1', cpu: '2', memory: '4Gi', ...fields},
	];

	it('is nothing that the plan has said', () => {
		const input: PlanInput = {containers: containers({}), spot: {priceLimit: '0.25'}};
		expect(planned(input, BOOK).diagnostics.map(({rule}) => rule)).toContain('spot-limit-ignored');
		expect(exported(input)).toEqual([]);
	});

	it('names the object and the place', () => {
		const env = {aliyun_logs_web_ttl: '7'};
		expect(exported({name: 'shop', containers: containers({env})})).toEqual([
			'log-setting-orphan warning Deployment/shop: spec.template.spec.containers[0].env[0].name',
		]);
		expect(
			exported({
				ruleset: 'current',
				containers: containers({image: 'mcr.microsoft.com/windows/nanoserver:ltsc2022'}),
			}),
		).toEqual(['limit-windows error Deployment/app: spec.template.spec.containers[0].image']);
	});

	it('is what follows from another kind than the planned one', () => {
		const input: PlanInput = {
			containers: containers({}),
			workload: {kind: 'statefulset', replicas: 3},
			pod: {eipInstance: 'eip-1'},
		};
		expect(exported(input)).toEqual([]);
		expect(exported(input, 'deployment')).toEqual([
			'eip-replicas error Deployment/app: spec.template.metadata.annotations["k8s.aliyun.com/eci-eip-instanceid"]',
		]);
	});
});
