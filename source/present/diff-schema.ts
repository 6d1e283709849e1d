import {FACTORS} from '../domain/diff/changes.ts';
import {STATUSES} from '../domain/diff/compare.ts';
import {SPOT_STRATEGIES} from '../domain/input/plan-input.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import {
	amounts,
	boolean,
	closed,
	count,
	currency,
	decimal,
	document,
	listOf,
	nullable,
	number,
	string,
} from './schema-parts.ts';

const side = nullable(
	closed({
		state: {enum: ['planned', 'daemonset', 'elsewhere', 'invalid']},
		region: string,
		ruleset: string,
		replicas: count,
		minReplicas: count,
		request: nullable(closed(amounts)),
		billed: nullable(string),
		useSpecs: nullable(string),
		spot: nullable(closed({strategy: {enum: SPOT_STRATEGIES}, priceLimit: nullable(string)})),
		perMonth: nullable(decimal),
		minPerMonth: nullable(decimal),
		spotPerMonth: nullable(decimal),
	}),
);

const changes = listOf(
	closed({
		fields: listOf(closed({field: {enum: FACTORS}, old: nullable(string), new: nullable(string)})),
		perMonth: nullable(decimal),
	}),
);

const pair = {perMonth: decimal, minPerMonth: decimal};

export const diffSchema = (): JsonObject =>
	document('Diff', {
		workloads: listOf(
			closed({
				kind: string,
				name: string,
				namespace: nullable(string),
				status: {enum: STATUSES},
				currency,
				old: side,
				new: side,
				perMonth: nullable(decimal),
				minPerMonth: nullable(decimal),
				percent: nullable(number),
				missing: boolean,
				changes,
			}),
		),
		totals: closed({
			currency,
			period: {const: 'month'},
			old: closed(pair),
			new: closed(pair),
			...pair,
			percent: nullable(number),
			incomplete: boolean,
			workloads: closed({
				added: count,
				removed: count,
				changed: count,
				unchanged: count,
				missing: count,
			}),
		}),
	});
