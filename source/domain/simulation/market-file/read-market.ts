import type {Diagnostic} from '../../diagnostics.ts';
import {openLog} from '../../rules/log.ts';
import type {MarketModel, StockLaw, StockTrace} from '../market/market-model.ts';
import {NORMAL} from './market-presets.ts';
import type {MarketInput, StockInput} from './market-shape.ts';
import {readInterruptionLaw, readPriceLaw, readStockLaw} from './read-laws.ts';

/** The two stocks of a market. */
export const STOCKS = ['stock', 'onDemandStock'] as const;
export type Stock = (typeof STOCKS)[number];

/** What the files of the traces hold that a market names. */
export type StockTraces = Readonly<Partial<Record<Stock, StockTrace | null>>>;

/** A trace that a market asks for, and what it says about it. */
export type TraceQuestion = Pick<StockInput, 'polarity' | 'stepSeconds'> & {readonly file: string};

/** The trace that a market asks for, if any. */
export const traceOf = (input: MarketInput, stock: Stock): TraceQuestion | null => {
	const {law, file, polarity, stepSeconds} = input[stock] ?? {};
	if (law !== 'trace' || file === undefined) return null;
	return {
		file,
		...(polarity !== undefined && {polarity}),
		...(stepSeconds !== undefined && {stepSeconds}),
	};
};

/** Whole seconds; a time above 0 stays above it. */
const secondsOf = (time: number, unit: number): number =>
	time === 0 ? 0 : Math.max(1, Math.round(time * unit));

const isDrawnByTry = ({law}: StockLaw): boolean => law === 'bernoulli';

/**
 * Turns a market as it is written into one to simulate, and reports all that is wrong with it.
 * What is left out is that of the market `normal`. The model is usable only without errors.
 */
export const readMarket = (
	input: MarketInput,
	traces: StockTraces = {},
): {readonly market: MarketModel; readonly diagnostics: readonly Diagnostic[]} => {
	const log = openLog('current');
	const given = {...NORMAL, ...input};
	const stockLaw = (part: Stock) =>
		readStockLaw(part, input[part] ?? {}, traces[part] ?? null, log);
	const market: MarketModel = {
		price: readPriceLaw(input.price ?? {}, log),
		interruption: readInterruptionLaw(input.interruption ?? {}, log),
		stock: stockLaw('stock'),
		onDemandStock: stockLaw('onDemandStock'),
		protectionSeconds: secondsOf(given.protectionHours, 3600),
		checkSeconds: secondsOf(given.checkMinutes, 60),
		noticeSeconds: secondsOf(given.noticeMinutes, 60),
		retrySeconds: secondsOf(given.retryMinutes, 60),
		trySeconds: secondsOf(given.trySeconds, 1),
		commonShock: given.commonShock,
	};
	if (market.retrySeconds === 0 && [market.stock, market.onDemandStock].some(isDrawnByTry))
		log.add('market-retry', {}, 'retryMinutes');
	return {market, diagnostics: log.diagnostics};
};
