import type {ImportNote} from '../domain/pricing/import-tally.ts';
import {PRICE_FORMATS} from '../domain/pricing/import-tally.ts';
import type {RegionOverlay, SpotSeries} from '../domain/pricing/overlay.ts';
import {INTERRUPTION_BUCKETS} from '../domain/pricing/price-record.ts';
import {priceText} from '../domain/pricing/price-text.ts';
import {isDate} from '../domain/units/calendar.ts';
import {CURRENCIES} from '../domain/units/money.ts';

/** Grows when older programs could not read the files any more. */
export const OVERLAY_VERSION = 1;

type Check = (value: unknown) => boolean;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isText: Check = value => typeof value === 'string' && value.length > 0;
const isAmount: Check = value => typeof value === 'number' && value >= 0;
const isCount: Check = value =>
	typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const isPercent: Check = value => typeof value === 'number' && value >= 1 && value <= 100;
const oneOf =
	(choices: readonly string[]): Check =>
	value =>
		choices.some(choice => choice === value);
const isCurrency = oneOf(CURRENCIES);
const isPrice: Check = value => typeof value === 'string' && priceText(value) === value;

/** Days repeat by the thousand, so each is looked at once. */
const dayCheck = (): Check => {
	const known = new Set<unknown>();
	return value => {
		if (known.has(value)) return true;
		const isDay = typeof value === 'string' && isDate(value);
		if (isDay) known.add(value);
		return isDay;
	};
};

const isRowOf = (checks: readonly Check[], row: unknown): boolean =>
	isList(row) && row.length === checks.length && checks.every((check, at) => check(row[at]));

const areRows = (value: unknown, ...checks: readonly Check[]): boolean =>
	isList(value) && value.every(row => isRowOf(checks, row));

/** What a file says it is; null where it doesn't. */
const versioned = (value: unknown): Readonly<Record<string, unknown>> | null =>
	typeof value === 'object' && value !== null && !isList(value)
		? (value as Readonly<Record<string, unknown>>)
		: null;

export const isNewer = (value: unknown): boolean => {
	const version = versioned(value)?.['version'];
	return typeof version === 'number' && version > OVERLAY_VERSION;
};

export const isOverlay = (value: unknown): value is RegionOverlay => {
	const found = versioned(value);
	const sources = found?.['sources'];
	if (!found || !isList(sources) || !sources.every(isText)) return false;
	const isSource: Check = number => typeof number === 'number' && sources[number] !== undefined;
	const dated = [dayCheck(), isSource];
	return (
		areRows(found['sizes'], isText, isAmount, isAmount, isAmount) &&
		areRows(found['onDemand'], isCurrency, isText, isPrice, ...dated) &&
		areRows(found['subscription'], isCurrency, isText, isCount, isPrice, ...dated) &&
		areRows(found['spot'], isCurrency, isText, isText, isPrice, ...dated) &&
		areRows(found['advice'], isText, isText, isPercent, oneOf(INTERRUPTION_BUCKETS), ...dated) &&
		areRows(found['unitPrices'], isCurrency, isPrice, isPrice, ...dated)
	);
};

export const isSeriesFile = (value: unknown): value is {readonly series: SpotSeries} => {
	const arePoints: Check = points => areRows(points, isAmount, isPrice);
	return areRows(versioned(value)?.['series'], isCurrency, isText, isText, arePoints);
};

const isNote: Check = value => {
	const note = versioned(value);
	const isFormat = oneOf([...PRICE_FORMATS, 'api']);
	return (
		note !== null &&
		isText(note['source']) &&
		isFormat(note['format']) &&
		dayCheck()(note['addedOn']) &&
		isAmount(note['taken'])
	);
};

export const isNotesFile = (value: unknown): value is {readonly notes: readonly ImportNote[]} => {
	const notes = versioned(value)?.['notes'];
	return isList(notes) && notes.every(isNote);
};
