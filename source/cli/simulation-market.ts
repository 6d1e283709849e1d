import type {Diagnostic} from '../domain/diagnostics.ts';
import type {PlanRequest} from '../domain/input/plan-request.ts';
import type {PriceBook} from '../domain/pricing/price-book.ts';
import type {MarketModel} from '../domain/simulation/market/market-model.ts';
import {statedLaw} from '../domain/simulation/market-file/interruption-rate.ts';
import type {
	PriceHistories,
	RecordedSeries,
} from '../domain/simulation/market-file/price-history.ts';
import {DEFAULT_BLOCK_HOURS} from '../domain/simulation/market-file/read-laws.ts';
import {
	type MarketWorld,
	pathBeside,
	type ReadMarket,
	readMarketDocument,
} from './market-document.ts';
import {importedHistories, marketHistories} from './market-histories.ts';

export type SimulationMarket = {
	/** What the request says about interruption stands in it already. */
	readonly market: MarketModel;
	/** `calm`, `normal`, `stress` or the file, as it was given. */
	readonly name: string;
	/** Whether the market itself says how pods are interrupted, and no advice may say otherwise. */
	readonly hasOwnInterruption: boolean;
	/** Empty unless the price follows its history. */
	readonly histories: PriceHistories;
	/** What the histories are made of. */
	readonly series: readonly RecordedSeries[];
	/** Warnings; errors end the command. */
	readonly diagnostics: readonly Diagnostic[];
};

export type MarketNeeds = {
	readonly book: PriceBook;
	/** ECS types whose recorded prices are of use; all where none are named. */
	readonly types: readonly string[];
	/** How the user named the market: `--market`. */
	readonly place: string;
};

type Recorded = {
	readonly price: MarketModel['price'];
	readonly histories: PriceHistories;
	readonly series: readonly RecordedSeries[];
	readonly diagnostics: readonly Diagnostic[];
};

/** A market that leaves the price open follows the imported prices, where there are some. */
const openPrice = async (
	price: MarketModel['price'],
	request: PlanRequest,
	{book, types}: MarketNeeds,
	world: MarketWorld,
): Promise<Recorded> => {
	const found = await importedHistories({request, book, types}, world);
	if (found.histories.size === 0) return {price, ...found};
	const {floor, cap, ratio} = price;
	const law = {law: 'history', meanBlockHours: DEFAULT_BLOCK_HOURS} as const;
	return {...found, price: {...law, floor, cap, ratio}};
};

const recordedPrice = async (
	{input, market, placeOf}: ReadMarket,
	request: PlanRequest,
	needs: MarketNeeds,
	world: MarketWorld,
): Promise<Recorded> => {
	const {price} = market;
	if (input.price === undefined) return openPrice(price, request, needs, world);
	if (price.law !== 'history') return {price, histories: new Map(), series: [], diagnostics: []};
	const {file} = input.price;
	const place = placeOf('price.file');
	const path =
		file === undefined ? null : await pathBeside(request.simulation.market, file, place, world);
	const {book, types} = needs;
	return {price, ...(await marketHistories({request, book, types, path, place}, world))};
};

/** Reads all that a request says about the market, with the files that it names. */
export const simulationMarket = async (
	request: PlanRequest,
	needs: MarketNeeds,
	world: MarketWorld,
): Promise<SimulationMarket> => {
	const {market: name, interruption: stated} = request.simulation;
	const document = await readMarketDocument(name, needs.place, world);
	const {price, histories, series, diagnostics} = await recordedPrice(
		document,
		request,
		needs,
		world,
	);
	const market = {...document.market, price};
	return {
		market: stated ? {...market, interruption: statedLaw(stated)} : market,
		name,
		hasOwnInterruption: stated !== null || document.input.interruption !== undefined,
		histories,
		series,
		diagnostics: [...document.diagnostics, ...diagnostics],
	};
};
