import type {Plan} from '../../plan.ts';
import {toDecimal, toNumber} from '../../units/fraction.ts';
import type {Currency} from '../../units/money.ts';
import type {StockFacts} from '../assumption-facts.ts';
import type {Batch} from '../batch.ts';
import type {InterruptionLaw, MarketModel, StockLaw} from '../market/market-model.ts';
import {hazardOfRate, RATE_HOURS} from '../market-file/interruption-rate.ts';
import type {ModelEntry, SimulationModel} from '../simulation-model.ts';
import type {Assumption} from '../simulation-result.ts';
import type {AssumedMarket} from './assumed-market.ts';
import type {ReservedPlan} from './model-strategies.ts';
import {advisedInterruption, type PricedSpec, recordOf} from './priced-spec.ts';

const SECONDS_PER_HOUR = 3600;

/** What a simulation takes for granted, beside the plan. */
export type Assumed = {
	readonly plan: Plan;
	readonly market: AssumedMarket;
	readonly model: SimulationModel;
	readonly specs: readonly PricedSpec[];
	readonly reserved: ReservedPlan | null;
	readonly limit: AssumedLimit | null;
};

/** The price limit of `spot-limit`. */
export type AssumedLimit = {
	readonly currency: Currency;
	/** A decimal an hour. */
	readonly perHour: string;
	readonly reason: 'given' | 'service' | 'batch' | 'deadline';
};

const stockFacts = (law: StockLaw): StockFacts => {
	switch (law.law) {
		case 'always':
			return {law: 'always'};
		case 'bernoulli':
			return {law: 'bernoulli', other: law.other};
		case 'renewal':
			return {law: 'renewal', meanUpHours: law.meanUpHours, meanDownHours: law.meanDownHours};
		case 'trace': {
			const {up, stepSeconds} = law.trace;
			const share = up.filter(Boolean).length / up.length;
			return {law: 'trace', hours: (up.length * stepSeconds) / SECONDS_PER_HOUR, share};
		}
	}
};

const meanHoursOf = (law: Exclude<InterruptionLaw, {law: 'none'}>): number =>
	law.law === 'hyperexponential'
		? law.phases.reduce((sum, {probability, ratePerHour}) => sum + probability / ratePerHour, 0)
		: law.meanHours;

const interruptionOf = ({request}: Plan, {market}: AssumedMarket): Assumption => {
	const {interruption: law} = market;
	const stated = request.simulation.interruption;
	if (law.law === 'none') return {id: 'interruption-none', facts: {}};
	if (stated?.kind === 'rate') {
		const rate = toNumber(stated.share);
		return {
			id: 'interruption-rate',
			facts: {rate, perHours: RATE_HOURS, meanHours: 1 / hazardOfRate(rate)},
		};
	}
	return {id: 'interruption-mean', facts: {law: law.law, meanHours: meanHoursOf(law)}};
};

/** How spot pods of each spec are interrupted: by the advice about it, or as the market says of all others. */
const interruptionsOf = ({plan, market, specs}: Assumed): readonly Assumption[] => {
	const laws = specs.flatMap(spec =>
		spec.spot ? {spec: spec.token, law: advisedInterruption(spec, market)} : [],
	);
	const advised = laws.flatMap(({spec, law}): readonly Assumption[] =>
		law && law.law !== 'none'
			? [{id: 'interruption-advised', facts: {spec, meanHours: meanHoursOf(law)}}]
			: [],
	);
	const isMarketAsked = laws.length === 0 || advised.length < laws.length;
	return [...advised, ...(isMarketAsked ? [interruptionOf(plan, market)] : [])];
};

const recordHours = (entries: readonly ModelEntry[]): number =>
	Math.max(0, ...entries.map(({history}) => (history?.seconds ?? 0) / SECONDS_PER_HOUR));

