import type {StrategyName} from '../domain/simulation/simulation-model.ts';
import type {Quantile, Simulation, StrategyResult} from '../domain/simulation/simulation-result.ts';
import {formatDuration, seconds} from '../domain/units/duration.ts';
import {toNumber} from '../domain/units/fraction.ts';
import {exactAmount, type Money} from '../domain/units/money.ts';
import {
	errorText,
	estimatedMoney,
	estimateText,
	fixedDecimal,
	plainDecimal,
	shareFraction,
} from './estimate-text.ts';
import type {SimulationWords} from './language/en/simulation-words.ts';
import type {LanguageId} from './language/language.ts';
import {NONE} from './money-cell.ts';
import {bareAmount, symbolOf} from './money-text.ts';
import {chanceText} from './percent-text.ts';
import {type Cell, type Column, cell, rawColumn, type Table} from './report.ts';
import {percentText, signedPercent} from './simulation-advice.ts';
import {simulationWordsOf} from './simulation-words.ts';
import type {Tone} from './tone.ts';

export const STRATEGY_TONES: Readonly<Record<StrategyName, Tone>> = {
	'on-demand': 'on-demand',
	spot: 'spot',
	'spot-limit': 'warning',
	'spot-fallback': 'good',
	ecs: 'ecs',
	reserved: 'accent',
	greedy: 'number',
	'uniform-progress': 'string',
};

/** Decimals of all amounts of the table: small ones need more, large ones none. */
const placesFor = ({strategies}: Simulation): number => {
	const amounts = strategies.flatMap(({cost, worstCase}) => [
		toNumber(cost.mean.amount),
		cost.p99?.value ?? cost.p90.value,
		toNumber(worstCase.amount),
	]);
	const largest = Math.max(0, ...amounts);
	if (largest < 1) return 4;
	return largest < 100_000 ? 2 : 0;
};

const exactCell = (amount: Money, places: number, tone?: Tone): Cell =>
	cell(bareAmount(amount, places), exactAmount(amount), tone);

/** A figure that rounds to nothing and isn't nothing is below the last place. */
const errorCell = (error: number, places: number): Cell => {
	const text = fixedDecimal(error, places);
	const isHidden = error > 0 && Number(text) === 0;
	return cell(
		isHidden ? `<${fixedDecimal(10 ** -places, places)}` : text,
		errorText(error),
		'muted',
	);
};

const shareCell = (share: number, text: string): Cell => cell(text, plainDecimal(share, 9));

const chanceCell = (share: number): Cell => shareCell(share, chanceText(shareFraction(share)));

const toneOf = (percent: number): Tone => {
	if (Math.abs(percent) < 0.05) return 'muted';
	return percent < 0 ? 'good' : 'plain';
};

/** The baseline is what the others are measured by. */
const versusCells = (
	{name, vsBaseline}: StrategyResult,
	baseline: StrategyName,
	places: number,
): readonly [difference: Cell, percent: Cell, error: Cell] => {
	if (!vsBaseline || name === baseline)
		return [cell(NONE, '0', 'muted'), cell(NONE, '0', 'muted'), cell('0')];
	const {mean, se, percent} = vsBaseline;
	const difference = bareAmount(mean, places);
	const sign = mean.amount.numerator > 0n ? '+' : '';
	return [
		cell(sign + difference, exactAmount(mean)),
		percent === null
			? cell(NONE, '')
			: cell(signedPercent(percent), plainDecimal(percent, 6), toneOf(percent)),
		cell(errorText(se)),
	];
};

const RANGES = ['p10', 'p50', 'p90', 'p99'] as const;

const rangeCells = (range: {readonly low: number; readonly high: number} | null) => [
	cell(range ? estimateText(range.low) : ''),
	cell(range ? estimateText(range.high) : ''),
];

const rowOf = (
	result: StrategyResult,
	simulation: Simulation,
	words: SimulationWords,
	places: number,
): readonly Cell[] => {
	const {currency, baseline, paths, seed} = simulation;
	const {name, cost, deadlineMet} = result;
	const [difference, percent, error] = versusCells(result, baseline, places);
	const quantileCell = (quantile: Quantile | null) =>
		quantile
			? cell(
					bareAmount(estimatedMoney(currency, quantile.value), places),
					estimateText(quantile.value),
				)
			: cell(NONE, '', 'muted');
	return [
		cell(words.strategies[name], name, STRATEGY_TONES[name]),
		exactCell(cost.mean, places),
		errorCell(cost.se, places),
		...RANGES.map(key => quantileCell(cost[key])),
		difference,
		percent,
		chanceCell(result.placedShare),
		cell(fixedDecimal(result.interruptions.mean, 1), estimateText(result.interruptions.mean)),
		shareCell(result.fallbackShare, percentText(result.fallbackShare)),
		deadlineMet ? chanceCell(deadlineMet.share) : cell(NONE, '', 'muted'),
		exactCell(result.worstCase, places),
		error,
		cell(estimateText(result.billedHours.mean)),
		cell(errorText(result.billedHours.se)),
		cell(errorText(result.interruptions.se)),
		...RANGES.flatMap(key => rangeCells(cost[key])),
		...rangeCells(deadlineMet),
		cell(currency),
		cell(String(paths)),
		cell(String(seed)),
	];
};

/** One row a strategy; CSV has every figure raw. */
export const simulationTable = (simulation: Simulation, language: LanguageId): Table => {
	const words = simulationWordsOf(language);
	const {currency, horizonSeconds, strategies} = simulation;
	const places = placesFor(simulation);
	const right = (key: string, heading: string): Column => ({key, heading, align: 'right'});
	const hasDeadline = strategies.some(({deadlineMet}) => deadlineMet !== null);
	return {
		kind: 'table',
		title: words.costs(formatDuration(seconds(horizonSeconds)), symbolOf(currency)),
		isSplit: true,
		columns: [
			{key: 'name', heading: words.strategy, align: 'left'},
			right('mean', words.mean),
			right('se', words.error),
			...RANGES.map(key => right(key, key.toUpperCase())),
			{...right('vsBaseline', words.versus), beginsPart: true},
			right('vsBaselinePercent', words.percent),
			right('placedShare', words.placed),
			right('interruptions', words.interruptions),
			right('fallbackShare', words.fallback),
			hasDeadline ? right('deadlineMet', words.deadline) : rawColumn('deadlineMet'),
			right('worstCase', words.worst),
			...['vsBaselineSe', 'billedHours', 'billedHoursSe', 'interruptionsSe'].map(rawColumn),
			...RANGES.flatMap(key => [`${key}Low`, `${key}High`]).map(rawColumn),
			...['deadlineLow', 'deadlineHigh', 'currency', 'paths', 'seed'].map(rawColumn),
		],
		rows: strategies.map(result => rowOf(result, simulation, words, places)),
	};
};
