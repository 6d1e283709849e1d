import {RULESETS, type Ruleset} from '../catalogue/rulesets.ts';
import type {Severity} from '../diagnostics.ts';
import type {RuleId} from './facts.ts';
import {PLAN_RULES} from './plan-rules.ts';
import {RULES, severityOf} from './rules.ts';

/** What a rule looks at: the command line with its files, a plan, a plan or a manifest, or a manifest alone. */
export const CHECKED = ['command', 'plan', 'both', 'manifest'] as const;
export type Checked = (typeof CHECKED)[number];

/** Where a rule comes from; the codes of the pages stand in facts §10. */
export type RuleSource =
	| 'brief'
	| 'annotations'
	| 'older-annotations'
	| 'sizes'
	| 'specifications'
	| 'ignored-containers'
	| 'category'
	| 'families'
	| 'gpu'
	| 'spot'
	| 'zones'
	| 'bandwidth'
	| 'eip'
	| 'disks'
	| 'logs'
	| 'limits'
	| 'older-limits'
	| 'no-host'
	| 'security'
	| 'profile'
	| 'network-policy'
	| 'serverless'
	| 'vswitch'
	| 'prices'
	| 'kubernetes'
	| 'eci-plan';

/** One row of the registry, as lists and documentation show it. */
export type RuleRow = {
	readonly id: RuleId;
	/** Null where the ruleset has no such rule. */
	readonly severity: Readonly<Record<Ruleset, Severity | null>>;
	readonly checks: Checked;
	readonly source: RuleSource;
};

/** They need a manifest: what we export is checked, though most of it can't break them. */
const MANIFEST_RULES: readonly RuleId[] = [
	'limit-daemonset',
	'limit-host-path',
	'limit-host-pid',
	'limit-host-network',
	'limit-host-ipc',
	'limit-privileged',
	'limit-node-port',
	'limit-session-affinity',
	'limit-network-policy',
	'limit-ulimit',
	'limit-sysctl',
	'limit-config-size',
	'limit-windows',
	'annotation-not-text',
	'annotation-misplaced',
	'profile-invalid',
	'volume-mount-unknown',
	'disk-volume-unknown',
	'log-setting-orphan',
	'log-folder-unmounted',
	'key-unknown',
	'ignore-unused',
	'ignore-unknown',
];

const COMMAND_PREFIXES = [
	'flag-',
	'command-',
	'argument-',
	'preset-',
	'setting',
	'schema-',
	'rule-',
	'file-',
	'manifest-',
	'manifests-',
	'annotate-',
	'kustomize-',
	'import-',
	'moment-',
	'document-',
	'output-',
	'range-',
	'prices-file-',
	'refresh-',
	'paths-',
	'market-',
	'trace-',
	'shard-',
	'job-',
	'lint-',
];

