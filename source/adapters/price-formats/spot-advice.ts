import type {InterruptionBucket} from '../../domain/pricing/price-record.ts';
import type {PriceItem} from '../../ports.ts';
import {
	broken,
	type Defaults,
	dateIn,
	isBlank,
	isRow,
	itemOf,
	listIn,
	record,
	requiredBucket,
	requiredPercent,
	requiredText,
	requiredZone,
} from './fields.ts';
import {type JsonRow, LINE} from './json-structure.ts';
import type {RowReader} from './page.ts';

/** The bucket that a rate in percent falls into. */
const bucketOf = (percent: number): InterruptionBucket => {
	if (percent <= 3) return '0-3%';
	if (percent <= 5) return '3-5%';
	return percent <= 10 ? '5-10%' : '10-100%';
};

const interruptionIn = (row: JsonRow): InterruptionBucket => {
	const {InterruptRateDesc: words, InterruptionRate: rate} = row;
	return isBlank(words) && typeof rate === 'number' && rate >= 0 && rate <= 100
		? bucketOf(rate)
		: requiredBucket(words, 'InterruptRateDesc');
};

const adviceOf = (zoneId: unknown, row: JsonRow, defaults: Defaults): PriceItem =>
	itemOf(row[LINE], () =>
		record({
			kind: 'advice',
			...requiredZone(zoneId, 'ZoneId'),
			type: requiredText(row['InstanceType'], 'InstanceType'),
			percentOfOnDemand: requiredPercent(row['AverageSpotDiscount'], 'AverageSpotDiscount'),
			interruption: interruptionIn(row),
			asOf: dateIn(undefined, '', defaults),
		}),
	);

/** `DescribeSpotAdvice`: one zone with all its types a row. The answer has no date. */
export const spotAdvice = (defaults: Defaults): RowReader => ({
	needs: [],
	read: (zone, {line}) => {
		if (!isRow(zone)) return [broken(line, 'not-an-object')];
		const {AvailableSpotResources: resources, ZoneId: zoneId} = zone;
		const rows = isRow(resources) ? listIn(resources['AvailableSpotResource']) : [];
		return rows.map(row =>
			isRow(row) ? adviceOf(zoneId, row, defaults) : broken(zone[LINE], 'not-an-object'),
		);
	},
});
