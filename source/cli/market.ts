import {hasErrors} from '../domain/diagnostics.ts';
import {defaultPlanInput, type PlanInput} from '../domain/input/plan-input.ts';
import {readPlanInput} from '../domain/input/read-plan-input.ts';
import {ownBook} from '../domain/pricing/own-prices.ts';
import type {PriceBook} from '../domain/pricing/price-book.ts';
import {openLog} from '../domain/rules/log.ts';
import type {World} from '../ports.ts';
import type {Invocation} from './command.ts';
import {Failure} from './failure.ts';
import {gatherInput} from './gather-input.ts';
import {relabelled} from './places.ts';

/** Regions with prices, and the prices of the one that the input names. */
export type Market = {readonly regions: readonly string[]; readonly book: PriceBook};

/** An unknown region, which planning reports, gets the default's prices. */
export const marketOf = async (
	{region = defaultPlanInput.region, currency = defaultPlanInput.currency}: PlanInput,
	world: World,
): Promise<Market> => {
	const regions = await world.prices.regions();
	const known = regions.includes(region) ? region : defaultPlanInput.region;
	return {regions, book: await world.prices.book(known, currency)};
};

/** The prices of the region that was asked for, by the user's own terms; for commands without a plan. */
export const gatherPrices = async (invocation: Invocation, world: World): Promise<PriceBook> => {
	const {input, placeOf} = await gatherInput(invocation, world);
	const {regions, book} = await marketOf(input, world);
	const {request, diagnostics} = readPlanInput(input, regions);
	const log = openLog(request.ruleset);
	const own = ownBook(book, request.pricing, log);
	const all = [...diagnostics, ...log.diagnostics];
	if (hasErrors(all))
		throw new Failure(
			2,
			relabelled(
				all.filter(({severity}) => severity === 'error'),
				placeOf,
			),
		);
	return own;
};
