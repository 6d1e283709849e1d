import {
	allEntries,
	type Chain,
	type ChainEntry,
	isKnown,
	type UnknownEntry,
} from '../chain/chain.ts';
import {type Fraction, fraction, multiply} from '../units/fraction.ts';
import {
	type Money,
	overSeconds,
	perHour,
	type Rate,
	SECONDS_PER_HOUR,
	scaleRate,
} from '../units/money.ts';
import type {Terms} from './comparison.ts';
import {exact} from './cpu-mem-price.ts';
import {STORAGE} from './extra-storage.ts';
import type {PriceBook} from './price-book.ts';
import type {Usage} from './usage.ts';

export type LineItem = 'vcpu' | 'memory' | 'instance' | typeof STORAGE;

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

type Position = readonly [item: LineItem, perPod: Fraction, rate: Rate | null];

const line = ([item, perPod, rate]: Position, spec: string, usage: Usage): CostLine => {
	const podHours = multiply(usage.perMonth, fraction(1, SECONDS_PER_HOUR));
	return {
		item,
		spec,
		perPod,
		quantity: multiply(perPod, podHours),
		unitPrice: rate && perHour(rate),
		amount: rate && overSeconds(scaleRate(rate, perPod), usage.perMonth),
	};
};

const positionsOf = (
	{
		spec,
		onDemandAs: {vcpu, memoryGiB},
		onDemand,
	}: Pick<ChainEntry, 'spec' | 'onDemandAs' | 'onDemand'>,
	{cpuMem}: PriceBook,
): readonly Position[] =>
	spec.kind === 'cpu-mem'
		? [
				['vcpu', exact(vcpu), onDemand && cpuMem.vcpu],
				['memory', exact(memoryGiB), onDemand && cpuMem.memoryGiB],
			]
		: [['instance', fraction(1), onDemand]];

/** Nobody sells it, so nothing has a price. */
const unknownPositions = ({spec, token}: UnknownEntry, book: PriceBook): readonly Position[] => {
	const amounts = spec.kind === 'cpu-mem' ? spec : {vcpu: 0, memoryGiB: 0};
	return positionsOf({spec, onDemandAs: {...amounts, spec: token}, onDemand: null}, book);
};

/** What the pod starts on, on demand, and the storage beside it. */
export const costLines = (
	chain: Chain,
	book: PriceBook,
	{usage, storage}: Terms,
): readonly CostLine[] => {
	const first = allEntries(chain).find(({rank}) => rank === chain.startsAt);
	if (!first) return [];
	const positions = isKnown(first) ? positionsOf(first, book) : unknownPositions(first, book);
	const all: readonly Position[] = storage
		? [...positions, [STORAGE, storage.gib, book.cpuMem.ephemeralGiB]]
		: positions;
	const spec = isKnown(first) ? first.onDemandAs.spec : first.token;
	return all.map(position => line(position, spec, usage));
};
