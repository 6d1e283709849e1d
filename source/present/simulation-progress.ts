import type {PartialCost} from '../domain/simulation/statistics/partial-cost.ts';
import type {Currency} from '../domain/units/money.ts';
import {estimatedMoney} from './estimate-text.ts';
import type {LanguageId} from './language/language.ts';
import {moneyText} from './money-text.ts';
import {simulationWordsOf} from './simulation-words.ts';

/** How many paths there are, and what they cost on average by each strategy: `64/1000 paths · spot ¥158.23`. */
export const progressText = (
	done: number,
	all: number,
	costs: readonly PartialCost[],
	currency: Currency,
	language: LanguageId,
): string => {
	const words = simulationWordsOf(language);
	return [
		words.pathsDone(String(done), String(all)),
		...costs.map(
			({name, mean}) => `${words.strategies[name]} ${moneyText(estimatedMoney(currency, mean), 2)}`,
		),
	].join(' · ');
};
