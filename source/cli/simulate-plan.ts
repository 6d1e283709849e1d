import type {Diagnostic} from '../domain/diagnostics.ts';
import type {Plan} from '../domain/plan.ts';
import {ownBook} from '../domain/pricing/own-prices.ts';
import type {PriceBook} from '../domain/pricing/price-book.ts';
import {noteAge} from '../domain/pricing/provenance.ts';
import {typesOfSize} from '../domain/pricing/spot-price.ts';
import {openLog} from '../domain/rules/log.ts';
import {prepareSimulation, type SimulationSetup} from '../domain/simulation/compile/prepare.ts';
import {originsOf} from '../domain/simulation/market-file/price-history.ts';
import type {IsoDate} from '../domain/units/calendar.ts';
import {Failure} from './failure.ts';
import type {PlannedInput} from './make-plan.ts';
import type {MarketWorld} from './market-document.ts';
import {type MarketNeeds, type SimulationMarket, simulationMarket} from './simulation-market.ts';

/** A simulation that is ready to run. */
export type PreparedSimulation = {
	readonly setup: SimulationSetup;
	/** About the market and the model; the plan's own are said with the plan. */
	readonly diagnostics: readonly Diagnostic[];
};

/** ECS types whose recorded spot prices say something about the chain. */
const typesBehind = ({chain}: Plan, book: PriceBook): readonly string[] => [
	...new Set(
		chain.entries.flatMap(({billedAs, family, vcpu, memoryGiB}) =>
			family ? [billedAs] : typesOfSize({vcpu, memoryGiB}, book).map(({type}) => type),
		),
	),
];

/** Reads the market that a request names. */
export type MarketOf = (
	request: Plan['request'],
	needs: MarketNeeds,
	world: MarketWorld,
) => Promise<SimulationMarket>;

/** Which records the prices are drawn from, and how old they are. */
const recordsBehind = (
	{model}: SimulationSetup,
	{histories, series}: SimulationMarket,
	today: IsoDate,
): readonly Diagnostic[] => {
	const used = new Set(model.entries.flatMap(({history}) => history ?? []));
	const origins = originsOf(used, histories, series);
	const log = openLog('current');
	for (const origin of origins) log.add('market-history-used', {...origin});
	noteAge(origins.map(({from}) => from).toSorted()[0] ?? null, today, log);
	return log.diagnostics;
};

/** Makes a plan ready to be simulated; a market file that can't be used ends the command. */
export const simulatePlan = async (
	{plan, book: listBook, placeOf, withPlaces}: Omit<PlannedInput, 'input'>,
	world: MarketWorld,
	marketOf: MarketOf = simulationMarket,
): Promise<PreparedSimulation> => {
	const {request} = plan;
	const book = ownBook(listBook, request.pricing, openLog(request.ruleset));
	const place = placeOf('simulation.market');
	const needs = {book, types: typesBehind(plan, book), place};
	const market = await marketOf(request, needs, world);
	const {setup, diagnostics} = prepareSimulation(plan, book, market);
	if (!setup) throw new Failure(2, withPlaces(diagnostics));
	const records = recordsBehind(setup, market, world.today);
	return {setup, diagnostics: [...market.diagnostics, ...records, ...diagnostics]};
};
