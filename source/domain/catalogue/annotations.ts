import {RULESETS, type Ruleset} from './rulesets.ts';
import {
	boolean,
	choice,
	identifiers,
	json,
	many,
	one,
	text,
	type ValueFormat,
	whole,
} from './value-format.ts';
import {PERFORMANCE_LEVELS, type VolumeType} from './volumes.ts';

/** What does the same today: another key, a volume of this type, or a setting of the eci-profile. */
export type Successor =
	| {readonly kind: 'key'; readonly key: string}
	| {readonly kind: 'volume-type'; readonly type: VolumeType}
	| {readonly kind: 'profile-setting'; readonly setting: string};

/** One key that ECI reads or writes. */
export type AnnotationRow = {
	/** Without `k8s.aliyun.com/`; a key with another prefix is named in full. */
	readonly name: string;
	/** The flag that sets it; keys without one are set by `--annotation`. */
	readonly flag: string | null;
	/** The field of the PlanInput that sets it. */
	readonly field: string | null;
	readonly format: ValueFormat;
	/** The rulesets that know the key. */
	readonly rulesets: readonly Ruleset[];
	/** Its name of today, where it has another. */
	readonly renamedTo: string | null;
	/** Only pages older than these rulesets have it. */
	readonly legacy: {
		readonly rulesets: readonly Ruleset[];
		readonly instead: Successor | null;
	} | null;
	/** ECI writes it; nobody else may. */
	readonly readOnly: boolean;
	readonly example: string;
	readonly source: string;
};

export const PREFIX = 'k8s.aliyun.com/';

const SPOT_STRATEGIES = ['SpotAsPriceGo', 'SpotWithPriceLimit'] as const;

const brief = (
	name: string,
	flag: string,
	field: string,
	format: ValueFormat,
	example: string,
	{renamedTo, instead}: {readonly renamedTo?: string; readonly instead?: Successor} = {},
): AnnotationRow => ({
	name,
	flag,
	field,
	format,
	rulesets: RULESETS,
	renamedTo: renamedTo ?? null,
	legacy: instead ? {rulesets: ['current'], instead} : null,
	readOnly: false,
	example,
	source: 'S',
});

/** The 14 keys of the brief, in its order. */
const BRIEF_ROWS: readonly AnnotationRow[] = [
	brief(
		'eci-use-specs',
		'use-specs',
		'chain.useSpecs',
		{kind: 'specs'},
		'2-4Gi,4-8Gi,ecs.c6.xlarge',
	),
	brief('eci-vswitch', 'vswitch', 'pod.vswitch', identifiers('vsw-', 10), 'vsw-bp1a2b3c'),
	brief(
		'eci-security-group',
		'security-group',
		'pod.securityGroup',
		identifiers('sg-', 5),
		'sg-bp1a2b3c',
	),
	brief(
		'eci-resource-group-id',
		'resource-group',
		'pod.resourceGroup',
		identifiers('rg-'),
		'rg-acfm1a2b',
		{instead: {kind: 'profile-setting', setting: 'resourceGroupId'}},
	),
	brief('eci-ram-role-name', 'ram-role', 'pod.ramRole', {kind: 'role-name'}, 'EciReadOss'),
	brief(
		'eci-image-snapshot-id',
		'image-snapshot',
		'pod.imageSnapshot',
		identifiers('imc-'),
		'imc-bp1a2b3c',
		{renamedTo: 'eci-imc-id'},
	),
	brief('eci-image-cache', 'image-cache', 'pod.imageCache', boolean, 'true', {
		renamedTo: 'eci-auto-imc',
	}),
	brief('eci-with-eip', 'with-eip', 'pod.withEip', boolean, 'true'),
	brief('eip-bandwidth', 'eip-bandwidth', 'pod.eipBandwidth', whole(1, 1000), '10'),
	brief(
		'eci-eip-instanceid',
		'eip-instance',
		'pod.eipInstance',
		identifiers('eip-'),
		'eip-bp1a2b3c',
	),
	brief(
		'eci-spot-strategy',
		'spot-strategy',
		'spot.strategy',
		choice(...SPOT_STRATEGIES),
		'SpotAsPriceGo',
	),
	brief('eci-spot-price-limit', 'spot-price-limit', 'spot.priceLimit', {kind: 'price'}, '0.250'),
	brief(
		'eci-ntp-server',
		'ntp-server',
		'pod.ntpServer',
		{kind: 'addresses'},
		'100.100.5.1,100.100.5.2',
	),
	brief(
		'eci-set-diskvolume',
		'disk-volume',
		'pod.diskVolume',
		{kind: 'disk-volume'},
		'cache-volume:ext4:500Gi',
		{instead: {kind: 'volume-type', type: 'new-disk'}},
	),
];

