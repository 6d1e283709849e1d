import {REJECTIONS} from '../domain/chain/rejections.ts';
import {SEVERITIES} from '../domain/diagnostics.ts';
import {PICKS} from '../domain/input/chain-shape.ts';
import {planInputShape, SPOT_STRATEGIES} from '../domain/input/plan-input.ts';
import {OTHER_CHARGES} from '../domain/pricing/other-charges.ts';
import {CHECKED} from '../domain/rules/rule-rows.ts';
import {type JsonObject, jsonSchemaOf} from '../domain/schema/json-schema.ts';
import {marketShape} from '../domain/simulation/market-file/market-shape.ts';
import {diffSchema} from './diff-schema.ts';
import {lintSchema} from './lint/lint-document.ts';
import {PRICE_SCHEMAS} from './price-schemas.ts';
import {
	amounts,
	boolean,
	closed,
	currency,
	DRAFT,
	decimal,
	diagnostics,
	document,
	listOf,
	nullable,
	number,
	price,
	prices,
	string,
} from './schema-parts.ts';
import {shardSchema} from './shard-document.ts';
import {simulationSchema} from './simulation-schema.ts';

const sizing = {
	request: closed(amounts),
	billed: nullable(closed({spec: string, ...amounts})),
	rounded: boolean,
	price: nullable(price),
	missing: boolean,
	roundingPrice: nullable(price),
	extraStorage: nullable(closed({gib: number, price: nullable(price)})),
	alternatives: listOf(closed({spec: string, ...amounts, price: nullable(price)})),
};

const total = nullable(
	closed({currency, perHour: decimal, perMonth: decimal, horizon: decimal, incomplete: boolean}),
);

const quote = {
	lines: listOf(
		closed({
			label: string,
			quantity: decimal,
			unit: string,
			currency,
			unitPrice: nullable(decimal),
			amount: nullable(decimal),
			basis: string,
			missing: boolean,
		}),
	),
	total,
	comparison: listOf(
		closed({
			name: {enum: ['on-demand', 'spot', 'reserved']},
			spec: string,
			basis: nullable({enum: ['list', 'own', 'advice', 'quote', 'ratio', 'assumed', 'reserved']}),
			currency,
			perHour: nullable(decimal),
			perMonth: nullable(decimal),
			vsBaseline: nullable(number),
			asOf: nullable(string),
			missing: boolean,
			inChain: boolean,
		}),
	),
	reserved: nullable(
		closed({
			type: string,
			hoursPerMonth: number,
			covered: number,
			cheapest: boolean,
			currency,
			perHour: decimal,
			perMonth: decimal,
			vsBaseline: nullable(number),
			curve: listOf(closed({covered: number, perMonth: decimal})),
		}),
	),
	notPriced: listOf({enum: OTHER_CHARGES}),
	startUp: closed({
		seconds: number,
		basis: {enum: ['given', 'cached', 'transfer', 'transfer-nat', 'assumed']},
		cachedSeconds: nullable(number),
		uncachedSeconds: nullable(number),
		currency,
		cacheSavingPerMonth: nullable(decimal),
	}),
};

const entry = {
	rank: number,
	spec: string,
	kind: {enum: ['cpu-mem', 'ecs', 'gpu']},
	vcpu: nullable(number),
	memoryGiB: nullable(number),
	perHour: nullable(decimal),
	spotPerHour: nullable(decimal),
	inStock: number,
	stockBasis: {enum: ['given', 'advice', 'assumed', 'unfit']},
	firstInStock: number,
	reason: string,
};
const entries = listOf(closed(entry));

const mean = closed({perHour: nullable(decimal), placed: number});
const explainedEntries = listOf(
	closed({...entry, vsCheapest: nullable(number), upTo: mean, without: mean}),
);

const outcome = {
	useSpecs: string,
	expected: closed({currency, perHour: nullable(decimal), placed: number}),
	worst: closed({currency, perHour: nullable(decimal)}),
};
const shares = closed({generation: number, family: number});

