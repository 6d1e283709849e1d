import type {MarketInput} from './market-shape.ts';

/** The market that every other one inherits from [facts/simulation §3]. */
export const NORMAL = {
	price: {law: 'ar1', sigma: 0.05, phi: 0.97, changeProbability: 0.15, floor: 0.1, cap: 1},
	interruption: {law: 'exponential', meanHours: 308},
	stock: {law: 'renewal', meanUpHours: 200, meanDownHours: 1},
	onDemandStock: {law: 'always'},
	protectionHours: 1,
	checkMinutes: 5,
	noticeMinutes: 3,
	retryMinutes: 5,
	trySeconds: 10,
	commonShock: 0.9,
} as const satisfies MarketInput;

export const MARKET_NAMES = ['calm', 'normal', 'stress'] as const;
export type MarketName = (typeof MARKET_NAMES)[number];

/** What each shipped market writes differently. */
export const MARKET_PRESETS: Readonly<Record<MarketName, MarketInput>> = {
	calm: {
		price: {sigma: 0.02},
		interruption: {meanHours: 1588},
		stock: {meanUpHours: 1000, meanDownHours: 0.5},
	},
	normal: {},
	stress: {
		price: {sigma: 0.2},
		interruption: {law: 'weibull', shape: 0.55, meanHours: 67},
		stock: {meanUpHours: 40, meanDownHours: 3},
		commonShock: 0.95,
	},
};

export const isMarketName = (text: string): text is MarketName =>
	MARKET_NAMES.some(name => name === text);
