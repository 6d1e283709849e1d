import {toNumber} from '../../units/fraction.ts';
import type {ModelStrategy, SimulationModel} from '../simulation-model.ts';
import type {Driver, EntryRates} from '../simulation-result.ts';
import {runsOf} from '../statistics/asked.ts';
import {estimateOf} from '../statistics/estimates.ts';
import {costParts, meanCost} from '../statistics/exact-cost.ts';
import {inPathOrder, type JoinedColumns, joinBlocks} from '../statistics/joined-columns.ts';
import type {SimulationRun} from '../statistics/simulation-run.ts';

/** Less of the cost isn't worth a word. */
const SMALLEST_SHARE = 0.0005;

/** Money by cause, on a mean path. */
type Causes = Readonly<Record<Driver['kind'], number>>;

type Lane = {
	readonly model: SimulationModel;
	readonly strategy: ModelStrategy;
	readonly columns: JoinedColumns;
	readonly rates: readonly EntryRates[];
	readonly mean: number;
};

/** What a second on spot is expected to cost; pay-as-you-go where spot doesn't sell it. */
const spotPrice = ({model: {market, entries}, rates}: Lane, index: number): number => {
	const rate = rates[index];
	if (!rate) return 0;
	if (!rate.spotBasePerSecond) return toNumber(rate.onDemandPerSecond);
	const ratio = market.price.ratio ?? entries[index]?.ratio ?? 0;
	return toNumber(rate.spotBasePerSecond) * ratio + toNumber(rate.storagePerSecond);
};

const onDemandPrice = ({rates}: Lane, index: number): number => {
	const rate = rates[index];
	return rate ? toNumber(rate.onDemandPerSecond) : 0;
};

/** What seconds cost more at their own prices than at the price of the first choice. */
const dearer = (
	{strategy: {entries}, columns}: Lane,
	seconds: readonly bigint[],
	priceOf: (index: number) => number,
	first: number,
): number =>
	entries.reduce(
		(sum, index) => sum + Number(seconds[index] ?? 0n) * Math.max(0, priceOf(index) - first),
		0,
	) / columns.cost.length;

const firstPrice = (lane: Lane): number => {
	const {strategy, model} = lane;
	const [first = 0] = strategy.entries;
	if (strategy.payment === 'on-demand') return onDemandPrice(lane, first);
	const sold = strategy.entries.find(index => model.entries[index]?.spotBasePerHour != null);
	return spotPrice(lane, sold ?? first);
};

/** Billed seconds beyond saved work, its checkpoints and all start-ups; a service does nothing again. */
const reworkSeconds = ({model, columns}: Lane, interruptions: number, restart: number): number => {
	const {workload, pullSeconds} = model;
	if (workload.kind === 'service') return 0;
	const {everySeconds = 1, costSeconds = 0} = workload.checkpoint ?? {};
	const saved = estimateOf(columns.servedSeconds).mean * (1 + costSeconds / everySeconds);
	const starts = runsOf(model) * pullSeconds + interruptions * restart;
	return Math.max(0, estimateOf(columns.billedSeconds).mean - saved - starts);
};

const causesOf = (lane: Lane): Causes => {
	const {model, strategy, columns, rates, mean} = lane;
	const {totals, cost} = columns;
	const isSpot = strategy.payment === 'spot';
	const restore = model.workload.kind === 'batch' ? model.workload.checkpoint?.restoreSeconds : 0;
	const restart = model.pullSeconds + (restore ?? 0);
	const interruptions = estimateOf(columns.interruptions).mean;
	const billed = estimateOf(columns.billedSeconds).mean;
	const price = billed === 0 ? 0 : mean / billed;
	const first = firstPrice(lane);
	const onDemand = dearer(lane, totals.onDemandSeconds, i => onDemandPrice(lane, i), first);
	const spot = dearer(lane, totals.spotSeconds, i => spotPrice(lane, i), first);
	return {
		price: toNumber(costParts(totals, rates).spot) / cost.length,
		stock: isSpot ? spot : onDemand,
		fallback: isSpot ? onDemand : 0,
		interruptions: interruptions * restart * price,
		rework: isSpot ? reworkSeconds(lane, interruptions, restart) * price : 0,
	};
};

/** Share of the cost; reserved instances aren't charged by the second. */
const sharesOf = (lane: Lane): readonly Driver[] => {
	if (lane.mean === 0 || lane.strategy.reserved) return [];
	const causes = causesOf(lane);
	const kinds = Object.keys(causes) as readonly Driver['kind'][];
	return kinds.map(kind => ({
		strategy: lane.strategy.name,
		kind,
		share: causes[kind] / lane.mean,
	}));
};

/**
 * What the cost of each strategy is due to, the largest first: a share of the mean cost is also what
 * the cost would grow by if there were twice as much of it. `price`: charged at spot prices; `stock`:
 * what later specs of the chain cost more than the first; `fallback`: what pay-as-you-go costs more
 * than spot; `interruptions`: start-ups after them; `rework`: time that was billed and had to be done
 * again. An hour may count for two of them: work done again is paid at spot prices.
 */
export const driversOf = (run: SimulationRun): readonly Driver[] => {
	const {model, rates} = run;
	const blocks = inPathOrder(run.blocks);
	return model.strategies.flatMap((strategy, index) => {
		const columns = joinBlocks(blocks, index);
		const mean = toNumber(meanCost(strategy, columns, rates));
		return sharesOf({model, strategy, columns, rates, mean})
			.filter(({share}) => share >= SMALLEST_SHARE)
			.toSorted((a, b) => b.share - a.share);
	});
};
