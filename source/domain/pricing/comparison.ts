import {
	allEntries,
	type Chain,
	type ChainEntry,
	firstEntry,
	isKnown,
	type UnknownEntry,
} from '../chain/chain.ts';
import type {ResolvedSpec} from '../chain/resolve-spec.ts';
import type {IsoDate} from '../units/calendar.ts';
import {divide, type Fraction, fraction, isZero, multiply, subtract} from '../units/fraction.ts';
import {type Money, money, overSeconds, type Rate, SECONDS_PER_HOUR} from '../units/money.ts';
import {type ExtraStorage, lacksPrice, withStorage} from './extra-storage.ts';
import {oldestDay} from './origin.ts';
import {isOwn} from './own-prices.ts';
import type {SpotBasis} from './spot-price.ts';
import type {Usage} from './usage.ts';

/** One way of paying beside another. */
export type Comparison = {
	readonly name: 'on-demand' | 'spot' | 'reserved';
	readonly spec: string;
	/** Null without a price. */
	readonly basis: SpotBasis | 'list' | 'own' | 'reserved' | null;
	readonly perHour: Money | null;
	readonly perMonth: Money | null;
	/** Share of the baseline that it is dearer; null without a price or a baseline of 0. */
	readonly vsBaseline: Fraction | null;
	/** The oldest day of the prices behind it; null for prices without one. */
	readonly asOf: IsoDate | null;
	/** True where the whole has no price, or a part of it. */
	readonly missing: boolean;
	/** False for what stands beside the chain. */
	readonly inChain: boolean;
};

/** What all ways of paying share. */
export type Terms = {readonly usage: Usage; readonly storage: ExtraStorage | null};

/** While it runs for work that runs once; on average over a month for everything else. */
export const perHourOf = (rate: Rate, usage: Usage): Money =>
	usage.once
		? overSeconds(rate, fraction(usage.peakReplicas * SECONDS_PER_HOUR))
		: money(rate.currency, multiply(overSeconds(rate, usage.perMonth).amount, fraction(1, 730)));

export const versus = (amount: Money | null, baseline: Money | null): Fraction | null =>
	!amount || !baseline || isZero(baseline.amount)
		? null
		: divide(subtract(amount.amount, baseline.amount), baseline.amount);

/** The chain's first entry on demand, which the others are measured by. */
export const baselineOf = (chain: Chain, {usage, storage}: Terms): Money | null => {
	const rate = withStorage(firstEntry(chain)?.onDemand ?? null, storage);
	return rate && perHourOf(rate, usage);
};

type Way = Pick<Comparison, 'name' | 'spec' | 'inChain' | 'basis' | 'asOf'> & {
	readonly rate: Rate | null;
};

const onDemand = (
	{onDemandAs: {spec}, onDemand: rate, from}: ResolvedSpec,
	inChain: boolean,
): Way => ({
	name: 'on-demand',
	spec,
	inChain,
	rate,
	basis: rate && (from.some(isOwn) ? 'own' : 'list'),
	asOf: oldestDay(from),
});

const onSpot = ({spotAs: spec, spot}: ChainEntry): Way => ({
	name: 'spot',
	spec,
	inChain: true,
	rate: spot?.rate ?? null,
	basis: spot?.basis ?? null,
	asOf: spot ? oldestDay(spot.from) : null,
});

const unpriced = (name: Way['name'], {token: spec}: UnknownEntry): Way => ({
	name,
	spec,
	inChain: true,
	rate: null,
	basis: null,
	asOf: null,
});

const waysOf = (chain: Chain, beside: ResolvedSpec | null): readonly Way[] => [
	...allEntries(chain).flatMap(entry =>
		isKnown(entry)
			? [onDemand(entry, true), onSpot(entry)]
			: [unpriced('on-demand', entry), unpriced('spot', entry)],
	),
	...(beside ? [onDemand(beside, false)] : []),
];

/** Each entry on demand and on spot, and the CPU-MEM size beside a chain that has none. */
export const compareWays = (
	chain: Chain,
	beside: ResolvedSpec | null,
	{usage, storage}: Terms,
	baseline: Money | null,
): readonly Comparison[] =>
	waysOf(chain, beside).map(({rate, ...way}) => {
		const full = withStorage(rate, storage);
		const perHour = full && perHourOf(full, usage);
		return {
			...way,
			perHour,
			perMonth: full && overSeconds(full, usage.perMonth),
			vsBaseline: versus(perHour, baseline),
			missing: lacksPrice(rate, storage),
		};
	});
