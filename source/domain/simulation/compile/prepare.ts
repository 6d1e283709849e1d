import type {Diagnostic} from '../../diagnostics.ts';
import type {Plan} from '../../plan.ts';
import type {PriceBook} from '../../pricing/price-book.ts';
import {type Log, openLog} from '../../rules/log.ts';
import {type Fraction, parseDecimal, toDecimal, toNumber} from '../../units/fraction.ts';
import {type Currency, type Money, money} from '../../units/money.ts';
import {advisePriceLimit, type LimitAdvice} from '../advice/price-limit.ts';
import {timeFor} from '../batch.ts';
import type {SimulationModel, StrategyName} from '../simulation-model.ts';
import type {Assumption, EntryRates, StrategyResult} from '../simulation-result.ts';
import type {AssumedMarket} from './assumed-market.ts';
import {assumptionsOf} from './assumptions.ts';
import {chooseSpecs, modelStrategy, planReserved, type ReservedPlan} from './model-strategies.ts';
import {modelWorkload} from './model-workload.ts';
import {modelEntry, type PricedSpec, pricedSpec} from './priced-spec.ts';
import {zonesOf} from './zones.ts';

/** Everything that the paths and their summary depend on. */
export type SimulationSetup = {
	readonly model: SimulationModel;
	/** One for each entry of the model. */
	readonly rates: readonly EntryRates[];
	readonly currency: Currency;
	readonly region: string;
	readonly ruleset: string;
	readonly paths: number;
	readonly baseline: StrategyName;
	/** Strategies to show, in this order; the model may have the baseline beside them. */
	readonly shown: readonly StrategyName[];
	/** `calm`, `normal`, `stress` or the name of a file. */
	readonly market: string;
	readonly limit: StrategyResult['limit'];
	/** Null where nothing on spot could have a limit. */
	readonly advice: LimitAdvice | null;
	/** What a reserved instance costs a month in pay-as-you-go hours; null where none is simulated. */
	readonly reservedHours: Fraction | null;
	readonly assumptions: readonly Assumption[];
};

const CELLS = 60;

/** The specs that have prices, those of the chain first. */
type PricedSpecs = {
	readonly specs: readonly PricedSpec[];
	readonly chain: readonly number[];
	readonly ecs: number | null;
};

const priceSpecs = (plan: Plan, book: PriceBook, log: Log): PricedSpecs => {
	const chosen = chooseSpecs(plan, book);
	const chain = chosen.chain.flatMap(spec => pricedSpec(spec, plan.request, book) ?? []);
	for (const {token} of plan.chain.entries)
		if (!chain.some(priced => priced.token === token))
			log.add('simulation-unpriced', {spec: token}, 'chain.useSpecs');
	const first = chain.findIndex(({isEcs}) => isEcs);
	const beside = first < 0 && chosen.ecs ? pricedSpec(chosen.ecs, plan.request, book) : null;
	return {
		specs: beside ? [...chain, beside] : chain,
		chain: chain.map((_, index) => index),
		ecs: beside ? chain.length : first < 0 ? null : first,
	};
};

const givenLimit = ({request}: Plan, currency: Currency): Money | null => {
	const amount = parseDecimal(request.spot.priceLimit ?? '');
	return amount ? money(currency, amount) : null;
};

/** Strategies to run: those that were asked for, and the baseline. */
const namesOf = ({request: {simulation}}: Plan): readonly StrategyName[] => {
	const {strategies, baseline} = simulation;
	return strategies.includes(baseline) ? strategies : [baseline, ...strategies];
};

const bareModel = (plan: Plan, {specs}: PricedSpecs, assumed: AssumedMarket): SimulationModel => {
	const {request, quote} = plan;
	const {zones, order} = zonesOf(request);
	return {
		seed: request.simulation.seed,
		horizonSeconds: request.horizon,
		cellSeconds: Math.max(1, Math.ceil(request.horizon / CELLS)),
		cells: Math.min(CELLS, Math.max(1, request.horizon)),
		zones,
		zoneOrder: order,
		startHour: 0,
		pullSeconds: quote.startUp.seconds,
		entries: specs.map(spec => modelEntry(spec, assumed)),
		market: assumed.market,
		workload: modelWorkload(request, quote.startUp.seconds),
		strategies: [],
	};
};

