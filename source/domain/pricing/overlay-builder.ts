import {dateOfInstant, type IsoDate} from '../units/calendar.ts';
import {
	type AdviceRow,
	NOTHING_OVERLAID,
	type OnDemandRow,
	type Overlaid,
	type RegionOverlay,
	type SizeRow,
	type SpotRow,
	type SpotSeries,
	type SubscriptionRow,
	type UnitPriceRow,
} from './overlay.ts';
import type {Instant, PriceRecord} from './price-record.ts';
import {type SeriesBuilder, seriesBuilder} from './series-builder.ts';

type DatedRow = readonly [...unknown[], asOf: IsoDate, source: number];
type Names = readonly unknown[];

const keyOf = (names: Names): string => names.join(' ');

const byKey = <T>([a]: readonly [string, T], [b]: readonly [string, T]): number =>
	a < b ? -1 : Number(a > b);

/**
 * Rows by their first `names` columns. Of two about the same the one of the newer day stays, of two of
 * one day the one that was added last.
 */
const rowTable = <R extends DatedRow>(known: readonly R[], names: number) => {
	const keyOfRow = (row: R) => keyOf(row.slice(0, names));
	const rows = new Map(known.map(row => [keyOfRow(row), row]));
	const isNewerThan = (row: R): boolean => {
		const other = rows.get(keyOfRow(row));
		return other !== undefined && (other.at(-2) as IsoDate) > (row.at(-2) as IsoDate);
	};
	return {
		/** True where a newer row about the same is there. */
		isNewerThan,
		/** False for a row that is older than the one that is there. */
		add: (row: R): boolean => {
			if (isNewerThan(row)) return false;
			rows.set(keyOfRow(row), row);
			return true;
		},
		rows: (): readonly R[] => [...rows].sort(byKey).map(([, row]) => row),
	};
};

type SeriesNames = readonly [currency: SpotRow[0], type: string, zone: string];

type SeriesEntry = {
	readonly names: SeriesNames;
	readonly builder: SeriesBuilder;
	/** Number of the source of the latest point. */
	source: number;
	/** Names of the sources of all points. */
	readonly sources: Set<string>;
};

/** The number of the source behind the quote of each zone. */
const quoteSources = ({spot}: RegionOverlay): ReadonlyMap<string, number> =>
	new Map(
		spot.map(([currency, type, zone, , , source]) => [keyOf([currency, type, zone]), source]),
	);

/** The spot prices of a region over time, and the latest of each zone as its quote. */
const seriesTable = ({overlay, series}: Overlaid) => {
	const numbers = quoteSources(overlay);
	const entries = new Map<string, SeriesEntry>(
		series.map(([currency, type, zone, points, sources]) => {
			const names = [currency, type, zone] as const;
			const source = numbers.get(keyOf(names)) ?? 0;
			const from = sources ?? overlay.sources.slice(source, source + 1);
			const entry = {names, builder: seriesBuilder(points), source, sources: new Set(from)};
			return [keyOf(names), entry];
		}),
	);
	const add = (
		names: SeriesNames,
		at: Instant,
		price: string,
		source: number,
		name: string,
	): void => {
		const key = keyOf(names);
		const entry = entries.get(key) ?? {
			names,
			builder: seriesBuilder([]),
			source,
			sources: new Set<string>(),
		};
		entries.set(key, entry);
		entry.sources.add(name);
		if (entry.builder.add(at, price)) entry.source = source;
	};
	/** The quotes and the series they end. */
	const finish = (): {readonly spot: readonly SpotRow[]; readonly series: SpotSeries} => {
		const sorted = [...entries].sort(byKey).map(([, entry]) => ({
			...entry,
			points: entry.builder.points(),
		}));
		return {
			series: sorted.map(({names, points, sources}) => [...names, points, [...sources].sort()]),
			spot: sorted.flatMap(({names, points, source}) => {
				const latest = points.at(-1);
				return latest ? [[...names, latest[1], dateOfInstant(latest[0]), source] as const] : [];
			}),
		};
	};
	return {add, finish};
};

const tablesOf = (known: Overlaid) => {
	const {overlay} = known;
	return {
		sizes: new Map(overlay.sizes.map(row => [row[0], row])),
		onDemand: rowTable<OnDemandRow>(overlay.onDemand, 2),
		subscription: rowTable<SubscriptionRow>(overlay.subscription, 3),
		advice: rowTable<AdviceRow>(overlay.advice, 2),
		unitPrices: rowTable<UnitPriceRow>(overlay.unitPrices, 1),
		spot: seriesTable(known),
	};
};

const DATED_TABLES = ['onDemand', 'subscription', 'spot', 'advice', 'unitPrices'] as const;

