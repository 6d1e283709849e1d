import type {Chain, ChainEntry} from '../chain/chain.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {StartUp} from '../sizing/start-up.ts';
import {
	divide,
	type Fraction,
	fraction,
	isZero,
	multiply,
	subtract,
	sum,
	zero,
} from '../units/fraction.ts';
import {
	type Money,
	money,
	overSeconds,
	type Rate,
	SECONDS_PER_HOUR,
	scaleRate,
} from '../units/money.ts';
import {BYTES_PER_GIB} from '../units/quantity.ts';
import {cacheSaving} from './cache-saving.ts';
import {exact} from './cpu-mem-price.ts';
import type {PriceBook} from './price-book.ts';
import {quoteReserved, type ReservedCost} from './reserved-quote.ts';
import type {SpotBasis} from './spot-price.ts';
import {type Usage, usageOf} from './usage.ts';

export type LineItem = 'vcpu' | 'memory' | 'instance' | 'ephemeral-storage';

/** One position of a month's bill, for all pods. */
export type CostLine = {
	readonly item: LineItem;
	/** The spec the line belongs to. */
	readonly spec: string;
	/** Units of one pod: 2 vCPU, 4 GiB, 1 instance. */
	readonly perPod: Fraction;
	/** Unit-hours a month: `perPod` × pod-hours. */
	readonly quantity: Fraction;
	/** Per unit and hour; null where no price is known. */
	readonly unitPrice: Money | null;
	/** For the month; null where no price is known, never 0. */
	readonly amount: Money | null;
};

/** Sums over the lines that have a price. */
export type CostTotal = {
	/** While all pods run that run on average. */
	readonly perHour: Money;
	readonly perMonth: Money;
	readonly horizon: Money;
};

/** One way of paying beside another. */
export type Comparison = {
	readonly name: 'on-demand' | 'spot' | 'reserved';
	readonly spec: string;
	readonly basis: SpotBasis | 'list' | 'reserved';
	readonly perHour: Money | null;
	readonly perMonth: Money | null;
	/** Share of the baseline that it is dearer; null without a price or a baseline of 0. */
	readonly vsBaseline: Fraction | null;
};

/** Reserved instances beside the first entry on demand. */
export type ReservedQuote = ReservedCost & Pick<Comparison, 'vsBaseline'>;

/** What the workload costs on the first entry of its chain, on demand, and the other ways of paying. */
export type Quote = {
	readonly spec: string | null;
	readonly usage: Usage;
	readonly startUp: StartUp;
	/** What an image cache saves a month, or would; null where it's nothing. */
	readonly cacheSaving: Money | null;
	readonly lines: readonly CostLine[];
	readonly total: CostTotal | null;
	/** True when a line has no price: the total is then too low. */
	readonly incomplete: boolean;
	readonly comparison: readonly Comparison[];
	/** Null when no entry is an ECS type with a price. */
	readonly reserved: ReservedQuote | null;
};

const hourly = (rate: Rate): Money => overSeconds(rate, fraction(SECONDS_PER_HOUR));

const line = (
	item: LineItem,
	spec: string,
	perPod: Fraction,
	rate: Rate | null,
	usage: Usage,
): CostLine => {
	const podHours = multiply(usage.perMonth, fraction(1, SECONDS_PER_HOUR));
	return {
		item,
		spec,
		perPod,
		quantity: multiply(perPod, podHours),
		unitPrice: rate && hourly(rate),
		amount: rate && overSeconds(scaleRate(rate, perPod), usage.perMonth),
	};
};

const linesOf = (
	entry: ChainEntry,
	request: PlanRequest,
	book: PriceBook,
	usage: Usage,
): readonly CostLine[] => {
	const {billedAs, vcpu, memoryGiB, onDemand} = entry;
	const base =
		entry.spec.kind === 'cpu-mem'
			? [
					line('vcpu', billedAs, exact(vcpu), book.cpuMem.vcpu, usage),
					line('memory', billedAs, exact(memoryGiB), book.cpuMem.memoryGiB, usage),
				]
			: [line('instance', billedAs, fraction(1), onDemand, usage)];
	if (request.extraEphemeral === null) return base;
	const storage = fraction(request.extraEphemeral, BYTES_PER_GIB);
	return [...base, line('ephemeral-storage', billedAs, storage, book.cpuMem.ephemeralGiB, usage)];
};

