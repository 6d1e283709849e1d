import {EXPORT_TARGETS} from '../domain/input/export-targets.ts';
import {PRICE_ORDERS} from '../domain/pricing/price-list.ts';
import {PRICE_TOPICS} from '../domain/pricing/refresh-result.ts';
import {CURRENCIES} from '../domain/units/money.ts';
import {LANGUAGES} from '../present/language/language.ts';
import {
	type CommandRow,
	EVERY_FORMAT,
	type FaceFlag,
	LINT_FORMATS,
	OUTPUT_FORMATS,
} from './command.ts';
import {LINT_FLAGS} from './lint-flags.ts';
import {
	ANNOTATE,
	BUDGET,
	DIFF,
	MANIFESTS,
	PLAN_MANIFESTS,
	PRICES_FILE,
	RULESET,
} from './manifest-commands.ts';

/** Flags that every command takes. */
export const COMMON_FLAGS: readonly FaceFlag[] = [
	{
		name: 'output',
		short: 'o',
		kind: 'text',
		value: EVERY_FORMAT.join('|'),
		choices: EVERY_FORMAT,
		setting: true,
	},
	{name: 'lang', kind: 'text', value: LANGUAGES.join('|'), choices: LANGUAGES, setting: true},
	{name: 'no-color', kind: 'boolean', value: ''},
	{name: 'quiet', kind: 'boolean', value: ''},
	{name: 'help', short: 'h', kind: 'boolean', value: ''},
	{name: 'version', kind: 'boolean', value: ''},
];

const SOURCES: readonly FaceFlag[] = [
	{name: 'preset', kind: 'text', value: 'web'},
	{name: 'plan', kind: 'text', value: 'FILE'},
	PRICES_FILE,
];

/** What `export --as` takes beside the kinds of a workload: the simulation itself. */
export const SIMULATION_JOB = 'simulation-job';

const EXPORTS: readonly string[] = [...EXPORT_TARGETS, SIMULATION_JOB];

/** Flags of the simulation job alone. */
export const JOB_FLAGS: readonly FaceFlag[] = [
	{name: 'shards', kind: 'text', value: '8'},
	{name: 'job-image', kind: 'text', value: 'IMAGE'},
];

const PLANNING = {
	words: '',
	groups: ['workload', 'chain', 'spot', 'pod', 'network', 'prices', 'plan'],
	flags: SOURCES,
	formats: OUTPUT_FORMATS,
} as const;

