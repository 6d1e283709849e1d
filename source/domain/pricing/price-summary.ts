import {dateOfInstant, type IsoDate} from '../units/calendar.ts';
import {type Origin, originOf} from './origin.ts';
import type {SpotSeries} from './overlay.ts';
import type {InstanceOffer, PriceBook} from './price-book.ts';

/** What one region's prices amount to. */
export type RegionSummary = {
	readonly region: string;
	readonly types: number;
	/** Types with a pay-as-you-go price. */
	readonly onDemand: number;
	/** Types with a spot quote. */
	readonly spot: number;
	readonly spotZones: number;
	/** Types with spot advice. */
	readonly advice: number;
	/** Types with a monthly subscription. */
	readonly subscription: number;
	/** Prices that were imported, of all kinds. */
	readonly imported: number;
};

/** All prices of one source. */
export type SourceSummary = {
	readonly source: string;
	readonly prices: number;
	/** Null for a source whose prices have no date. */
	readonly oldest: IsoDate | null;
	readonly newest: IsoDate | null;
};

/** Recorded spot prices of one region that came from the same sources. */
export type SeriesSummary = {
	readonly region: string;
	/** Types and zones with a record. */
	readonly series: number;
	readonly oldest: IsoDate;
	readonly newest: IsoDate;
	readonly sources: readonly string[];
};

export const summarizeSeries = (region: string, series: SpotSeries): readonly SeriesSummary[] => {
	const summaries = new Map<string, SeriesSummary>();
	for (const [, , , points, sources = []] of series) {
		const [first, last] = [points[0], points.at(-1)];
		if (!first || !last) continue;
		const key = sources.join('; ');
		const [from, to] = [dateOfInstant(first[0]), dateOfInstant(last[0])];
		const known = summaries.get(key);
		summaries.set(key, {
			region,
			series: (known?.series ?? 0) + 1,
			oldest: known && known.oldest < from ? known.oldest : from,
			newest: known && known.newest > to ? known.newest : to,
			sources,
		});
	}
	return [...summaries.values()];
};

const originsOf = ({onDemand, spot, advice = [], subscription}: InstanceOffer): readonly Origin[] =>
	[onDemand ?? [], spot, advice, subscription ?? []].flat().map(originOf);

export const summarizeRegion = (book: PriceBook): RegionSummary => {
	const offers = [...book.types.values()];
	const count = (has: (offer: InstanceOffer) => boolean): number => offers.filter(has).length;
	return {
		region: book.region,
		types: offers.length,
		onDemand: count(({onDemand}) => onDemand !== null),
		spot: count(({spot}) => spot.length > 0),
		spotZones: new Set(offers.flatMap(({spot}) => spot.map(({zone}) => zone))).size,
		advice: count(({advice}) => advice !== undefined),
		subscription: count(({subscription}) => subscription !== undefined),
		imported: offers.flatMap(originsOf).filter(({source}) => source !== undefined).length,
	};
};

/** The sources of several regions, the one with most prices first. */
export const summarizeSources = (books: readonly PriceBook[]): readonly SourceSummary[] => {
	const summaries = new Map<string, SourceSummary>();
	const count = ({asOf, source}: Origin, book: PriceBook) => {
		const name = source ?? book.source;
		const known = summaries.get(name) ?? {source: name, prices: 0, oldest: null, newest: null};
		summaries.set(name, {
			source: name,
			prices: known.prices + 1,
			oldest: asOf !== null && asOf < (known.oldest ?? '9999') ? asOf : known.oldest,
			newest: asOf !== null && asOf > (known.newest ?? '') ? asOf : known.newest,
		});
	};
	for (const book of books) {
		count(originOf(book.cpuMem), book);
		for (const offer of book.types.values())
			for (const origin of originsOf(offer)) count(origin, book);
	}
	return [...summaries.values()].sort(
		(a, b) => b.prices - a.prices || (a.source < b.source ? -1 : 1),
	);
};
