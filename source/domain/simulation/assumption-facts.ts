import type {OtherCharge} from '../pricing/other-charges.ts';
import type {Currency} from '../units/money.ts';

/** A law of stock, as the market names it. */
export type StockFacts =
	| {readonly law: 'always'}
	/** `other`: the chance of specs that aren't named. */
	| {readonly law: 'bernoulli'; readonly other: number}
	| {readonly law: 'renewal'; readonly meanUpHours: number; readonly meanDownHours: number}
	/** `share`: how much of the trace is in stock. */
	| {readonly law: 'trace'; readonly hours: number; readonly share: number};

/** What each assumption has to tell: numbers and texts by name. Shares and ratios are 0 to 1. */
export type AssumptionFacts = {
	/** `calm`, `normal`, `stress` or the name of a file. */
	readonly market: {readonly name: string};
	readonly 'price-law':
		| {readonly law: 'constant'}
		| {
				readonly law: 'ar1';
				readonly sigma: number;
				readonly phi: number;
				readonly changeProbability: number;
				readonly floor: number;
				readonly cap: number;
		  };
	/** `hours` of record; blocks of 0 hours replay it from its start. */
	readonly 'price-history': {readonly hours: number; readonly meanBlockHours: number};
	/** The record is shorter than the horizon. */
	readonly 'history-short': {readonly hours: number; readonly horizonHours: number};
	readonly 'spot-ratio': {
		readonly spec: string;
		readonly ratio: number;
		readonly source: 'market' | 'advice' | 'quote' | 'ratio' | 'assumed';
	};
	/** A share of pods in so many hours, and the mean life that it means. */
	readonly 'interruption-rate': {
		readonly rate: number;
		readonly perHours: number;
		readonly meanHours: number;
	};
	readonly 'interruption-mean': {
		readonly law: 'exponential' | 'weibull' | 'hyperexponential';
		readonly meanHours: number;
	};
	/** What spot advice says about the types of a spec. */
	readonly 'interruption-advised': {readonly spec: string; readonly meanHours: number};
	readonly 'interruption-none': Readonly<Record<never, never>>;
	readonly stock: StockFacts;
	readonly 'on-demand-stock': StockFacts;
	readonly protection: {readonly hours: number};
	/** 0 check minutes: watched all the time. */
	readonly checks: {readonly checkMinutes: number; readonly noticeMinutes: number};
	/** 0 retry minutes: at the next change of stock. */
	readonly retry: {readonly retryMinutes: number; readonly trySeconds: number};
	readonly 'common-shock': {readonly share: number};
	readonly zones: {readonly zones: number; readonly order: 'ordered' | 'random'};
	readonly 'start-up': {
		readonly seconds: number;
		readonly basis: 'given' | 'cached' | 'transfer' | 'transfer-nat' | 'assumed';
	};
	/** The horizon starts on Monday 00:00. */
	readonly calendar: {readonly timeZone: string};
	/** What one costs a month, in pay-as-you-go hours. */
	readonly 'reserved-price': {
		readonly hoursPerMonth: number;
		readonly source: 'given' | 'subscription' | 'assumed';
	};
	/** A decimal an hour. */
	readonly 'price-limit': {
		readonly currency: Currency;
		readonly perHour: string;
		readonly reason: 'service' | 'batch' | 'deadline' | 'given';
	};
	/** A charge that the cost leaves out. */
	readonly 'not-priced': {readonly charge: OtherCharge};
	/** How batch work is kept; in the notice too where that is long enough. */
	readonly checkpoint: {
		readonly everySeconds: number;
		readonly costSeconds: number;
		readonly restoreSeconds: number;
		readonly notice: 'saves' | 'too-short';
	};
	readonly 'no-checkpoint': Readonly<Record<never, never>>;
	readonly 'deadline-policy': {readonly deadlineHours: number};
};
