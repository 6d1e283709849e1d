import type {PartialCost} from '../domain/simulation/statistics/partial-cost.ts';
import type {Currency} from '../domain/units/money.ts';
import {estimatedMoney} from './estimate-text.ts';
import type {SimulationWords} from './language/en/simulation-words.ts';
import type {LanguageId} from './language/language.ts';
import {moneyText} from './money-text.ts';
import {simulationWordsOf} from './simulation-words.ts';

const SECONDS_PER_MINUTE = 60;
/** From here on minutes are exact enough. */
const MANY_SECONDS = 120;

export type PathsDone = {
	readonly done: number;
	readonly all: number;
	/** That drawing has taken so far. */
	readonly seconds: number;
};

/** How long the rest takes at the pace of what is done; nothing once all is done. */
const timeLeft = ({done, all, seconds}: PathsDone, words: SimulationWords): readonly string[] => {
	const left = Math.ceil((seconds * (all - done)) / done);
	if (done === 0 || left === 0) return [];
	return left < MANY_SECONDS
		? [words.secondsLeft(String(left))]
		: [words.minutesLeft(String(Math.ceil(left / SECONDS_PER_MINUTE)))];
};

/**
 * How long it takes yet, how many paths there are, and what they cost on average by each strategy:
 * `4 s left · 64/1000 paths · spot ¥158.23`.
 */
export const progressText = (
	paths: PathsDone,
	costs: readonly PartialCost[],
	currency: Currency,
	language: LanguageId,
): string => {
	const words = simulationWordsOf(language);
	return [
		...timeLeft(paths, words),
		words.pathsDone(String(paths.done), String(paths.all)),
		...costs.map(
			({name, mean}) => `${words.strategies[name]} ${moneyText(estimatedMoney(currency, mean), 2)}`,
		),
	].join(' · ');
};
