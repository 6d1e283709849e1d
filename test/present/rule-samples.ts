import type {Diagnostic} from '../../source/domain/diagnostics.ts';
import type {RuleFacts, RuleId, ValueReason} from '../../source/domain/rules/facts.ts';
import {report} from '../../source/domain/rules/rules.ts';
import type {CronProblem} from '../../source/domain/units/cron.ts';
import type {DurationProblem} from '../../source/domain/units/duration.ts';
import {decimal} from '../../source/domain/units/fraction.ts';
import {money} from '../../source/domain/units/money.ts';
import type {QuantityProblem} from '../../source/domain/units/quantity.ts';
import type {ScheduleProblem} from '../../source/domain/units/schedule.ts';

const asked = {vcpu: 2, memoryGiB: 3};
const largest = {vcpu: 64, memoryGiB: 512};
const KEY = 'k8s.aliyun.com/eci-image-cache';
const REGIONS = Array.from({length: 31}, (_, index) => `region-${index + 1}`);

/** Facts as they arise where each rule fires. */
export const SAMPLES: {readonly [R in RuleId]: RuleFacts[R]} = {
	'field-type': {expected: 'list', found: 'string'},
	'field-choice': {value: 'pot', choices: ['pod', 'deployment'], suggestion: 'pod'},
	'field-range': {value: '12', minimum: 0, maximum: 8},
	'field-too-many': {count: 25, maximum: 20},
	'field-unknown': {name: 'useSpec', suggestion: 'useSpecs'},
	'quantity-invalid': {
		resource: 'memory',
		value: '3GB',
		problem: {reason: 'unit-unknown', suggestion: '3Gi'},
	},
	'quantity-decimal-unit': {value: '4G', binary: '4Gi'},
	'duration-invalid': {value: '10 hours', problem: {reason: 'malformed', suggestion: '10h'}},
	'schedule-invalid': {value: 'Mox=2', problem: {reason: 'day-unknown', text: 'Mox'}},
	'cron-invalid': {
		value: '61 2 * * *',
		problem: {reason: 'out-of-range', text: '61', field: 'minute'},
	},
	'time-zone-invalid': {value: 'Beijing time'},
	'number-invalid': {value: 'many'},
	'name-invalid': {value: 'Web App', maximum: 63},
	'image-invalid': {value: 'nginx latest'},
	'environment-name-invalid': {name: '1ST'},
	'label-invalid': {key: 'my team', value: 'a b'},
	'region-unknown': {region: 'cn-hangzou', known: REGIONS, suggestion: 'cn-hangzhou'},
	'family-unknown': {family: 'c66', suggestion: 'c6'},
	'container-ambiguous': {field: 'cpu', containers: ['app', 'sidecar']},
	'container-duplicate': {name: 'app'},
	'request-over-limit': {container: 'app', resource: 'memory', requested: '4Gi', limit: '2Gi'},
	'load-conflict': {first: 'schedule', second: 'cron'},
	'work-missing': {field: 'kind'},
	'cron-missing': {},
	'size-rounded': {asked, billed: '2-4Gi'},
	'size-not-rounded': {asked: {vcpu: 4.5, memoryGiB: 9}, suggestion: '8-16Gi'},
	'size-too-large': {asked: {vcpu: 2, memoryGiB: 600}, largest},
	'size-below-request': {asked, billed: '1-2Gi'},
	'size-trap': {
		billed: '4-32Gi',
		cheaper: '8-32Gi',
		savedPerHour: money('CNY', decimal('0.0123')),
	},
	'container-defaulted': {container: 'app', resource: 'memory', amounts: {vcpu: 1, memoryGiB: 2}},
	'pod-defaulted': {amounts: {vcpu: 2, memoryGiB: 4}},
	'container-ignored': {container: 'sidecar'},
	'container-all-ignored': {},
	'init-decides': {amounts: {vcpu: 4, memoryGiB: 8}},
	'spec-invalid': {token: '2-4G', problem: {reason: 'memory-unit', suggestion: '2-4Gi'}},
	'spec-too-many': {count: 7, maximum: 5},
	'spec-duplicate': {token: '2-4Gi'},
	'spec-rounded': {token: '2-3Gi', billed: '2-4Gi'},
	'spec-not-rounded': {token: '5-9Gi', suggestion: '8-16Gi'},
	'spec-too-small': {token: '1-2Gi', asked},
	'spec-too-large': {token: '72-600Gi', largest},
	'spec-over-limit': {token: 'ecs.c6.26xlarge', vcpu: 104, largest: 64},
	'spec-type-unknown': {
		token: 'ecs.c6.larg',
		type: 'ecs.c6.larg',
		region: 'cn-hangzhou',
		suggestion: 'ecs.c6.large',
	},
	'spec-family-unsupported': {type: 'ecs.c6r.large'},
	'spec-family-retired': {type: 'ecs.t5-lc1m1.small'},
	'spec-mixed-gpu': {tokens: ['ecigpu-P100-4']},
	'spec-mixed-kind': {kind: 'arm', tokens: ['ecs.g8y.large', 'ecs.c8y.large']},
	'spec-dearer-first': {token: '2-4Gi', cheaper: 'ecs.c6.large'},
	'spot-small-spec': {token: '1-2Gi', billed: '2-2Gi'},
	'spot-size-unavailable': {token: '2-6Gi', billed: '2-8Gi'},
	'gpu-limit-missing': {token: 'ecigpu-P100-4'},
	'gpu-too-few': {asked: 2, token: 'ecs.c6.large'},
	'chain-empty': {asked, gpu: 1, arch: 'arm64'},
	'annotation-unknown': {key: 'k8s.aliyun.com/eci-image-cash', suggestion: KEY},
	'annotation-key-invalid': {key: 'my key'},
	'annotation-read-only': {key: 'k8s.aliyun.com/eci-instance-id'},
	'annotation-other-ruleset': {
		key: 'k8s.aliyun.com/eci-spot-fallback',
		rulesets: ['current'],
		ruleset: '2020',
	},
	'annotation-renamed': {key: KEY, renamedTo: 'k8s.aliyun.com/eci-auto-imc'},
	'annotation-value': {key: KEY, value: 'yes', reason: 'boolean', expected: 'true|false'},
	'annotation-twice': {key: KEY},
	'spot-limit-missing': {},
	'spot-limit-ignored': {},
	'spot-limit-invalid': {value: '0.2504', reason: 'decimals'},
	'spot-option-ignored': {key: 'k8s.aliyun.com/eci-spot-duration'},
	'eip-conflict': {},
	'eip-option-ignored': {key: 'k8s.aliyun.com/eip-bandwidth'},
	'eip-replicas': {replicas: 3},
	'image-cache-both': {},
	'image-missing': {container: 'app', placeholder: 'your-image:tag'},
	'pod-single': {replicas: 10},
	'price-missing': {what: 'ecs.c6.large', region: 'cn-hangzhou', currency: 'USD'},
	'prices-old': {asOf: '2024-12-30', days: 692},
	'spot-ratio-assumed': {specs: ['2-4Gi', 'ecs.c6.large'], ratio: '0.25'},
	'spot-price-estimated': {specs: ['2-4Gi']},
	'flag-unknown': {flag: '--cpus', command: 'size', suggestion: 'cpu'},
	'flag-value-missing': {flag: '--cpu'},
	'flag-format': {flag: '--container', value: 'app', expected: 'name=…,cpu=…'},
	'flag-unused': {flag: '--paths', command: 'size'},
	'command-unknown': {command: 'sise', suggestion: 'size'},
	'argument-missing': {argument: 'KEY', choices: []},
	'argument-unexpected': {argument: 'extra'},
	'argument-choice': {
		argument: 'completion',
		value: 'bsh',
		choices: ['bash', 'zsh', 'fish'],
		suggestion: 'bash',
	},
	'preset-unknown': {name: 'wbe', known: ['web', 'batch'], suggestion: 'web'},
	'preset-name-invalid': {name: 'My Preset'},
	'preset-shipped': {name: 'web'},
	'preset-saved': {name: 'shop'},
	'preset-deleted': {name: 'shop'},
	'setting-unknown': {key: 'regoin', known: ['region', 'lang'], suggestion: 'region'},
	'setting-unset': {key: 'region'},
	'settings-set-aside': {
		file: '/home/me/settings.json',
		movedTo: '/home/me/settings.json.bad',
		reason: 'no JSON.',
	},
	'settings-unreadable': {file: '/home/me/settings.json', reason: 'EACCES'},
	'schema-unknown': {name: 'PlanInptu', known: ['PlanInput', 'Sizing'], suggestion: 'PlanInput'},
	'file-unreadable': {file: 'pod.yaml', reason: 'missing'},
	'file-unwritable': {file: 'out/pod.yaml', reason: 'missing'},
	'file-exists': {file: 'pod.yaml'},
	'file-too-large': {file: 'pods.yaml', limitMiB: 10},
	'file-malformed': {file: 'pod.yaml', line: 3, column: 5, detail: 'Unexpected flow-map-end.'},
	'document-kind': {file: 'pod.yaml', found: 'Deployment'},
	'output-unsupported': {format: 'html', command: 'size', formats: ['table', 'json']},
};

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
	] satisfies ValueReason[]
).map(reason =>
	report('annotation-value', {key: KEY, value: 'x', reason, expected: 'vsw-…,… (≤ 10)'}),
);

