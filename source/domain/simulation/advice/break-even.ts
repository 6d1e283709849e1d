import {ASSUMED_RESERVED_HOURS} from '../../pricing/reserved-price.ts';
import {
	add,
	compare,
	divide,
	type Fraction,
	fraction,
	isZero,
	multiply,
	subtract,
	toNumber,
	zero,
} from '../../units/fraction.ts';
import {HOURS_PER_MONTH} from '../../units/money.ts';
import {RATIO_UNITS} from '../market/price-path.ts';
import type {ModelStrategy} from '../simulation-model.ts';
import type {BreakEven} from '../simulation-result.ts';
import {type CostParts, costParts, meanCost} from '../statistics/exact-cost.ts';
import {inPathOrder, joinBlocks, joinTotals, pathsOf} from '../statistics/joined-columns.ts';
import type {SimulationRun} from '../statistics/simulation-run.ts';
import {adviseCheckpoint} from './checkpoint-interval.ts';
import type {LimitAdvice} from './price-limit.ts';

const HOURS_PER_DAY = 24;
const MONTHS_PER_YEAR = 12;

/** The mean ratio that was paid, over all specs; null where nothing was spot. */
const paidRatio = (run: SimulationRun, strategy: number): Fraction | null => {
	const {spotSeconds, spotRatioSeconds} = joinTotals(run.blocks, strategy);
	const all = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
	const seconds = all(spotSeconds);
	return seconds === 0n ? null : fraction(all(spotRatioSeconds), seconds * BigInt(RATIO_UNITS));
};

/** What the baseline costs on all paths. */
const baselineCost = (run: SimulationRun): Fraction | null => {
	const {model, rates, baseline} = run;
	const index = model.strategies.findIndex(({name}) => name === baseline);
	const strategy = model.strategies[index];
	if (!strategy) return null;
	const blocks = inPathOrder(run.blocks);
	const mean = meanCost(strategy, joinBlocks(blocks, index), rates);
	return multiply(mean, fraction(pathsOf(blocks)));
};

/** By how much all spot prices may grow until both cost the same; what isn't spot stays as it is. */
const growth = ({onDemand, spot, spotStorage}: CostParts, baseline: Fraction): Fraction | null =>
	isZero(spot) ? null : divide(subtract(baseline, add(onDemand, spotStorage)), spot);

const equalRatio = (run: SimulationRun, strategy: number, baseline: Fraction): number | null => {
	const ratio = paidRatio(run, strategy);
	const factor = growth(costParts(joinTotals(run.blocks, strategy), run.rates), baseline);
	if (!ratio || !factor || compare(factor, zero) <= 0) return null;
	const equal = toNumber(multiply(ratio, factor));
	return equal <= run.model.market.price.cap ? equal : null;
};

/** A price limit or a deadline makes a strategy act otherwise when prices change. */
const takesAnyPrice = ({payment, limitPerHour, policy}: ModelStrategy): boolean =>
	payment === 'spot' && limitPerHour === null && policy === 'none';

const spotRatios = (run: SimulationRun): readonly BreakEven[] => {
	const baseline = baselineCost(run);
	if (baseline === null) return [];
	return run.model.strategies.flatMap((strategy, index): readonly BreakEven[] => {
		if (!takesAnyPrice(strategy) || strategy.name === run.baseline) return [];
		if (paidRatio(run, index) === null) return [];
		const ratio = equalRatio(run, index, baseline);
		return [{kind: 'spot-ratio', strategy: strategy.name, ratio}];
	});
};

/** A reserved instance is paid by the month, used or not. */
const reservedUse = (hoursPerMonth: number): readonly BreakEven[] => [
	{kind: 'reserved-hours-per-day', hours: (hoursPerMonth / HOURS_PER_MONTH) * HOURS_PER_DAY},
	{kind: 'reserved-months', months: (hoursPerMonth * MONTHS_PER_YEAR) / HOURS_PER_MONTH},
];

const checkpoints = ({model}: SimulationRun): readonly BreakEven[] => {
	const spot = model.strategies.find(({payment}) => payment === 'spot');
	const entry = spot?.entries.find(index => model.entries[index]?.spotBasePerHour != null);
	const advice = entry === undefined ? null : adviseCheckpoint(model, entry);
	return advice ? [{kind: 'checkpoint-interval', ...advice}] : [];
};

/**
 * Where ways of paying cost the same, and what would be better. `hoursPerMonth`: what a reserved
 * instance costs a month, in pay-as-you-go hours.
 */
export const breakEvens = (
	run: SimulationRun,
	limit: LimitAdvice | null,
	hoursPerMonth: Fraction = ASSUMED_RESERVED_HOURS,
): readonly BreakEven[] => {
	const hasReserved = run.model.strategies.some(({reserved}) => reserved !== null);
	return [
		...spotRatios(run),
		...(hasReserved ? reservedUse(toNumber(hoursPerMonth)) : []),
		...checkpoints(run),
		...(limit ? [{kind: 'price-limit' as const, ...limit}] : []),
	];
};
