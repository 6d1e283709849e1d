import type {SpotPoint, SpotSeries} from '../../pricing/overlay.ts';
import type {DatedPrice, PriceBook} from '../../pricing/price-book.ts';
import type {Instant} from '../../pricing/price-record.ts';
import {LONGEST_SILENCE} from '../../pricing/series-builder.ts';
import {listPrice} from '../../pricing/spot-price.ts';
import {dateOfInstant, type IsoDate} from '../../units/calendar.ts';
import {toNumber} from '../../units/fraction.ts';
import type {Currency} from '../../units/money.ts';
import type {PriceHistory} from '../simulation-model.ts';

/** Recorded ratios by ECS type and zone. */
export type PriceHistories = ReadonlyMap<string, ReadonlyMap<string, PriceHistory>>;

/** The hour of the day at a moment, in the time zone of the workload, with its fraction. */
export type HourOf = (at: Instant) => number;

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Silence is cut out by whole days, so that what follows keeps its hour of the day. */
const withoutGap = (seconds: number): number =>
	seconds <= LONGEST_SILENCE ? seconds : seconds - (Math.ceil(seconds / DAY) - 1) * DAY;

/** Changes of the ratio, second 0 at the first point, and how long they are known for. */
const stepsOf = (points: readonly SpotPoint[], listPerHour: number) => {
	const steps: (readonly [at: number, ratio: number])[] = [];
	let at = 0;
	for (const [index, [from, perHour]] of points.entries()) {
		const next = points[index + 1];
		if (!next || next[0] <= from) continue;
		const ratio = Number(perHour) / listPerHour;
		if (ratio !== steps.at(-1)?.[1]) steps.push([at, ratio]);
		at += withoutGap(next[0] - from);
	}
	return {steps, seconds: at};
};

/**
 * Recorded prices as ratios of the list price; the last point tells how far is known. The first price
 * is taken to hold from the full hour before. Null for a record that lasts no time.
 */
export const priceHistory = (
	points: readonly SpotPoint[],
	listPerHour: number,
	hourOf: HourOf,
): PriceHistory | null => {
	const [first] = points;
	const {steps, seconds} = stepsOf(points, listPerHour);
	if (!first || seconds === 0) return null;
	const hour = hourOf(first[0]);
	const startHour = Math.floor(hour);
	const before = Math.round((hour - startHour) * HOUR);
	return {
		startHour,
		seconds: seconds + before,
		steps: steps.map(([at, ratio]) => [at === 0 ? 0 : at + before, ratio] as const),
	};
};

/** Pay-as-you-go by the list, in the currency of the recorded prices. */
const listPriceIn = (type: string, currency: Currency, book: PriceBook): DatedPrice | null => {
	const offer = book.types.get(type);
	if (!offer) return null;
	return currency === book.currency ? listPrice(offer) : (offer.foreign?.onDemand ?? null);
};

/** A series with the list price that its own source names, if it does. */
export type RecordedSeries = readonly [...SpotSeries[number], list?: string];

/**
 * The histories of these series, by the list price that stands with them, else that of the book; a
 * series without either is left out. Of two currencies the first one counts.
 */
export const priceHistories = (
	series: readonly RecordedSeries[],
	book: PriceBook,
	hourOf: HourOf,
): PriceHistories => {
	const histories = new Map<string, Map<string, PriceHistory>>();
	for (const [currency, type, zone, points, , list] of series) {
		const known = listPriceIn(type, currency, book);
		const perHour = list === undefined ? known && toNumber(known.perHour) : Number(list);
		const history = perHour === null ? null : priceHistory(points, perHour, hourOf);
		const zones = histories.get(type) ?? new Map<string, PriceHistory>();
		if (!history || zones.has(zone)) continue;
		histories.set(type, zones.set(zone, history));
	}
	return histories;
};

/** What a history was made of. */
export type HistoryOrigin = {
	readonly type: string;
	readonly zone: string;
	/** The days of its first and its last price. */
	readonly from: IsoDate;
	readonly to: IsoDate;
	readonly sources: readonly string[];
};

/** What these histories were made of; of one type and zone in two currencies, the first. */
export const originsOf = (
	used: ReadonlySet<PriceHistory>,
	histories: PriceHistories,
	series: readonly RecordedSeries[],
): readonly HistoryOrigin[] =>
	[...histories].flatMap(([type, zones]) =>
		[...zones].flatMap(([zone, history]) => {
			const row = used.has(history) ? series.find(row => row[1] === type && row[2] === zone) : null;
			const [first, last] = [row?.[3][0], row?.[3].at(-1)];
			if (!row || !first || !last) return [];
			const days = {from: dateOfInstant(first[0]), to: dateOfInstant(last[0])};
			return [{type, zone, ...days, sources: row[4] ?? []}];
		}),
	);

/** Of the histories of several types, or of the zones of one, the longest. */
export const historyOf = (
	types: readonly string[],
	histories: PriceHistories,
): PriceHistory | null => {
	const found = types.flatMap(type => [...(histories.get(type)?.values() ?? [])]);
	return found.reduce<PriceHistory | null>(
		(longest, each) => (longest === null || each.seconds > longest.seconds ? each : longest),
		null,
	);
};