const files = (
	['missing', 'forbidden', 'is-folder', 'no-space', 'read-only', 'other'] as const
).flatMap(reason => [
	report('file-unreadable', {file: 'a.yaml', reason}),
	report('file-unwritable', {file: '-', reason}),
]);

const types = ['text', 'true-or-false', 'list', 'object', 'whole number'].flatMap(expected =>
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
	report('chain-empty', {asked: {vcpu: 0.0001, memoryGiB: 0}, gpu: 0, arch: 'amd64'}),
	report('spec-not-rounded', {token: '70-9Gi', ...none}),
	report('spec-mixed-kind', {kind: 'local-disk', tokens: ['ecs.i2.xlarge']}),
	report('size-rounded', {asked, billed: 'ecs.c6.large'}),
];

const withoutSuggestion = [
	report('field-choice', {value: 'x', choices: ['eci-plan/v1'], ...none}),
	report('field-range', {value: 'x', minimum: 0, maximum: 8}),
	report('field-unknown', {name: 'x', ...none}),
	report('region-unknown', {region: 'x', known: REGIONS, ...none}),
	report('region-unknown', {region: 'x', known: [], ...none}),
	report('family-unknown', {family: 'x', ...none}),
	report('spec-type-unknown', {
		token: 'ecs.x.large',
		type: 'ecs.x.large',
		region: 'cn-hangzhou',
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
];

/** Every other branch of the texts. */
export const VARIANTS: readonly Diagnostic[] = [
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
];
