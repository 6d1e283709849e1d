import {dateOfInstant, type IsoDate, instantOf} from '../../domain/units/calendar.ts';
import type {PriceItem} from '../../ports.ts';
import {
	broken,
	currencyOf,
	type Defaults,
	isRow,
	itemOf,
	listIn,
	record,
	requiredPrice,
} from './fields.ts';
import {type JsonRow, LINE} from './json-structure.ts';
import type {Draft, PageFields, RowReader} from './page.ts';

const MONTHS_PER_YEAR = 12;
const TERMS = ['hours', 'months', 'years'] as const;
type Term = (typeof TERMS)[number];

/** `2026-11-01T…`, `20261101…` or milliseconds as a day; null for anything else. */
const dayOfText = (text: string): IsoDate | null => {
	if (/^\d{13}$/.test(text)) return dateOfInstant(Number(text) / 1000);
	const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d{1,5}$)/.exec(text) ?? [];
	return day === undefined ? null : `${year}-${month}-${day}`;
};

/** The day a list was published; the assumed one where it can't be told. */
const publishedOn = (value: unknown, defaults: Defaults): IsoDate => {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	const day = dayOfText(text);
	const at = day === null ? null : instantOf(day);
	if (day !== null && at !== null && at <= defaults.latest) return day;
	defaults.assume('date');
	return defaults.day;
};

/** Reads the date once for all prices of a page. */
const dayReader = (defaults: Defaults) => {
	let known: {readonly value: unknown; readonly day: IsoDate} | null = null;
	return (page: PageFields): IsoDate => {
		const value = page.get('publicationdate');
		if (known?.value !== value || !known) known = {value, day: publishedOn(value, defaults)};
		return known.day;
	};
};

const pricesIn = (terms: JsonRow): number =>
	Object.values(terms).reduce<number>((sum, list) => sum + listIn(list).length, 0);

/** Months of a subscription; null for pay as you go. */
const monthsOf = (term: Term, period: number): number | null => {
	if (term === 'hours') return null;
	return term === 'years' ? period * MONTHS_PER_YEAR : period;
};

type Named = {readonly region: string; readonly type: string};

const draftOf = (
	{region, type}: Named,
	term: Term,
	entry: unknown,
	around: number,
	defaults: Defaults,
	dayOf: (page: PageFields) => IsoDate,
): PriceItem | Draft => {
	if (!isRow(entry)) return broken(around, 'not-an-object', term);
	const line = entry[LINE];
	const period = Number(entry['period'] ?? 1);
	if (!(Number.isSafeInteger(period) && period > 0)) return broken(line, 'field-invalid', 'period');
	if (term === 'hours' && period !== 1) return {kind: 'unused', reason: 'other-term', count: 1};
	const months = monthsOf(term, period);
	return page =>
		itemOf(line, () => {
			const price = requiredPrice(entry['price'], 'price');
			const currency = currencyOf(page.get('currency'), 'currency', defaults);
			const named = {region, type, currency, price, asOf: dayOf(page)};
			return record(
				months === null ? {kind: 'on-demand', ...named} : {kind: 'subscription', months, ...named},
			);
		});
};

/** `pricingInfo` of Alibaba Cloud's public `instancePrice.json`, one type in one region a row. */
export const instancePrice = (defaults: Defaults): RowReader => {
	const dayOf = dayReader(defaults);
	const read: RowReader['read'] = (terms, {key, line}) => {
		const [region = '', type = '', network, system, optimization, ...rest] = key.split('::');
		if (optimization === undefined || rest.length > 0)
			return [broken(line, 'field-invalid', 'pricingInfo')];
		if (!isRow(terms)) return [broken(line, 'not-an-object', 'pricingInfo')];
		if (network !== 'vpc' || system !== 'linux' || optimization !== 'optimized')
			return [{kind: 'unused', reason: 'other-system', count: pricesIn(terms)}];
		const known = TERMS.flatMap(term =>
			listIn(terms[term]).map(entry => draftOf({region, type}, term, entry, line, defaults, dayOf)),
		);
		const count = pricesIn(terms) - known.length;
		if (count > 0) return [...known, {kind: 'unused', reason: 'other-term', count}];
		return known.length > 0 ? known : [{kind: 'unused', reason: 'no-price', count: 1}];
	};
	return {needs: ['currency', 'publicationdate'], read};
};
