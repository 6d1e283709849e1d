import type {JsonObject} from '../domain/schema/json-schema.ts';
import {STRATEGIES} from '../domain/simulation/simulation-model.ts';
import {ASSUMPTIONS} from '../domain/simulation/simulation-result.ts';
import {
	boolean,
	closed,
	count,
	currency,
	decimal,
	document,
	listOf,
	nullable,
	number,
	prices,
	string,
} from './schema-parts.ts';

const share: JsonObject = {type: 'number', minimum: 0, maximum: 1};
const strategy: JsonObject = {enum: STRATEGIES};
const estimate = closed({mean: number, se: number});
const range = closed({low: decimal, high: decimal});
const course = closed({p10: listOf(decimal), p50: listOf(decimal), p90: listOf(decimal)});

const breakEven = {
	'spot-ratio': {strategy, ratio: nullable(number)},
	'reserved-hours-per-day': {hoursPerDay: number},
	'reserved-months': {months: number},
	'checkpoint-interval': {seconds: number, expectedHours: number},
	'price-limit': {
		currency,
		perHour: decimal,
		reason: {enum: ['service', 'batch', 'deadline']},
	},
} satisfies Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

const result = closed({
	name: strategy,
	specs: listOf(string),
	currency,
	cost: closed({
		mean: decimal,
		se: decimal,
		p10: decimal,
		p50: decimal,
		p90: decimal,
		p99: nullable(decimal),
	}),
	billedHours: estimate,
	interruptions: estimate,
	placedShare: share,
	fallbackShare: share,
	deadlineMet: nullable(share),
	hoursBySpec: {type: 'object', additionalProperties: number},
	hoursByPayment: listOf(
		closed({spec: string, payment: {enum: ['on-demand', 'spot']}, hours: number}),
	),
	vsBaseline: closed({mean: decimal, se: decimal, percent: nullable(number)}),
	worstCase: decimal,
	confidence: closed({
		p10: range,
		p50: range,
		p90: range,
		p99: nullable(range),
		deadlineMet: nullable(closed({low: share, high: share})),
	}),
	priceLimit: nullable(closed({perHour: decimal, advised: boolean})),
	reserved: nullable(count),
});

export const simulationSchema = (): JsonObject =>
	document('Simulation', {
		region: string,
		ruleset: string,
		currency,
		seed: number,
		paths: count,
		pathsAsked: count,
		horizonHours: number,
		market: string,
		baseline: strategy,
		assumptions: listOf(
			closed({
				id: {enum: ASSUMPTIONS},
				label: string,
				message: string,
				change: string,
				facts: {
					type: 'object',
					additionalProperties: {anyOf: [{type: 'string'}, {type: 'number'}]},
				},
			}),
		),
		confidenceLevel: share,
		strategies: listOf(result),
		series: closed(
			{hours: listOf(number)},
			Object.fromEntries(STRATEGIES.map(name => [name, course])),
		),
		breakEven: listOf({
			anyOf: Object.entries(breakEven).map(([kind, figures]) =>
				closed({kind: {const: kind}, ...figures, message: string}),
			),
		}),
		drivers: listOf(
			closed({
				strategy,
				kind: {enum: ['price', 'interruptions', 'stock', 'fallback', 'rework']},
				share: number,
			}),
		),
		prices,
	});