/** What `eci-plan` does without a command: the wizard in a terminal, else the plan of a preset. */
export const DEFAULT_COMMAND: CommandRow = {
	...PLANNING,
	name: '',
	flags: [...SOURCES, {name: 'plain', kind: 'boolean', value: ''}],
	example: 'eci-plan --preset web',
};

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [
	{
		...PLANNING,
		name: 'size',
		example: 'eci-plan size --cpu 2 --memory 3Gi',
	},
	{
		...PLANNING,
		name: 'chain',
		flags: [...SOURCES, {name: 'explain', kind: 'boolean', value: ''}],
		example: 'eci-plan chain --cpu 2 --memory 4Gi --target-placed 99.9% --explain',
	},
	{
		...PLANNING,
		name: 'cost',
		flags: [...SOURCES, BUDGET],
		example: 'eci-plan cost --cpu 2 --memory 4Gi --replicas 10 --use-specs ecs.c6.large,2-4Gi',
	},
	PLAN_MANIFESTS,
	DIFF,
	{
		...PLANNING,
		name: 'simulate',
		groups: [...PLANNING.groups, 'simulation'],
		flags: [
			...SOURCES,
			{name: 'workers', kind: 'text', value: '2'},
			{name: 'shard', kind: 'text', value: '1/8'},
		],
		example: 'eci-plan simulate --cpu 2 --memory 4Gi --replicas 10 --horizon 30d',
	},
	{
		name: 'simulate merge',
		words: 'FILE…',
		groups: [],
		flags: [],
		formats: OUTPUT_FORMATS,
		example: 'eci-plan simulate merge shard-1.json shard-2.json',
	},
	ANNOTATE,
	{
		...PLANNING,
		name: 'export',
		groups: [...PLANNING.groups, 'simulation'],
		flags: [
			...SOURCES,
			{name: 'as', kind: 'text', value: EXPORTS.join('|'), choices: EXPORTS},
			...JOB_FLAGS,
		],
		formats: ['yaml', 'json'],
		example: 'eci-plan export --name web --image nginx:1.29 --cpu 2 --memory 4Gi > web.yaml',
	},
	{
		...PLANNING,
		name: 'report',
		groups: [...PLANNING.groups, 'simulation'],
		flags: [...SOURCES, {name: 'workers', kind: 'text', value: '2'}],
		formats: ['html', 'svg', 'markdown'],
		example: 'eci-plan report --preset web --horizon 30d > report.html',
	},
	{
		name: 'lint',
		words: '',
		groups: [],
		// Of the rules themselves both rulesets are told, whichever one is asked for.
		flags: [MANIFESTS, RULESET, ...LINT_FLAGS],
		formats: [...OUTPUT_FORMATS, ...LINT_FORMATS],
		example: 'eci-plan lint -f manifests/',
	},
	{
		name: 'prices show',
		words: '',
		groups: ['prices'],
		flags: [PRICES_FILE],
		formats: OUTPUT_FORMATS,
		example: 'eci-plan prices show',
	},
	{
		name: 'prices list',
		words: '',
		groups: ['prices'],
		flags: [
			PRICES_FILE,
			{name: 'family', kind: 'text', value: 'c6,c7'},
			{name: 'size', kind: 'text', value: 'large,xlarge'},
			{name: 'vcpu', kind: 'text', value: '2-8'},
			{name: 'memory-gib', kind: 'text', value: '4-16'},
			{name: 'gpus', kind: 'text', value: '1-'},
			{name: 'sort', kind: 'text', value: PRICE_ORDERS.join('|'), choices: PRICE_ORDERS},
			{name: 'reverse', kind: 'boolean', value: ''},
			{name: 'limit', kind: 'text', value: '20'},
		],
		formats: OUTPUT_FORMATS,
		example: 'eci-plan prices list --vcpu 2 --memory-gib 4 --sort price',
	},
	{
		name: 'prices refresh',
		words: '',
		groups: [],
		flags: [
			{name: 'region', kind: 'text', value: 'cn-hangzhou'},
			{name: 'types', kind: 'text', value: 'ecs.c6.large,…'},
			{name: 'families', kind: 'text', value: 'c6,g6'},
			{name: 'history', kind: 'text', value: '30d|0'},
			{name: 'what', kind: 'text', value: PRICE_TOPICS.join(',')},
		],
		formats: OUTPUT_FORMATS,
		example: 'eci-plan prices refresh --families c7,g7',
	},
	{
		name: 'prices import',
		words: 'FILE',
		groups: [],
		flags: [{name: 'currency', kind: 'text', value: CURRENCIES.join('|'), choices: CURRENCIES}],
		formats: OUTPUT_FORMATS,
		example: 'eci-plan prices import instancePrice.json',
	},
	{
		name: 'prices reset',
		words: '',
		groups: [],
		flags: [],
		formats: ['table'],
		example: 'eci-plan prices reset',
	},
	{
		name: 'presets list',
		words: '',
		groups: [],
		flags: [],
		formats: OUTPUT_FORMATS,
		example: 'eci-plan presets list',
	},
	{
		name: 'presets show',
		words: 'NAME',
		groups: [],
		flags: [],
		formats: ['yaml', 'json'],
		example: 'eci-plan presets show web',
	},
	{
		...PLANNING,
		name: 'presets save',
		groups: [...PLANNING.groups, 'simulation'],
		words: 'NAME',
		formats: ['table'],
		example: 'eci-plan presets save shop --preset web --replicas 6',
	},
	{
		name: 'presets delete',
		words: 'NAME',
		groups: [],
		flags: [],
		formats: ['table'],
		example: 'eci-plan presets delete shop',
	},
	{
		name: 'settings get',
		words: '[KEY]',
		groups: [],
		flags: [],
		formats: OUTPUT_FORMATS,
		example: 'eci-plan settings get',
	},
	{
		name: 'settings set',
		words: 'KEY VALUE',
		groups: [],
		flags: [],
		formats: ['table'],
		example: 'eci-plan settings set region cn-beijing',
	},
	{
		name: 'settings unset',
		words: 'KEY',
		groups: [],
		flags: [],
		formats: ['table'],
		example: 'eci-plan settings unset region',
	},
	{
		name: 'schema',
		words: '[KIND]',
		groups: [],
		flags: [],
		formats: ['json', 'yaml'],
		example: 'eci-plan schema PlanInput',
	},
	{
		name: 'completion',
		words: 'bash|zsh|fish',
		groups: [],
		flags: [],
		formats: ['table'],
		example: 'eci-plan completion bash > ~/.eci-plan-completion && source ~/.eci-plan-completion',
	},
];