const priceOf = (
	{price}: MarketModel,
	{entries, horizonSeconds}: SimulationModel,
): readonly Assumption[] => {
	if (price.law === 'constant') return [{id: 'price-law', facts: {law: 'constant'}}];
	if (price.law === 'ar1') {
		const {law, sigma, phi, changeProbability, floor, cap} = price;
		return [{id: 'price-law', facts: {law, sigma, phi, changeProbability, floor, cap}}];
	}
	const hours = recordHours(entries);
	const horizonHours = horizonSeconds / SECONDS_PER_HOUR;
	return [
		{id: 'price-history', facts: {hours, meanBlockHours: price.meanBlockHours}},
		...(hours < horizonHours ? [{id: 'history-short', facts: {hours, horizonHours}} as const] : []),
	];
};

/** A record has a ratio of its own. */
const ratioOf = (spec: PricedSpec, assumed: AssumedMarket): readonly Assumption[] => {
	const {token, spot} = spec;
	const {price} = assumed.market;
	if (!spot || (price.law === 'history' && price.ratio === null && recordOf(spec, assumed)))
		return [];
	const facts =
		price.ratio === null
			? {spec: token, ratio: toNumber(spot.ratio), source: spot.basis}
			: {spec: token, ratio: price.ratio, source: 'market' as const};
	return [{id: 'spot-ratio', facts}];
};

const timesOf = (market: MarketModel): readonly Assumption[] => [
	{id: 'protection', facts: {hours: market.protectionSeconds / SECONDS_PER_HOUR}},
	{
		id: 'checks',
		facts: {checkMinutes: market.checkSeconds / 60, noticeMinutes: market.noticeSeconds / 60},
	},
	{
		id: 'retry',
		facts: {retryMinutes: market.retrySeconds / 60, trySeconds: market.trySeconds},
	},
	{id: 'common-shock', facts: {share: market.commonShock}},
];

const checkpointOf = (checkpoint: Batch['checkpoint'], {noticeSeconds}: MarketModel): Assumption =>
	checkpoint === null
		? {id: 'no-checkpoint', facts: {}}
		: {
				id: 'checkpoint',
				facts: {
					...checkpoint,
					notice: checkpoint.costSeconds <= noticeSeconds ? 'saves' : 'too-short',
				},
			};

const workloadOf = (
	{request, quote}: Plan,
	{pullSeconds, workload, market}: SimulationModel,
): readonly Assumption[] => {
	const {startUp, otherCharges: charges} = quote;
	const {timeZone} = request.workload;
	const isBatch = workload.kind === 'batch';
	return [
		{id: 'start-up', facts: {seconds: pullSeconds, basis: startUp.basis}},
		{id: 'calendar', facts: {timeZone}},
		...(isBatch ? [checkpointOf(workload.checkpoint, market)] : []),
		...(isBatch && workload.deadlineSeconds !== null
			? [
					{
						id: 'deadline-policy',
						facts: {deadlineHours: workload.deadlineSeconds / SECONDS_PER_HOUR},
					} as const,
				]
			: []),
		...charges.map(charge => ({id: 'not-priced', facts: {charge}}) as const),
	];
};

/** All that was assumed, in the order of the engine's layers. */
export const assumptionsOf = (assumed: Assumed): readonly Assumption[] => {
	const {plan, market, model, specs, reserved, limit} = assumed;
	const {zones, zoneOrder: order} = model;
	return [
		{id: 'market', facts: {name: market.name}},
		...priceOf(market.market, model),
		...specs.flatMap(spec => ratioOf(spec, market)),
		...interruptionsOf(assumed),
		{id: 'stock', facts: stockFacts(market.market.stock)},
		{id: 'on-demand-stock', facts: stockFacts(market.market.onDemandStock)},
		...timesOf(market.market),
		{id: 'zones', facts: {zones, order}},
		...workloadOf(plan, model),
		...(limit ? [{id: 'price-limit', facts: limit} as const] : []),
		...(reserved
			? [
					{
						id: 'reserved-price',
						facts: {
							hoursPerMonth: Number(toDecimal(reserved.hoursPerMonth, 2)),
							source: reserved.source,
						},
					} as const,
				]
			: []),
	];
};