const chain = {
	pick: nullable({enum: PICKS}),
	targetPlaced: number,
	given: boolean,
	...outcome,
	failedTries: number,
	rounds: nullable(number),
	entries: explainedEntries,
	rejected: listOf(closed({spec: string, reason: {enum: REJECTIONS}})),
	proposal: nullable(closed(outcome)),
	assumptions: closed({
		inStock: closed({ecs: number, cpuMem: number}),
		inStockByInterruption: {type: 'object', additionalProperties: number},
		sharedOutages: closed({ecs: shares, cpuMem: shares}),
	}),
};

/** A workload of the flags has its whole quote beside it, one of a manifest its months. */
const workload = closed(
	{
		file: nullable(string),
		document: nullable(number),
		kind: string,
		name: string,
		namespace: nullable(string),
		replicas: number,
		request: nullable(sizing.request),
		billed: sizing.billed,
		price: sizing.price,
		useSpecs: nullable(string),
		diagnostics,
	},
	{
		...sizing,
		request: nullable(sizing.request),
		entries,
		...quote,
		minReplicas: number,
		spot: nullable(closed({strategy: {enum: SPOT_STRATEGIES}, priceLimit: nullable(string)})),
		state: {enum: ['planned', 'daemonset', 'elsewhere', 'invalid']},
		cost: nullable(
			closed({
				currency,
				perMonth: nullable(decimal),
				minPerMonth: nullable(decimal),
				roundingPerMonth: nullable(decimal),
				spotPerMonth: nullable(decimal),
				podHours: nullable(decimal),
				incomplete: boolean,
			}),
		),
	},
);

const totals = nullable(
	closed(
		{currency, perMonth: decimal, incomplete: boolean},
		{
			perHour: decimal,
			horizon: decimal,
			minPerMonth: decimal,
			roundingPerMonth: decimal,
			spotPerMonth: decimal,
			spotIncomplete: boolean,
			workloads: number,
		},
	),
);

const severity = nullable({enum: SEVERITIES});
const rule = {
	id: string,
	severity: closed({'2020': severity, current: severity}),
	checks: {enum: CHECKED},
	summary: string,
};

/** JSON Schemas by kind of document, made when asked for. */
export const SCHEMAS: ReadonlyMap<string, () => JsonObject> = new Map([
	['PlanInput', () => ({$schema: DRAFT, title: 'PlanInput', ...jsonSchemaOf(planInputShape)})],
	['Market', () => ({$schema: DRAFT, title: 'Market', ...jsonSchemaOf(marketShape)})],
	['Sizing', () => document('Sizing', {ruleset: string, region: string, ...sizing, prices})],
	['Chain', () => document('Chain', {ruleset: string, region: string, ...chain, prices})],
	[
		'Quote',
		() =>
			document('Quote', {
				name: string,
				ruleset: string,
				region: string,
				replicas: closed({peak: number, billedHoursPerMonth: number}),
				horizonHours: number,
				...quote,
				prices,
			}),
	],
	['Simulation', simulationSchema],
	['SimulationShard', shardSchema],
	[
		'Plan',
		() =>
			document('Plan', {
				ruleset: string,
				region: string,
				workloads: listOf(workload),
				totals,
				prices,
			}),
	],
	['Diff', diffSchema],
	[
		'PresetList',
		() =>
			document('PresetList', {
				presets: listOf(
					closed({name: string, origin: {enum: ['shipped', 'saved']}, description: string}),
				),
			}),
	],
	...PRICE_SCHEMAS,
	['LintReport', lintSchema],
	['SchemaList', () => document('SchemaList', {kinds: listOf(string)})],
	['RuleList', () => document('RuleList', {rules: listOf(closed(rule))})],
	[
		'Rule',
		() =>
			document('Rule', {...rule, source: string, example: closed({message: string, hint: string})}),
	],
	[
		'Settings',
		() => document('Settings', {settings: {type: 'object', additionalProperties: string}}),
	],
]);