const current = (name: string, format: ValueFormat, example: string): AnnotationRow => ({
	name,
	flag: null,
	field: null,
	format,
	rulesets: ['current'],
	renamedTo: null,
	legacy: null,
	readOnly: false,
	example,
	source: 'D-ANN',
});

/** Keys that only today's pages know [D-ANN and the pages facts §1.2 names]. */
const CURRENT_ROWS: readonly AnnotationRow[] = [
	current('eci-schedule-strategy', choice('VSwitchOrdered', 'VSwitchRandom'), 'VSwitchOrdered'),
	current('eci-instance-family', many('family'), 'ecs.c6,ecs.g6'),
	current('eci-instance-generation', many('generation'), '6,5'),
	current('eci-compute-category', many('category', 2), 'general'),
	current('eci-spot-duration', choice('0', '1'), '1'),
	{...current('eci-spot-fallback', boolean, 'true'), flag: 'spot-fallback', field: 'spot.fallback'},
	current('eci-spot-release-strategy', choice('api-evict'), 'api-evict'),
	current('eci-fail-strategy', choice('fail-back', 'fail-over', 'fail-fast'), 'fail-back'),
	current('eci-max-pending-minute', whole(10, 1440), '240'),
	current('eci-gpu-driver-version', one('gpu-driver'), 'tesla=535'),
	current('eci-privatepool-matchcriteria', choice('Open', 'Target'), 'Open'),
	current('eci-privatepool-id', identifiers('eap-'), 'eap-bp1a2b3c'),
	current('eci-custom-hosts', json('host-entries'), '[{"host":"db","ip":"10.0.0.8"}]'),
	current('eci-custom-tags', many('tag', 3), 'team:web'),
	current('eci-auto-imc', boolean, 'true'),
	current('eci-imc-id', identifiers('imc-'), 'imc-bp1a2b3c'),
	current('imc-perfect-match', boolean, 'true'),
	current('imc-match-count-request', whole(1, 1000), '1'),
	current('acr-instance-ids', many('acr-instance'), 'cri-bp1a2b3c'),
	{
		...current('acr-instance-id', many('acr-instance'), 'cri-bp1a2b3c'),
		renamedTo: 'acr-instance-ids',
	},
	current('acr-service-arns', many('role-arn'), 'acs:ram::1:role/acr'),
	current('acr-user-arns', many('role-arn'), 'acs:ram::1:role/user'),
	current('plain-http-registry', many('registry'), 'registry.local:5000'),
	current('insecure-registry', many('registry'), 'registry.local:5000'),
	current('eci-data-cache-bucket', text, 'default'),
	current('eci-data-cache-pl', choice(...PERFORMANCE_LEVELS), 'PL1'),
	current('eci-data-cache-provisionedIops', whole(0, 50_000), '0'),
	current('eci-data-cache-burstingEnabled', boolean, 'true'),
	current('eip-common-bandwidth-package-id', identifiers('cbwp-'), 'cbwp-bp1a2b3c'),
	current('eip-isp', choice('BGP', 'BGP_PRO'), 'BGP'),
	current('eip-internet-charge-type', choice('PayByBandwidth', 'PayByTraffic'), 'PayByTraffic'),
	current('eip-public-ip-address-pool-id', identifiers('pippool-'), 'pippool-bp1a2b3c'),
	current('eci-enable-ipv6', boolean, 'true'),
	current('eci-ipv6-bandwidth-enable', boolean, 'true'),
	current('eci-ipv6-bandwidth', one('bit-rate'), '100M'),
	current('eci-private-ip-address', one('ip-address'), '10.0.0.8'),
	current('eci-fixed-ip', boolean, 'true'),
	current('eci-fixed-ip-retain-hour', whole(0, 8760), '48'),
	current('eci-custom-dnsconfig', json('dns-config'), '{"nameservers":["10.0.0.2"]}'),
	{
		...current('eci-extra-ephemeral-storage', {kind: 'storage-size'}, '50Gi'),
		flag: 'extra-ephemeral-storage',
		field: 'pod.extraEphemeralStorage',
	},
	current('eci-ephemeral-storage-options', json('encryption'), '{"encrypted":"true"}'),
	current('eci-eviction-enable', boolean, 'true'),
	current('eci-core-pattern', one('folder'), '/tmp/cores'),
	current('eci-sls-enable', choice('false'), 'false'),
	current('kubernetes.io/ingress-bandwidth', one('byte-rate'), '40M'),
	current('kubernetes.io/egress-bandwidth', one('byte-rate'), '40M'),
];

