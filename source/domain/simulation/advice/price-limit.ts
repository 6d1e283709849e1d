import {ceiling, compare, type Fraction, fraction, multiply} from '../../units/fraction.ts';
import {type Currency, type Money, money, SECONDS_PER_HOUR} from '../../units/money.ts';
import {timeFor} from '../batch.ts';
import {RATIO_UNITS} from '../market/price-path.ts';
import type {ModelEntry, SimulationModel} from '../simulation-model.ts';
import type {EntryRates, LimitReason} from '../simulation-result.ts';
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
export type LimitQuestion = Pick<
	SimulationModel,
	'entries' | 'market' | 'workload' | 'pullSeconds'
> & {
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

const ratioFor = (entry: ModelEntry, question: LimitQuestion): number => {
	const {workload} = question;
	const law = ratioLaw(entry, question);
	return workload.kind === 'service'
		? law.quantile(1 - EXCEEDED)
		: batchRatio(law, workload, question);
};

const perHour = (perSecond: Fraction): Fraction => multiply(perSecond, fraction(SECONDS_PER_HOUR));

const roundedUp = (amount: Fraction): Fraction =>
	fraction(ceiling(multiply(amount, fraction(LIMIT_PARTS))), LIMIT_PARTS);

const roundedDown = ({numerator, denominator}: Fraction): Fraction =>
	fraction((numerator * BigInt(LIMIT_PARTS)) / denominator, LIMIT_PARTS);

const lesser = (a: Fraction, b: Fraction): Fraction => (compare(a, b) > 0 ? b : a);

/** An hour of one entry; null where spot doesn't sell it. */
const limitOf = (index: number, question: LimitQuestion): Fraction | null => {
	const entry = question.entries[index];
	const rates = question.rates[index];
	if (!entry || !rates?.spotBasePerSecond) return null;
	const units = Math.ceil(ratioFor(entry, question) * RATIO_UNITS - 1e-6);
	const wanted = multiply(perHour(rates.spotBasePerSecond), fraction(units, RATIO_UNITS));
	return lesser(roundedUp(wanted), roundedDown(perHour(rates.onDemandPerSecond)));
};

/**
 * The price limit an hour of the whole pod [facts/simulation §4-E, §4-F]. A service gets the lowest that
 * is hardly ever exceeded; batch work with a deadline the lowest with which it is expected to run
 * through; other batch work the cheapest. Of several specs the first two keep all open, the last one
 * waits for the cheapest. Never above pay-as-you-go; null where spot sells nothing.
 */
export const advisePriceLimit = (question: LimitQuestion): LimitAdvice | null => {
	const reason = reasonOf(question);
	const limits = question.chain.flatMap(index => limitOf(index, question) ?? []).toSorted(compare);
	const amount = limits.at(reason === 'batch' ? 0 : -1);
	return amount ? {perHour: money(question.currency, amount), reason} : null;
};
