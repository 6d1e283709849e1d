import type {Market, Offer} from './market/market.ts';
import {RATIO_UNITS} from './market/price-path.ts';
import type {ModelStrategy, SimulationModel} from './simulation-model.ts';
import {type Spells, spotSpells} from './spells.ts';

/** One thing that a strategy may buy, in the order in which it tries. */
export type Try = {
	readonly offer: Offer;
	readonly payment: 'on-demand' | 'spot';
	/** Highest price in units; Infinity without a limit. */
	readonly limitUnits: number;
	/** What ends a life on spot; none on demand. */
	readonly spells: readonly Spells[];
	/** Chance that a try is lucky, where luck decides. */
	readonly chance: number;
};

/** A strategy as the engine follows it: everything it tries in one round. */
export type Way = {
	readonly strategy: ModelStrategy;
	/** By zone order: the first zone of each spec differs. */
	readonly rounds: readonly (readonly Try[])[];
};

/** A limit of the pod in the units of a spot price; what float division leaves over is no excess. */
const limitUnits = (limitPerHour: number | null, base: number): number =>
	limitPerHour === null
		? Number.POSITIVE_INFINITY
		: Math.floor((limitPerHour / base) * RATIO_UNITS + 1e-3);

const rotated = <T>(list: readonly T[], by: number): readonly T[] => [
	...list.slice(by),
	...list.slice(0, by),
];

const roundOf = (
	model: SimulationModel,
	market: Market,
	{entries, payment, limitPerHour, fallback}: ModelStrategy,
	firstZone: number,
): readonly Try[] => {
	const offers = entries.flatMap(index => rotated(market[index] ?? [], firstZone));
	const spot = offers.flatMap((offer): readonly Try[] => {
		const base = model.entries[offer.entry]?.spotBasePerHour ?? null;
		if (base === null) return [];
		const limit = limitUnits(limitPerHour, base);
		const spells = spotSpells(offer, limit);
		return [{offer, payment: 'spot', limitUnits: limit, spells, chance: offer.spotChance}];
	});
	const onDemand = offers.map(
		(offer): Try => ({
			offer,
			payment: 'on-demand',
			limitUnits: Number.POSITIVE_INFINITY,
			spells: [],
			chance: offer.onDemandChance,
		}),
	);
	if (payment === 'on-demand') return onDemand;
	return fallback ? [...spot, ...onDemand] : spot;
};

export const wayOf = (model: SimulationModel, market: Market, strategy: ModelStrategy): Way => {
	const orders = model.zoneOrder === 'random' ? model.zones : 1;
	return {
		strategy,
		rounds: Array.from({length: orders}, (_, first) => roundOf(model, market, strategy, first)),
	};
};
