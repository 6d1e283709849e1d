import type {Simulation, StrategyResult} from '../domain/simulation/simulation-result.ts';
import {toNumber} from '../domain/units/fraction.ts';
import {estimatedMoney, fixedDecimal} from './estimate-text.ts';
import type {LanguageId} from './language/language.ts';
import {NONE} from './money-cell.ts';
import {bareAmount, moneyText} from './money-text.ts';
import {type Cell, cell} from './report.ts';
import {percentText, signedPercent} from './simulation-advice.ts';
import {STRATEGY_TONES} from './simulation-table.ts';
import {simulationWordsOf} from './simulation-words.ts';

/** The figures of one strategy, as short as a panel needs them. */
export type LiveCells = {
	readonly name: Cell;
	readonly mean: Cell;
	readonly p10: Cell;
	readonly p90: Cell;
	readonly interruptions: Cell;
	readonly placed: Cell;
	readonly worst: Cell;
	/** Against the baseline, in money and as a share. */
	readonly versus: Cell;
	readonly percent: Cell;
};

/** What never is interrupted has a dash. */
const interruptionsCell = ({interruptions: {mean}}: StrategyResult): Cell =>
	mean === 0 ? cell(NONE, undefined, 'muted') : cell(fixedDecimal(mean, mean < 100 ? 1 : 0));

/** Decimals of all amounts: a panel has room for seven digits. */
const livePlaces = ({strategies}: Simulation): number => {
	const amounts = strategies.flatMap(({cost, worstCase}) => [
		cost.p90.value,
		toNumber(worstCase.amount),
	]);
	const largest = Math.max(0, ...amounts);
	if (largest < 1) return 4;
	if (largest < 1000) return 2;
	return largest < 10_000 ? 1 : 0;
};

/** Cut after two decimals: less than all is never said to be all. */
const shortChance = (share: number): string =>
	share >= 1 ? '100 %' : `${fixedDecimal(Math.floor(share * 10_000) / 100, 2)} %`;

const signed = (text: string): string => (text.startsWith('-') ? text : `+${text}`);

const versusCells = (
	{vsBaseline}: StrategyResult,
	places: number,
	language: LanguageId,
): Pick<LiveCells, 'versus' | 'percent'> => {
	if (!vsBaseline)
		return {
			versus: cell(simulationWordsOf(language).baseline, undefined, 'muted'),
			percent: cell(NONE, undefined, 'muted'),
		};
	const {mean, percent} = vsBaseline;
	const tone = mean.amount.numerator < 0n ? 'good' : 'plain';
	return {
		versus: cell(signed(bareAmount(mean, places)), undefined, tone),
		percent: cell(percent === null ? NONE : signedPercent(percent), undefined, tone),
	};
};

/** A strategy in cells; all amounts of one simulation have the same decimals. */
export const liveCells = (
	result: StrategyResult,
	simulation: Simulation,
	language: LanguageId,
): LiveCells => {
	const {name, cost, placedShare, worstCase} = result;
	const places = livePlaces(simulation);
	const quantile = (value: number): Cell =>
		cell(bareAmount(estimatedMoney(simulation.currency, value), places));
	return {
		name: cell(simulationWordsOf(language).strategies[name], undefined, STRATEGY_TONES[name]),
		mean: cell(moneyText(cost.mean, places), undefined, 'heading'),
		p10: quantile(cost.p10.value),
		p90: quantile(cost.p90.value),
		interruptions: interruptionsCell(result),
		placed: cell(shortChance(placedShare)),
		worst: cell(moneyText(worstCase, places)),
		...versusCells(result, places, language),
	};
};

/** What part of the billed hours a spec serves; a dash for none. */
export const specShareText = ({hoursBySpec, billedHours}: StrategyResult, spec: string): string => {
	const hours = hoursBySpec.reduce((sum, each) => (each.spec === spec ? sum + each.hours : sum), 0);
	return hours > 0 ? percentText(hours / billedHours.mean) : NONE;
};
