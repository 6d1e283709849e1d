import {REJECTIONS} from '../../source/domain/chain/rejections.ts';
import type {Diagnostic} from '../../source/domain/diagnostics.ts';
import type {
	ImportFileReason,
	MalformedReason,
	UnreachableReason,
} from '../../source/domain/rules/command-facts.ts';
import type {RuleFacts, RuleId, ValueReason} from '../../source/domain/rules/facts.ts';
import {report} from '../../source/domain/rules/rules.ts';
import type {
	JobFileReason,
	ShardFieldProblem,
	TraceProblem,
} from '../../source/domain/rules/simulation-facts.ts';
import type {CronProblem} from '../../source/domain/units/cron.ts';
import type {DurationProblem} from '../../source/domain/units/duration.ts';
import {decimal} from '../../source/domain/units/fraction.ts';
import type {QuantityProblem} from '../../source/domain/units/quantity.ts';
import type {ScheduleProblem} from '../../source/domain/units/schedule.ts';
import {RULE_EXAMPLES as SAMPLES} from '../../source/present/rule-examples.ts';

const asked = {vcpu: 2, memoryGiB: 3};
const largest = {vcpu: 64, memoryGiB: 512};
const KEY = 'k8s.aliyun.com/eci-image-cache';
const REGIONS = Array.from({length: 31}, (_, index) => `region-${index + 1}`);

export {SAMPLES};

export const RULE_IDS = Object.keys(SAMPLES) as RuleId[];

export const sampleOf = (rule: RuleId): Diagnostic => report(rule, SAMPLES[rule]);

const none = {suggestion: null};

const quantities = (
	[
		'empty',
		'malformed',
		'negative',
		'zero',
		'unit-missing',
		'unit-unknown',
		'too-large',
		'fraction-unit',
	] satisfies QuantityProblem['reason'][]
).map(reason => report('quantity-invalid', {resource: 'cpu', value: '3x', problem: {reason}}));

const durations = (
	[
		'empty',
		'malformed',
		'negative',
		'unit-missing',
		'unit-unknown',
		'too-large',
	] satisfies DurationProblem['reason'][]
).map(reason => report('duration-invalid', {value: '30', problem: {reason}}));

const schedules = (
	[
		'empty',
		'too-long',
		'too-many-windows',
		'window-malformed',
		'replicas-missing',
		'replicas-malformed',
		'replicas-too-large',
		'day-unknown',
		'time-malformed',
		'time-empty',
	] satisfies ScheduleProblem['reason'][]
).map(reason => report('schedule-invalid', {value: '*', problem: {reason, text: '*'}}));

const CRON_REASONS = [
	'empty',
	'too-long',
	'time-zone',
	'macro-unknown',
	'field-count',
	'malformed',
	'out-of-range',
	'range-backwards',
	'step-zero',
] satisfies CronProblem['reason'][];

const crons = CRON_REASONS.flatMap(reason => [
	report('cron-invalid', {value: '5-1', problem: {reason, text: '5-1'}}),
	report('cron-invalid', {value: '5-1', problem: {reason, text: '5-1', field: 'day-of-week'}}),
]);

const specs = (
	[
		'empty',
		'memory-unit',
		'dash',
		'family-only',
		'gpu-prefix',
		'gpu-unknown',
		'letter-case',
		'not-positive',
		'malformed',
	] satisfies RuleFacts['spec-invalid']['problem']['reason'][]
).map(reason => report('spec-invalid', {token: 'x-1', problem: {reason}}));

const annotationValues = (
	[
		'empty',
		'boolean',
		'whole',
		'choice',
		'identifier',
		'too-many',
		'role-name',
		'address',
		'disk-volume',
		'storage-size',
		'control-character',
		'family',
		'generation',
		'category',
		'tag',
		'registry',
		'acr-instance',
		'role-arn',
		'gpu-driver',
		'folder',
		'byte-rate',
		'bit-rate',
		'ip-address',
		'host-entries',
		'dns-config',
		'encryption',
	] satisfies ValueReason[]
).map(reason =>
	report('annotation-value', {key: KEY, value: 'x', reason, expected: 'vsw-…,…', maximum: 10}),
);

const files = (
	['missing', 'forbidden', 'is-folder', 'no-space', 'read-only', 'other'] as const
).flatMap(reason => [
	report('file-unreadable', {file: 'a.yaml', reason}),
	report('file-unwritable', {file: '-', reason}),
]);

const types = ['text', 'true-or-false', 'list', 'object', 'whole number', 'scalar'].flatMap(
	expected =>
		['nothing', 'string', 'number', 'boolean', 'list', 'object', 'symbol'].map(found =>
			report('field-type', {expected, found}),
		),
);

