import type {Chain} from '../chain/chain.ts';
import type {Diagnostic} from '../diagnostics.ts';
import type {PricingRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {daysBetween, type IsoDate} from '../units/calendar.ts';
import {fraction, isZero, multiply, toDecimal} from '../units/fraction.ts';
import {type Origin, oldestDay, originOf} from './origin.ts';
import {countingPrices} from './own-prices.ts';
import type {PriceBook} from './price-book.ts';
import type {PriceRow} from './price-list.ts';
import {ASSUMED_SPOT_RATIO, type SpotBasis} from './spot-price.ts';

/** Where the prices of a result come from, and how old the oldest dated one is. */
export type Provenance = {
	/** The oldest dated price used; null when only prices without a date were. */
	readonly asOf: IsoDate | null;
	readonly ageDays: number | null;
	readonly sources: readonly string[];
	/** What to know about these prices: their age, what is missing, what was assumed. */
	readonly diagnostics: readonly Diagnostic[];
};

const MAX_AGE_DAYS = 90;

/** What the prices of a plan are read from, and how they were changed. */
type Context = {
	readonly book: PriceBook;
	readonly pricing: PricingRequest;
	readonly today: IsoDate;
	readonly log: Log;
};

const noteTerms = ({book, pricing, log}: Context) => {
	const {discount} = pricing;
	const prices = countingPrices(pricing, book.currency);
	if (isZero(discount) && prices.size === 0) return;
	const percent = isZero(discount) ? null : toDecimal(multiply(discount, fraction(100)), 4);
	log.add('own-terms', {discountPercent: percent, types: [...prices.keys()]});
};

const noteConversion = (
	specs: readonly string[],
	{book: {currency}, pricing: {yuanPerDollar}, log}: Context,
) => {
	if (specs.length === 0 || !yuanPerDollar) return;
	const from = currency === 'CNY' ? 'USD' : 'CNY';
	log.add('prices-converted', {
		specs,
		from,
		to: currency,
		yuanPerDollar: toDecimal(yuanPerDollar, 6),
	});
};

/** What a result shows prices of: entries, and whether anything is billed by CPU, memory or storage. */
export type Shown = Pick<Chain, 'entries'> & {readonly hasRates: boolean};

type Priced = {readonly token: string; readonly origins: readonly Origin[]};

/** The rates behind what isn't an entry: sizes beside the chain, and storage. */
const ratesOf = ({hasRates}: Shown, {book}: Context): readonly Origin[] =>
	hasRates ? [originOf(book.cpuMem)] : [];

/** Days since the oldest price; more than 90 are worth a warning. */
export const noteAge = (asOf: IsoDate | null, today: IsoDate, log: Log): number | null => {
	if (asOf === null) return null;
	const days = Math.max(0, daysBetween(asOf, today));
	if (days > MAX_AGE_DAYS) log.add('prices-old', {asOf, days});
	return days;
};

/** The oldest day and all sources of these prices. */
const provenance = (
	priced: readonly Priced[],
	rates: readonly Origin[],
	context: Context,
): Provenance => {
	const {book, today, log} = context;
	const origins = [...priced.flatMap(entry => entry.origins), ...rates];
	noteTerms(context);
	noteConversion(
		priced.flatMap(entry =>
			entry.origins.some(({isConverted}) => isConverted) ? entry.token : [],
		),
		context,
	);
	const asOf = oldestDay(origins);
	const ageDays = noteAge(asOf, today, log);
	const datedFirst = [
		...origins.filter(origin => origin.asOf !== null),
		...origins.filter(origin => origin.asOf === null),
	];
	const sources = datedFirst.map(({source}) => source ?? book.source);
	return {asOf, ageDays, sources: [...new Set(sources)], diagnostics: log.diagnostics};
};

/** On-demand prices alone: what sizing uses. */
export const onDemandProvenance = (shown: Shown, context: Context): Provenance =>
	provenance(
		shown.entries.map(({token, from}) => ({token, origins: from})),
		ratesOf(shown, context),
		context,
	);

const tokensBy = ({entries}: Shown, basis: SpotBasis): readonly string[] =>
	entries.filter(({spot}) => spot?.basis === basis).map(({token}) => token);

/** On-demand and spot prices, with every assumption about the latter. */
export const spotProvenance = (shown: Shown, context: Context): Provenance => {
	const {log} = context;
	const assumed = tokensBy(shown, 'assumed');
	if (assumed.length > 0)
		log.add('spot-ratio-assumed', {specs: assumed, ratio: toDecimal(ASSUMED_SPOT_RATIO, 4)});
	const estimated = tokensBy(shown, 'ratio');
	if (estimated.length > 0) log.add('spot-price-estimated', {specs: estimated});
	return provenance(
		shown.entries.map(({token, from, spot}) => ({
			token,
			origins: [...from, ...(spot?.from ?? [])],
		})),
		ratesOf(shown, context),
		context,
	);
};

/** Types without a price in the currency asked for, where the other one has one. */
const noteForeign = (rows: readonly PriceRow[], {book: {currency}, log}: Context) => {
	const types = rows.flatMap(({offer: {type, onDemand, foreign}}) =>
		onDemand === null && foreign?.onDemand ? [type] : [],
	);
	if (types.length > 0)
		log.add('prices-foreign', {types, from: currency === 'CNY' ? 'USD' : 'CNY', to: currency});
};

/** The prices of a list of types. */
export const listProvenance = (rows: readonly PriceRow[], context: Context): Provenance => {
	noteForeign(rows, context);
	return provenance(
		rows.map(({offer, spot}) => ({
			token: offer.type,
			origins: [...(offer.onDemand ? [originOf(offer.onDemand)] : []), ...(spot?.from ?? [])],
		})),
		[],
		context,
	);
};
