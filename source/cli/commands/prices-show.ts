import {
	summarizeRegion,
	summarizeSeries,
	summarizeSources,
} from '../../domain/pricing/price-summary.ts';
import {noteAge} from '../../domain/pricing/provenance.ts';
import {openLog} from '../../domain/rules/log.ts';
import type {World} from '../../ports.ts';
import {
	type PriceSources,
	priceSourcesDocument,
	priceSourcesReport,
	regionsTable,
} from '../../present/price-sources-report.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT} from '../failure.ts';
import {gatherPrices} from '../market.ts';
import {printResult, sayDiagnostics} from '../print.ts';

/** One region where one was asked for, else all of them. */
const gatherSources = async (invocation: Invocation, world: World): Promise<PriceSources> => {
	const {book, market} = await gatherPrices(invocation, world);
	const isOne = askedFor('region', invocation.flags, world.env) !== undefined;
	const books = isOne
		? [book]
		: await Promise.all(market.regions.map(region => market.bookOf(region, book.currency)));
	const {notes, diagnostics} = await world.overlays.notes();
	const records = await Promise.all(
		books.map(async ({region}) => {
			const found = await world.overlays.series(region);
			return {...found, series: summarizeSeries(region, found.series)};
		}),
	);
	await market.say([...diagnostics, ...records.flatMap(found => found.diagnostics)]);
	return {
		sources: summarizeSources(books),
		regions: books.map(summarizeRegion),
		series: records.flatMap(({series}) => series),
		imports: notes,
		today: world.today,
	};
};

/** Where prices come from, how old they are, and how many each region has. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const {language, output} = invocation;
	const found = await gatherSources(invocation, world);
	const log = openLog('current');
	noteAge(
		[...found.sources, ...found.series].flatMap(({oldest}) => oldest ?? []).toSorted()[0] ?? null,
		world.today,
		log,
	);
	await printResult(
		{
			document: () => priceSourcesDocument(found, log.diagnostics, language),
			report: () => priceSourcesReport(found, language),
			table: () => regionsTable(found, language),
		},
		invocation,
		world,
	);
	if (output !== 'json' && output !== 'yaml')
		await sayDiagnostics(log.diagnostics, invocation, world);
	return EXIT.done;
};
