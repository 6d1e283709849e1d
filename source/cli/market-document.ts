import {type Diagnostic, hasErrors} from '../domain/diagnostics.ts';
import {openLog} from '../domain/rules/log.ts';
import {nearest} from '../domain/rules/nearest.ts';
import {report} from '../domain/rules/rules.ts';
import {check} from '../domain/schema/check.ts';
import type {MarketModel, StockTrace} from '../domain/simulation/market/market-model.ts';
import {besideMarket} from '../domain/simulation/market-file/beside-market.ts';
import {
	isMarketName,
	MARKET_NAMES,
	MARKET_PRESETS,
} from '../domain/simulation/market-file/market-presets.ts';
import {type MarketInput, marketShape} from '../domain/simulation/market-file/market-shape.ts';
import {readMarket, STOCKS, traceOf} from '../domain/simulation/market-file/read-market.ts';
import {readStockTrace} from '../domain/simulation/market-file/stock-trace.ts';
import type {Attempt, World} from '../ports.ts';
import {Failure, orFailAt, usageFailure} from './failure.ts';
import {kindOf} from './gather-input.ts';

/** The part of the outside world that markets are read from. */
export type MarketWorld = Pick<
	World,
	'files' | 'documents' | 'priceFiles' | 'overlays' | 'hourAt' | 'today'
>;

/** How the user knows a field of the market. */
type PlaceOf = (path: string) => string;

export type ReadMarket = {
	readonly input: MarketInput;
	readonly market: MarketModel;
	readonly placeOf: PlaceOf;
	readonly diagnostics: readonly Diagnostic[];
};

const placed = (diagnostics: readonly Diagnostic[], placeOf: PlaceOf): readonly Diagnostic[] =>
	diagnostics.map(
		(diagnostic): Diagnostic => ({...diagnostic, path: placeOf(diagnostic.path ?? '')}),
	);

const failOnErrors = (diagnostics: readonly Diagnostic[]): void => {
	const errors = diagnostics.filter(({severity}) => severity === 'error');
	if (hasErrors(errors)) throw new Failure(2, errors);
};

/** A word that is no file may be a misspelled market. */
const checkName = (name: string, place: string, attempt: Attempt<string>): void => {
	if (attempt.ok || /[./\\-]/.test(name)) return;
	const isMissing = attempt.problem.diagnostics.some(
		({rule, facts}) => rule === 'file-unreadable' && facts.reason === 'missing',
	);
	if (!isMissing) return;
	const suggestion = nearest(name, MARKET_NAMES);
	throw new Failure(4, [report('market-unknown', {name, known: MARKET_NAMES, suggestion}, place)]);
};

const readDocument = async (
	path: string,
	place: string,
	placeOf: PlaceOf,
	world: MarketWorld,
): Promise<MarketInput> => {
	const attempt = await world.files.read(path);
	checkName(path, place, attempt);
	const text = orFailAt(place, attempt);
	if (text.trim() === '') throw usageFailure('file-empty', {file: path, expected: 'Market'}, place);
	const document = orFailAt(place, await world.documents.parse(text, path));
	const found = kindOf(document) ?? 'Market';
	if (found !== 'Market')
		throw usageFailure('document-kind', {file: path, found, expected: 'Market'}, placeOf(''));
	const {value, diagnostics} = check(marketShape, document);
	failOnErrors(placed(diagnostics, placeOf));
	return value;
};

/** The path of a file that the market names. */
export const pathBeside = async (
	market: string,
	file: string,
	place: string,
	{files}: Pick<World, 'files'>,
): Promise<string> => {
	const path = besideMarket(market, file);
	const folder = /^.*[\\/]/s.exec(market)?.[0] ?? '.';
	if (path === null || !(await files.isWithin(folder, path)))
		throw usageFailure('market-file-path', {path: file}, place);
	return path;
};

/** What isn't JSON is read as YAML, which tells where it breaks off; long files are JSON or nothing. */
const LONGEST_YAML = 2 ** 20;

const parseTrace = async (
	text: string,
	path: string,
	world: MarketWorld,
): Promise<Attempt<unknown>> => {
	try {
		return {ok: true, value: JSON.parse(text) as unknown};
	} catch {
		const facts = {file: path, line: null, column: null, detail: 'it is no JSON'};
		return text.length <= LONGEST_YAML
			? world.documents.parse(text, path)
			: {ok: false, problem: {exitCode: 2, diagnostics: [report('file-malformed', facts)]}};
	}
};

const readTraces = async (
	market: string,
	input: MarketInput,
	placeOf: PlaceOf,
	world: MarketWorld,
) => {
	const log = openLog('current');
	const traces = new Map<string, StockTrace | null>();
	for (const stock of STOCKS) {
		const question = traceOf(input, stock);
		if (!question) continue;
		const place = placeOf(`${stock}.file`);
		const path = await pathBeside(market, question.file, place, world);
		const text = orFailAt(place, await world.files.read(path));
		const file = orFailAt(place, await parseTrace(text, path, world));
		traces.set(stock, readStockTrace(file, {...question, file: path}, stock, log));
	}
	const diagnostics = placed(log.diagnostics, placeOf);
	failOnErrors(diagnostics);
	return {traces: Object.fromEntries(traces), diagnostics};
};

/** Reads a market that ships, by its name, or a market file with the traces that it names. */
export const readMarketDocument = async (
	market: string,
	place: string,
	world: MarketWorld,
): Promise<ReadMarket> => {
	const label = market === '-' ? `${place} -` : market;
	const placeOf: PlaceOf = path => (path === '' ? label : `${label}: ${path}`);
	if (isMarketName(market)) {
		const input = MARKET_PRESETS[market];
		return {input, placeOf, ...readMarket(input)};
	}
	const input = await readDocument(market, place, placeOf, world);
	const {traces, diagnostics} = await readTraces(market, input, placeOf, world);
	const read = readMarket(input, traces);
	const all = [...diagnostics, ...placed(read.diagnostics, placeOf)];
	failOnErrors(all);
	return {input, market: read.market, placeOf, diagnostics: all};
};
