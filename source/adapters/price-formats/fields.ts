import type {BrokenReason} from '../../domain/pricing/import-tally.ts';
import type {InterruptionBucket, PriceRecord} from '../../domain/pricing/price-record.ts';
import {INTERRUPTION_BUCKETS, regionOfZone} from '../../domain/pricing/price-record.ts';
import {priceText} from '../../domain/pricing/price-text.ts';
import {dateOfInstant, type IsoDate, instantOf} from '../../domain/units/calendar.ts';
import {CURRENCIES, type Currency} from '../../domain/units/money.ts';
import type {Assumption, PriceItem} from '../../ports.ts';
import {type JsonRow, LINE} from './json-structure.ts';

/** What stands for what a file doesn't say. */
export type Defaults = {
	readonly currency: Currency;
	/** The day of prices without a date. */
	readonly day: IsoDate;
	/** The last moment that a price can be of, with some room for clocks. */
	readonly latest: number;
	readonly assume: (what: Assumption) => void;
};

/** Longer names are none of ours. */
const MAX_NAME_LENGTH = 100;

/** A field that makes its price useless. */
class FieldError extends Error {
	readonly reason: BrokenReason;
	readonly field: string | null;

	constructor(reason: BrokenReason, field: string | null) {
		super(reason);
		this.reason = reason;
		this.field = field;
	}
}

export const broken = (
	line: number,
	reason: BrokenReason,
	field: string | null = null,
): PriceItem => ({kind: 'broken', line, reason, field});

export const record = (of: PriceRecord): PriceItem => ({kind: 'record', record: of});

/** The item that `read` makes, or the line and the field that keep it from it. */
export const itemOf = (line: number, read: () => PriceItem): PriceItem => {
	try {
		return read();
	} catch (error) {
		if (error instanceof FieldError) return broken(line, error.reason, error.field);
		throw error;
	}
};

export const isRow = (value: unknown): value is JsonRow =>
	typeof value === 'object' && value !== null && LINE in value;

/** The items of a list inside of a row; none where there is no list. */
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A value that says nothing. */
export const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Text, or a number as text; null where there is none. */
export const textOf = (value: unknown, field: string): string | null => {
	if (isBlank(value)) return null;
	if (typeof value !== 'string' && typeof value !== 'number')
		throw new FieldError('field-invalid', field);
	const text = String(value).trim();
	if (text.length > MAX_NAME_LENGTH) throw new FieldError('field-invalid', field);
	return text;
};

export const requiredText = (value: unknown, field: string): string => {
	const text = textOf(value, field);
	if (text === null) throw new FieldError('field-missing', field);
	return text;
};

export const requiredPrice = (value: unknown, field: string): string => {
	if (isBlank(value)) throw new FieldError('field-missing', field);
	const price = priceText(value);
	if (price === null) throw new FieldError('price-invalid', field);
	return price;
};

/** A price beside another one; of no use where it can't be read. */
export const besidePrice = (value: unknown): {readonly list?: string} => {
	const list = isBlank(value) ? null : priceText(value);
	return list === null ? {} : {list};
};

export const requiredZone = (
	value: unknown,
	field: string,
): {readonly zone: string; readonly region: string} => {
	const zone = requiredText(value, field).toLowerCase();
	const region = regionOfZone(zone);
	if (region === null) throw new FieldError('field-invalid', field);
	return {zone, region};
};

/** A zone, which lies in the region that is named beside it, if any is. */
export const zoneWithin = (
	value: unknown,
	region: unknown,
	field: string,
): ReturnType<typeof requiredZone> => {
	const found = requiredZone(value, field);
	const named = textOf(region, 'region')?.toLowerCase() ?? found.region;
	if (named !== found.region) throw new FieldError('zone-elsewhere', field);
	return found;
};

/** The currency that a file names, else the one that is assumed. */
export const currencyOf = (value: unknown, field: string, defaults: Defaults): Currency => {
	const text = textOf(value, field)?.toUpperCase();
	if (text === undefined) {
		defaults.assume('currency');
		return defaults.currency;
	}
	const currency = CURRENCIES.find(each => each === text);
	if (!currency) throw new FieldError('field-invalid', field);
	return currency;
};

/** A moment that a price can be of. */
export const checkedInstant = (at: number | null, field: string, {latest}: Defaults): number => {
	if (at === null || at < 0 || at > latest) throw new FieldError('date-invalid', field);
	return at;
};

/** The moment that a row is of, else the start of the day that is assumed. */
export const instantIn = (value: unknown, field: string, defaults: Defaults): number => {
	const text = textOf(value, field);
	if (text !== null) return checkedInstant(instantOf(text), field, defaults);
	defaults.assume('date');
	return instantOf(defaults.day) ?? 0;
};

export const requiredInstant = (value: unknown, field: string, defaults: Defaults): number =>
	checkedInstant(instantOf(requiredText(value, field)), field, defaults);

export const dateIn = (value: unknown, field: string, defaults: Defaults): IsoDate =>
	dateOfInstant(instantIn(value, field, defaults));

/** Percent of the on-demand price, 1 to 100. */
export const requiredPercent = (value: unknown, field: string): number => {
	const percent = Number(requiredText(value, field).replace(/\s*%$/, ''));
	if (!(percent >= 1 && percent <= 100)) throw new FieldError('field-invalid', field);
	return percent;
};

export const requiredBucket = (value: unknown, field: string): InterruptionBucket => {
	const text = requiredText(value, field).replaceAll(/\s/g, '');
	const bucket = INTERRUPTION_BUCKETS.find(each => each === text);
	if (!bucket) throw new FieldError('field-invalid', field);
	return bucket;
};