/** The rate of one pod by its priced lines; null when none has a price. */
const podRate = (lines: readonly CostLine[], book: PriceBook): Rate | null => {
	const priced = lines.flatMap(({perPod, unitPrice}) =>
		unitPrice ? [multiply(perPod, unitPrice.amount)] : [],
	);
	return priced.length === 0
		? null
		: {currency: book.currency, perSecond: multiply(sum(priced), fraction(1, SECONDS_PER_HOUR))};
};

/** While it runs for work that runs once; on average over a month for everything else. */
const perHourOf = (rate: Rate, usage: Usage): Money =>
	usage.once
		? overSeconds(rate, fraction(usage.peakReplicas * SECONDS_PER_HOUR))
		: money(rate.currency, multiply(overSeconds(rate, usage.perMonth).amount, fraction(1, 730)));

const totalOf = (rate: Rate, usage: Usage): CostTotal => ({
	perHour: perHourOf(rate, usage),
	perMonth: overSeconds(rate, usage.perMonth),
	horizon: overSeconds(rate, usage.horizon),
});

const versus = (amount: Money | null, baseline: Money | null): Fraction | null =>
	!amount || !baseline || isZero(baseline.amount)
		? null
		: divide(subtract(amount.amount, baseline.amount), baseline.amount);

const storageRate = (lines: readonly CostLine[]): Fraction => {
	const storage = lines.find(({item}) => item === 'ephemeral-storage');
	return storage?.unitPrice
		? multiply(multiply(storage.perPod, storage.unitPrice.amount), fraction(1, SECONDS_PER_HOUR))
		: zero;
};

const withStorage = (rate: Rate | null, storage: Fraction): Rate | null =>
	rate && {
		currency: rate.currency,
		perSecond: sum([rate.perSecond, storage]),
	};

/** The first entry on demand. */
const baselineOf = ({entries}: Chain, usage: Usage, storage: Fraction): Money | null => {
	const rate = withStorage(entries[0]?.onDemand ?? null, storage);
	return rate && perHourOf(rate, usage);
};

const compareEntries = (
	chain: Chain,
	usage: Usage,
	storage: Fraction,
	baseline: Money | null,
): readonly Comparison[] => {
	const row = (
		name: Comparison['name'],
		spec: string,
		basis: Comparison['basis'],
		rate: Rate | null,
	): Comparison => {
		const full = withStorage(rate, storage);
		const perHour = full && perHourOf(full, usage);
		return {
			name,
			spec,
			basis,
			perHour,
			perMonth: full && overSeconds(full, usage.perMonth),
			vsBaseline: versus(perHour, baseline),
		};
	};
	return chain.entries.flatMap(entry => [
		row('on-demand', entry.billedAs, 'list', entry.onDemand),
		row('spot', entry.billedAs, entry.spot?.basis ?? 'quote', entry.spot?.rate ?? null),
	]);
};

const compareReserved = (reserved: ReservedQuote | null): readonly Comparison[] => {
	if (!reserved) return [];
	const {type: spec, perHour, perMonth, vsBaseline} = reserved;
	return [{name: 'reserved', spec, basis: 'reserved', perHour, perMonth, vsBaseline}];
};

/** Prices the workload on demand and compares the ways of paying for it. */
export const quoteWorkload = (
	chain: Chain,
	request: PlanRequest,
	startUp: StartUp,
	book: PriceBook,
): Quote => {
	const usage = usageOf(request, startUp.seconds);
	const [first] = chain.entries;
	const lines = first ? linesOf(first, request, book, usage) : [];
	const rate = podRate(lines, book);
	const storage = storageRate(lines);
	const baseline = baselineOf(chain, usage, storage);
	const cost = quoteReserved(chain, request, {usage, startUp: startUp.seconds}, storage);
	const reserved = cost && {...cost, vsBaseline: versus(cost.perHour, baseline)};
	return {
		spec: first?.billedAs ?? null,
		usage,
		startUp,
		cacheSaving: cacheSaving(request, startUp, rate),
		lines,
		total: rate && totalOf(rate, usage),
		incomplete: lines.some(({amount}) => amount === null),
		comparison: [...compareEntries(chain, usage, storage, baseline), ...compareReserved(reserved)],
		reserved,
	};
};
