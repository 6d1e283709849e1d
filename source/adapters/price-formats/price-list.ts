import type {PriceItem} from '../../ports.ts';
import {
	broken,
	currencyOf,
	type Defaults,
	dateIn,
	instantIn,
	isBlank,
	isRow,
	itemOf,
	listIn,
	record,
	requiredPrice,
	requiredText,
	zoneWithin,
} from './fields.ts';
import {type JsonRow, LINE} from './json-structure.ts';
import type {Draft, PageFields, RowReader} from './page.ts';

const NO_PRICE: PriceItem = {kind: 'unused', reason: 'no-price', count: 1};

/** By this `prices list` marks what no list says. */
const CHANGED: PriceItem = {kind: 'unused', reason: 'own-terms', count: 1};

/** Columns of our own list; another writing of a name counts too (`as_of`, `InstanceType`). */
const COLUMNS = {
	region: ['region', 'regionid'],
	zone: ['zone', 'zoneid'],
	type: ['type', 'instancetype'],
	onDemand: ['ondemand'],
	spot: ['spot'],
	currency: ['currency'],
	asOf: ['asof'],
	change: ['change'],
} as const;
type Column = keyof typeof COLUMNS;

const cellIn = (fields: PageFields, column: Column): unknown =>
	COLUMNS[column].map(name => fields.get(name)).find(value => !isBlank(value));

/** Whether columns make a list of prices. */
export const isListHeader = (names: readonly string[]): boolean => {
	const has = (column: Column) => COLUMNS[column].some(name => names.includes(name));
	return has('type') && (has('onDemand') || has('spot'));
};

/** The prices of one row of our own list, a line of CSV or an object. */
export const listItems = (
	fields: PageFields,
	line: number,
	defaults: Defaults,
): readonly PriceItem[] => {
	const cell = (column: Column) => cellIn(fields, column);
	const named = () => ({
		type: requiredText(cell('type'), 'type'),
		currency: currencyOf(cell('currency'), 'currency', defaults),
	});
	const items: PriceItem[] = [];
	if (cell('onDemand') !== undefined)
		items.push(
			itemOf(line, () => {
				if (cell('change') !== undefined) return CHANGED;
				const price = requiredPrice(cell('onDemand'), 'onDemand');
				const asOf = dateIn(cell('asOf'), 'asOf', defaults);
				const region =
					cell('zone') === undefined
						? requiredText(cell('region'), 'region')
						: zoneWithin(cell('zone'), cell('region'), 'zone').region;
				return record({kind: 'on-demand', region, ...named(), price, asOf});
			}),
		);
	if (cell('spot') !== undefined)
		items.push(
			itemOf(line, () => {
				const price = requiredPrice(cell('spot'), 'spot');
				const at = instantIn(cell('asOf'), 'asOf', defaults);
				return record({
					kind: 'spot',
					...zoneWithin(cell('zone'), cell('region'), 'zone'),
					...named(),
					price,
					at,
				});
			}),
		);
	return items.length > 0 ? items : [NO_PRICE];
};

const onDemandOf = (
	row: JsonRow,
	price: JsonRow,
	page: PageFields,
	defaults: Defaults,
): PriceItem =>
	itemOf(price[LINE], () =>
		isBlank(price['change'])
			? record({
					kind: 'on-demand',
					region: requiredText(page.get('region'), 'region'),
					type: requiredText(row['type'], 'type'),
					currency: currencyOf(page.get('currency'), 'currency', defaults),
					price: requiredPrice(price['perHour'], 'perHour'),
					asOf: dateIn(price['asOf'], 'asOf', defaults),
				})
			: CHANGED,
	);

const spotOf = (row: JsonRow, quote: unknown, page: PageFields, defaults: Defaults): PriceItem => {
	if (!isRow(quote)) return broken(row[LINE], 'not-an-object', 'spot');
	return itemOf(quote[LINE], () =>
		isBlank(quote['change'])
			? record({
					kind: 'spot',
					...zoneWithin(quote['zone'], page.get('region'), 'zone'),
					type: requiredText(row['type'], 'type'),
					currency: currencyOf(page.get('currency'), 'currency', defaults),
					price: requiredPrice(quote['perHour'], 'perHour'),
					at: instantIn(quote['asOf'], 'asOf', defaults),
				})
			: CHANGED,
	);
};

/** The document `PriceList`, which `prices list` prints: one type a row. */
export const priceList = (defaults: Defaults): RowReader => ({
	needs: ['region', 'currency'],
	read: (row, {line}) => {
		if (!isRow(row)) return [broken(line, 'not-an-object')];
		const {onDemand, spot} = row;
		const drafts: readonly (Draft | PriceItem)[] = [
			...(isRow(onDemand)
				? [(page: PageFields) => onDemandOf(row, onDemand, page, defaults)]
				: isBlank(onDemand)
					? []
					: [broken(line, 'not-an-object', 'onDemand')]),
			...listIn(spot).map(quote => (page: PageFields) => spotOf(row, quote, page, defaults)),
		];
		return drafts.length > 0 ? drafts : [NO_PRICE];
	},
});
