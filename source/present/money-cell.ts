import {type Fraction, fraction, multiply, toDecimal, toFixed} from '../domain/units/fraction.ts';
import {exactAmount, type Money} from '../domain/units/money.ts';
import type {Labels} from './language/en/labels.ts';
import {bareAmount} from './money-text.ts';
import {type Cell, cell} from './report.ts';
import type {Tone} from './tone.ts';

/** Decimals of a price an hour and of an amount a month, in every table. */
export const HOUR_PLACES = 4;
export const MONTH_PLACES = 2;

/** Stands where there is nothing to compare. */
export const NONE = '–';

/** An amount under a heading that names its currency, or the words for a missing one: never 0. */
export const moneyCell = (amount: Money | null, places: number, labels: Labels): Cell =>
	amount
		? cell(bareAmount(amount, places), exactAmount(amount))
		: cell(labels.priceMissing, '', 'warning');

/** A share as a signed percentage, `+12.3 %`; a dash without one. */
export const percentCell = (share: Fraction | null): Cell => {
	if (!share) return cell(NONE, '');
	const text = toFixed(multiply(share, fraction(100)), 1);
	const signed = text.startsWith('-') ? text : `+${text}`;
	return cell(`${signed} %`, toDecimal(multiply(share, fraction(100)), 4), toneOf(text));
};

const toneOf = (percent: string): Tone => {
	if (percent === '0.0') return 'muted';
	return percent.startsWith('-') ? 'good' : 'plain';
};