/** Rules that no page of Alibaba Cloud is behind are our own. */
const SOURCES: Readonly<Partial<Record<RuleSource, readonly RuleId[]>>> = {
	brief: [
		'image-vpc-region',
		'size-not-rounded',
		'spot-limit-ignored',
		'spot-limit-invalid',
		'eip-option-ignored',
		'image-public',
		'image-acr-public',
		'image-cache-saves',
		'volume-not-convertible',
		'disk-volume-unknown',
		'annotation-misplaced',
		'limit-daemonset',
		'limit-host-path',
		'limit-host-pid',
		'limit-privileged',
		'limit-node-port',
		'annotation-other-ruleset',
	],
	annotations: [
		'annotation-unknown',
		'annotation-read-only',
		'annotation-renamed',
		'annotation-newer-name',
		'annotation-both-names',
		'annotation-respelled',
		'annotation-value',
		'annotation-option-ignored',
		'spot-limit-missing',
		'eip-conflict',
		'image-cache-both',
		'privatepool-id-missing',
		'privatepool-id-ignored',
		'private-ip-replicas',
		'fixed-ip-kind',
		'fail-strategy-reschedule',
	],
	'older-annotations': ['annotation-legacy'],
	sizes: [
		'size-rounded',
		'size-below-request',
		'size-trap',
		'container-defaulted',
		'pod-defaulted',
		'spec-rounded',
		'spec-not-rounded',
	],
	specifications: [
		'spec-invalid',
		'spec-too-many',
		'spec-duplicate',
		'spec-family-unsupported',
		'spec-family-retired',
		'spec-mixed-gpu',
		'spec-mixed-kind',
		'spec-gpu-form',
		'spec-other-arch',
		'spec-too-small',
	],
	'ignored-containers': ['container-ignored', 'container-all-ignored'],
	category: ['category-unavailable', 'category-size', 'category-raised', 'category-filter'],
	families: ['instance-filter-ignored', 'instance-family-unusable', 'annotation-not-priced'],
	gpu: [
		'gpu-limit-missing',
		'gpu-entry-short',
		'gpu-too-few',
		'gpu-driver-ignored',
		'gpu-driver-major',
	],
	spot: ['spot-small-spec', 'spot-size-unavailable', 'spot-option-ignored'],
	zones: ['vswitch-order-alone'],
	bandwidth: ['bandwidth-bytes'],
	eip: ['eip-replicas'],
	disks: [
		'volume-disk-twice',
		'volume-field-conflict',
		'volume-field-invalid',
		'volume-size',
		'volume-disks-too-many',
		'volume-disk-shared',
		'volume-field-missing',
		'volume-field-unused',
		'disk-wait-conflict',
	],
	logs: ['log-name-invalid', 'log-source-invalid', 'log-setting-orphan', 'log-folder-unmounted'],
	limits: [
		'size-too-large',
		'spec-too-large',
		'spec-over-limit',
		'limit-host-network',
		'limit-containers',
		'limit-volumes',
		'limit-port',
		'limit-ulimit',
		'launch-slow',
		'quota-exceeded',
	],
	'older-limits': ['limit-config-size', 'limit-windows'],
	'no-host': ['limit-host-ipc'],
	security: ['limit-sysctl'],
	profile: ['profile-invalid'],
	'network-policy': ['limit-network-policy'],
	serverless: ['limit-session-affinity', 'limit-region'],
	vswitch: ['cidr-invalid', 'vswitch-too-small', 'vswitch-fits'],
	prices: [
		'price-missing',
		'prices-old',
		'spot-ratio-assumed',
		'spot-price-estimated',
		'prices-foreign',
		'prices-converted',
	],
	kubernetes: [
		'service-name-invalid',
		'object-twice',
		'quantity-invalid',
		'quantity-decimal-unit',
		'cron-invalid',
		'cron-missing',
		'name-invalid',
		'image-invalid',
		'environment-name-invalid',
		'label-invalid',
		'container-duplicate',
		'request-over-limit',
		'init-decides',
		'annotation-key-invalid',
		'annotation-not-text',
		'volume-mount-unknown',
		'key-unknown',
		'volume-duplicate',
		'volume-mount-invalid',
		'volume-mount-twice',
		'pod-single',
	],
};

const RULE_SOURCES: ReadonlyMap<RuleId, RuleSource> = new Map(
	Object.entries(SOURCES).flatMap(([source, ids]) =>
		ids.map(id => [id, source as RuleSource] as const),
	),
);

/** Every rule, in the order of the registry. */
export const RULE_IDS: readonly RuleId[] = Object.keys(RULES) as RuleId[];

const checksOf = (id: RuleId): Checked => {
	if (MANIFEST_RULES.includes(id)) return 'manifest';
	if (COMMAND_PREFIXES.some(prefix => id.startsWith(prefix))) return 'command';
	return PLAN_RULES.includes(id) || RULE_SOURCES.get(id) === 'prices' ? 'plan' : 'both';
};

export const ruleRow = (id: RuleId): RuleRow => ({
	id,
	severity: Object.fromEntries(
		RULESETS.map(ruleset => [ruleset, severityOf(id, ruleset)]),
	) as RuleRow['severity'],
	checks: checksOf(id),
	source: RULE_SOURCES.get(id) ?? 'eci-plan',
});
