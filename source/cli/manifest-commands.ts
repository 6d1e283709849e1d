import {RULESETS} from '../domain/catalogue/rulesets.ts';
import {type CommandRow, type FaceFlag, OUTPUT_FORMATS} from './command.ts';

export const PRICES_FILE: FaceFlag = {name: 'prices', kind: 'text', value: 'FILE'};

/** A manifest says it by itself, and one answer for all workloads makes no sense. */
export const OF_ONE_WORKLOAD: readonly string[] = ['placement', 'volume', 'log'];

/** Manifests to read: files, folders, or standard input. */
export const MANIFESTS: FaceFlag = {
	name: 'filename',
	short: 'f',
	kind: 'text',
	value: 'FILE|FOLDER|-',
	repeats: true,
};

export const RULESET: FaceFlag = {
	name: 'ruleset',
	kind: 'text',
	value: RULESETS.join('|'),
	choices: RULESETS,
};

export const BUDGET: FaceFlag = {name: 'max-cost', kind: 'text', value: '5000'};

/** Which workloads of manifests are meant, and what they ask for where they don't say. */
const WORKLOADS: readonly FaceFlag[] = [
	{name: 'namespace', short: 'n', kind: 'text', value: 'shop,blog'},
	{name: 'selector', short: 'l', kind: 'text', value: 'app=web,tier!=cache'},
	{name: 'default-cpu', kind: 'text', value: '250m'},
	{name: 'default-memory', kind: 'text', value: '512Mi'},
];

/** How manifests are planned, and which of their workloads. */
export const READING: readonly FaceFlag[] = [
	PRICES_FILE,
	RULESET,
	...WORKLOADS,
	{name: 'work', kind: 'text', value: '10m'},
];

/** What the workloads of manifests cost. */
export const PLAN_MANIFESTS: CommandRow = {
	name: 'plan',
	words: '',
	groups: ['chain', 'spot', 'pod', 'prices'],
	without: OF_ONE_WORKLOAD,
	flags: [MANIFESTS, ...READING, BUDGET],
	formats: OUTPUT_FORMATS,
	example: 'eci-plan plan -f manifests/ --max-cost 5000',
};

/** What two of them differ by. */
export const DIFF: CommandRow = {
	name: 'diff',
	words: 'OLD NEW',
	groups: ['chain', 'spot', 'pod', 'prices'],
	without: OF_ONE_WORKLOAD,
	flags: [
		...READING,
		BUDGET,
		{name: 'max-increase', kind: 'text', value: '10%'},
		{name: 'show-unchanged', kind: 'boolean', value: ''},
	],
	formats: OUTPUT_FORMATS,
	example: 'eci-plan diff old/ new/ --max-increase 10%',
};

/** Manifests with annotations, or without them. */
export const ANNOTATE: CommandRow = {
	name: 'annotate',
	words: '',
	groups: ['chain', 'spot', 'pod', 'prices'],
	without: OF_ONE_WORKLOAD,
	flags: [
		MANIFESTS,
		{name: 'diff', kind: 'boolean', value: ''},
		{name: 'write', kind: 'boolean', value: ''},
		{name: 'check', kind: 'boolean', value: ''},
		{name: 'remove', kind: 'boolean', value: ''},
		{name: 'all', kind: 'boolean', value: ''},
		{name: 'as', kind: 'text', value: 'kustomize', choices: ['kustomize']},
		PRICES_FILE,
		RULESET,
		...WORKLOADS,
	],
	formats: ['yaml'],
	example: 'eci-plan annotate -f manifests/ --spot-strategy SpotAsPriceGo --diff',
};
