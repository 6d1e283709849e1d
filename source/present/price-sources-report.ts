import type {Diagnostic} from '../domain/diagnostics.ts';
import type {ImportNote} from '../domain/pricing/import-tally.ts';
import type {RegionSummary, SeriesSummary, SourceSummary} from '../domain/pricing/price-summary.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import {daysBetween, type IsoDate} from '../domain/units/calendar.ts';
import {diagnosticsJson, documentOf} from './documents.ts';
import type {PriceWords} from './language/en/price-words.ts';
import type {LanguageId} from './language/language.ts';
import {NONE} from './money-cell.ts';
import {priceWordsOf} from './price-list-report.ts';
import {type Cell, cell, type FactList, type Report, type Table} from './report.ts';
import {line} from './tone.ts';

/** Where all prices come from. */
export type PriceSources = {
	readonly sources: readonly SourceSummary[];
	readonly regions: readonly RegionSummary[];
	readonly series: readonly SeriesSummary[];
	/** Oldest first. */
	readonly imports: readonly ImportNote[];
	readonly today: IsoDate;
};

const ageOf = ({oldest}: SourceSummary, today: IsoDate): number | null =>
	oldest === null ? null : Math.max(0, daysBetween(oldest, today));

const countCell = (count: number): Cell => cell(count === 0 ? NONE : String(count), String(count));

const sourcesTable = ({sources, today}: PriceSources, words: PriceWords): Table => ({
	kind: 'table',
	title: words.sources,
	columns: [
		{key: 'prices', heading: words.prices, align: 'right'},
		{key: 'oldest', heading: words.oldest, align: 'left'},
		{key: 'newest', heading: words.newest, align: 'left'},
		{key: 'ageDays', heading: words.age, align: 'right'},
		{key: 'source', heading: words.source, align: 'left', flexible: true},
	],
	rows: sources.map(summary => {
		const age = ageOf(summary, today);
		return [
			countCell(summary.prices),
			cell(summary.oldest ?? NONE, summary.oldest ?? ''),
			cell(summary.newest ?? NONE, summary.newest ?? ''),
			cell(age === null ? NONE : words.days(age), age === null ? '' : String(age)),
			cell(summary.source),
		];
	}),
});

const COUNTS = [
	['types', 'types'],
	['onDemand', 'onDemandCount'],
	['spot', 'spotCount'],
	['spotZones', 'zoneCount'],
	['advice', 'adviceCount'],
	['subscription', 'subscriptionCount'],
	['imported', 'importedCount'],
] as const;

/** What each region has, in counts. */
export const regionsTable = ({regions}: PriceSources, language: LanguageId): Table => {
	const words = priceWordsOf(language);
	return {
		kind: 'table',
		title: words.regions,
		columns: [
			{key: 'region', heading: words.region, align: 'left'},
			...COUNTS.map(([key, heading]) => ({key, heading: words[heading], align: 'right' as const})),
		],
		rows: regions.map(summary => [
			cell(summary.region, undefined, 'accent'),
			...COUNTS.map(([key]) => countCell(summary[key])),
		]),
	};
};

const seriesTable = ({series}: PriceSources, words: PriceWords): Table => ({
	kind: 'table',
	title: words.series,
	columns: [
		{key: 'region', heading: words.region, align: 'left'},
		{key: 'series', heading: words.seriesCount, align: 'right'},
		{key: 'oldest', heading: words.oldest, align: 'left'},
		{key: 'newest', heading: words.newest, align: 'left'},
		{key: 'sources', heading: words.source, align: 'left', flexible: true},
	],
	rows: series.map(summary => [
		cell(summary.region, undefined, 'accent'),
		countCell(summary.series),
		cell(summary.oldest),
		cell(summary.newest),
		cell(summary.sources.join('; ')),
	]),
});

const importsTable = ({imports}: PriceSources, words: PriceWords): Table => ({
	kind: 'table',
	title: words.imports,
	empty: words.noImports,
	columns: [
		{key: 'addedOn', heading: words.added, align: 'left'},
		{key: 'taken', heading: words.taken, align: 'right'},
		{key: 'format', heading: words.format, align: 'left'},
		{key: 'source', heading: words.source, align: 'left', flexible: true},
	],
	rows: imports.map(({addedOn, taken, format, source}) => [
		cell(addedOn),
		countCell(taken),
		cell(words.formats[format], format),
		cell(source),
	]),
});

const orderFacts = (words: PriceWords): FactList => ({
	kind: 'facts',
	title: '',
	rows: [[words.order, line(words.orderText, 'muted')]],
});

export const priceSourcesReport = (found: PriceSources, language: LanguageId): Report => {
	const words = priceWordsOf(language);
	return [
		sourcesTable(found, words),
		regionsTable(found, language),
		...(found.series.length > 0 ? [seriesTable(found, words)] : []),
		importsTable(found, words),
		orderFacts(words),
	];
};

export const priceSourcesDocument = (
	found: PriceSources,
	diagnostics: readonly Diagnostic[],
	language: LanguageId,
): JsonObject =>
	documentOf('PriceSources', {
		sources: found.sources.map(summary => ({...summary, ageDays: ageOf(summary, found.today)})),
		regions: found.regions.map(summary => ({...summary})),
		series: found.series.map(summary => ({...summary})),
		imports: found.imports.map(note => ({...note})),
		diagnostics: diagnosticsJson(diagnostics, language),
	});
