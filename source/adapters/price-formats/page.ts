import type {PriceItem} from '../../ports.ts';

/** Fields of a page by their names in small letters and digits alone: `asOf` and `as_of` are `asof`. */
export type PageFields = ReadonlyMap<string, unknown>;

export const fieldName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** An item that takes something from the fields of its page, which may stand behind it. */
export type Draft = (page: PageFields) => PriceItem;

export type RowReader = {
	/** Fields of the page that its drafts ask for; where these are known, no draft has to wait. */
	readonly needs: readonly string[];
	readonly read: (
		value: unknown,
		at: {readonly key: string; readonly line: number},
	) => readonly (PriceItem | Draft)[];
};
