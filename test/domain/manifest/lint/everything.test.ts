import {describe, expect, it} from 'vitest';
import {ANNOTATIONS, keyOf} from '../../../../source/domain/catalogue/annotations.ts';
import {RULESETS, type Ruleset} from '../../../../source/domain/catalogue/rulesets.ts';
import {VOLUME_TYPES} from '../../../../source/domain/catalogue/volumes.ts';
import {EXPORT_TARGETS, type ExportTarget} from '../../../../source/domain/input/export-targets.ts';
import {
	isBatch,
	PLACEMENTS,
	type PlanInput,
	SERVICE_TYPES,
	SPOT_STRATEGIES,
	WORKLOAD_KINDS,
	type WorkloadKind,
} from '../../../../source/domain/input/plan-input.ts';
import {exportPlan} from '../../../../source/domain/manifest/export-plan.ts';
import {lintManifests} from '../../../../source/domain/manifest/lint/lint-manifests.ts';
import {BOOK, planned, summaryOf} from '../../../helpers/domain-fixtures.ts';
import {validate} from '../../../helpers/kubernetes.ts';
import {diagnosticsIn} from '../../../helpers/manifests.ts';
import {EVERY_VOLUME} from '../../../helpers/volumes.ts';

const HOST_PATH = {name: 'host', type: 'host-path', path: '/a', mountPath: '/host'} as const;
/** One list of volumes for each way to storage, and one with all of them that a pod may have. */
const STORAGE = [
	...EVERY_VOLUME.map(volume => [volume]),
	[HOST_PATH],
	[HOST_PATH, ...EVERY_VOLUME.filter(({name}) => name !== 'made' && name !== 'own')],
];

/** Keys of today that go together, with the examples of the table. */
const TODAY = ANNOTATIONS.filter(
	({rulesets, field, readOnly, renamedTo}) =>
		!rulesets.includes('2020') && field === null && !readOnly && renamedTo === null,
).filter(
	({name}) =>
		// A filter and a category exclude each other, as do a matched cache and a named one; the rest is for one pod.
		![
			'eci-compute-category',
			'eci-imc-id',
			'eci-auto-imc',
			'eci-privatepool-id',
			'eci-private-ip-address',
			'eci-fixed-ip',
			'eci-fixed-ip-retain-hour',
		].includes(name),
);

type Case = {
	readonly target: ExportTarget;
	readonly ruleset: Ruleset;
	readonly placement: (typeof PLACEMENTS)[number];
	readonly volumes: NonNullable<PlanInput['volumes']>;
};

const CASES: readonly Case[] = EXPORT_TARGETS.flatMap(target =>
	RULESETS.flatMap(ruleset =>
		PLACEMENTS.flatMap(placement =>
			STORAGE.map(volumes => ({target, ruleset, placement, volumes})),
		),
	),
);

const isWorkloadKind = (target: ExportTarget): target is WorkloadKind =>
	WORKLOAD_KINDS.some(kind => kind === target);

/** All that a plan may have at once; `index` takes turns with what excludes itself. */
const everything = ({target, ruleset, placement, volumes}: Case, index: number): PlanInput => {
	const kind = isWorkloadKind(target) ? target : 'deployment';
	const turn = <T>(list: readonly T[]): T => list[index % list.length] as T;
	const strategy = turn(SPOT_STRATEGIES);
	const service = isBatch(kind) ? 'none' : turn(SERVICE_TYPES);
	const host = volumes.includes(HOST_PATH);
	return {
		name: 'web',
		ruleset,
		workload: {
			kind,
			replicas: 1,
			imageSize: '800Mi',
			...(isBatch(kind) && {work: '1h'}),
			...(kind === 'cronjob' && {cron: '0 2 * * *'}),
		},
		containers: [
			{
				name: 'app',
				image: 'registry.cn-hangzhou.aliyuncs.com/shop/web:1',
				env: {LOG_LEVEL: 'info'},
				ports: [8080],
			},
			{name: 'side', image: 'nginx:1.29', cpu: '250m', memory: '256Mi'},
		],
		initContainers: [{name: 'init', image: 'busybox:1', command: ['true']}],
		volumes,
		logs: {
			out: 'stdout',
			out_ttl: '7',
			files: '/var/log/web/*.log',
			files_shard: '2',
			project: 'p',
		},
		network: {
			service,
			port: 80,
			nat: true,
			acrVpc: turn([true, false]),
			vswitchCidr: '10.0.0.0/24',
			vcpuQuota: 1000,
		},
		chain: turn([{useSpecs: ['2-4Gi', 'ecs.c6.large']}, {useSpecs: ['ecs.c6.large']}]),
		spot: {
			strategy,
			...(strategy === 'SpotWithPriceLimit' && {priceLimit: '0.250'}),
			...(strategy !== 'none' && ruleset === 'current' && {fallback: true}),
		},
		reserved: {covered: 1, hoursPerMonth: '480'},
		pod: {
			placement,
			vswitch: ['vsw-1', 'vsw-2'],
			securityGroup: ['sg-1'],
			resourceGroup: 'rg-1',
			ramRole: 'Reader',
			...turn([{imageCache: true}, {imageSnapshot: 'imc-1'}]),
			...turn([{withEip: true, eipBandwidth: '10'}, {eipInstance: 'eip-1'}]),
			ntpServer: ['100.100.5.1', '100.100.5.2'],
			diskVolume: host ? 'host:ext4:20Gi' : 'cache:ext4:20Gi',
			...(ruleset === 'current' && {extraEphemeralStorage: '50Gi'}),
			annotations:
				ruleset === 'current'
					? Object.fromEntries(TODAY.map(row => [keyOf(row), row.example]))
					: {'team.example/owner': 'web'},
		},
	};
};

const errorsIn = (diagnostics: Parameters<typeof summaryOf>[0]) =>
	summaryOf(diagnostics.filter(({severity}) => severity === 'error'));

describe('everything at once', () => {
	it('has each kind of storage, and nearly all keys of today', () => {
		const types = new Set(STORAGE.flat().map(({type}) => type));
		expect([...types].toSorted()).toEqual([...VOLUME_TYPES].toSorted());
		expect(TODAY.length).toBeGreaterThan(30);
	});

	it.each(EXPORT_TARGETS)('as %s passes our lint and the schemas of Kubernetes', target => {
		const cases = CASES.filter(one => one.target === target);
		for (const [index, one] of cases.entries()) {
			const {plan, diagnostics} = planned(everything(one, index), BOOK);
			expect(errorsIn(diagnostics)).toEqual([]);
			if (!plan) throw new Error('no plan');
			const exported = exportPlan(plan, target);
			expect(errorsIn(exported.diagnostics)).toEqual([]);
			expect(errorsIn(exported.findings)).toEqual([]);
			expect(errorsIn(diagnosticsIn(lintManifests(exported.documents, one.ruleset)))).toEqual([]);
			for (const document of exported.documents) validate(document);
		}
	});
});