const sizes = [
	report('size-too-large', {asked: {vcpu: 72, memoryGiB: 4}, largest}),
	report('size-too-large', {asked: {vcpu: 72, memoryGiB: 600}, largest}),
	report('container-defaulted', {container: 'a', resource: 'cpu', amounts: asked}),
	report('container-defaulted', {container: 'a', resource: 'both', amounts: asked}),
	report('request-over-limit', {container: 'a', resource: 'cpu', requested: '2', limit: '1'}),
	report('chain-empty', {
		asked: {vcpu: 0.0001, memoryGiB: 0},
		gpu: 0,
		arch: 'amd64',
		gpus: null,
		limits: [],
	}),
	...[0, 1].map(most =>
		report('chain-empty', {asked, gpu: 2, arch: 'arm64', gpus: {most, largest: null}, limits: []}),
	),
	report('chain-empty', {asked, gpu: 2, arch: 'amd64', gpus: {most: 2, largest}, limits: []}),
	...REJECTIONS.map(reason =>
		report('chain-empty', {asked, gpu: 2, arch: 'amd64', gpus: null, limits: [[reason, 2]]}),
	),
	...([...REJECTIONS, 'unknown', 'mixed', 'no-room'] as const).map(reason =>
		report('pin-unusable', {token: 'ecs.c6.large', reason}),
	),
	report('pin-missing', {token: 'ecs.c6.large', problem: 'too-small'}),
	report('share-invalid', {value: 'x', ...none}),
	report('chain-spot-left', {left: decimal('0.002'), fallback: false, worst: null}),
	report('chain-spot-left', {left: decimal('0.002'), fallback: true, worst: null}),
	report('spec-not-rounded', {token: '70-9Gi', ...none}),
	report('spec-mixed-kind', {kind: 'local-disk', tokens: ['ecs.i2.xlarge']}),
	report('size-rounded', {asked, billed: 'ecs.c6.large'}),
];

const withoutSuggestion = [
	report('annotation-legacy', {key: 'k8s.aliyun.com/eci-cpu-option-ht', instead: null}),
	report('annotation-legacy', {
		key: 'k8s.aliyun.com/eci-set-diskvolume',
		instead: {kind: 'volume-type', type: 'new-disk'},
	}),
	report('annotation-legacy', {
		key: 'k8s.aliyun.com/eci-resource-group-id',
		instead: {kind: 'profile-setting', setting: 'resourceGroupId'},
	}),
	report('annotation-not-text', {key: KEY, value: null}),
	report('volume-mount-unknown', {container: 'app', volume: 'x', ...none}),
	report('disk-volume-unknown', {volume: 'cach', suggestion: 'cache'}),
	report('vswitch-order-alone', {count: 0}),
	report('category-unavailable', {reason: 'arm'}),
	report('instance-family-unusable', {family: 'gn6i', reason: 'gpu', ...none}),
	report('instance-family-unusable', {family: 'i2', reason: 'local-disk', ...none}),
	report('instance-family-unusable', {family: 'x', reason: 'unknown', ...none}),
	report('field-choice', {value: 'x', choices: ['eci-plan/v1'], ...none}),
	report('field-range', {value: 'x', minimum: 0, maximum: 8}),
	report('field-unknown', {name: 'x', ...none}),
	report('region-unknown', {region: 'x', known: REGIONS, ...none}),
	report('region-unknown', {region: 'x', known: [], ...none}),
	report('family-unknown', {family: 'x', ...none}),
	...(['retired', 'virtual-gpu', 'local-disk'] as const).map(reason =>
		report('family-unasked', {...SAMPLES['family-unasked'], reason}),
	),
	report('time-zone-invalid', {value: 'Beijing time', ...none}),
	report('preset-saved', {name: 'x', replaces: true}),
	report('file-empty', {file: '-', expected: 'PlanInput'}),
	report('file-empty', {file: 'm.yaml', expected: 'Market'}),
	report('document-kind', {file: 'm.yaml', found: 'PlanInput', expected: 'Market'}),
	report('flag-value-missing', {flag: '--region='}),
	report('price-missing', {what: 'ephemeral-storage', region: 'y', currency: 'CNY'}),
	report('spec-type-unknown', {
		token: 'ecs.x.large',
		type: 'ecs.x.large',
		region: 'cn-hangzhou',
		isFamilySold: false,
		...none,
	}),
	report('annotation-unknown', {key: 'k8s.aliyun.com/x', ...none}),
	report('flag-unknown', {flag: '-x', command: 'eci-plan', ...none}),
	report('command-unknown', {command: 'x', ...none}),
	report('argument-missing', {argument: 'bash|zsh', choices: ['bash', 'zsh']}),
	report('argument-choice', {argument: 'x', value: 'y', choices: ['a', 'b'], ...none}),
	report('preset-unknown', {name: 'x', known: [], ...none}),
	report('setting-unknown', {key: 'x', known: [], ...none}),
	report('schema-unknown', {name: 'x', known: [], ...none}),
	report('name-invalid', {value: 'a'.repeat(70), maximum: 63}),
	report('name-invalid', {value: '___', maximum: 63}),
	report('work-missing', {field: 'cron'}),
	report('work-missing', {field: 'runsPerDay'}),
	report('price-missing', {what: 'x', region: 'y', currency: 'CNY'}),
	report('spot-limit-invalid', {value: 'x', reason: 'not-a-number'}),
	report('spot-limit-invalid', {value: '0', reason: 'not-positive'}),
	report('spot-limit-invalid', {value: '0.0001', reason: 'decimals'}),
	report('file-malformed', {file: '-', line: null, column: null, detail: 'No document'}),
	report('file-malformed', {file: 'a.yaml', line: 2, column: null, detail: 'No document:'}),
	report('file-too-large', {file: '-', limitMiB: 1}),
	report('manifest-encoding', {encoding: 'other'}),
	report('workload-spec-missing', {reason: 'arm'}),
	report('workload-off-eci', {reason: 'elsewhere'}),
	report('plan-saved-invalid', {field: ''}),
	report('increase-exceeded', {...SAMPLES['increase-exceeded'], percent: null}),
	report('key-unknown', {key: 'x', parent: 'spec', ...none}),
	report('ignore-unknown', {name: '', ...none}),
	report('ignore-unknown', {name: 'x', ...none}),
	report('lint-failed', {count: 1, threshold: 'error'}),
	report('lint-failed', {count: 2, threshold: 'warning'}),
	report('lint-failed', {count: 1, threshold: 'info'}),
	report('volume-size', {value: '100Gi', level: 'PL2', minimum: 461, maximum: 32_768}),
	report('launch-slow', {pods: 500, seconds: 20, left: 1}),
	report('export-incomplete', {
		target: 'kustomize',
		volumes: [],
		logs: [],
		objects: ['PersistentVolumeClaim/data'],
		fields: [],
	}),
	report('export-incomplete', {
		target: 'resource-policy',
		volumes: [],
		logs: [],
		objects: [],
		fields: ['nodeSelector'],
	}),
	report('kustomize-base', {base: 'base', containers: []}),
	report('paths-interrupted', {paths: 0, asked: 1000}),
];

