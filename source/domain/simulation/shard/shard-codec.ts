import {SEVERITIES} from '../../diagnostics.ts';
import {API_VERSION, MAX_PATHS} from '../../input/plan-input.ts';
import {
	big,
	boolean,
	type Codec,
	choice,
	exact,
	list,
	matching,
	nullable,
	object,
	rawText,
	text,
	unread,
	whole,
} from '../../schema/codec.ts';
import type {Json} from '../../schema/json-schema.ts';
import {CURRENCIES, type Money} from '../../units/money.ts';
import type {SimulationSetup} from '../compile/prepare.ts';
import type {Column, EntryTotals, StrategyColumns} from '../path-columns.ts';
import type {EntryRates} from '../simulation-result.ts';
import {assumption} from './assumption-codec.ts';
import {model, strategyName} from './model-codec.ts';
import type {SaidDiagnostic, ShardedRun, ShardPlace} from './shard.ts';

/** More shards than paths make no sense. */
export const MOST_SHARDS = MAX_PATHS;

const currency = choice(CURRENCIES);
const money: Codec<Money> = object({currency, amount: exact});

const rates: Codec<EntryRates> = object({
	onDemandPerSecond: exact,
	spotBasePerSecond: nullable(exact),
	storagePerSecond: exact,
});

const setup: Codec<SimulationSetup> = object({
	model,
	rates: list(rates),
	currency,
	region: text,
	ruleset: text,
	paths: whole(1, MAX_PATHS),
	baseline: strategyName,
	shown: list(strategyName),
	market: rawText,
	limit: nullable(object({perHour: money, isAdvised: boolean})),
	advice: nullable(object({perHour: money, reason: choice(['service', 'batch', 'deadline'])})),
	reservedHours: nullable(exact),
	assumptions: list(assumption),
});

const advice = object({message: text, hint: text});

const said: Codec<SaidDiagnostic> = object({
	rule: matching(/^[a-z0-9-]+$/, 100),
	severity: choice(SEVERITIES),
	path: nullable(rawText),
	texts: object({en: advice, 'zh-CN': advice}),
});

export const shardedRun: Codec<ShardedRun> = object({
	setup,
	prices: object({
		asOf: nullable(matching(/^\d{4}-\d{2}-\d{2}$/, 10)),
		ageDays: nullable(whole()),
		sources: list(text),
	}),
	said: list(said),
});

const place: Codec<ShardPlace> = object({
	index: whole(1, MOST_SHARDS),
	count: whole(1, MOST_SHARDS),
});

/** Larger than any sum of money or of seconds that a plan comes to. */
const LARGEST = 1e15;

/** Numbers come by the million: they are read in one go. */
const column = (minimum: number): Codec<Column> => ({
	schema: {type: 'array', items: {type: 'number', minimum, maximum: LARGEST}},
	write: values => Array.from(values),
	read: (values, path, complain) => {
		if (!Array.isArray(values)) {
			complain(path, values === undefined ? 'missing' : 'value');
			return undefined;
		}
		const wrong = values.findIndex(
			value => !(typeof value === 'number' && value >= minimum && value <= LARGEST),
		);
		if (wrong < 0) return Float64Array.from(values);
		complain(`${path}[${wrong}]`, 'value');
		return undefined;
	},
});

const totals: Codec<EntryTotals> = object({
	onDemandSeconds: list(big),
	spotSeconds: list(big),
	spotRatioSeconds: list(big),
});

const columns: Codec<StrategyColumns> = object({
	cost: column(-LARGEST),
	billedSeconds: column(0),
	interruptions: column(0),
	servedSeconds: column(0),
	fallbackSeconds: column(0),
	runsInTime: column(0),
	cells: column(-LARGEST),
	totals,
});

export const SHARD_KIND = 'SimulationShard';

/** A shard as a document. */
export type ShardDocument = {
	readonly apiVersion: typeof API_VERSION;
	readonly kind: typeof SHARD_KIND;
	/** Of the program that drew the paths. */
	readonly version: string;
	readonly shard: ShardPlace;
	readonly from: number;
	readonly paths: number;
	readonly run: ShardedRun;
	readonly strategies: readonly StrategyColumns[];
	/** For people and scripts; a merge takes what stands in `run`. */
	readonly prices: Json;
	readonly diagnostics: Json;
};

export const shardDocument: Codec<ShardDocument> = object({
	apiVersion: choice([API_VERSION]),
	kind: choice([SHARD_KIND]),
	version: text,
	shard: place,
	from: whole(0, MAX_PATHS),
	paths: whole(0, MAX_PATHS),
	run: shardedRun,
	strategies: list(columns),
	prices: unread,
	diagnostics: unread,
});
