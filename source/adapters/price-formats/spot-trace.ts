import {regionOfZone} from '../../domain/pricing/price-record.ts';
import {instantOf} from '../../domain/units/calendar.ts';
import type {PriceItem} from '../../ports.ts';
import {
	besidePrice,
	checkedInstant,
	currencyOf,
	type Defaults,
	itemOf,
	record,
	requiredPrice,
	requiredText,
	textOf,
} from './fields.ts';
import type {PageFields} from './page.ts';

/** What the name of a trace file says. */
export type TraceName = {readonly type: string; readonly region: string; readonly zone: string};

/** `TimeInSeconds` of the published traces starts with the year of the first of them. */
const TRACE_EPOCH = instantOf('2018-01-01') ?? 0;
/** From here on it can only be counted from 1970. */
const UNIX_SECONDS = 10 ** 9;

const joined = (region: string, letter: string): string =>
	`${region}${/\d$/.test(region) ? '' : '-'}${letter}`;

/** `cn-hangzhou`, `cn-hangzhou-b`: a zone, a region beside its letter, or both run together. */
const zoneIn = (pieces: readonly string[]): string | undefined => {
	const together = pieces.flatMap(piece => {
		const [, region, letter] = /^(.+)-\1-?([a-z])$/.exec(piece) ?? [];
		return region === undefined || letter === undefined ? [] : [joined(region, letter)];
	});
	const zone = together[0] ?? pieces.find(piece => regionOfZone(piece) !== null);
	if (zone !== undefined) return zone;
	const region = pieces.find(piece => /^[a-z]+-[a-z0-9-]+$/.test(piece));
	const letter = pieces.find(piece => /^[a-z]$/.test(piece));
	return region === undefined || letter === undefined ? undefined : joined(region, letter);
};

const TYPE =
	/ecs\.[a-z][a-z0-9-]*\.[a-z0-9]+|(?<=^|[_\s,+])[a-z][a-z0-9-]*\.(?:\d*x?large|small|medium)(?![a-z0-9])/;

/** Type, region and zone by the name of a file, in any order; null where it doesn't say. */
export const traceName = (fileName: string): TraceName | null => {
	const name = fileName.toLowerCase().replace(/\.(?:csv|txt)$/, '');
	const [type] = TYPE.exec(name) ?? [];
	if (type === undefined) return null;
	const pieces = name
		.replace(type, '_')
		.split(/[_\s,+.()]+/)
		.map(piece => piece.replaceAll(/^-+|-+$/g, ''));
	const zone = zoneIn(pieces);
	const region = zone === undefined ? null : regionOfZone(zone);
	if (zone === undefined || region === null) return null;
	return {type: type.startsWith('ecs.') ? type : `ecs.${type}`, region, zone};
};

export const isTraceHeader = (names: readonly string[]): boolean =>
	names.includes('spotprice') && (names.includes('timestamp') || names.includes('timeinseconds'));

/** `12/01/2018 0:40` the American way as `2018-12-01 0:40`; anything else as it is. */
const isoOf = (text: string): string => {
	const [, month = '', day = '', year = '', time = ''] =
		/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
	if (year === '') return text;
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time === '' ? '' : ` ${time}`}`;
};

const momentIn = (fields: PageFields, defaults: Defaults): number => {
	const text = textOf(fields.get('timestamp'), 'Timestamp');
	if (text !== null) return checkedInstant(instantOf(isoOf(text)), 'Timestamp', defaults);
	const seconds = Number(requiredText(fields.get('timeinseconds'), 'TimeInSeconds'));
	const at = seconds >= UNIX_SECONDS ? seconds : TRACE_EPOCH + seconds;
	return checkedInstant(
		Number.isSafeInteger(seconds) && seconds >= 0 ? at : null,
		'TimeInSeconds',
		defaults,
	);
};

/** One line of a trace: the spot price of the type and zone in the name of the file from a moment on. */
export const traceItem = (
	fields: PageFields,
	line: number,
	name: TraceName,
	defaults: Defaults,
): PriceItem =>
	itemOf(line, () =>
		record({
			kind: 'spot',
			...name,
			currency: currencyOf(fields.get('currency'), 'Currency', defaults),
			price: requiredPrice(fields.get('spotprice'), 'SpotPrice'),
			...besidePrice(fields.get('originprice')),
			at: momentIn(fields, defaults),
		}),
	);
