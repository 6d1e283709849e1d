import type {Diagnostic} from '../domain/diagnostics.ts';
import type {PlanRequest} from '../domain/input/plan-request.ts';
import type {PriceBook} from '../domain/pricing/price-book.ts';
import type {PriceRecord} from '../domain/pricing/price-record.ts';
import {type SeriesBuilder, seriesBuilder} from '../domain/pricing/series-builder.ts';
import {report} from '../domain/rules/rules.ts';
import {
	type PriceHistories,
	priceHistories,
	type RecordedSeries,
} from '../domain/simulation/market-file/price-history.ts';
import type {PriceItem} from '../ports.ts';
import {printable} from '../present/printable.ts';
import {Failure, orFailAt} from './failure.ts';
import type {MarketWorld} from './market-document.ts';
import {openEndOf} from './price-file.ts';

/** It bounds memory; of the types of one chain nobody has as many. */
const MOST_PRICES = 2_000_000;

type SpotRecord = Extract<PriceRecord, {kind: 'spot'}>;
type SpotItem = {readonly kind: 'record'; readonly record: SpotRecord};
type Recorded = {
	readonly of: SpotRecord;
	readonly builder: SeriesBuilder;
	/** The latest list price that stands beside a spot price. */
	list: string | undefined;
};

/** Where recorded prices come from, and what for. */
export type HistoryQuestion = {
	readonly request: PlanRequest;
	readonly book: PriceBook;
	/** ECS types to look for; all where none are named. */
	readonly types: readonly string[];
	/** Null for the prices in the settings folder. */
	readonly path: string | null;
	/** How the user knows the field. */
	readonly place: string;
};

type Found = {
	readonly series: readonly RecordedSeries[];
	/** Other regions that have spot prices of these types. */
	readonly others: readonly string[];
	readonly diagnostics: readonly Diagnostic[];
};

const seriesOf = ({of, builder, list}: Recorded, source: string): RecordedSeries => {
	const series = [of.currency, of.type, of.zone, builder.points(), [source]] as const;
	return list === undefined ? series : [...series, list];
};

const isWanted = (item: PriceItem, types: readonly string[]): item is SpotItem =>
	item.kind === 'record' &&
	item.record.kind === 'spot' &&
	(types.length === 0 || types.includes(item.record.type));

/** Folds spot prices of one region, and remembers which others there are. */
const collect = (region: string) => {
	const recorded = new Map<string, Recorded>();
	const others = new Set<string>();
	let count = 0;
	return {
		/** How many prices there are by now. */
		add: (of: SpotRecord): number => {
			if (of.region !== region) {
				others.add(of.region);
				return count;
			}
			const key = [of.currency, of.type, of.zone].join(' ');
			const known = recorded.get(key) ?? {of, builder: seriesBuilder([]), list: undefined};
			recorded.set(key, known);
			known.builder.add(of.at, of.price);
			known.list = of.list ?? known.list;
			count += 1;
			return count;
		},
		series: (source: string) => [...recorded.values()].map(found => seriesOf(found, source)),
		others: () => [...others],
	};
};

const readFile = async (
	path: string,
	{request, types, place}: HistoryQuestion,
	world: MarketWorld,
): Promise<Found> => {
	const {region, currency} = request;
	const file = orFailAt(place, await world.priceFiles.open(path, {currency, today: world.today}));
	const prices = collect(region);
	const broken: number[] = [];
	for await (const item of file.items) {
		if (item.kind === 'broken') broken.push(item.line);
		else if (isWanted(item, types) && prices.add(item.record) > MOST_PRICES)
			throw new Failure(2, [
				report('market-history-long', {file: path, maximum: MOST_PRICES}, place),
			]);
	}
	const [line] = broken;
	return {
		series: prices.series(printable(file.name)),
		others: prices.others(),
		diagnostics: [
			...openEndOf(file),
			...(line === undefined
				? []
				: [report('prices-file-broken', {file: file.name, line, count: new Set(broken).size})]),
		],
	};
};

const readImported = async (
	{request, types}: Pick<HistoryQuestion, 'request' | 'types'>,
	world: MarketWorld,
): Promise<Found> => {
	const {series, diagnostics} = await world.overlays.series(request.region);
	return {
		series: series.filter(([, type]) => types.length === 0 || types.includes(type)),
		others: [],
		diagnostics,
	};
};

/** The imported prices as ratios; of no type where nothing of use was imported. */
export const importedHistories = async (
	question: Pick<HistoryQuestion, 'request' | 'book' | 'types'>,
	world: MarketWorld,
): Promise<{
	readonly histories: PriceHistories;
	/** What the histories are made of. */
	readonly series: readonly RecordedSeries[];
	readonly diagnostics: readonly Diagnostic[];
}> => {
	const {series, diagnostics} = await readImported(question, world);
	const {timeZone} = question.request.workload;
	const histories = priceHistories(series, question.book, at => world.hourAt(timeZone, at));
	return {histories, series, diagnostics};
};

/** Recorded spot prices as ratios; that there are none ends the command. */
export const marketHistories = async (
	question: HistoryQuestion,
	world: MarketWorld,
): Promise<{
	readonly histories: PriceHistories;
	/** What the histories are made of. */
	readonly series: readonly RecordedSeries[];
	readonly diagnostics: readonly Diagnostic[];
}> => {
	const {request, book, types, path, place} = question;
	const {series, others, diagnostics} =
		path === null ? await readImported(question, world) : await readFile(path, question, world);
	const {timeZone} = request.workload;
	const histories = priceHistories(series, book, at => world.hourAt(timeZone, at));
	if (histories.size > 0) return {histories, series, diagnostics};
	const {region} = request;
	throw new Failure(2, [
		report('market-history-empty', {file: path, region, others, types}, place),
	]);
};
