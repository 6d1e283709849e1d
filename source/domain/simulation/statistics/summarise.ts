import {divide, type Fraction, isZero, subtract, toNumber} from '../../units/fraction.ts';
import {type Currency, money} from '../../units/money.ts';
import type {EntryTotals} from '../path-columns.ts';
import type {ModelStrategy, SimulationModel} from '../simulation-model.ts';
import type {CostDistribution, Estimate, StrategyResult} from '../simulation-result.ts';
import {askedSeconds, runsOf} from './asked.ts';
import {estimateOf, pairedDifference, wilsonInterval} from './estimates.ts';
import {meanCost} from './exact-cost.ts';
import {inPathOrder, type JoinedColumns, joinBlocks} from './joined-columns.ts';
import {quantileOf} from './order-statistics.ts';
import type {SimulationRun} from './simulation-run.ts';
import {worstCase} from './worst-case.ts';

const SECONDS_PER_HOUR = 3600;

/** Fewer say nothing about one path in a hundred. */
const PATHS_FOR_P99 = 1000;

/** One strategy with its paths and its mean cost. */
type Lane = {
	readonly strategy: ModelStrategy;
	readonly columns: JoinedColumns;
	readonly mean: Fraction;
};

const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);

const inHours = ({mean, se}: Estimate): Estimate => ({
	mean: mean / SECONDS_PER_HOUR,
	se: se / SECONDS_PER_HOUR,
});

const distributionOf = ({columns: {cost}, mean}: Lane, currency: Currency): CostDistribution => {
	const sorted = cost.toSorted();
	return {
		mean: money(currency, mean),
		se: estimateOf(cost).se,
		p10: quantileOf(sorted, 0.1),
		p50: quantileOf(sorted, 0.5),
		p90: quantileOf(sorted, 0.9),
		p99: cost.length < PATHS_FOR_P99 ? null : quantileOf(sorted, 0.99),
	};
};

/** All of nothing is placed. */
const placedShare = (model: SimulationModel, {servedSeconds}: JoinedColumns): number => {
	const asked = askedSeconds(model) * servedSeconds.length;
	return asked === 0 ? 1 : total(servedSeconds) / asked;
};

const fallbackShare = ({fallbackSeconds, billedSeconds}: JoinedColumns): number => {
	const billed = total(billedSeconds);
	return billed === 0 ? 0 : total(fallbackSeconds) / billed;
};

/**
 * The interval counts paths, not runs: runs of one path share its market, so that they say little more
 * than one.
 */
const deadlineMet = (
	model: SimulationModel,
	{runsInTime}: JoinedColumns,
): StrategyResult['deadlineMet'] => {
	const {workload} = model;
	const runs = runsOf(model);
	if (workload.kind === 'service' || workload.deadlineSeconds === null || runs === 0) return null;
	const paths = runsInTime.length;
	const share = total(runsInTime) / (runs * paths);
	return {share, ...wilsonInterval(share, paths)};
};

/** Specs that several entries stand for are one. */
const hoursBySpec = (
	{entries}: SimulationModel,
	{onDemandSeconds, spotSeconds}: EntryTotals,
	paths: number,
): StrategyResult['hoursBySpec'] => {
	const specs = [...new Set(entries.map(({spec}) => spec))];
	const hoursOf = (wanted: string, seconds: readonly bigint[]): number => {
		const sum = entries.reduce(
			(all, {spec}, entry) => (spec === wanted ? all + (seconds[entry] ?? 0n) : all),
			0n,
		);
		return Number(sum) / SECONDS_PER_HOUR / paths;
	};
	return specs
		.flatMap(spec => [
			{spec, payment: 'spot' as const, hours: hoursOf(spec, spotSeconds)},
			{spec, payment: 'on-demand' as const, hours: hoursOf(spec, onDemandSeconds)},
		])
		.filter(({hours}) => hours > 0);
};

const vsBaseline = (
	lane: Lane,
	baseline: Lane | undefined,
	currency: Currency,
): StrategyResult['vsBaseline'] => {
	if (!baseline || baseline === lane) return null;
	const more = subtract(lane.mean, baseline.mean);
	return {
		mean: money(currency, more),
		se: pairedDifference(lane.columns.cost, baseline.columns.cost).se,
		percent: isZero(baseline.mean) ? null : 100 * toNumber(divide(more, baseline.mean)),
	};
};

/** Everything that is said of each strategy; the order of blocks doesn't matter. */
export const summarise = (run: SimulationRun): readonly StrategyResult[] => {
	const {model, rates, currency, limit} = run;
	const blocks = inPathOrder(run.blocks);
	const lanes = model.strategies.map((strategy, index): Lane => {
		const columns = joinBlocks(blocks, index);
		return {strategy, columns, mean: meanCost(strategy, columns, rates)};
	});
	const baseline = lanes.find(({strategy}) => strategy.name === run.baseline);
	const resultOf = (lane: Lane): StrategyResult => {
		const {strategy, columns} = lane;
		return {
			name: strategy.name,
			specs: strategy.entries.flatMap(index => model.entries[index]?.spec ?? []),
			cost: distributionOf(lane, currency),
			billedHours: inHours(estimateOf(columns.billedSeconds)),
			interruptions: estimateOf(columns.interruptions),
			placedShare: placedShare(model, columns),
			fallbackShare: fallbackShare(columns),
			deadlineMet: deadlineMet(model, columns),
			hoursBySpec: hoursBySpec(model, columns.totals, columns.cost.length),
			vsBaseline: vsBaseline(lane, baseline, currency),
			worstCase: money(currency, worstCase(model, strategy, columns, rates)),
			limit: strategy.limitPerHour === null ? null : limit,
			covered: strategy.reserved?.covered ?? null,
		};
	};
	return lanes.map(resultOf);
};
