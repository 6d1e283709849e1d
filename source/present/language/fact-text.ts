import {parseSpec} from '../../domain/catalogue/spec.ts';
import {isLabelName} from '../../domain/input/names.ts';
import type {Amounts} from '../../domain/rules/facts.ts';
import type {CronField} from '../../domain/units/cron.ts';
import {compare, parseDecimal, toFixed, zero} from '../../domain/units/fraction.ts';
import {amountText} from '../amount-text.ts';

/** `--cpu`, whether the fact names the flag with or without its dashes. */
export const flagName = (flag: string): string => (flag.startsWith('-') ? flag : `--${flag}`);

const PROGRAM = 'eci-plan';

/** `eci-plan size`; the program alone where there is no command. */
export const commandLine = (command: string): string =>
	command === '' || command === PROGRAM ? PROGRAM : `${PROGRAM} ${command}`;

/** A detail that another program worded, to stand before our own full stop. */
export const withoutStop = (detail: string): string => detail.replace(/[\s.:。：]+$/, '');

/** The size behind a token: `2 vCPU, 4 GiB` for `2-4Gi`, and anything else as it is. */
export const specAmount = (token: string, separator?: string): string => {
	const spec = parseSpec(token);
	return spec.ok && spec.value.kind === 'cpu-mem' ? amountText(spec.value, separator) : token;
};

/** A name that Kubernetes takes, made of one that it doesn't. */
export const suggestedName = (text: string, maximum: number): string => {
	const name = text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, maximum)
		.replace(/^-+|-+$/g, '');
	return isLabelName(name, maximum) ? name : 'app';
};

/** True for a name that is only too long. */
export const isLongName = (text: string): boolean =>
	isLabelName(text.replace(/…$/, ''), Number.POSITIVE_INFINITY);

/** The price with three decimals, or an example where nothing would be left of it. */
export const roundedLimit = (value: string): string => {
	const price = parseDecimal(value);
	const text = price ? toFixed(price, 3) : '';
	const rounded = parseDecimal(text);
	return rounded && compare(rounded, zero) > 0 ? text : '0.001';
};

/** What exceeds the largest pod: both, or the one that does. */
export const excess = (asked: Amounts, largest: Amounts): 'vcpu' | 'memory' | 'both' => {
	if (asked.vcpu <= largest.vcpu) return 'memory';
	return asked.memoryGiB <= largest.memoryGiB ? 'vcpu' : 'both';
};

/** First and last value of each field of a cron text. */
const CRON_ENDS: Readonly<Record<CronField, readonly [first: number, last: number]>> = {
	minute: [0, 59],
	hour: [0, 23],
	'day-of-month': [1, 31],
	month: [1, 12],
	'day-of-week': [0, 6],
};

/** `22-6` as the two ranges that cron takes: `22-23,0-6`. */
export const splitRange = (range: string, field: CronField = 'hour'): string => {
	const [from = '', to = ''] = range.split('-');
	const [first, last] = CRON_ENDS[field];
	return `${from}-${last},${first}-${to}`;
};

const MAX_LISTED = 8;

/** The first parts of a list, or all where only one would be left out; `total` is how many there are in all when some were left out. */
export const firstOf = (
	items: readonly string[],
): {readonly items: readonly string[]; readonly total: number | null} =>
	items.length <= MAX_LISTED + 1
		? {items, total: null}
		: {items: items.slice(0, MAX_LISTED), total: items.length};

/** True for choices, if there are any to choose from, that are named in full. */
export const isShort = (choices: readonly string[]): boolean =>
	choices.length > 1 && choices.length <= MAX_LISTED;
