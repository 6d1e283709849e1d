import type {PriceApiAnswer, PriceApiRequest} from '../../domain/pricing/price-api-types.ts';
import {INTERRUPTION_BUCKETS, type InterruptionBucket} from '../../domain/pricing/price-record.ts';
import {CURRENCIES, type Currency} from '../../domain/units/money.ts';
import {type Caller, malformed} from './caller.ts';
import {decimalText} from './decimal-text.ts';
import type {Operation} from './pace.ts';
import type {Sdk} from './sdk.ts';

/** What a question needs to be asked. */
export type Asking = {
	readonly sdk: Sdk;
	readonly call: Caller;
	readonly request: PriceApiRequest;
	/** Up to when spot prices are asked for, in seconds since 1970. */
	readonly moment: number;
};

/** One question of the progress bar; it may take several calls. */
export type Question = () => Promise<readonly PriceApiAnswer[]>;

/** The currency of an answer; another one than ours makes it useless. */
export const currencyOf = (operation: Operation, text: string | undefined): Currency => {
	const currency = CURRENCIES.find(name => name === text);
	if (currency) return currency;
	const isOther = text !== undefined && /^[A-Z]{3}$/.test(text);
	throw isOther
		? malformed(operation, 'currency', text)
		: malformed(operation, 'field', 'Currency');
};

/** A field that has to be there. */
export const fieldOf = <T>(operation: Operation, name: string, value: T | undefined | null): T => {
	if (value === undefined || value === null) throw malformed(operation, 'field', name);
	return value;
};

/** The name of a zone or a type, `cn-hangzhou-h`; nothing else is kept. */
export const nameOf = (operation: Operation, name: string, value: string | undefined): string => {
	const text = fieldOf(operation, name, value);
	if (/^[a-z0-9][a-z0-9.-]{0,63}$/.test(text)) return text;
	throw malformed(operation, 'field', name);
};

/** A price that has to be there, as decimal text; null for 0, which stands for none. */
export const priceOf = (
	operation: Operation,
	name: string,
	value: number | undefined,
): string | null => {
	const number = fieldOf(operation, name, value);
	if (number === 0) return null;
	return fieldOf(operation, name, decimalText(number));
};

/** How often spot instances were released, by its words or else by its number in percent. */
export const interruptionOf = (
	words: string | undefined,
	percent: number | undefined,
): InterruptionBucket | null => {
	const bucket = INTERRUPTION_BUCKETS.find(name => name === words);
	if (bucket || percent === undefined) return bucket ?? null;
	return (
		INTERRUPTION_BUCKETS.find(name => percent <= Number(/-(\d+)%/.exec(name)?.[1] ?? 0)) ?? null
	);
};
