import type {PriceItem} from '../../ports.ts';
import {
	besidePrice,
	broken,
	currencyOf,
	type Defaults,
	isRow,
	itemOf,
	record,
	requiredInstant,
	requiredPrice,
	requiredText,
	requiredZone,
} from './fields.ts';
import {type JsonRow, LINE} from './json-structure.ts';
import type {PageFields, RowReader} from './page.ts';

const spotOf = (row: JsonRow, page: PageFields, defaults: Defaults): PriceItem =>
	itemOf(row[LINE], () =>
		record({
			kind: 'spot',
			...requiredZone(row['ZoneId'], 'ZoneId'),
			type: requiredText(row['InstanceType'], 'InstanceType'),
			currency: currencyOf(page.get('currency'), 'Currency', defaults),
			price: requiredPrice(row['SpotPrice'], 'SpotPrice'),
			...besidePrice(row['OriginPrice']),
			at: requiredInstant(row['Timestamp'], 'Timestamp', defaults),
		}),
	);

/** What a network or a machine is that isn't planned with; a field that is left out says nothing. */
const isOther = (row: JsonRow): boolean =>
	![undefined, 'vpc'].includes(row['NetworkType'] as string | undefined) ||
	![undefined, 'optimized'].includes(row['IoOptimized'] as string | undefined);

/** A page of `DescribeSpotPriceHistory`: one moment of one type in one zone a row. */
export const spotPriceHistory = (defaults: Defaults): RowReader => ({
	needs: ['currency'],
	read: (row, {line}) => {
		if (!isRow(row)) return [broken(line, 'not-an-object')];
		if (isOther(row)) return [{kind: 'unused', reason: 'other-system', count: 1}];
		return [page => spotOf(row, page, defaults)];
	},
});
