import type {Offer} from './market/market.ts';
import type {PricePath} from './market/price-path.ts';
import type {StockPath} from './market/stock-path.ts';

/** Spells in which a pod may not stay. */
export type Spells = {
	/** The first second from `second` on that lies in one; beyond `until` where none is near. */
	from(second: number, until: number): number;
	/** When the spell of `second` ends; beyond `until` where that is far. */
	end(second: number, until: number): number;
};

class OutOfStock implements Spells {
	readonly #stock: StockPath;

	constructor({spotStock}: Offer) {
		this.#stock = spotStock;
	}

	from(second: number): number {
		return this.#stock.isUp(second) ? this.#stock.nextChange(second) : second;
	}

	end(second: number): number {
		return this.#stock.nextChange(second);
	}
}

class AboveLimit implements Spells {
	readonly #price: PricePath;
	readonly #limitUnits: number;

	constructor({price}: Offer, limitUnits: number) {
		this.#price = price;
		this.#limitUnits = limitUnits;
	}

	from(second: number, until: number): number {
		return this.#price.unitsAt(second) > this.#limitUnits
			? second
			: this.#price.nextAbove(second, this.#limitUnits, until + 1);
	}

	end(second: number, until: number): number {
		return this.#price.nextWithin(second, this.#limitUnits, until + 1);
	}
}

/** What ends the life of a pod on spot; a limit of Infinity ends none. */
export const spotSpells = (offer: Offer, limitUnits: number): readonly Spells[] =>
	limitUnits === Number.POSITIVE_INFINITY
		? [new OutOfStock(offer)]
		: [new OutOfStock(offer), new AboveLimit(offer, limitUnits)];
