import {firstOf, isShort} from '../fact-text.ts';

/** Text that a person wrote. */
export const quoted = (text: string): string => `"${text}"`;

/** `a, b or c`; a long list is cut: `a, b, … (31 in all)`. */
export const listed = (choices: readonly string[], joint: 'or' | 'and' = 'or'): string => {
	const {items, total} = firstOf(choices);
	if (total !== null) return `${items.join(', ')}, … (${total} in all)`;
	const last = items.at(-1) ?? '';
	return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
};

const choose = (choices: readonly string[]): string =>
	choices.length === 1 ? `Use ${choices[0]}.` : `Use one of ${listed(choices)}.`;

/** What was probably meant, else the choices, else the last resort. */
export const choiceHint = (
	suggestion: string | null,
	choices: readonly string[],
	otherwise = 'Check the spelling or remove it.',
): string => {
	if (suggestion === null) return choices.length > 0 ? choose(choices) : otherwise;
	const others = isShort(choices) ? `; the choices are ${listed(choices)}` : '';
	return `You probably mean ${suggestion}${others}.`;
};

/** `1 GPU`, `4 GPUs` */
export const counted = (count: number, noun: string): string =>
	`${count} ${noun}${count === 1 ? '' : 's'}`;
