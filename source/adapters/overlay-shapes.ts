import type {ImportNote} from '../domain/pricing/import-tally.ts';
import {PRICE_FORMATS} from '../domain/pricing/import-tally.ts';
import type {SpotSeries} from '../domain/pricing/overlay.ts';
import {INTERRUPTION_BUCKETS} from '../domain/pricing/price-record.ts';
import {priceText} from '../domain/pricing/price-text.ts';
import {isDate} from '../domain/units/calendar.ts';
import {CURRENCIES} from '../domain/units/money.ts';

/** Grows when older programs could not read the files any more. */
export const OVERLAY_VERSION = 1;

export type Check = (value: unknown) => boolean;
export type Content = Readonly<Record<string, unknown>>;

const oneOf =
	(choices: readonly string[]): Check =>
	value =>
		choices.some(choice => choice === value);

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
export const isText: Check = value => typeof value === 'string' && value.length > 0;
export const isAmount: Check = value => typeof value === 'number' && value >= 0;
export const isCount: Check = value => Number.isSafeInteger(value) && Number(value) > 0;
export const isPercent: Check = value => typeof value === 'number' && value >= 1 && value <= 100;
export const isCurrency = oneOf(CURRENCIES);
export const isBucket = oneOf(INTERRUPTION_BUCKETS);
export const isPrice: Check = value => typeof value === 'string' && priceText(value) === value;
export const isDay: Check = value => typeof value === 'string' && isDate(value);

const isRowOf = (checks: readonly Check[], row: unknown): boolean =>
	isList(row) && row.length === checks.length && checks.every((check, at) => check(row[at]));

export const areRows = (value: unknown, ...checks: readonly Check[]): boolean =>
	isList(value) && value.every(row => isRowOf(checks, row));

/** An object as what it holds; null for anything else. */
export const contentOf = (value: unknown): Content | null =>
	typeof value === 'object' && value !== null && !isList(value) ? (value as Content) : null;

export const isNewer = (value: unknown): boolean => {
	const version = contentOf(value)?.['version'];
	return typeof version === 'number' && version > OVERLAY_VERSION;
};

const arePoints: Check = points => areRows(points, isAmount, isPrice);

const SERIES_CHECKS = [isCurrency, isText, isText, arePoints];

const areTexts: Check = texts => isList(texts) && texts.every(isText);

/** With the names of its sources, or without. */
const isSeries: Check = row =>
	isRowOf(SERIES_CHECKS, row) || isRowOf([...SERIES_CHECKS, areTexts], row);

export const seriesIn = (value: unknown): SpotSeries | null => {
	const series = contentOf(value)?.['series'];
	return isList(series) && series.every(isSeries) ? (series as SpotSeries) : null;
};

const isFormat = oneOf([...PRICE_FORMATS, 'api']);

const isNote: Check = value => {
	const note = contentOf(value);
	return (
		note !== null &&
		isText(note['source']) &&
		isFormat(note['format']) &&
		isDay(note['addedOn']) &&
		isAmount(note['taken'])
	);
};

export const notesIn = (value: unknown): readonly ImportNote[] | null => {
	const notes = contentOf(value)?.['notes'];
	return isList(notes) && notes.every(isNote) ? (notes as readonly ImportNote[]) : null;
};