const imports = [
	...(
		['empty', 'not-json', 'cut-off', 'too-deep', 'too-long'] satisfies ImportFileReason[]
	).flatMap(reason => [
		report('import-file-broken', {file: '-', reason, line: null}),
		report('import-file-broken', {file: 'a.json', reason, line: 2}),
	]),
	report('import-file-unknown', {file: '-'}),
	report('import-trace-name', {file: '-'}),
	report('import-currency-assumed', {file: '-', currency: 'USD'}),
	report('import-date-assumed', {file: '-', day: '2026-11-20'}),
	report('import-end-open', {file: '-', line: 3}),
	report('import-nothing', {file: '-'}),
	report('import-reset', {sources: ['a']}),
];

const simulations = [
	...(['minimum', 'maximum'] as const).map(open =>
		report('field-number', {value: '1', minimum: 0, maximum: 1, open}),
	),
	...(['shape', 'empty', 'too-long', 'value', 'step'] satisfies TraceProblem[]).map(problem =>
		report('trace-invalid', {file: 't.json', problem, step: 2, found: '0.5', maximum: 10}),
	),
	report('trace-polarity-doubtful', {
		file: 't.json',
		given: 'unavailable',
		recognised: 'available',
	}),
	report('market-unknown', {name: 'x', known: ['calm', 'normal', 'stress'], ...none}),
	...(['missing', 'unknown', 'value', 'sum'] satisfies ShardFieldProblem[]).map(problem =>
		report('shard-invalid', {field: '', problem}),
	),
	report('shard-missing', {shards: ['1/3', '2/3'], paths: ['0-9', '10-19'], asked: 30}),
	report('shard-missing', {shards: [], paths: ['0-9'], asked: 30}),
	...(['standard-input', 'imported-prices', 'no-text'] satisfies JobFileReason[]).map(reason =>
		report('job-file-left', {file: '-', reason}),
	),
	report('market-history-empty', {file: null, region: 'cn-hangzhou', others: [], types: []}),
];

/** Every other branch of the texts. */
const refreshes = [
	...(
		[
			'not-found',
			'refused',
			'no-answer',
			'cut-off',
			'certificate',
			'other',
		] satisfies UnreachableReason[]
	).map(reason => report('refresh-unreachable', {host: 'ecs.example.com', reason, tries: 5})),
	...(['unreadable', 'field', 'currency', 'paging', 'sums'] satisfies MalformedReason[]).map(
		reason => report('refresh-malformed', {operation: 'DescribePrice', reason, subject: 'X'}),
	),
	...(['url', 'insecure', 'path'] as const).map(reason =>
		report('refresh-endpoint-invalid', {value: 'host', reason}),
	),
	report('refresh-types-none', {region: 'cn-fuzhou', families: []}),
	report('refresh-failed', {operation: 'DescribePrice', code: 'X', tries: 1, requestId: null}),
];

export const VARIANTS: readonly Diagnostic[] = [
	...refreshes,
	...types,
	...quantities,
	...durations,
	...schedules,
	...crons,
	...specs,
	...annotationValues,
	...files,
	...sizes,
	...withoutSuggestion,
	...imports,
	...simulations,
];