const legacy = (
	name: string,
	format: ValueFormat,
	example: string,
	instead: string | null,
): AnnotationRow => ({
	...current(name, format, example),
	rulesets: RULESETS,
	legacy: {
		rulesets: RULESETS,
		instead: instead === null ? null : {kind: 'key', key: PREFIX + instead},
	},
	source: 'D-ANN-2021',
});

/** Keys of pages between the brief and today's [facts §1.3]. */
const LEGACY_ROWS: readonly AnnotationRow[] = [
	legacy('pod-fail-on-create-err', boolean, 'true', 'eci-fail-strategy'),
	legacy('eci-reschedule-enable', boolean, 'true', 'eci-fail-strategy'),
	legacy('eci-cpu-option-core', whole(1, 104), '2', null),
	legacy('eci-cpu-option-ht', choice('1', '2'), '1', null),
	legacy('eci-gpu-type', text, 'P4', 'eci-use-specs'),
	legacy('eci-instance-type', text, 'ecs.c6.large', 'eci-use-specs'),
	legacy('eci-ipv6-count', whole(1, 10), '1', 'eci-enable-ipv6'),
];

const readOnly = (name: string): AnnotationRow => ({...current(name, text, ''), readOnly: true});

/** Keys that ECI writes back [facts §1.4]. */
const READ_ONLY_ROWS: readonly AnnotationRow[] = [
	'eci-instance-id',
	'eci-instance-spec',
	'eci-instance-compute-category',
	'eci-request-id',
	'eni-instance-id',
	'eci-vpc',
	'allocated-eipInstanceId',
	'allocated-eipAddress',
	'allocated-ipv6Address',
	'eci-created-by-template',
	'eci-matched-image-cache',
	'eci-schedule-result',
].map(readOnly);

/** Every known key. The table drives flags, validation, export, completion and documentation. */
export const ANNOTATIONS: readonly AnnotationRow[] = [
	...BRIEF_ROWS,
	...CURRENT_ROWS,
	...LEGACY_ROWS,
	...READ_ONLY_ROWS,
];

/** The key as a manifest has it. */
export const keyOf = ({name}: Pick<AnnotationRow, 'name'>): string =>
	name.includes('/') ? name : PREFIX + name;

const BY_KEY: ReadonlyMap<string, AnnotationRow> = new Map(
	ANNOTATIONS.map(row => [keyOf(row), row]),
);

/** The older name of each key that has one. */
const OLDER_NAMES: ReadonlyMap<string, string> = new Map(
	ANNOTATIONS.flatMap(row => (row.renamedTo === null ? [] : [[row.renamedTo, row.name]])),
);

/** The row of the older name of this one, if it had one. */
export const olderRow = ({name}: AnnotationRow): AnnotationRow | undefined =>
	BY_KEY.get(keyOf({name: OLDER_NAMES.get(name) ?? ''}));

/** The name that a ruleset has for what this row sets. */
export const keyIn = (ruleset: Ruleset, row: AnnotationRow): string =>
	ruleset === 'current' && row.renamedTo !== null ? PREFIX + row.renamedTo : keyOf(row);

export const annotationOf = (key: string): AnnotationRow | undefined => BY_KEY.get(key);
