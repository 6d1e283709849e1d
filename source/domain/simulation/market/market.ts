import type {ModelEntry, PriceHistory, SimulationModel} from '../simulation-model.ts';
import {autoregressivePrice} from './autoregressive-price.ts';
import {type LifeLaw, lifeLaw} from './life-law.ts';
import type {StockLaw} from './market-model.ts';
import {PricePath, type PriceSource} from './price-path.ts';
import {constantPrice, recordedPrice} from './price-sources.ts';
import {ShockPath} from './shock-path.ts';
import {openStockPath, type StockPath} from './stock-path.ts';

/** What random streams are for; a new number for a new purpose, never one twice. */
export const LAYERS = {
	price: 1,
	stock: 2,
	shock: 3,
	onDemandStock: 4,
	pod: 5,
	tries: 6,
	fleet: 7,
	fleetTries: 8,
} as const;

/** One spec in one zone, which all pods there share. */
export type Offer = {
	readonly entry: number;
	readonly entity: number;
	readonly price: PricePath;
	readonly shocks: ShockPath;
	readonly life: LifeLaw;
	readonly spotStock: StockPath;
	readonly onDemandStock: StockPath;
	/** Chance that a try finds it in stock, where stock is drawn at each try; else 1. */
	readonly spotChance: number;
	readonly onDemandChance: number;
};

/** By entry, its offers in the order of zones. */
export type Market = readonly (readonly Offer[])[];

/** The same record at another level: its mean over time is `mean`. */
export const withMean = (history: PriceHistory, mean: number): PriceHistory => {
	const {steps, seconds} = history;
	const total = steps.reduce(
		(sum, [at, ratio], index) => sum + ratio * ((steps[index + 1]?.[0] ?? seconds) - at),
		0,
	);
	const factor = (mean * seconds) / total;
	return {...history, steps: steps.map(([at, ratio]) => [at, ratio * factor] as const)};
};

const priceSource = (
	{ratio, history}: ModelEntry,
	{market: {price}, startHour, seed}: SimulationModel,
	entity: number,
): PriceSource => {
	const key = {seed, entity, layer: LAYERS.price};
	const mean = price.ratio ?? ratio;
	if (price.law === 'ar1') return autoregressivePrice({...price, mean}, price, key);
	if (price.law === 'constant' || !history) return constantPrice(mean, price);
	const record = price.ratio === null ? history : withMean(history, price.ratio);
	return recordedPrice(record, {meanBlockHours: price.meanBlockHours, startHour}, price, key);
};

const tryChance = (law: StockLaw, {spec}: ModelEntry): number =>
	law.law === 'bernoulli' ? (law.inStock[spec] ?? law.other) : 1;

const openOffer = (
	model: SimulationModel,
	entry: ModelEntry,
	index: number,
	zone: number,
): Offer => {
	const {market, seed, entries} = model;
	const entity = zone * entries.length + index;
	const life = lifeLaw(entry.interruption, market.commonShock);
	return {
		entry: index,
		entity,
		life,
		price: new PricePath(priceSource(entry, model, entity)),
		shocks: new ShockPath(life, {seed, entity, layer: LAYERS.shock}),
		spotStock: openStockPath(market.stock, {seed, entity, layer: LAYERS.stock}),
		onDemandStock: openStockPath(market.onDemandStock, {
			seed,
			entity,
			layer: LAYERS.onDemandStock,
		}),
		spotChance: tryChance(market.stock, entry),
		onDemandChance: tryChance(market.onDemandStock, entry),
	};
};

export const openMarket = (model: SimulationModel): Market =>
	model.entries.map((entry, index) =>
		Array.from({length: model.zones}, (_, zone) => openOffer(model, entry, index, zone)),
	);
