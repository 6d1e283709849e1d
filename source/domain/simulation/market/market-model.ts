/** How the spot price of one spec moves, as a ratio to pay-as-you-go between `floor` and `cap`. */
export type PriceLaw =
	| {readonly law: 'constant'}
	/**
	 * ln ratio follows a first-order autoregression with stationary deviation `sigma` and hourly
	 * autocorrelation `phi`; in an hour the price changes at all with `changeProbability`.
	 */
	| {
			readonly law: 'ar1';
			readonly sigma: number;
			readonly phi: number;
			readonly changeProbability: number;
	  }
	/** Blocks of recorded prices, aligned to the hour of the day; 0 replays the record from its start. */
	| {readonly law: 'history'; readonly meanBlockHours: number};

/** How long a spot pod lives, counted from the end of its protection. */
export type InterruptionLaw =
	| {readonly law: 'none'}
	| {readonly law: 'exponential'; readonly meanHours: number}
	| {readonly law: 'weibull'; readonly meanHours: number; readonly shape: number}
	| {
			readonly law: 'hyperexponential';
			readonly phases: readonly {readonly probability: number; readonly ratePerHour: number}[];
	  };

/** When a spec can be bought in a zone. */
export type StockLaw =
	| {readonly law: 'always'}
	/** Drawn at each try; `other` for specs that aren't named. A pod that runs never loses its stock. */
	| {
			readonly law: 'bernoulli';
			readonly inStock: Readonly<Record<string, number>>;
			readonly other: number;
	  }
	/** Exponential spells in stock and out of it; 0 hours down is always. */
	| {readonly law: 'renewal'; readonly meanUpHours: number; readonly meanDownHours: number}
	/** A recorded trace, repeated; from a random point of it, or from its start. */
	| {readonly law: 'trace'; readonly trace: StockTrace; readonly start: 'random' | 'first'};

/** Whether a spec was in stock, step by step. */
export type StockTrace = {readonly stepSeconds: number; readonly up: readonly boolean[]};

/** Everything the simulator assumes of the market: the document of `--market`, read. */
export type MarketModel = {
	readonly price: PriceLaw & {
		/** Lowest and highest ratio of spot to pay-as-you-go. */
		readonly floor: number;
		readonly cap: number;
		/** Mean ratio of every spec; null for that of each spec's own prices. */
		readonly ratio: number | null;
	};
	readonly interruption: InterruptionLaw;
	readonly stock: StockLaw;
	readonly onDemandStock: StockLaw;
	readonly protectionSeconds: number;
	/** 0 for a market that is watched all the time. */
	readonly checkSeconds: number;
	readonly noticeSeconds: number;
	/** 0 to try again when stock changes. */
	readonly retrySeconds: number;
	/** Per entry of a chain that fails. */
	readonly trySeconds: number;
	/** Share of interruptions that hit all pods of one zone and spec at once. */
	readonly commonShock: number;
};
