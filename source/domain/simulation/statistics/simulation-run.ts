import type {Currency} from '../../units/money.ts';
import type {PathBlock} from '../path-columns.ts';
import type {SimulationModel, StrategyName} from '../simulation-model.ts';
import type {EntryRates, StrategyResult} from '../simulation-result.ts';

/** What was run, and the paths it came to. */
export type SimulationRun = {
	readonly model: SimulationModel;
	/** One for each entry of the model. */
	readonly rates: readonly EntryRates[];
	readonly currency: Currency;
	readonly baseline: StrategyName;
	/** Of the strategies that have a price limit. */
	readonly limit: StrategyResult['limit'];
	/** In any order, without a gap, never none. */
	readonly blocks: readonly PathBlock[];
};
