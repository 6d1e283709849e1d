import {type Diagnostic, hasErrors} from '../domain/diagnostics.ts';
import {defaultPlanInput, type PlanInput} from '../domain/input/plan-input.ts';
import type {PricingRequest} from '../domain/input/plan-request.ts';
import {readPlanInput} from '../domain/input/read-plan-input.ts';
import {overlaidBook} from '../domain/pricing/overlaid-book.ts';
import {ownBook} from '../domain/pricing/own-prices.ts';
import type {PriceBook} from '../domain/pricing/price-book.ts';
import {openLog} from '../domain/rules/log.ts';
import type {Currency} from '../domain/units/money.ts';
import type {World} from '../ports.ts';
import {askedAt} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {Failure} from './failure.ts';
import {type GatheredInput, gatherInput} from './gather-input.ts';
import {relabelled} from './places.ts';
import {type PriceFileOverlays, readPriceFile} from './price-file.ts';
import {sayDiagnostics} from './print.ts';

/** Regions with prices, and the prices of any of them with what was imported laid over them. */
export type Market = {
	readonly regions: readonly string[];
	readonly bookOf: (region: string, currency: Currency) => Promise<PriceBook>;
	/** Says what is wrong with where prices are kept: each thing once, however many regions have it. */
	readonly say: (diagnostics: readonly Diagnostic[]) => Promise<void>;
};

const sayingOnce = (invocation: Invocation, world: World): Market['say'] => {
	const said = new Set<string>();
	return async diagnostics => {
		const fresh = diagnostics.filter(({rule, facts}) => {
			const key = JSON.stringify([rule, facts]);
			return !said.has(key) && said.add(key);
		});
		if (fresh.length > 0) await sayDiagnostics(fresh, invocation, world);
	};
};

/** The shipped prices, over them the imports, over those the file of `--prices`. */
export const openMarket = async (invocation: Invocation, world: World): Promise<Market> => {
	const asked = askedAt('prices', invocation.flags, world.env);
	const say = sayingOnce(invocation, world);
	let file: PriceFileOverlays | null = null;
	if (asked !== undefined) {
		file = await readPriceFile(asked, invocation, world);
		await say(file.diagnostics);
	}
	return {
		say,
		regions: await world.prices.regions(),
		bookOf: async (region, currency) => {
			const [shipped, imported] = await Promise.all([
				world.prices.book(region, currency),
				world.overlays.read(region),
			]);
			await say(imported.diagnostics);
			const book = overlaidBook(shipped, imported.overlay);
			const own = file?.overlays.get(region);
			return own ? overlaidBook(book, own.overlay, 'always') : book;
		},
	};
};

/** The prices that an input names; an unknown region, which planning reports, gets the default's. */
export const bookFor = (
	{region = defaultPlanInput.region, currency = defaultPlanInput.currency}: PlanInput,
	{regions, bookOf}: Market,
): Promise<PriceBook> =>
	bookOf(regions.includes(region) ? region : defaultPlanInput.region, currency);

const failOn = (diagnostics: readonly Diagnostic[], {placeOf}: GatheredInput): void => {
	if (hasErrors(diagnostics)) throw new Failure(2, relabelled(diagnostics, placeOf));
};

type GatheredPrices = {
	readonly book: PriceBook;
	readonly market: Market;
	/** How the prices of the book were changed. */
	readonly pricing: PricingRequest;
};

/** The prices of the region that was asked for, by the user's own terms; for commands without a plan. */
export const gatherPrices = async (
	invocation: Invocation,
	world: World,
): Promise<GatheredPrices> => {
	const gathered = await gatherInput(invocation, world);
	const market = await openMarket(invocation, world);
	const {request, diagnostics} = readPlanInput(gathered.input, market.regions, world.timeZones);
	const log = openLog(request.ruleset);
	const book = ownBook(await bookFor(gathered.input, market), request.pricing, log);
	failOn([...diagnostics, ...log.diagnostics], gathered);
	await market.say(relabelled(log.diagnostics, gathered.placeOf));
	return {book, market, pricing: request.pricing};
};
