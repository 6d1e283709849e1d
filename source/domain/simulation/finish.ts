import {breakEvens} from './advice/break-even.ts';
import {driversOf} from './advice/drivers.ts';
import type {SimulationSetup} from './compile/prepare.ts';
import type {PathBlock} from './path-columns.ts';
import type {StrategyName} from './simulation-model.ts';
import type {Simulation} from './simulation-result.ts';
import type {SimulationRun} from './statistics/simulation-run.ts';
import {summarise} from './statistics/summarise.ts';

/** What the paths come to; the blocks may come in any order, and never are none. */
export const finishSimulation = (
	setup: SimulationSetup,
	blocks: readonly PathBlock[],
): Simulation => {
	const {model, rates, currency, baseline, limit, advice, reservedHours} = setup;
	const run: SimulationRun = {model, rates, currency, baseline, limit, blocks};
	const {strategies, series} = summarise(run);
	const isShown = ({name}: {readonly name: StrategyName}): boolean => setup.shown.includes(name);
	return {
		currency,
		region: setup.region,
		ruleset: setup.ruleset,
		seed: model.seed,
		paths: blocks.reduce((sum, {count}) => sum + count, 0),
		pathsAsked: setup.paths,
		horizonSeconds: model.horizonSeconds,
		baseline,
		market: setup.market,
		assumptions: setup.assumptions,
		strategies: strategies.filter(isShown),
		series: {...series, strategies: series.strategies.filter(isShown)},
		breakEven: breakEvens(run, advice, reservedHours ?? undefined),
		drivers: driversOf(run).filter(({strategy}) => setup.shown.includes(strategy)),
	};
};
