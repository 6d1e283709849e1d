import type {Chain} from '../chain/chain.ts';
import type {Diagnostic} from '../diagnostics.ts';
import type {Log} from '../rules/log.ts';
import {toDecimal} from '../units/fraction.ts';
import type {IsoDate, PriceBook} from './price-book.ts';
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
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Days since 1 March of year 0, by the proleptic Gregorian calendar; NaN for anything but `2026-11-23`. */
const dayNumber = (date: IsoDate): number => {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
	if (!match) return Number.NaN;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const shifted = month > 2 ? year : year - 1;
	const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
	return year * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? Number.NaN) + day;
};

/** Whole days from one date to another. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

const oldest = (days: readonly (IsoDate | null)[]): IsoDate | null =>
	days.filter(day => day !== null).toSorted()[0] ?? null;

const sourcesOf = ({entries}: Chain, book: PriceBook, asOf: IsoDate | null): readonly string[] => [
	...(asOf === null ? [] : [book.source]),
	...(entries.some(({spec}) => spec.kind === 'cpu-mem') ? [book.cpuMem.source] : []),
];

const provenance = (
	asOf: IsoDate | null,
	sources: readonly string[],
	today: IsoDate,
	log: Log,
): Provenance => {
	const ageDays = asOf === null ? null : Math.max(0, daysBetween(asOf, today));
	if (asOf !== null && ageDays !== null && ageDays > MAX_AGE_DAYS)
		log.add('prices-old', {asOf, days: ageDays});
	return {asOf, ageDays, sources, diagnostics: log.diagnostics};
};

/** On-demand prices alone: what sizing uses. */
export const onDemandProvenance = (
	chain: Chain,
	book: PriceBook,
	today: IsoDate,
	log: Log,
): Provenance => {
	const asOf = oldest(chain.entries.map(entry => entry.asOf));
	return provenance(asOf, sourcesOf(chain, book, asOf), today, log);
};

const tokensBy = ({entries}: Chain, basis: SpotBasis): readonly string[] =>
	entries.filter(({spot}) => spot?.basis === basis).map(({token}) => token);

/** On-demand and spot prices, with every assumption about the latter. */
export const spotProvenance = (
	chain: Chain,
	book: PriceBook,
	today: IsoDate,
	log: Log,
): Provenance => {
	const assumed = tokensBy(chain, 'assumed');
	if (assumed.length > 0)
		log.add('spot-ratio-assumed', {specs: assumed, ratio: toDecimal(ASSUMED_SPOT_RATIO, 4)});
	const estimated = tokensBy(chain, 'ratio');
	if (estimated.length > 0) log.add('spot-price-estimated', {specs: estimated});
	const asOf = oldest(chain.entries.flatMap(entry => [entry.asOf, entry.spot?.asOf ?? null]));
	return provenance(asOf, sourcesOf(chain, book, asOf), today, log);
};