/** Sources that no row names any more are forgotten; the others stand in the order of their names. */
const withUsedSources = (overlay: RegionOverlay): RegionOverlay => {
	const used = new Set(
		DATED_TABLES.flatMap(table => overlay[table].map(row => overlay.sources[row.at(-1) as number])),
	);
	const sources = [...used].flatMap(source => source ?? []).sort();
	const numbers = overlay.sources.map(source => sources.indexOf(source));
	const renumbered = <R extends DatedRow>(rows: readonly R[]): readonly R[] =>
		rows.map(row => row.with(-1, numbers[row.at(-1) as number] ?? 0) as unknown as R);
	return {
		sources,
		sizes: overlay.sizes,
		onDemand: renumbered(overlay.onDemand),
		subscription: renumbered(overlay.subscription),
		spot: renumbered(overlay.spot),
		advice: renumbered(overlay.advice),
		unitPrices: renumbered(overlay.unitPrices),
	};
};

const overlaidBy = (
	{sizes, spot, ...dated}: ReturnType<typeof tablesOf>,
	sources: readonly string[],
): Overlaid => {
	const {spot: quotes, series} = spot.finish();
	return {
		series,
		overlay: withUsedSources({
			sources,
			sizes: [...sizes].sort(byKey).map(([, row]) => row),
			onDemand: dated.onDemand.rows(),
			subscription: dated.subscription.rows(),
			spot: quotes,
			advice: dated.advice.rows(),
			unitPrices: dated.unitPrices.rows(),
		}),
	};
};

/** The row of a record that stands in a table of rows, and whether that table has a newer one. */
const addRecord = (
	tables: ReturnType<typeof tablesOf>,
	record: PriceRecord,
	source: number,
	name: string,
	how: 'add' | 'isNewerThan',
): boolean => {
	switch (record.kind) {
		case 'on-demand': {
			const {currency, type, price, asOf} = record;
			return tables.onDemand[how]([currency, type, price, asOf, source]);
		}
		case 'subscription': {
			const {currency, type, months, price, asOf} = record;
			return tables.subscription[how]([currency, type, months, price, asOf, source]);
		}
		case 'spot': {
			const {currency, type, zone, at, price} = record;
			if (how === 'isNewerThan') return false;
			tables.spot.add([currency, type, zone], at, price, source, name);
			return true;
		}
		case 'advice': {
			const {type, zone, percentOfOnDemand, interruption, asOf} = record;
			return tables.advice[how]([type, zone, percentOfOnDemand, interruption, asOf, source]);
		}
		case 'unit-prices': {
			const {currency, vcpuPerSecond, gibPerSecond, asOf} = record;
			return tables.unitPrices[how]([currency, vcpuPerSecond, gibPerSecond, asOf, source]);
		}
	}
};

/** Tells which records are older than what an overlay has. */
export const isOlderThan = (overlay: RegionOverlay): ((record: PriceRecord) => boolean) => {
	const tables = tablesOf({overlay, series: NOTHING_OVERLAID.series});
	return record => addRecord(tables, record, 0, '', 'isNewerThan');
};

/** Collects the records of one source for one region. */
export type OverlayBuilder = {
	/** False for a record that is older than another about the same. */
	readonly add: (record: PriceRecord) => boolean;
	/** What a type is made of that the region's shipped list doesn't have. */
	readonly addSize: (row: SizeRow) => void;
	readonly finish: () => Overlaid;
};

export const overlayBuilder = (sourceName: string): OverlayBuilder => {
	const tables = tablesOf(NOTHING_OVERLAID);
	return {
		add: record => addRecord(tables, record, 0, sourceName, 'add'),
		addSize: row => tables.sizes.set(row[0], row),
		finish: () => overlaidBy(tables, [sourceName]),
	};
};

/** What two imports for one region make together; `added` wins over what is of the same day. */
export const mergeOverlaid = (before: Overlaid, added: Overlaid): Overlaid => {
	const tables = tablesOf(before);
	const sources = [...new Set([...before.overlay.sources, ...added.overlay.sources])];
	const numbers = added.overlay.sources.map(source => sources.indexOf(source));
	const addAll = <R extends DatedRow>(table: {add: (row: R) => boolean}, rows: readonly R[]) => {
		for (const row of rows)
			table.add(row.with(-1, numbers[row.at(-1) as number] ?? 0) as unknown as R);
	};
	addAll(tables.onDemand, added.overlay.onDemand);
	addAll(tables.subscription, added.overlay.subscription);
	addAll(tables.advice, added.overlay.advice);
	addAll(tables.unitPrices, added.overlay.unitPrices);
	for (const row of added.overlay.sizes) tables.sizes.set(row[0], row);
	const addedSources = quoteSources(added.overlay);
	for (const [currency, type, zone, points, from] of added.series) {
		const names: SeriesNames = [currency, type, zone];
		const source = numbers[addedSources.get(keyOf(names)) ?? 0] ?? 0;
		for (const name of from ?? [sources[source] ?? ''])
			for (const [at, price] of points) tables.spot.add(names, at, price, source, name);
	}
	return overlaidBy(tables, sources);
};
