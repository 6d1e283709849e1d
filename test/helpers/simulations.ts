import type {Provenance} from '../../source/domain/pricing/provenance.ts';
import type {SimulationSetup} from '../../source/domain/simulation/compile/prepare.ts';
import type {PathBlock} from '../../source/domain/simulation/path-columns.ts';
import type {SimulationModel} from '../../source/domain/simulation/simulation-model.ts';
import type {
	CostDistribution,
	Simulation,
	StrategyResult,
} from '../../source/domain/simulation/simulation-result.ts';
import {decimal} from '../../source/domain/units/fraction.ts';
import {type Money, money} from '../../source/domain/units/money.ts';

export const yuan = (amount: string): Money => money('CNY', decimal(amount));

const exactly = (value: number) => ({value, low: value, high: value});

/** One and the same cost on every path. */
export const certain = (amount: string): CostDistribution => {
	const all = exactly(Number(amount));
	return {mean: yuan(amount), se: 0, p10: all, p50: all, p90: all, p99: all};
};

/** 10 pods of 2-4Gi for 30 days: 7,200 pod-hours at 0.441072. */
export const ON_DEMAND: StrategyResult = {
	name: 'on-demand',
	specs: ['2-4Gi'],
	cost: certain('3175.7184'),
	billedHours: {mean: 7200, se: 0},
	interruptions: {mean: 0, se: 0},
	placedShare: 1,
	fallbackShare: 0,
	deadlineMet: null,
	hoursBySpec: [{spec: '2-4Gi', payment: 'on-demand', hours: 7200}],
	vsBaseline: null,
	worstCase: yuan('3175.7184'),
	limit: null,
	covered: null,
};

export const SPOT: StrategyResult = {
	name: 'spot',
	specs: ['ecs.c6.large', '2-4Gi'],
	cost: {
		mean: yuan('646.123456789012'),
		se: 1.234_567_891_23,
		p10: {value: 598.4, low: 595.1, high: 601.2},
		p50: {value: 645.25, low: 643, high: 647.5},
		p90: {value: 731.000_000_4, low: 727.75, high: 736},
		p99: {value: 790.5, low: 780, high: 812.125},
	},
	billedHours: {mean: 7150.5, se: 0.75},
	interruptions: {mean: 41.25, se: 0.2},
	placedShare: 0.9931,
	fallbackShare: 0,
	deadlineMet: null,
	hoursBySpec: [
		{spec: 'ecs.c6.large', payment: 'spot', hours: 6435.5},
		{spec: '2-4Gi', payment: 'spot', hours: 715},
	],
	// 646.123456789012 − 3175.7184, and that over 3175.7184
	vsBaseline: {mean: yuan('-2529.594943210988'), se: 1.234_567_891_23, percent: -79.654_258},
	worstCase: yuan('3175.7184'),
	limit: null,
	covered: null,
};

export const FALLBACK: StrategyResult = {
	...SPOT,
	name: 'spot-fallback',
	cost: {
		mean: yuan('712.5'),
		se: 0.004,
		p10: {value: 650, low: 648, high: 652},
		p50: {value: 710.5, low: 709, high: 712},
		p90: {value: 780, low: 778, high: 783},
		p99: {value: 850, low: 841, high: 866},
	},
	placedShare: 0.999_91,
	fallbackShare: 0.034,
	hoursBySpec: [
		{spec: 'ecs.c6.large', payment: 'spot', hours: 6907.38},
		{spec: '2-4Gi', payment: 'on-demand', hours: 243.12},
	],
	vsBaseline: {mean: yuan('-2463.2184'), se: 0.004, percent: -77.564_13},
};

/** Ten cells of three days; each strategy grows evenly. */
const HOURS = Array.from({length: 10}, (_, index) => (index + 1) * 72);

const evenly = (whole: number): readonly number[] => HOURS.map(hour => (whole * hour) / 720);

