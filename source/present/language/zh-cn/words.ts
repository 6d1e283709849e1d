import type {Amounts} from '../../../domain/rules/facts.ts';
import {amountText} from '../../amount-text.ts';
import {firstOf, isShort, specAmount} from '../fact-text.ts';

/** Text that a person wrote. */
export const quoted = (text: string): string => `“${text}”`;

/** `a、b、c`; a long list is cut: `a、b、…（共 31 个）`. */
export const listed = (choices: readonly string[]): string => {
	const {items, total} = firstOf(choices);
	return total === null ? items.join('、') : `${items.join('、')}、…（共 ${total} 个）`;
};

/** What was probably meant, else the choices, else the last resort. */
export const choiceHint = (
	suggestion: string | null,
	choices: readonly string[],
	otherwise = '请检查拼写，或将其删除。',
): string => {
	if (suggestion === null) return choices.length > 0 ? `可选值：${listed(choices)}。` : otherwise;
	return `您可能想写 ${suggestion}${isShort(choices) ? `，可选值：${listed(choices)}` : ''}。`;
};

/** `2 vCPU 4 GiB`, as the console writes it. */
export const sized = (amounts: Amounts): string => amountText(amounts, ' ');
export const sizedSpec = (token: string): string => specAmount(token, ' ');
