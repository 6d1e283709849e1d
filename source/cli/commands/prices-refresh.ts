import type {Diagnostic} from '../../domain/diagnostics.ts';
import type {PriceApiRequest} from '../../domain/pricing/price-api-types.ts';
import {priceImport, type ShippedCatalogue} from '../../domain/pricing/price-import.ts';
import {
	type RefreshResult,
	refreshTally,
	takenOf,
	topicOf,
} from '../../domain/pricing/refresh-result.ts';
import {report} from '../../domain/rules/rules.ts';
import type {World} from '../../ports.ts';
import {labelsOf} from '../../present/labels.ts';
import {refreshDocument, refreshReport, refreshTable} from '../../present/refresh-report.ts';
import type {Invocation} from '../command.ts';
import {EXIT, orFail} from '../failure.ts';
import {printResult, sayDiagnostics} from '../print.ts';
import {type Progress, progressOf} from '../progress.ts';
import {refreshQuestion} from '../refresh-question.ts';

const SOURCE = 'Alibaba Cloud API';

type Fetched = Pick<RefreshResult, 'calls' | 'counts'> & {
	readonly regions: ReturnType<ReturnType<typeof priceImport>['finish']>;
};

/** Folds everything into what is there, in memory: nothing is written yet. */
const fetchPrices = async (
	request: PriceApiRequest,
	catalogue: ShippedCatalogue,
	{signal, progress}: {readonly signal: AbortSignal; readonly progress: Progress},
	world: World,
): Promise<Fetched> => {
	const fold = priceImport(SOURCE, catalogue);
	const tally = refreshTally();
	let calls = 0;
	const answers = world.priceApi.fetch(request, signal, state => {
		calls = state.calls;
		progress.show(state.total > 0 ? state.done / state.total : 1, `${state.done}/${state.total}`);
	});
	for await (const answer of answers) {
		if (answer.kind !== 'record') {
			tally.add(answer.topic, answer.kind);
			continue;
		}
		const {record} = answer;
		if (fold.needs(record)) fold.open(record.region, await world.overlays.readWhole(record.region));
		tally.add(topicOf(record), fold.add(record));
	}
	return {calls, counts: tally.counts(), regions: fold.finish()};
};

const keep = async (fetched: Fetched, world: World): Promise<void> => {
	const note = {
		source: SOURCE,
		format: 'api',
		addedOn: world.today,
		taken: takenOf(fetched.counts),
	} as const;
	orFail(await world.overlays.add(fetched.regions, note));
};

const printRefresh = async (
	result: RefreshResult,
	invocation: Invocation,
	world: World,
): Promise<void> => {
	const {language, output} = invocation;
	const diagnostics: readonly Diagnostic[] =
		takenOf(result.counts) > 0 ? [] : [report('refresh-nothing', {region: result.region})];
	await printResult(
		{
			document: () => refreshDocument(result, diagnostics, language),
			report: () => refreshReport(result, language),
			table: () => refreshTable(result, language),
		},
		invocation,
		world,
	);
	if (output !== 'json' && output !== 'yaml') await sayDiagnostics(diagnostics, invocation, world);
};

/** Fetches the prices of a region and puts them over those that ship: all of them or none. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const catalogue = await world.prices.catalogue();
	const request = await refreshQuestion(invocation, catalogue, world);
	const signal = world.interruption();
	const label = labelsOf(invocation.language).refreshing(request.region);
	const progress = progressOf(label, invocation, world);
	let fetched: Fetched | null = null;
	try {
		fetched = await fetchPrices(request, catalogue, {signal, progress}, world);
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		await progress.end();
	}
	if (!fetched || signal.aborted) {
		await sayDiagnostics([report('refresh-interrupted', {})], invocation, world);
		return EXIT.interrupted;
	}
	if (fetched.regions.size > 0) await keep(fetched, world);
	const {region, asOf, types, topics, historyHours} = request;
	const {calls, counts} = fetched;
	const asked = {region, source: SOURCE, asOf, types: types.length, topics, historyHours};
	await printRefresh({...asked, calls, counts}, invocation, world);
	return EXIT.done;
};
