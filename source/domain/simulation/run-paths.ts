import {openBatch} from './batch.ts';
import {openDeadlineRuns} from './deadline.ts';
import {type Market, openMarket} from './market/market.ts';
import {RATIO_UNITS} from './market/price-path.ts';
import {noTotals, type PathBlock, type StrategyColumns} from './path-columns.ts';
import type {RunWorkload} from './pod.ts';
import {applyReserved, reservedHours} from './reserved-hours.ts';
import {openService} from './service.ts';
import type {ModelStrategy, SimulationModel} from './simulation-model.ts';
import {clearTally, emptyTally, type Tally} from './tally.ts';
import {wayOf} from './way.ts';

/** Runs `count` paths from path `from` on. */
export type RunPaths = (from: number, count: number) => PathBlock;

type OpenColumns = Omit<StrategyColumns, 'totals'> & {
	readonly totals: ReturnType<typeof noTotals>;
};

const emptyColumns = ({entries, cells}: SimulationModel, count: number): OpenColumns => ({
	cost: new Float64Array(count),
	billedSeconds: new Float64Array(count),
	interruptions: new Float64Array(count),
	servedSeconds: new Float64Array(count),
	fallbackSeconds: new Float64Array(count),
	runsInTime: new Float64Array(count),
	cells: new Float64Array(count * cells),
	totals: noTotals(entries.length),
});

const addTotals = (totals: bigint[], amounts: Float64Array, size = 1n): void => {
	for (let entry = 0; entry < amounts.length; entry++) {
		const amount = amounts[entry] ?? 0;
		if (amount > 0) totals[entry] = (totals[entry] ?? 0n) + size * BigInt(amount);
	}
};

const writePath = (columns: OpenColumns, row: number, tally: Tally): void => {
	const cells = tally.cells.length;
	let cost = 0;
	for (let cell = 0; cell < cells; cell++) {
		cost += tally.cells[cell] ?? 0;
		columns.cells[row * cells + cell] = cost;
	}
	columns.cost[row] = cost;
	columns.billedSeconds[row] = tally.billedSeconds;
	columns.interruptions[row] = tally.interruptions;
	columns.servedSeconds[row] = tally.servedSeconds;
	columns.fallbackSeconds[row] = tally.fallbackSeconds;
	columns.runsInTime[row] = tally.runsInTime;
	addTotals(columns.totals.onDemandSeconds, tally.onDemandSeconds);
	addTotals(columns.totals.spotSeconds, tally.spotSeconds);
	addTotals(columns.totals.spotRatioSeconds, tally.spotRatioSeconds, BigInt(RATIO_UNITS));
	addTotals(columns.totals.spotRatioSeconds, tally.spotRatioRest);
};

/** Pay-as-you-go that is always in stock comes to the same on every path. */
const isCertain = ({payment}: ModelStrategy, {market}: SimulationModel): boolean =>
	payment === 'on-demand' && market.onDemandStock.law === 'always';

const openWorkload = (model: SimulationModel): RunWorkload => {
	const {workload} = model;
	if (workload.kind === 'service') return openService(model, workload.windows);
	const plain = openBatch(model, workload);
	const withPolicy = openDeadlineRuns(model, workload);
	return (way, path, tally) =>
		(way.strategy.policy === 'none' ? plain : withPolicy)(way, path, tally);
};

/** Follows one strategy along one path after the other. */
type Lane = (path: number) => Tally;

const openLane = (
	model: SimulationModel,
	market: Market,
	run: RunWorkload,
	strategy: ModelStrategy,
): Lane => {
	const way = wayOf(model, market, strategy);
	const tally = emptyTally(model, reservedHours(model, strategy));
	const certain = isCertain(strategy, model);
	let isKnown = false;
	return path => {
		if (certain && isKnown) return tally;
		isKnown = true;
		clearTally(tally);
		run(way, path, tally);
		applyReserved(model, strategy, tally);
		return tally;
	};
};

/**
 * The engine for one model. A path depends on its number and the seed alone: not on the paths before it,
 * nor on the other strategies, which all see the same market.
 */
export const openSimulation = (model: SimulationModel): RunPaths => {
	const market = openMarket(model);
	const run = openWorkload(model);
	const lanes = model.strategies.map(strategy => openLane(model, market, run, strategy));
	return (from, count) => {
		const strategies = lanes.map(() => emptyColumns(model, count));
		for (let row = 0; row < count; row++)
			strategies.forEach((columns, index) => {
				const tally = lanes[index]?.(from + row);
				if (tally) writePath(columns, row, tally);
			});
		return {from, count, strategies};
	};
};
