import {type Chain, firstEntry} from '../chain/chain.ts';
import type {ResolvedSpec} from '../chain/resolve-spec.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {StartUp} from '../sizing/start-up.ts';
import {zero} from '../units/fraction.ts';
import {type Money, overSeconds, type Rate} from '../units/money.ts';
import {cacheSaving} from './cache-saving.ts';
import {
	baselineOf,
	type Comparison,
	compareWays,
	perHourOf,
	type Terms,
	versus,
} from './comparison.ts';
import {type CostLine, costLines} from './cost-lines.ts';
import {extraStorageOf, withStorage} from './extra-storage.ts';
import {oldestDay} from './origin.ts';
import {type OtherCharge, otherChargesOf} from './other-charges.ts';
import type {PriceBook} from './price-book.ts';
import {quoteReserved, type ReservedCost} from './reserved-quote.ts';
import {type Usage, usageOf} from './usage.ts';

/** Sums over the lines that have a price. */
export type CostTotal = {
	/** While all pods run that run on average. */
	readonly perHour: Money;
	readonly perMonth: Money;
	readonly horizon: Money;
};

/** Reserved instances beside the first entry on demand. */
export type ReservedQuote = ReservedCost & Pick<Comparison, 'vsBaseline'>;

/** What the workload costs on the first entry of its chain, on demand, and the other ways of paying. */
export type Quote = {
	/** Null where the first entry is none that is known. */
	readonly spec: string | null;
	readonly usage: Usage;
	readonly startUp: StartUp;
	/** What an image cache saves a month, or would; null where it's nothing. */
	readonly cacheSaving: Money | null;
	readonly lines: readonly CostLine[];
	/** Null where the first entry has no price. */
	readonly total: CostTotal | null;
	/** True when a line has no price: the total, if there is one, is then too low. */
	readonly incomplete: boolean;
	/** Charges of other products that no line is about. */
	readonly otherCharges: readonly OtherCharge[];
	readonly comparison: readonly Comparison[];
	/** Null when no entry is an ECS type with a price. */
	readonly reserved: ReservedQuote | null;
};

const totalOf = (rate: Rate, usage: Usage): CostTotal => ({
	perHour: perHourOf(rate, usage),
	perMonth: overSeconds(rate, usage.perMonth),
	horizon: overSeconds(rate, usage.horizon),
});

const compareReserved = (
	reserved: ReservedQuote | null,
	chain: Chain,
	{storage}: Terms,
): readonly Comparison[] => {
	if (!reserved) return [];
	const {type: spec, perHour, perMonth, vsBaseline} = reserved;
	return [
		{
			name: 'reserved',
			spec,
			basis: 'reserved',
			perHour,
			perMonth,
			vsBaseline,
			asOf: oldestDay(chain.entries.find(({billedAs}) => billedAs === spec)?.from ?? []),
			missing: storage !== null && storage.rate === null,
			inChain: true,
		},
	];
};

/**
 * Prices the workload on demand and compares the ways of paying for it. `beside` is the size to
 * compare a chain of ECS types with.
 */
export const quoteWorkload = (
	chain: Chain,
	beside: ResolvedSpec | null,
	request: PlanRequest,
	startUp: StartUp,
	book: PriceBook,
): Quote => {
	const usage = usageOf(request, startUp.seconds);
	const storage = extraStorageOf(request, book);
	const terms = {usage, storage};
	const first = firstEntry(chain);
	const lines = costLines(chain, book, terms);
	const rate = withStorage(first?.onDemand ?? null, storage);
	const baseline = baselineOf(chain, terms);
	const cost = quoteReserved(
		chain,
		request,
		{usage, startUp: startUp.seconds},
		storage?.rate?.perSecond ?? zero,
	);
	const reserved = cost && {...cost, vsBaseline: versus(cost.perHour, baseline)};
	return {
		spec: first?.onDemandAs.spec ?? null,
		usage,
		startUp,
		cacheSaving: cacheSaving(request, startUp, rate),
		lines,
		total: rate && totalOf(rate, usage),
		incomplete: lines.some(({amount}) => amount === null),
		otherCharges: otherChargesOf(request),
		comparison: [
			...compareWays(chain, beside, terms, baseline),
			...compareReserved(reserved, chain, terms),
		],
		reserved,
	};
};
