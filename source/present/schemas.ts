import {SEVERITIES} from '../domain/diagnostics.ts';
import {API_VERSION, planInputShape} from '../domain/input/plan-input.ts';
import {
	BROKEN_REASONS,
	LEFT_REASONS,
	PRICE_FORMATS,
	RECORD_KINDS,
} from '../domain/pricing/import-tally.ts';
import {INTERRUPTION_BUCKETS} from '../domain/pricing/price-record.ts';
import {PRICE_TOPICS, REFRESH_OUTCOMES} from '../domain/pricing/refresh-result.ts';
import {CHECKED} from '../domain/rules/rule-rows.ts';
import {type JsonObject, jsonSchemaOf} from '../domain/schema/json-schema.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

const string: JsonObject = {type: 'string'};
const number: JsonObject = {type: 'number'};
const count: JsonObject = {type: 'integer', minimum: 0};
const boolean: JsonObject = {type: 'boolean'};
const decimal: JsonObject = {type: 'string', pattern: '^-?\\d+(\\.\\d+)?$'};
const currency: JsonObject = {enum: ['CNY', 'USD']};

const nullable = (schema: JsonObject): JsonObject => ({anyOf: [schema, {type: 'null'}]});
const listOf = (items: JsonObject): JsonObject => ({type: 'array', items});

/** An object with all of these keys; `path` and other optional ones are named apart. */
const closed = (
	properties: Readonly<Record<string, JsonObject>>,
	optional: Readonly<Record<string, JsonObject>> = {},
): JsonObject => ({
	type: 'object',
	properties: {...properties, ...optional},
	required: Object.keys(properties),
	additionalProperties: false,
});

const diagnostics = listOf(
	closed(
		{rule: string, severity: {enum: ['error', 'warning', 'info']}, message: string, hint: string},
		{path: string, line: number, column: number},
	),
);
const prices = closed({asOf: nullable(string), source: string});
const amounts = {vcpu: number, memoryGiB: number};
const datedPrice = {currency, perHour: decimal, asOf: nullable(string), source: string};
const price = closed({currency, perSecond: decimal, perHour: decimal, perMonth: decimal});

const document = (kind: string, properties: Readonly<Record<string, JsonObject>>): JsonObject => ({
	$schema: DRAFT,
	title: kind,
	...closed({apiVersion: {const: API_VERSION}, kind: {const: kind}, ...properties, diagnostics}),
});

const sizing = {
	request: closed(amounts),
	billed: nullable(closed({spec: string, ...amounts})),
	rounded: boolean,
	price: nullable(price),
	roundingPrice: nullable(price),
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
			basis: {enum: ['list', 'advice', 'quote', 'ratio', 'assumed', 'reserved']},
			currency,
			perHour: nullable(decimal),
			perMonth: nullable(decimal),
			vsBaseline: nullable(number),
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
	startUp: closed({
		seconds: number,
		basis: {enum: ['given', 'cached', 'transfer', 'assumed']},
		cachedSeconds: nullable(number),
		uncachedSeconds: nullable(number),
		currency,
		cacheSavingPerMonth: nullable(decimal),
	}),
};

const entries = listOf(
	closed({
		rank: number,
		spec: string,
		kind: {enum: ['cpu-mem', 'ecs', 'gpu']},
		...amounts,
		perHour: nullable(decimal),
		spotPerHour: nullable(decimal),
		reason: string,
	}),
);

const workload = closed({
	file: nullable(string),
	document: nullable(number),
	kind: string,
	name: string,
	namespace: nullable(string),
	replicas: number,
	...sizing,
	useSpecs: string,
	entries,
	...quote,
	diagnostics,
});

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
	['Sizing', () => document('Sizing', {ruleset: string, region: string, ...sizing, prices})],
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
	[
		'Plan',
		() =>
			document('Plan', {
				ruleset: string,
				region: string,
				workloads: listOf(workload),
				totals: total,
				prices,
			}),
	],
	[
		'PresetList',
		() =>
			document('PresetList', {
				presets: listOf(
					closed({name: string, origin: {enum: ['shipped', 'saved']}, description: string}),
				),
			}),
	],
	[
		'PriceList',
		() =>
			document('PriceList', {
				region: string,
				currency,
				matching: number,
				types: listOf(
					closed({
						type: string,
						family: string,
						...amounts,
						gpu: number,
						onDemand: nullable(closed(datedPrice)),
						spot: listOf(closed({zone: string, ...datedPrice})),
						subscription: nullable(closed(datedPrice)),
						advice: listOf(
							closed({
								zone: string,
								percentOfOnDemand: number,
								interruption: {enum: INTERRUPTION_BUCKETS},
								asOf: string,
								source: string,
							}),
						),
					}),
				),
				prices,
			}),
	],
	[
		'PriceSources',
		() =>
			document('PriceSources', {
				sources: listOf(
					closed({
						source: string,
						prices: number,
						oldest: nullable(string),
						newest: nullable(string),
						ageDays: nullable(number),
					}),
				),
				regions: listOf(
					closed({
						region: string,
						types: number,
						onDemand: number,
						spot: number,
						spotZones: number,
						advice: number,
						subscription: number,
						imported: number,
					}),
				),
				imports: listOf(
					closed({
						source: string,
						format: {enum: [...PRICE_FORMATS, 'api']},
						addedOn: string,
						taken: number,
					}),
				),
			}),
	],
	[
		'PriceRefresh',
		() =>
			document('PriceRefresh', {
				region: string,
				source: string,
				asOf: string,
				asked: closed({types: number, what: listOf({enum: PRICE_TOPICS}), historyHours: number}),
				calls: number,
				counts: listOf(
					closed({
						what: {enum: PRICE_TOPICS},
						outcome: {enum: REFRESH_OUTCOMES},
						count: number,
					}),
				),
			}),
	],
	[
		'PriceImport',
		() =>
			document('PriceImport', {
				file: string,
				format: {enum: PRICE_FORMATS},
				taken: count,
				left: count,
				takenByKind: listOf(closed({kind: {enum: RECORD_KINDS}, prices: count})),
				takenByRegion: listOf(closed({region: string, prices: count})),
				leftByReason: listOf(closed({reason: {enum: LEFT_REASONS}, prices: count})),
				broken: listOf(
					closed({line: count, reason: {enum: BROKEN_REASONS}, field: nullable(string)}),
				),
			}),
	],
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
