import type {Offer} from './market/market.ts';

/** Spells in which a pod may not stay. */
export type Spells = {
	/** The first second from `second` on that lies in one; beyond `until` where none is near. */
	readonly from: (second: number, until: number) => number;
	/** When the spell of `second` ends; beyond `until` where that is far. */
	readonly end: (second: number, until: number) => number;
};

const outOfStock = ({spotStock}: Offer): Spells => ({
	from: second => (spotStock.isUp(second) ? spotStock.nextChange(second) : second),
	end: second => spotStock.nextChange(second),
});

const aboveLimit = ({price}: Offer, limitUnits: number): Spells => ({
	from: (second, until) =>
		price.unitsAt(second) > limitUnits ? second : price.nextAbove(second, limitUnits, until + 1),
	end: (second, until) => price.nextWithin(second, limitUnits, until + 1),
});

/** What ends the life of a pod on spot; a limit of Infinity ends none. */
export const spotSpells = (offer: Offer, limitUnits: number): readonly Spells[] =>
	limitUnits === Number.POSITIVE_INFINITY
		? [outOfStock(offer)]
		: [outOfStock(offer), aboveLimit(offer, limitUnits)];
