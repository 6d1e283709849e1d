import {type Geometric, geometric} from '../random/geometric.ts';
import {normal} from '../random/normal.ts';
import {openStream} from '../random/stream.ts';
import {EpochDraws} from './epoch-draws.ts';
import {exponentialOf} from './exponential-function.ts';
import {type MarketKey, startMarketStream} from './market-key.ts';
import {type EpochPage, PAGE_EPOCHS} from './price-epochs.ts';
import {type PriceSource, RATIO_UNITS} from './price-path.ts';
import {type RatioBand, unitsOf} from './ratio-band.ts';

const SECONDS_PER_HOUR = 3600;

/** ln ratio as a first-order autoregression that moves in some hours only [facts/simulation §3]. */
export type Autoregression = {
	readonly mean: number;
	readonly sigma: number;
	readonly phi: number;
	readonly changeProbability: number;
};

/** Units at a ln ratio within the band. */
const unitsAt = (level: number): number => (exponentialOf(level) * RATIO_UNITS + 0.5) | 0;

/**
 * The law whose hourly autocorrelation is `phi` although the price holds in most hours: at a change,
 * what is left of the deviation is 1 − (1 − φ) / q. The mean of the ratio, not of its logarithm, is
 * `mean`, as far as the band cuts nothing off.
 */
class AutoregressivePrice implements PriceSource {
	readonly #key: MarketKey;
	readonly #stream = openStream();
	readonly #sigma: number;
	readonly #centre: number;
	readonly #kept: number;
	readonly #innovation: number;
	readonly #wait: Geometric;
	/** The band of ln ratio, and of units. */
	readonly #lowest: number;
	readonly #highest: number;
	readonly #lowestUnits: number;
	readonly #highestUnits: number;
	readonly #draws = new EpochDraws();
	/** Of ln ratio from its centre, in the epoch before the next one. */
	readonly #deviation = new Float64Array(1);

	constructor(
		{mean, sigma, phi, changeProbability}: Autoregression,
		band: RatioBand,
		key: MarketKey,
	) {
		this.#key = key;
		this.#sigma = sigma;
		this.#centre = Math.log(mean) - sigma ** 2 / 2;
		this.#kept = Math.max(0, 1 - (1 - phi) / changeProbability);
		this.#innovation = sigma * Math.sqrt(1 - this.#kept ** 2);
		this.#wait = geometric(changeProbability);
		this.#lowest = Math.log(band.floor);
		this.#highest = Math.log(band.cap);
		this.#lowestUnits = unitsOf(band.floor, band);
		this.#highestUnits = unitsOf(band.cap, band);
	}

	open(path: number): void {
		startMarketStream(this.#stream, path, this.#key);
		this.#deviation[0] = this.#sigma * normal(this.#stream);
	}

	fill(start: number, _until: number, page: EpochPage): number {
		const draws = this.#draws;
		draws.draw(this.#stream, this.#wait);
		const {moves, holds} = draws;
		const {starts, units, next} = page;
		const kept = this.#kept;
		const innovation = this.#innovation;
		const centre = this.#centre;
		const lowest = this.#lowest;
		const highest = this.#highest;
		const lowestUnits = this.#lowestUnits | 0;
		const highestUnits = this.#highestUnits | 0;
		let deviation = this.#deviation[0] ?? 0;
		let at = start;
		for (let epoch = 0; epoch < PAGE_EPOCHS; epoch++) {
			deviation = kept * deviation + innovation * (moves[epoch] ?? 0);
			const level = centre + deviation;
			starts[next + epoch] = at;
			units[next + epoch] =
				level <= lowest ? lowestUnits : level >= highest ? highestUnits : unitsAt(level);
			at += SECONDS_PER_HOUR * (holds[epoch] ?? 0);
		}
		this.#deviation[0] = deviation;
		page.next = next + PAGE_EPOCHS;
		return at;
	}
}

export const autoregressivePrice = (
	law: Autoregression,
	band: RatioBand,
	key: MarketKey,
): PriceSource => new AutoregressivePrice(law, band, key);
