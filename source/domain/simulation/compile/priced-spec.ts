import type {Spec} from '../../catalogue/spec.ts';
import type {ResolvedSpec} from '../../chain/resolve-spec.ts';
import {resolveSpec} from '../../chain/resolve-spec.ts';
import type {PlanRequest} from '../../input/plan-request.ts';
import {extraStorageOf} from '../../pricing/extra-storage.ts';
import type {InstanceOffer, PriceBook} from '../../pricing/price-book.ts';
import {type SpotPrice, typesOfSize} from '../../pricing/spot-price.ts';
import {openLog} from '../../rules/log.ts';
import {
	add,
	divide,
	type Fraction,
	fraction,
	isZero,
	multiply,
	toNumber,
	zero,
} from '../../units/fraction.ts';
import {SECONDS_PER_HOUR} from '../../units/money.ts';
import type {InterruptionLaw} from '../market/market-model.ts';
import {advisedLaw} from '../market-file/interruption-rate.ts';
import {historyOf} from '../market-file/price-history.ts';
import type {ModelEntry, PriceHistory} from '../simulation-model.ts';
import type {EntryRates} from '../simulation-result.ts';
import type {AssumedMarket} from './assumed-market.ts';

/** A spec with its prices by both ways of paying. */
export type PricedSpec = {
	readonly token: string;
	/** What pay-as-you-go bills. */
	readonly billedAs: string;
	readonly isEcs: boolean;
	readonly rates: EntryRates;
	readonly spot: SpotPrice | null;
	/** The ECS types that its spot price and its advice are about. */
	readonly types: readonly InstanceOffer[];
};

/** The entry as it is billed on pay-as-you-go or on spot, which know different sizes. */
const resolvedBy = (
	spec: Spec,
	strategy: PlanRequest['spot']['strategy'],
	request: PlanRequest,
	book: PriceBook,
): ResolvedSpec | null =>
	resolveSpec(spec, {
		request: {...request, spot: {...request.spot, strategy}},
		book,
		log: openLog(request.ruleset),
	});

const typesBehind = ({billedAs, vcpu, memoryGiB}: ResolvedSpec, book: PriceBook) => {
	const offer = book.types.get(billedAs);
	return offer ? [offer] : typesOfSize({vcpu, memoryGiB}, book);
};

/** Spot costs its ratio times this. */
const spotBase = (spot: SpotPrice | null): Fraction | null =>
	spot && !isZero(spot.ratio) ? divide(spot.rate.perSecond, spot.ratio) : null;

/** Null for a spec that has no pay-as-you-go price. */
export const pricedSpec = (
	spec: Spec,
	request: PlanRequest,
	book: PriceBook,
): PricedSpec | null => {
	const onDemand = resolvedBy(spec, 'none', request, book);
	if (!onDemand?.onDemand) return null;
	const onSpot = resolvedBy(spec, 'SpotAsPriceGo', request, book);
	const storage = extraStorageOf(request, book)?.rate?.perSecond ?? zero;
	return {
		token: onDemand.token,
		billedAs: onDemand.billedAs,
		isEcs: onDemand.family !== null,
		rates: {
			onDemandPerSecond: add(onDemand.onDemand.perSecond, storage),
			spotBasePerSecond: spotBase(onSpot?.spot ?? null),
			storagePerSecond: storage,
		},
		spot: onSpot?.spot ?? null,
		types: typesBehind(onSpot ?? onDemand, book),
	};
};

const perHour = (perSecond: Fraction): number =>
	toNumber(multiply(perSecond, fraction(SECONDS_PER_HOUR)));

/** The advice about the spec's types; null where there is none, or the market itself says something. */
export const advisedInterruption = (
	{types}: PricedSpec,
	{hasOwnInterruption}: AssumedMarket,
): InterruptionLaw | null => {
	if (hasOwnInterruption) return null;
	return advisedLaw(types.flatMap(({advice = []}) => advice.map(({interruption}) => interruption)));
};

export const recordOf = ({types}: PricedSpec, {histories}: AssumedMarket): PriceHistory | null =>
	historyOf(
		types.map(({type}) => type),
		histories,
	);

/** The same in the numbers of the engine. */
export const modelEntry = (priced: PricedSpec, assumed: AssumedMarket): ModelEntry => {
	const {token, billedAs, rates, spot} = priced;
	return {
		spec: token,
		billedAs,
		onDemandPerHour: perHour(rates.onDemandPerSecond),
		spotBasePerHour: rates.spotBasePerSecond && perHour(rates.spotBasePerSecond),
		storagePerHour: perHour(rates.storagePerSecond),
		ratio: spot ? toNumber(spot.ratio) : 1,
		interruption: advisedInterruption(priced, assumed) ?? assumed.market.interruption,
		history: recordOf(priced, assumed),
	};
};
