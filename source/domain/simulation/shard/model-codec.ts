import {
	boolean,
	type Codec,
	choice,
	list,
	mapped,
	nullable,
	number,
	object,
	pair,
	tagged,
	text,
	whole,
} from '../../schema/codec.ts';
import {
	type ModelEntry,
	type ModelStrategy,
	type ModelWorkload,
	type PriceHistory,
	type SimulationModel,
	STRATEGIES,
	type Windows,
} from '../simulation-model.ts';
import {interruption, market} from './market-codec.ts';

/** More cells than any chart has columns. */
const MOST_CELLS = 1000;

const perHour = number(0);

const history: Codec<PriceHistory> = object({
	startHour: number(0),
	seconds: number(0),
	steps: list(pair(number(), number())),
});

const entry: Codec<ModelEntry> = object({
	spec: text,
	billedAs: text,
	onDemandPerHour: perHour,
	spotBasePerHour: nullable(perHour),
	storagePerHour: perHour,
	ratio: number(0),
	interruption,
	history: nullable(history),
});

type SharedWindows = {readonly distinct: readonly Windows[]; readonly ofReplica: readonly number[]};

/** Replicas that run in the same windows share them. */
const windows: Codec<readonly Windows[]> = mapped<readonly Windows[], SharedWindows>(
	object({distinct: list(list(pair(number(0), number(0)))), ofReplica: list(whole())}),
	all => {
		const distinct = [...new Set(all)];
		const places = new Map(distinct.map((each, place) => [each, place]));
		return {distinct, ofReplica: all.map(each => places.get(each) ?? 0)};
	},
	({distinct, ofReplica}) => {
		const all = ofReplica.flatMap(place => {
			const own = distinct[place];
			return own ? [own] : [];
		});
		return all.length === ofReplica.length ? all : undefined;
	},
);

const workload: Codec<ModelWorkload> = tagged('kind', {
	service: object({kind: choice(['service']), windows}),
	batch: object({
		kind: choice(['batch']),
		replicas: whole(),
		starts: list(number(0)),
		end: number(0),
		workSeconds: number(0),
		deadlineSeconds: nullable(number(0)),
		checkpoint: nullable(
			object({everySeconds: number(1), costSeconds: number(0), restoreSeconds: number(0)}),
		),
	}),
});

export const strategyName = choice(STRATEGIES);

const strategy: Codec<ModelStrategy> = object({
	name: strategyName,
	entries: list(whole()),
	payment: choice(['on-demand', 'spot']),
	limitPerHour: nullable(number(0)),
	fallback: boolean,
	policy: choice(['none', 'greedy', 'uniform-progress']),
	reserved: nullable(object({covered: whole(), perInstanceHour: perHour})),
});

export const model: Codec<SimulationModel> = object({
	seed: whole(),
	horizonSeconds: number(1),
	cellSeconds: whole(1),
	cells: whole(1, MOST_CELLS),
	zones: whole(1),
	zoneOrder: choice(['ordered', 'random']),
	startHour: number(0),
	pullSeconds: number(0),
	entries: list(entry),
	market,
	workload,
	strategies: list(strategy),
});
