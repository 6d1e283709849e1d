import {type Geometric, sureTriesOf, triesOf} from '../random/geometric.ts';
import {coreNormalOf, edgeOf, normalOf} from '../random/normal.ts';
import {drawBits, type RandomStream} from '../random/stream.ts';
import {PAGE_EPOCHS} from './price-epochs.ts';

/** The random numbers of a page of epochs. */
export class EpochDraws {
	/** How far each moves: standard normal numbers. */
	readonly moves = new Float64Array(PAGE_EPOCHS);
	/** How many hours each holds. */
	readonly holds = new Int32Array(PAGE_EPOCHS);
	readonly #moveBits = new Int32Array(PAGE_EPOCHS);
	readonly #holdBits = new Int32Array(PAGE_EPOCHS);
	/** Epochs whose bits alone don't tell both numbers, and room for one more. */
	readonly #rare = new Int32Array(PAGE_EPOCHS + 1);

	/** Draws a page. The loop over all epochs calls nothing and so is twice as fast; the rare ones come after it. */
	draw(stream: RandomStream, wait: Geometric): void {
		const {moves, holds} = this;
		const moveBits = this.#moveBits;
		const holdBits = this.#holdBits;
		const rare = this.#rare;
		drawBits(stream, moveBits);
		drawBits(stream, holdBits);
		let count = 0;
		for (let epoch = 0; epoch < PAGE_EPOCHS; epoch++) {
			const bits = moveBits[epoch] ?? 0;
			const tries = sureTriesOf(wait, holdBits[epoch] ?? 0);
			moves[epoch] = coreNormalOf(bits);
			holds[epoch] = tries;
			rare[count] = epoch;
			count += edgeOf(bits) | ((tries - 1) >>> 31);
		}
		for (let place = 0; place < count; place++) {
			const epoch = rare[place] ?? 0;
			moves[epoch] = normalOf(moveBits[epoch] ?? 0, stream);
			holds[epoch] = triesOf(wait, holdBits[epoch] ?? 0, stream);
		}
	}
}