type Limits = {readonly limit: StrategyResult['limit']; readonly advice: LimitAdvice | null};

const limitsOf = (
	plan: Plan,
	model: SimulationModel,
	{specs, chain}: PricedSpecs,
	book: PriceBook,
): Limits => {
	const {currency} = book;
	const rates = specs.map(spec => spec.rates);
	// Limits of batch work have to be tried, which takes its time.
	const isWorthIt = model.workload.kind === 'service' || namesOf(plan).includes('spot-limit');
	const advice = isWorthIt ? advisePriceLimit({...model, chain, rates, currency}) : null;
	const given = givenLimit(plan, currency);
	if (given) return {limit: {perHour: given, isAdvised: false}, advice};
	return {limit: advice && {perHour: advice.perHour, isAdvised: true}, advice};
};

const reservedOf = (
	plan: Plan,
	{specs, ecs}: PricedSpecs,
	book: PriceBook,
): ReservedPlan | null => {
	const spec = ecs === null ? undefined : specs[ecs];
	return spec && namesOf(plan).includes('reserved') ? planReserved(spec, plan, book) : null;
};

/** The work has its own rule; its start and its checkpoints take time as well. */
const checkDeadline = ({workload, pullSeconds}: SimulationModel, log: Log): void => {
	if (workload.kind !== 'batch' || workload.deadlineSeconds === null) return;
	const deadline = workload.deadlineSeconds;
	const needed = pullSeconds + timeFor(workload.workSeconds, workload);
	if (needed > deadline) log.add('deadline-unreachable', {deadline, needed}, 'workload.deadline');
};

/** Null, with an error, where no spec of the chain has a price. */
export const prepareSimulation = (
	plan: Plan,
	book: PriceBook,
	market: AssumedMarket,
): {readonly setup: SimulationSetup | null; readonly diagnostics: readonly Diagnostic[]} => {
	const {request} = plan;
	const log = openLog(request.ruleset);
	const priced = priceSpecs(plan, book, log);
	if (priced.chain.length === 0) {
		log.add('simulation-nothing-priced', {region: request.region, currency: book.currency});
		return {setup: null, diagnostics: log.diagnostics};
	}
	const bare = bareModel(plan, priced, market);
	checkDeadline(bare, log);
	const {limit, advice} = limitsOf(plan, bare, priced, book);
	const reserved = reservedOf(plan, priced, book);
	const limitPerHour = limit && toNumber(limit.perHour.amount);
	const strategies = namesOf(plan).flatMap(name => {
		const strategy = modelStrategy(name, {...priced, limitPerHour, reserved});
		if (!strategy) log.add('strategy-without-type', {strategy: name}, 'simulation.strategies');
		return strategy ?? [];
	});
	const model = {...bare, strategies};
	const hasLimit = strategies.some(({limitPerHour: perHour}) => perHour !== null);
	const assumedLimit = limit && {
		currency: limit.perHour.currency,
		perHour: toDecimal(limit.perHour.amount, 6),
		reason: limit.isAdvised && advice ? advice.reason : ('given' as const),
	};
	const setup: SimulationSetup = {
		model,
		rates: priced.specs.map(({rates}) => rates),
		currency: book.currency,
		region: request.region,
		ruleset: request.ruleset,
		paths: request.simulation.paths,
		baseline: request.simulation.baseline,
		shown: request.simulation.strategies,
		market: market.name,
		limit,
		advice,
		reservedHours: reserved?.hoursPerMonth ?? null,
		assumptions: assumptionsOf({
			plan,
			market,
			model,
			specs: priced.specs,
			reserved,
			limit: hasLimit ? assumedLimit : null,
		}),
	};
	return {setup, diagnostics: log.diagnostics};
};
