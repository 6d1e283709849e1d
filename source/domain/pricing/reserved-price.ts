import {compare, decimal, divide, type Fraction, fraction, toFixed} from '../units/fraction.ts';

/**
 * Prices of an ECS type an hour and of its subscription a month [facts/prices/commitment_prices.json,
 * which quotes ecs-price-info 2.0.28 and ecs-price-info-intl 2.0.7 and 2.0.421].
 */
const SUBSCRIPTIONS = [
	{type: 'ecs.t5-c1m1.xlarge', asOf: '2018-10-08', hour: '0.09', month: '45.74'},
	{type: 'ecs.r5.6xlarge', asOf: '2018-10-08', hour: '1.92', month: '883.01'},
	{type: 'ecs.n1.small', asOf: '2018', hour: '0.251', month: '143'},
	{type: 'ecs.e-c1m2.xlarge', asOf: '2026-09-28', hour: '0.0838', month: '38.54'},
	{type: 'ecs.c9i.xlarge', asOf: '2026-09-28', hour: '0.1463', month: '76.67'},
] as const;

/**
 * What a reserved instance costs a month in pay-as-you-go hours of its type, unless somebody says. No
 * list of their prices is public, but they are close to those of subscriptions.
 */
export const ASSUMED_RESERVED_HOURS: Fraction = fraction(500);

/** The least and the most that a known subscription costs, in whole hours: 460 and 570. */
export const subscriptionRange = (): {readonly lowest: string; readonly highest: string} => {
	const hours = SUBSCRIPTIONS.map(({hour, month}) => divide(decimal(month), decimal(hour)));
	const sorted = hours.toSorted(compare).map(each => toFixed(each, 0));
	return {lowest: sorted.at(0) ?? '', highest: sorted.at(-1) ?? ''};
};
