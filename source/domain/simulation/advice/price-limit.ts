import {
	ceiling,
	compare,
	type Fraction,
	fraction,
	multiply,
	toNumber,
} from '../../units/fraction.ts';
import {type Currency, type Money, money, SECONDS_PER_HOUR} from '../../units/money.ts';
import {timeFor} from '../batch.ts';
import {RATIO_UNITS} from '../market/price-path.ts';
import type {ModelEntry, SimulationModel} from '../simulation-model.ts';
import type {EntryRates, LimitReason} from '../simulation-result.ts';
import {type Trial, tryLimits} from './limit-trial.ts';
import {clippedLognormal, constantLaw, type RatioLaw, recordedLaw} from './ratio-law.ts';
import {oneTimeBid, persistentBid} from './zheng-bids.ts';

/** How often the price of a service may be above its limit. */
const EXCEEDED = 0.001;

/** Work that may wait does so for no longer than it runs, on average. */
const RUNNING_SHARE = 0.5;

/** A market that is watched all the time is taken to be looked at this often. */
const DEFAULT_CHECK_SECONDS = 300;

/** The annotation takes three decimals. */
const LIMIT_PARTS = 1000;

/** What a limit depends on; `chain` has the indices of the entries that are tried. */
export type LimitQuestion = SimulationModel & {
	readonly chain: readonly number[];
	readonly rates: readonly EntryRates[];
	readonly currency: Currency;
};

export type LimitAdvice = {readonly perHour: Money; readonly reason: LimitReason};

/** How the spot price of an entry is spread over time. */
export const ratioLaw = (
	{ratio, history}: ModelEntry,
	{market: {price}}: Pick<SimulationModel, 'market'>,
): RatioLaw => {
	const mean = price.ratio ?? ratio;
	if (price.law === 'history' && history) return recordedLaw(history, price);
	return price.law === 'ar1' && price.sigma > 0
		? clippedLognormal(mean, price.sigma, price)
		: constantLaw(mean, price);
};

const reasonOf = ({workload}: LimitQuestion): LimitReason => {
	if (workload.kind === 'service') return 'service';
	return workload.deadlineSeconds === null ? 'batch' : 'deadline';
};

type Batch = Extract<LimitQuestion['workload'], {kind: 'batch'}>;

/** Price that lets batch work run for as much of the time as it needs, and for half of it at least. */
const neededRatio = (law: RatioLaw, batch: Batch, runSeconds: number): number => {
	const [first = 0] = batch.starts;
	const available = (batch.end - first) / Math.max(1, batch.starts.length);
	const share = available > 0 ? runSeconds / available : 1;
	return law.quantile(Math.min(1 - EXCEEDED, Math.max(RUNNING_SHARE, share)));
};

const batchRatio = (law: RatioLaw, batch: Batch, {market, pullSeconds}: LimitQuestion): number => {
	const slotSeconds = market.checkSeconds || DEFAULT_CHECK_SECONDS;
	const runSeconds = pullSeconds + timeFor(batch.workSeconds, batch);
	const needed = neededRatio(law, batch, runSeconds);
	if (batch.deadlineSeconds !== null)
		return Math.max(needed, oneTimeBid(law, slotSeconds, runSeconds));
	const overheadSeconds = pullSeconds + (batch.checkpoint?.restoreSeconds ?? 0);
	return persistentBid(law, {slotSeconds, overheadSeconds}, needed);
};

const perHour = (perSecond: Fraction): Fraction => multiply(perSecond, fraction(SECONDS_PER_HOUR));

const roundedUp = (amount: Fraction): Fraction =>
	fraction(ceiling(multiply(amount, fraction(LIMIT_PARTS))), LIMIT_PARTS);

const roundedDown = ({numerator, denominator}: Fraction): Fraction =>
	fraction((numerator * BigInt(LIMIT_PARTS)) / denominator, LIMIT_PARTS);

const lesser = (a: Fraction, b: Fraction): Fraction => (compare(a, b) > 0 ? b : a);

/** An hour of one entry at some ratio, at most at pay-as-you-go; null where spot doesn't sell it. */
const limitAt = (index: number, question: LimitQuestion, ratio: number): Fraction | null => {
	const rates = question.rates[index];
	if (!rates?.spotBasePerSecond) return null;
	const units = Math.ceil(ratio * RATIO_UNITS - 1e-6);
	const wanted = multiply(perHour(rates.spotBasePerSecond), fraction(units, RATIO_UNITS));
	return lesser(roundedUp(wanted), roundedDown(perHour(rates.onDemandPerSecond)));
};

