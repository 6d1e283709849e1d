import type {Diagnostic} from '../diagnostics.ts';
import type {Plan} from '../plan.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import type {LimitScale} from './advice/limit-scale.ts';
import type {StrategyName} from './simulation-model.ts';
import type {Simulation} from './simulation-result.ts';

/** A plan to simulate while somebody watches, and the ways of paying to compare. */
export type LiveQuestion = {
	readonly plan: Plan;
	/** The prices of the plan's region, before own terms. */
	readonly book: PriceBook;
	readonly strategies: readonly StrategyName[];
};

export type LiveAnswer =
	| {
			readonly kind: 'simulated';
			readonly simulation: Simulation;
			/** Null where nothing on spot could have a price limit. */
			readonly limits: LimitScale | null;
			/** All paths are there; a finer answer doesn't follow. */
			readonly isDone: boolean;
	  }
	/** There is no simulation, and why. */
	| {readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[]};

/** Simulates plans as they change. */
export interface Simulator {
	/** An answer after a few paths, then finer ones. Once `signal` is aborted no further one comes. */
	simulate(question: LiveQuestion, signal: AbortSignal): AsyncIterable<LiveAnswer>;
}
