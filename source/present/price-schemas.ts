import {
	BROKEN_REASONS,
	LEFT_REASONS,
	PRICE_FORMATS,
	RECORD_KINDS,
} from '../domain/pricing/import-tally.ts';
import {PRICE_CHANGES} from '../domain/pricing/own-prices.ts';
import {INTERRUPTION_BUCKETS} from '../domain/pricing/price-record.ts';
import {PRICE_TOPICS, REFRESH_OUTCOMES} from '../domain/pricing/refresh-result.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import {
	amounts,
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

const datedPrice = {
	currency,
	perHour: decimal,
	asOf: nullable(string),
	source: string,
	change: nullable({enum: PRICE_CHANGES}),
};

/** Schemas of what the commands about prices print. */
export const PRICE_SCHEMAS: readonly (readonly [kind: string, schema: () => JsonObject])[] = [
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
						onDemand: nullable(closed({...datedPrice, listPerHour: nullable(decimal)})),
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
				series: listOf(
					closed({
						region: string,
						series: number,
						oldest: string,
						newest: string,
						sources: listOf(string),
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
];
