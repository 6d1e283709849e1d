import type {MarketModel} from '../market/market-model.ts';
import type {PriceHistories} from '../market-file/price-history.ts';

/** The market of a simulation, with what was read beside it. */
export type AssumedMarket = {
	readonly market: MarketModel;
	/** `calm`, `normal`, `stress` or the file, as it was given. */
	readonly name: string;
	/** Whether the market itself says how pods are interrupted, and no advice may say otherwise. */
	readonly hasOwnInterruption: boolean;
	/** Empty unless the price follows its history. */
	readonly histories: PriceHistories;
};
