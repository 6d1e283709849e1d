import {RULESETS, type Ruleset} from './rulesets.ts';

/** What a value must look like. */
export type ValueFormat =
	| {readonly kind: 'text'}
	| {readonly kind: 'boolean'}
	| {readonly kind: 'whole'; readonly minimum: number; readonly maximum: number}
	| {readonly kind: 'choice'; readonly values: readonly string[]}
	| {readonly kind: 'identifiers'; readonly prefix: string; readonly maximum: number}
	| {readonly kind: 'role-name'}
	| {readonly kind: 'price'}
	| {readonly kind: 'addresses'}
	| {readonly kind: 'disk-volume'}
	| {readonly kind: 'storage-size'}
	| {readonly kind: 'specs'};

/** One `k8s.aliyun.com/` key. */
export type AnnotationRow = {
	/** Without the prefix. */
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
	/** ECI writes it; nobody else may. */
	readonly readOnly: boolean;
	readonly example: string;
	readonly source: string;
};

export const PREFIX = 'k8s.aliyun.com/';

const identifiers = (prefix: string, maximum = 1): ValueFormat => ({
	kind: 'identifiers',
	prefix,
	maximum,
});
const boolean: ValueFormat = {kind: 'boolean'};
const text: ValueFormat = {kind: 'text'};
const whole = (minimum: number, maximum: number): ValueFormat => ({
	kind: 'whole',
	minimum,
	maximum,
});
const choice = (...values: string[]): ValueFormat => ({kind: 'choice', values});

const SPOT_STRATEGIES = ['SpotAsPriceGo', 'SpotWithPriceLimit'] as const;

const brief = (
	name: string,
	flag: string,
	field: string,
	format: ValueFormat,
	example: string,
	renamedTo: string | null = null,
): AnnotationRow => ({
	name,
	flag,
	field,
	format,
	rulesets: RULESETS,
	renamedTo,
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
	),
	brief('eci-ram-role-name', 'ram-role', 'pod.ramRole', {kind: 'role-name'}, 'EciReadOss'),
	brief(
		'eci-image-snapshot-id',
		'image-snapshot',
		'pod.imageSnapshot',
		identifiers('imc-'),
		'imc-bp1a2b3c',
		'eci-imc-id',
	),
	brief('eci-image-cache', 'image-cache', 'pod.imageCache', boolean, 'true', 'eci-auto-imc'),
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
	),
];

const current = (name: string, format: ValueFormat, example: string): AnnotationRow => ({
	name,
	flag: null,
	field: null,
	format,
	rulesets: ['current'],
	renamedTo: null,
	readOnly: false,
	example,
	source: 'D-ANN',
});

/** Keys that only today's pages know [D-ANN and the pages facts §1.2 names]. */
const CURRENT_ROWS: readonly AnnotationRow[] = [
	current('eci-schedule-strategy', choice('VSwitchOrdered', 'VSwitchRandom'), 'VSwitchOrdered'),
	current('eci-instance-family', text, 'ecs.c6,ecs.g6'),
	current('eci-instance-generation', text, '6,5'),
	current('eci-compute-category', text, 'general'),
	current('eci-spot-duration', choice('0', '1'), '1'),
	{...current('eci-spot-fallback', boolean, 'true'), flag: 'spot-fallback', field: 'spot.fallback'},
	current('eci-spot-release-strategy', choice('api-evict'), 'api-evict'),
	current('eci-fail-strategy', choice('fail-back', 'fail-over', 'fail-fast'), 'fail-back'),
	current('eci-max-pending-minute', whole(10, 1440), '240'),
	current('eci-gpu-driver-version', text, 'tesla=535'),
	current('eci-privatepool-matchcriteria', choice('Open', 'Target'), 'Open'),
	current('eci-privatepool-id', identifiers('eap-'), 'eap-bp1a2b3c'),
	current('eci-custom-hosts', text, '[{"host":"db","ip":"10.0.0.8"}]'),
	current('eci-custom-tags', text, 'team:web'),
	current('eci-auto-imc', boolean, 'true'),
	current('eci-imc-id', identifiers('imc-'), 'imc-bp1a2b3c'),
	current('imc-perfect-match', boolean, 'true'),
	current('imc-match-count-request', whole(1, 1000), '1'),
	current('acr-instance-ids', text, 'cri-bp1a2b3c'),
	current('acr-instance-id', text, 'cri-bp1a2b3c'),
	current('acr-service-arns', text, 'acs:ram::1:role/acr'),
	current('acr-user-arns', text, 'acs:ram::1:role/user'),
	current('plain-http-registry', text, 'registry.local:5000'),
	current('insecure-registry', text, 'registry.local:5000'),
	current('eci-data-cache-bucket', text, 'default'),
	current('eci-data-cache-pl', text, 'PL1'),
	current('eci-data-cache-provisionedIops', whole(0, 50_000), '0'),
	current('eci-data-cache-burstingEnabled', boolean, 'true'),
	current('eip-common-bandwidth-package-id', text, 'cbwp-bp1a2b3c'),
	current('eip-isp', choice('BGP', 'BGP_PRO'), 'BGP'),
	current('eip-internet-charge-type', choice('PayByBandwidth', 'PayByTraffic'), 'PayByTraffic'),
	current('eip-public-ip-address-pool-id', text, 'pippool-bp1a2b3c'),
	current('eci-enable-ipv6', boolean, 'true'),
	current('eci-ipv6-bandwidth-enable', boolean, 'true'),
	current('eci-ipv6-bandwidth', text, '100M'),
	current('eci-private-ip-address', {kind: 'addresses'}, '10.0.0.8'),
	current('eci-fixed-ip', boolean, 'true'),
	current('eci-fixed-ip-retain-hour', whole(0, 8760), '48'),
	current('eci-custom-dnsconfig', text, '{"nameservers":["10.0.0.2"]}'),
	{
		...current('eci-extra-ephemeral-storage', {kind: 'storage-size'}, '50Gi'),
		flag: 'extra-ephemeral-storage',
		field: 'pod.extraEphemeralStorage',
	},
	current('eci-ephemeral-storage-options', text, '{"encrypted":"true"}'),
	current('eci-eviction-enable', boolean, 'true'),
	current('eci-core-pattern', text, '/tmp/cores'),
	current('eci-sls-enable', choice('false'), 'false'),
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
	...READ_ONLY_ROWS,
];

const BY_KEY: ReadonlyMap<string, AnnotationRow> = new Map(
	ANNOTATIONS.map(row => [PREFIX + row.name, row]),
);

export const annotationOf = (key: string): AnnotationRow | undefined => BY_KEY.get(key);
