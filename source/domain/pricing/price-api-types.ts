import type {IsoDate} from '../units/calendar.ts';
import type {PriceRecord} from './price-record.ts';
import type {PriceTopic} from './refresh-result.ts';

export type PriceApiRequest = {
	readonly region: string;
	readonly topics: readonly PriceTopic[];
	/** ECS types to ask about; ECI's own unit prices need none. */
	readonly types: readonly string[];
	/** How far back to ask for spot prices, at most 30 days; 0 for the latest quotes alone. */
	readonly historyHours: number;
	/** The day that prices without a moment of their own hold from. */
	readonly asOf: IsoDate;
};

export type PriceApiAnswer =
	| {readonly kind: 'record'; readonly record: PriceRecord}
	/** The region doesn't sell a type, or not this way; or what it says of one can't be true. */
	| {readonly kind: 'not-sold' | 'unusable'; readonly topic: PriceTopic};

export type PriceApiProgress = {
	/** Questions answered, and all there are. */
	readonly done: number;
	readonly total: number;
	/** Calls made for them, repeated ones included. */
	readonly calls: number;
};