export const SIMULATION: Simulation = {
	currency: 'CNY',
	region: 'cn-hangzhou',
	ruleset: '2020',
	seed: 1,
	paths: 1000,
	pathsAsked: 1000,
	horizonSeconds: 2_592_000,
	baseline: 'on-demand',
	market: 'normal',
	assumptions: [
		{id: 'market', facts: {name: 'normal'}},
		{
			id: 'price-law',
			facts: {law: 'ar1', sigma: 0.05, phi: 0.97, changeProbability: 0.15, floor: 0.1, cap: 1},
		},
		{id: 'spot-ratio', facts: {spec: 'ecs.c6.large', ratio: 0.25, source: 'assumed'}},
		{id: 'interruption-rate', facts: {rate: 0.03, perHours: 24, meanHours: 787.94}},
		{id: 'stock', facts: {law: 'renewal', meanUpHours: 200, meanDownHours: 1}},
		{id: 'checks', facts: {checkMinutes: 5, noticeMinutes: 3}},
	],
	strategies: [ON_DEMAND, SPOT, FALLBACK],
	series: {
		hours: HOURS,
		strategies: [
			{
				name: 'on-demand',
				p10: evenly(3175.7184),
				p50: evenly(3175.7184),
				p90: evenly(3175.7184),
			},
			{name: 'spot', p10: evenly(598.4), p50: evenly(645.25), p90: evenly(731)},
			{name: 'spot-fallback', p10: evenly(650), p50: evenly(710.5), p90: evenly(780)},
		],
	},
	breakEven: [
		{kind: 'spot-ratio', strategy: 'spot', ratio: 0.9876},
		{kind: 'reserved-hours-per-day', hours: 16.44},
		{kind: 'price-limit', perHour: yuan('0.142'), reason: 'service'},
	],
	drivers: [
		{strategy: 'spot', kind: 'price', share: 0.12},
		{strategy: 'spot', kind: 'interruptions', share: 0.004},
		{strategy: 'spot-fallback', kind: 'fallback', share: 0.056},
	],
};

export const PRICES: Provenance = {
	asOf: '2024-12-30',
	ageDays: 1,
	sources: ['list of the test'],
	diagnostics: [],
};

/** A batch run with a deadline, of too few paths for P99, stopped before the end. */
export const STOPPED: Simulation = {
	...SIMULATION,
	paths: 448,
	strategies: [
		{...ON_DEMAND, deadlineMet: {share: 1, low: 0.991_49, high: 1}},
		{
			...SPOT,
			name: 'uniform-progress',
			cost: {...SPOT.cost, p99: null},
			deadlineMet: {share: 0.9955, low: 0.984, high: 0.9987},
		},
		{
			...FALLBACK,
			name: 'spot-limit',
			cost: {...FALLBACK.cost, p99: null},
			limit: {perHour: yuan('0.142'), isAdvised: true},
			deadlineMet: {share: 0.5, low: 0.454, high: 0.546},
		},
		{...ON_DEMAND, name: 'reserved', covered: 3, deadlineMet: null, hoursBySpec: []},
	],
	breakEven: [
		{kind: 'spot-ratio', strategy: 'spot', ratio: null},
		{kind: 'reserved-months', months: 8.21},
		{kind: 'checkpoint-interval', seconds: 6840, expectedHours: 109.5761},
	],
	drivers: [],
};

/** Nothing is ever placed, so nothing costs anything. */
export const NOTHING: Simulation = {
	...SIMULATION,
	strategies: [
		{
			...ON_DEMAND,
			cost: certain('0'),
			billedHours: {mean: 0, se: 0},
			placedShare: 0,
			hoursBySpec: [],
		},
		{
			...SPOT,
			cost: certain('0'),
			billedHours: {mean: 0, se: 0},
			placedShare: 0,
			hoursBySpec: [],
			vsBaseline: {mean: yuan('0'), se: 0, percent: null},
		},
	],
	series: {hours: [], strategies: []},
	breakEven: [],
	drivers: [],
};

/** A model for engines that don't look at it. */
export const MODEL: SimulationModel = {
	seed: 1,
	horizonSeconds: 2_592_000,
	cellSeconds: 259_200,
	cells: 10,
	zones: 1,
	zoneOrder: 'ordered',
	startHour: 0,
	pullSeconds: 60,
	entries: [],
	market: {
		price: {law: 'constant', floor: 0.1, cap: 1, ratio: null},
		interruption: {law: 'none'},
		stock: {law: 'always'},
		onDemandStock: {law: 'always'},
		protectionSeconds: 3600,
		checkSeconds: 300,
		noticeSeconds: 180,
		retrySeconds: 300,
		trySeconds: 10,
		commonShock: 0.9,
	},
	workload: {kind: 'service', windows: []},
	strategies: [],
};

export const SETUP: SimulationSetup = {
	model: MODEL,
	rates: [],
	currency: 'CNY',
	region: 'cn-hangzhou',
	ruleset: '2020',
	paths: 1000,
	baseline: 'on-demand',
	shown: ['on-demand', 'spot', 'spot-fallback'],
	market: 'normal',
	limit: null,
	advice: null,
	reservedHours: null,
	assumptions: [],
};

/** The simulation of as many paths as were drawn. */
export const finishOf = (
	{paths: pathsAsked}: SimulationSetup,
	blocks: readonly PathBlock[],
): Simulation => {
	const paths = blocks.reduce((sum, {count}) => sum + count, 0);
	const strategies = SIMULATION.strategies.map(result => ({
		...result,
		cost: {...result.cost, p99: paths < 1000 ? null : result.cost.p99},
	}));
	return {...SIMULATION, paths, pathsAsked, strategies};
};
