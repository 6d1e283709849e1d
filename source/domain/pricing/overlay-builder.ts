import {dateOfInstant, type IsoDate} from '../units/calendar.ts';
import type {
	AdviceRow,
	OnDemandRow,
	Overlaid,
	SizeRow,
	SpotRow,
	SpotSeries,
	SubscriptionRow,
	UnitPriceRow,
} from './overlay.ts';
import type {PriceRecord} from './price-record.ts';
import {type SeriesBuilder, seriesBuilder} from './series-builder.ts';

type SpotRecord = Extract<PriceRecord, {kind: 'spot'}>;
type Names = readonly string[];

const keyOf = (names: Names): string => names.join(' ');

const byKey = <T>([a]: readonly [string, T], [b]: readonly [string, T]): number =>
	a < b ? -1 : Number(a > b);

/**
 * Rows by their first `names` columns. Of two about the same the one of the newer day stays, of two of
 * one day the one that was added last.
 */
const rowTable = <R extends readonly [...unknown[], asOf: IsoDate, source: number]>(
	known: readonly R[],
	names: number,
) => {
	const rows = new Map(known.map(row => [keyOf(row.slice(0, names) as Names), row]));
	const day = (row: R) => row.at(-2) as IsoDate;
	return {
		/** False for a row that is older than the one that is there. */
		add: (row: R): boolean => {
			const key = keyOf(row.slice(0, names) as Names);
			const other = rows.get(key);
			if (other && day(other) > day(row)) return false;
			rows.set(key, row);
			return true;
		},
		rows: (): readonly R[] => [...rows].sort(byKey).map(([, row]) => row),
	};
};

type SeriesEntry = {
	readonly names: SpotSeries[number] extends readonly [...infer N, unknown] ? Readonly<N> : never;
	readonly builder: SeriesBuilder;
	/** Number of the source of the latest point. */
	source: number;
};

/** The spot prices of a region over time, and the latest of each zone as its quote. */
const seriesTable = ({overlay, series}: Overlaid, source: number) => {
	const sourceOf = new Map(
		overlay.spot.map(([currency, type, zone, , , from]) => [keyOf([currency, type, zone]), from]),
	);
	const entries = new Map<string, SeriesEntry>(
		series.map(([currency, type, zone, points]) => {
			const key = keyOf([currency, type, zone]);
			const builder = seriesBuilder(points);
			return [key, {names: [currency, type, zone], builder, source: sourceOf.get(key) ?? source}];
		}),
	);
	const add = ({currency, type, zone, price, at}: SpotRecord) => {
		const key = keyOf([currency, type, zone]);
		const entry = entries.get(key) ?? {
			names: [currency, type, zone],
			builder: seriesBuilder([]),
			source,
		};
		entries.set(key, entry);
		if (entry.builder.add(at, price)) entry.source = source;
	};
	const sorted = () => [...entries].sort(byKey).map(([, entry]) => entry);
	return {
		add,
		series: (): SpotSeries => sorted().map(({names, builder}) => [...names, builder.points()]),
		quotes: (): readonly SpotRow[] =>
			sorted().flatMap(({names, builder, source: from}) => {
				const [at, price] = builder.points().at(-1) ?? [];
				return at === undefined || price === undefined
					? []
					: [[...names, price, dateOfInstant(at), from] as const];
			}),
	};
};

/** Adds the records of one source to what was imported for one region. */
export type OverlayBuilder = {
	/** False for a record that is older than what is there. */
	readonly add: (record: PriceRecord) => boolean;
	/** What a type is made of that the region's shipped list doesn't have. */
	readonly addSize: (row: SizeRow) => void;
	readonly finish: () => Overlaid;
};

export const overlayBuilder = (known: Overlaid, sourceName: string): OverlayBuilder => {
	const {overlay} = known;
	const {sources: before} = overlay;
	const sources = before.includes(sourceName) ? before : [...before, sourceName];
	const source = sources.indexOf(sourceName);
	const sizes = new Map(overlay.sizes.map(row => [row[0], row]));
	const onDemand = rowTable<OnDemandRow>(overlay.onDemand, 2);
	const subscription = rowTable<SubscriptionRow>(overlay.subscription, 3);
	const advice = rowTable<AdviceRow>(overlay.advice, 2);
	const unitPrices = rowTable<UnitPriceRow>(overlay.unitPrices, 1);
	const spot = seriesTable(known, source);
	const add = (record: PriceRecord): boolean => {
		switch (record.kind) {
			case 'on-demand': {
				const {currency, type, price, asOf} = record;
				return onDemand.add([currency, type, price, asOf, source]);
			}
			case 'subscription': {
				const {currency, type, months, price, asOf} = record;
				return subscription.add([currency, type, months, price, asOf, source]);
			}
			case 'spot':
				spot.add(record);
				return true;
			case 'advice': {
				const {type, zone, percentOfOnDemand, interruption, asOf} = record;
				return advice.add([type, zone, percentOfOnDemand, interruption, asOf, source]);
			}
			case 'unit-prices': {
				const {currency, vcpuPerSecond, gibPerSecond, asOf} = record;
				return unitPrices.add([currency, vcpuPerSecond, gibPerSecond, asOf, source]);
			}
		}
	};
	return {
		add,
		addSize: row => sizes.set(row[0], row),
		finish: () => ({
			overlay: {
				sources,
				sizes: [...sizes].sort(byKey).map(([, row]) => row),
				onDemand: onDemand.rows(),
				subscription: subscription.rows(),
				spot: spot.quotes(),
				advice: advice.rows(),
				unitPrices: unitPrices.rows(),
			},
			series: spot.series(),
		}),
	};
};
