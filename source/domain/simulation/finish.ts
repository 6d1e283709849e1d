import {breakEvens} from './advice/break-even.ts';
import {driversOf} from './advice/drivers.ts';
import type {SimulationSetup} from './compile/prepare.ts';
import type {PathBlock} from './path-columns.ts';
import type {StrategyName} from './simulation-model.ts';
import type {Simulation} from './simulation-result.ts';
import {costSeries} from './statistics/cost-series.ts';
import type {SimulationRun} from './statistics/simulation-run.ts';
import {summarise} from './statistics/summarise.ts';

/**
 * What the paths come to, part by part: between two of them others have their turn. The blocks may come
 * in any order, and never are none.
 */
export function* finishing(
	setup: SimulationSetup,
	blocks: readonly PathBlock[],
): Generator<void, Simulation> {
	const {model, rates, currency, baseline, limit, advice, reservedHours} = setup;
	const run: SimulationRun = {model, rates, currency, baseline, limit, blocks};
	const isShown = ({name}: {readonly name: StrategyName}): boolean => setup.shown.includes(name);
	const strategies = summarise(run).filter(isShown);
	yield;
	const series = costSeries(model, blocks);
	yield;
	const drivers = driversOf(run).filter(({strategy}) => setup.shown.includes(strategy));
	yield;
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
		strategies,
		series: {...series, strategies: series.strategies.filter(isShown)},
		breakEven: breakEvens(run, advice, reservedHours ?? undefined),
		drivers,
	};
}

/** What the paths come to, at once. */
export const finishSimulation = (
	setup: SimulationSetup,
	blocks: readonly PathBlock[],
): Simulation => {
	const parts = finishing(setup, blocks);
	for (;;) {
		const part = parts.next();
		if (part.done) return part.value;
	}
};