/** Limits for each entry of the chain that spot sells, in order. */
const limitsAt = (
	question: LimitQuestion,
	ratiosOf: (law: RatioLaw) => readonly number[],
): readonly Fraction[] =>
	question.chain
		.flatMap(index => {
			const entry = question.entries[index];
			const ratios = entry ? ratiosOf(ratioLaw(entry, question)) : [];
			return ratios.flatMap(ratio => limitAt(index, question, ratio) ?? []);
		})
		.toSorted(compare);

/** Shares of the time in which a price is within the limits that are tried first. */
const TRIED_SHARES = [0.05, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - EXCEEDED];

/** Limits that are tried first, for all entries. */
const MOST_TRIED = 9;

/** Limits that are tried between the best of the first and its neighbours. */
const BETWEEN = 4;
const ROUNDS = 2;

/** What is left undone and doesn't count. */
const NEGLIGIBLE = 0.001;

/** The highest limit stops nothing: what others leave undone is due to them. */
const isAsGood = (trial: Trial, highest: Trial): boolean =>
	trial.servedSeconds >= highest.servedSeconds * (1 - NEGLIGIBLE) &&
	trial.runsInTime >= highest.runsInTime;

/** The lowest limit that is as good as the highest where a deadline counts, else the cheapest of those. */
const bestOf = (trials: readonly Trial[], hasDeadline: boolean): number => {
	const highest = trials.at(-1);
	const good = trials.filter(trial => highest && isAsGood(trial, highest));
	const least = Math.min(...good.map(({cost}) => cost));
	const best = hasDeadline ? good[0] : good.find(({cost}) => cost === least);
	return best ? trials.indexOf(best) : trials.length - 1;
};

const partsOf = (limit: Fraction): number =>
	Math.round(toNumber(multiply(limit, fraction(LIMIT_PARTS))));

/** Whole thousandths in even steps between two, without them. */
const between = (low: number, high: number): readonly number[] =>
	Array.from({length: BETWEEN}, (_, step) =>
		Math.round(low + ((high - low) * (step + 1)) / (BETWEEN + 1)),
	);

const ascending = (parts: readonly number[]): readonly number[] =>
	[...new Set(parts)].toSorted((a, b) => a - b);

/** A few of them, evenly, with the first and the last. */
const thinned = (parts: readonly number[]): readonly number[] =>
	ascending(
		Array.from({length: MOST_TRIED}, (_, step) =>
			Math.round((step * (parts.length - 1)) / (MOST_TRIED - 1)),
		).map(index => parts[index] ?? 0),
	);

/** The limits around the best one, and the highest. */
const closer = (
	parts: readonly number[],
	best: number,
	hasDeadline: boolean,
): readonly number[] => {
	const pick = parts[best] ?? 0;
	const below = between(parts[best - 1] ?? pick, pick);
	const above = hasDeadline ? [] : between(pick, parts[best + 1] ?? pick);
	return ascending([...below, pick, ...above, ...parts.slice(-1)]);
};

/** Tries limits on the engine, then more of them around the best. */
const triedLimit = (question: LimitQuestion, batch: Batch): Fraction | null => {
	const hasDeadline = batch.deadlineSeconds !== null;
	const limits = limitsAt(question, law => [
		...TRIED_SHARES.map(share => law.quantile(share)),
		batchRatio(law, batch, question),
		question.market.price.cap,
	]);
	if (limits.length === 0) return null;
	const trialsOf = (parts: readonly number[]) =>
		tryLimits(
			question,
			question.chain,
			parts.map(part => part / LIMIT_PARTS),
		);
	let parts = thinned(ascending(limits.map(partsOf)));
	let best = bestOf(trialsOf(parts), hasDeadline);
	for (let round = 0; round < ROUNDS; round++) {
		parts = closer(parts, best, hasDeadline);
		best = bestOf(trialsOf(parts), hasDeadline);
	}
	return fraction(parts[best] ?? 0, LIMIT_PARTS);
};

/** The lowest limit that is hardly ever exceeded, for all specs [facts/simulation §4-E]. */
const serviceLimit = (question: LimitQuestion): Fraction | null =>
	limitsAt(question, law => [law.quantile(1 - EXCEEDED)]).at(-1) ?? null;

/**
 * The price limit an hour of the whole pod. A service gets the lowest that is hardly ever exceeded. Limits
 * of batch work are tried on the engine, those of the closed forms among them [facts/simulation §4-F]: of
 * those with which as much is done, and in time, as without one, the lowest where there is a deadline, else
 * the cheapest. Never above pay-as-you-go; null where spot sells nothing.
 */
export const advisePriceLimit = (question: LimitQuestion): LimitAdvice | null => {
	const {workload} = question;
	const amount =
		workload.kind === 'service' ? serviceLimit(question) : triedLimit(question, workload);
	return amount && {perHour: money(question.currency, amount), reason: reasonOf(question)};
};
