import type {IsoDate} from '../units/calendar.ts';

/** Where a price comes from. */
export type Origin = {
	/** Null for a price of a page without a date. */
	readonly asOf: IsoDate | null;
	/** Undefined for a price of the book's own source. */
	readonly source: string | undefined;
	/** True for a price that is known in the other currency only. */
	readonly isConverted: boolean;
};

export const originOf = (price: {
	readonly asOf: IsoDate | null;
	readonly source?: string;
	readonly isConverted?: true;
}): Origin => ({
	asOf: price.asOf,
	source: price.source,
	isConverted: price.isConverted === true,
});

/** The oldest day of some prices; null where none has a date. */
export const oldestDay = (origins: readonly Origin[]): IsoDate | null =>
	origins.flatMap(({asOf}) => asOf ?? []).toSorted()[0] ?? null;
