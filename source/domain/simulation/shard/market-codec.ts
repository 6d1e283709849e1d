import {
	type Codec,
	choice,
	list,
	mapped,
	matching,
	nullable,
	number,
	numbersByName,
	object,
	tagged,
	whole,
} from '../../schema/codec.ts';
import type {InterruptionLaw, MarketModel, StockLaw, StockTrace} from '../market/market-model.ts';

/** As many steps as a trace may have. */
const LONGEST_TRACE = 2_000_000;

const share = number(0, 1);
/** A mean time is a divisor. */
const SHORTEST_HOURS = 1e-6;

const hours = number(0);
const meanHours = number(SHORTEST_HOURS);
const seconds = number(0);

const priceBand = {floor: share, cap: number(0), ratio: nullable(number(0))};

const price: Codec<MarketModel['price']> = tagged('law', {
	constant: object({law: choice(['constant']), ...priceBand}),
	ar1: object({
		law: choice(['ar1']),
		sigma: number(0),
		phi: number(-1, 1),
		changeProbability: share,
		...priceBand,
	}),
	history: object({law: choice(['history']), meanBlockHours: hours, ...priceBand}),
});

export const interruption: Codec<InterruptionLaw> = tagged('law', {
	none: object({law: choice(['none'])}),
	exponential: object({law: choice(['exponential']), meanHours}),
	weibull: object({law: choice(['weibull']), meanHours, shape: number(0)}),
	hyperexponential: object({
		law: choice(['hyperexponential']),
		phases: list(object({probability: share, ratePerHour: number(0)})),
	}),
});

/** `1101`: whether there was stock, step by step. */
const steps: Codec<readonly boolean[]> = mapped(
	matching(/^[01]+$/, LONGEST_TRACE),
	up => up.map(Number).join(''),
	written => Array.from(written, step => step === '1'),
);

const trace: Codec<StockTrace> = object({stepSeconds: whole(1), up: steps});

const stock: Codec<StockLaw> = tagged('law', {
	always: object({law: choice(['always'])}),
	bernoulli: object({law: choice(['bernoulli']), inStock: numbersByName(share), other: share}),
	renewal: object({law: choice(['renewal']), meanUpHours: meanHours, meanDownHours: hours}),
	trace: object({law: choice(['trace']), trace, start: choice(['random', 'first'])}),
});

export const market: Codec<MarketModel> = object({
	price,
	interruption,
	stock,
	onDemandStock: stock,
	protectionSeconds: seconds,
	checkSeconds: seconds,
	noticeSeconds: seconds,
	retrySeconds: seconds,
	trySeconds: seconds,
	commonShock: share,
});
