import {type Family, familyOf} from '../catalogue/families.ts';
import {type Spec, typeOfGpuSpec} from '../catalogue/spec.ts';
import type {PlanRequest, SharedStock} from '../input/plan-request.ts';
import type {InstanceOffer, PriceBook} from '../pricing/price-book.ts';
import type {InterruptionBucket} from '../pricing/price-record.ts';
import {median} from '../pricing/spot-price.ts';
import {decimal, type Fraction, zero} from '../units/fraction.ts';
import type {ResolvedSpec} from './resolve-spec.ts';
import type {Shares, Stock} from './shocks.ts';

/** Where a chance comes from; an entry that doesn't hold the pod has none, whatever its stock. */
export type StockBasis = 'given' | 'advice' | 'assumed' | 'unfit';

export type EntryStock = Stock & {readonly basis: StockBasis};

/** In stock where nothing better is known: nobody publishes these figures, so every report prints them. */
export const ASSUMED_CHANCES = {type: decimal('0.8'), size: decimal('0.95')} as const;

/** One minus the middle of the share of instances that spot advice saw released. */
export const ADVISED_CHANCES: Readonly<Record<InterruptionBucket, Fraction>> = {
	'0-3%': decimal('0.985'),
	'3-5%': decimal('0.96'),
	'5-10%': decimal('0.925'),
	'10-100%': decimal('0.45'),
};

const NO_SHARES: Shares = {generation: zero, family: zero};

/** No place for the pod, however much there is of it. */
export const unfitStock = (token: string): EntryStock => ({
	chance: zero,
	basis: 'unfit',
	generation: token,
	family: '',
	shares: NO_SHARES,
});

const groupOf = (
	family: Family | null,
	shared: SharedStock,
): Pick<Stock, 'generation' | 'family' | 'shares'> => {
	if (!family)
		return {generation: 'cpu-mem', family: '', shares: {generation: shared.sizes, family: zero}};
	const {generation, arch, name} = family;
	return {
		generation: generation === null ? name : `${arch} ${generation}`,
		family: name,
		shares: {generation: shared.generation, family: shared.family},
	};
};

const advisedChance = (offer: InstanceOffer | undefined): Fraction | undefined =>
	median((offer?.advice ?? []).map(({interruption}) => ADVISED_CHANCES[interruption]));

/**
 * The chance that an entry is in stock and what it runs out with: as the user says, else by the
 * advice about spot where the pod is on spot, else assumed.
 */
export const stockOf = (
	{token, billedAs, family}: Pick<ResolvedSpec, 'token' | 'billedAs' | 'family'>,
	{chain, spot}: PlanRequest,
	book: PriceBook,
): EntryStock => {
	const {chances, areShared, shared} = chain.stock;
	const given = chances.get(token);
	if (given && !areShared)
		return {chance: given, basis: 'given', generation: token, family: '', shares: NO_SHARES};
	const group = groupOf(family, shared);
	if (given) return {...group, chance: given, basis: 'given'};
	const advised = spot.strategy === 'none' ? undefined : advisedChance(book.types.get(billedAs));
	if (advised) return {...group, chance: advised, basis: 'advice'};
	return {...group, chance: family ? ASSUMED_CHANCES.type : ASSUMED_CHANCES.size, basis: 'assumed'};
};

/**
 * The same of an entry that the region's prices don't know: a type of a family that ECI runs may be sold
 * all the same, while a size that ECI doesn't round and a family that it doesn't run are never in stock.
 */
export const stockOfUnknown = (
	{spec, token}: {readonly spec: Spec; readonly token: string},
	request: PlanRequest,
	book: PriceBook,
): EntryStock => {
	const type = spec.kind === 'ecs' ? spec.type : spec.kind === 'gpu' && typeOfGpuSpec(spec);
	const family = (type && familyOf(type)) || null;
	if (family || request.chain.stock.chances.has(token))
		return stockOf({token, billedAs: token, family}, request, book);
	return {chance: zero, basis: 'assumed', generation: token, family: '', shares: NO_SHARES};
};
