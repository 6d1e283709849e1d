import {toFixed} from '../domain/units/fraction.ts';
import type {Currency, Money} from '../domain/units/money.ts';
import {grouped} from './digit-groups.ts';

const SYMBOLS: Readonly<Record<Currency, string>> = {CNY: '¥', USD: 'US$'};

export const symbolOf = (currency: Currency): string => SYMBOLS[currency];

/** `3,219.83`, `-0.10`: for columns whose heading names the currency. */
export const bareAmount = ({amount}: Money, places: number): string =>
	grouped(toFixed(amount, places));

/** `¥3,219.83`, `-¥0.10`, `US$0.0693`: exactly `places` decimals, rounded half to even. */
export const moneyText = (amount: Money, places: number): string => {
	const text = bareAmount(amount, places);
	const symbol = SYMBOLS[amount.currency];
	return text.startsWith('-') ? `-${symbol}${text.slice(1)}` : symbol + text;
};
