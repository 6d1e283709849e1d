import {type Diagnostic, hasErrors} from '../domain/diagnostics.ts';
import type {PlanInput} from '../domain/input/plan-input.ts';
import {type Plan, planFrom} from '../domain/plan.ts';
import type {PriceBook} from '../domain/pricing/price-book.ts';
import type {Provenance} from '../domain/pricing/provenance.ts';
import type {World} from '../ports.ts';
import type {Invocation} from './command.ts';
import {aboutErrors, Failure} from './failure.ts';
import {gatherInput} from './gather-input.ts';
import {bookFor, openMarket} from './market.ts';
import {type PlaceOf, relabelled} from './places.ts';
import {sayBeside} from './print.ts';

export type PlannedInput = {
	/** What flags, environment, plan file, preset and settings gave, merged. */
	readonly input: PlanInput;
	readonly plan: Plan;
	/** The prices of the plan's region, before own terms. */
	readonly book: PriceBook;
	readonly placeOf: PlaceOf;
	/** Names fields the way the user gave them. */
	readonly withPlaces: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
};

/** Gathers the input and plans it; errors end the command with exit code 2. */
export const makePlan = async (
	invocation: Invocation,
	world: World,
	fallbackPreset?: string,
): Promise<PlannedInput> => {
	const {input, placeOf} = await gatherInput(invocation, world, fallbackPreset);
	const market = await openMarket(invocation, world);
	const book = await bookFor(input, market);
	const {regions} = market;
	const {timeZones, today} = world;
	const {plan, diagnostics} = planFrom(input, {regions, timeZones, book, today});
	const withPlaces = (list: readonly Diagnostic[]) => relabelled(list, placeOf);
	if (!plan || hasErrors(diagnostics)) throw new Failure(2, withPlaces(aboutErrors(diagnostics)));
	return {input, plan, book, placeOf, withPlaces};
};

/** Says what there is to know about a plan on stderr, unless the document on stdout carries it. */
export const sayPlanDiagnostics = async (
	{plan, withPlaces}: PlannedInput,
	prices: Provenance,
	invocation: Invocation,
	world: World,
): Promise<void> => {
	const diagnostics = [...plan.diagnostics, ...prices.diagnostics];
	await sayBeside(withPlaces(diagnostics), invocation, world);
};
