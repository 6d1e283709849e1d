import type {Assumption} from '../domain/simulation/simulation-result.ts';
import type {AssumptionText, AssumptionTexts} from './language/assumption-text.ts';
import {enAssumptionTexts} from './language/en/assumption-texts.ts';
import {enSimulationWords, type SimulationWords} from './language/en/simulation-words.ts';
import type {LanguageId} from './language/language.ts';
import {zhCnAssumptionTexts} from './language/zh-cn/assumption-texts.ts';
import {zhCnSimulationWords} from './language/zh-cn/simulation-words.ts';
import {printable, shorten} from './printable.ts';

export const simulationWordsOf = (language: LanguageId): SimulationWords =>
	language === 'zh-CN' ? zhCnSimulationWords : enSimulationWords;

/** Names of files and specs may hold anything. */
const MAX_LENGTH = 300;

/** A text from outside, safe to print. */
export const safeText = (text: string): string => shorten(printable(text), MAX_LENGTH);

/** An assumption in words, safe to print. */
export const assumptionText = ({id, facts}: Assumption, language: LanguageId): AssumptionText => {
	const texts: AssumptionTexts = language === 'zh-CN' ? zhCnAssumptionTexts : enAssumptionTexts;
	const worded = (texts[id] as (facts: Assumption['facts']) => AssumptionText)(facts);
	return {...worded, text: safeText(worded.text)};
};
