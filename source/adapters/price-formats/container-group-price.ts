import {divide, parseDecimal, toDecimal} from '../../domain/units/fraction.ts';
import type {PriceItem} from '../../ports.ts';
import {
	broken,
	currencyOf,
	type Defaults,
	dateIn,
	instantIn,
	isRow,
	itemOf,
	listIn,
	record,
	requiredPrice,
	requiredText,
	requiredZone,
	textOf,
} from './fields.ts';
import {type JsonRow, LINE} from './json-structure.ts';
import type {Draft, PageFields, RowReader} from './page.ts';

const PRICE_PLACES = 12;

const rowIn = (value: unknown): JsonRow | null => (isRow(value) ? value : null);

const spotRows = (info: JsonRow): readonly unknown[] =>
	listIn(rowIn(info['SpotPrices'])?.['SpotPrice']);

const spotOf = (row: unknown, info: JsonRow, defaults: Defaults): PriceItem => {
	if (!isRow(row)) return broken(info[LINE], 'not-an-object');
	return itemOf(row[LINE], () =>
		record({
			kind: 'spot',
			...requiredZone(row['ZoneId'], 'ZoneId'),
			type: requiredText(row['InstanceType'], 'InstanceType'),
			currency: currencyOf(rowIn(info['Price'])?.['Currency'], 'Currency', defaults),
			price: requiredPrice(row['SpotPrice'], 'SpotPrice'),
			at: instantIn(undefined, '', defaults),
		}),
	);
};

/** What the detail line of a resource costs, before discounts. */
const detailPrice = (price: JsonRow, resource: RegExp): unknown => {
	const details = listIn(rowIn(price['DetailInfos'])?.['DetailInfo']);
	const detail = details.find(
		(each): each is JsonRow => isRow(each) && resource.test(String(each['Resource'])),
	);
	return detail && (detail['OriginalPrice'] ?? detail['TradePrice']);
};

/** The price of one, where the answer says what so many cost. */
const unitPrice = (total: unknown, amount: unknown, field: string): string | null => {
	const [cost, count] = [requiredPrice(total, field), textOf(amount, field)];
	const [whole, parts] = [parseDecimal(cost), parseDecimal(count ?? '')];
	return whole && parts && parts.numerator > 0n
		? toDecimal(divide(whole, parts), PRICE_PLACES)
		: null;
};

const AMOUNTS_MISSING: PriceItem = {kind: 'unused', reason: 'amounts-missing', count: 1};

/**
 * The unit prices behind the price of a pod. The answer names them only where it has a line for vCPU and
 * for memory, and the question, how much of each, stands beside it.
 */
const unitPricesOf = (
	price: JsonRow,
	page: PageFields,
	zone: unknown,
	defaults: Defaults,
): PriceItem =>
	itemOf(price[LINE], () => {
		const cpu = detailPrice(price, /^v?cpu$/i);
		const memory = detailPrice(price, /^mem(?:ory)?$/i);
		if (cpu === undefined || memory === undefined) return AMOUNTS_MISSING;
		const vcpuPerSecond = unitPrice(cpu, page.get('cpu'), 'Cpu');
		const gibPerSecond = unitPrice(memory, page.get('memory'), 'Memory');
		if (vcpuPerSecond === null || gibPerSecond === null) return AMOUNTS_MISSING;
		const region = textOf(page.get('regionid'), 'RegionId');
		return record({
			kind: 'unit-prices',
			region: region ?? requiredZone(zone, 'RegionId').region,
			currency: currencyOf(price['Currency'], 'Currency', defaults),
			vcpuPerSecond,
			gibPerSecond,
			asOf: dateIn(undefined, '', defaults),
		});
	});

/** `DescribeContainerGroupPrice`: `PriceInfo` is the one row. The answer has no date. */
export const containerGroupPrice = (defaults: Defaults): RowReader => ({
	needs: ['cpu', 'memory', 'regionid'],
	read: (info, {line}) => {
		if (!isRow(info)) return [broken(line, 'not-an-object', 'PriceInfo')];
		const spot = spotRows(info);
		const price = rowIn(info['Price']);
		const zone = rowIn(spot[0])?.['ZoneId'];
		const own: readonly Draft[] = price ? [page => unitPricesOf(price, page, zone, defaults)] : [];
		return [...spot.map(row => spotOf(row, info, defaults)), ...own];
	},
});
