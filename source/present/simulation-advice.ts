import type {
	BreakEven,
	Simulation,
	StrategyResult,
} from '../domain/simulation/simulation-result.ts';
import {formatDuration, seconds} from '../domain/units/duration.ts';
import {fixedDecimal, plainDecimal, shareFraction} from './estimate-text.ts';
import type {SimulationWords} from './language/en/simulation-words.ts';
import type {LanguageId} from './language/language.ts';
import {moneyText} from './money-text.ts';
import {chanceText} from './percent-text.ts';
import {simulationWordsOf} from './simulation-words.ts';

/** As many as the annotation takes. */
const LIMIT_PLACES = 3;

/** `12.3 %` of a share. */
export const percentText = (share: number): string => `${fixedDecimal(share * 100, 1)} %`;

/** `+12.3 %`; what rounds to nothing has no sign. */
export const signedPercent = (percent: number): string => {
	const text = fixedDecimal(percent, 1);
	return `${text.startsWith('-') || text === '0.0' ? text : `+${text}`} %`;
};

/** How often work is best saved, and how long it is expected to take then. */
export const checkpointText = (
	every: string,
	expectedHours: number,
	language: LanguageId,
): string =>
	simulationWordsOf(language).breakEven.checkpointText(every, plainDecimal(expectedHours, 2));

/** What a break-even or an advice is about, and what it says. */
export const breakEvenText = (
	item: BreakEven,
	{baseline}: Simulation,
	words: SimulationWords,
): readonly [label: string, text: string] => {
	const {breakEven: told, strategies} = words;
	switch (item.kind) {
		case 'spot-ratio':
			return [
				strategies[item.strategy],
				item.ratio === null
					? told.noRatio(strategies[baseline])
					: told.ratio(percentText(item.ratio), strategies[baseline]),
			];
		case 'reserved-hours-per-day':
			return [told.reserved, told.hoursPerDay(plainDecimal(item.hours, 1))];
		case 'reserved-months':
			return [told.reserved, told.months(plainDecimal(item.months, 1))];
		case 'checkpoint-interval':
			return [
				told.checkpoint,
				told.checkpointText(
					formatDuration(seconds(Math.round(item.seconds))),
					plainDecimal(item.expectedHours, 2),
				),
			];
		case 'price-limit':
			return [told.limit, told.limitText(moneyText(item.perHour, LIMIT_PLACES), item.reason)];
	}
};

/** What is particular to the way a strategy pays, in sentences. */
export const notesOf = (
	{deadlineMet, limit, covered}: StrategyResult,
	words: SimulationWords,
): readonly string[] => {
	const chance = (share: number) => chanceText(shareFraction(share));
	return [
		...(limit ? [words.limitOf(moneyText(limit.perHour, LIMIT_PLACES), limit.isAdvised)] : []),
		...(covered === null ? [] : [words.covered(covered)]),
		...(deadlineMet
			? [
					words.deadlineText(
						chance(deadlineMet.share),
						chance(deadlineMet.low),
						chance(deadlineMet.high),
					),
				]
			: []),
	];
};
