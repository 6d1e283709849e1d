import {report} from '../../domain/rules/rules.ts';
import {finishSimulation} from '../../domain/simulation/finish.ts';
import type {World} from '../../ports.ts';
import type {Invocation} from '../command.ts';
import {drawPaths, workersOf} from '../draw-paths.ts';
import {EXIT} from '../failure.ts';
import {makePlan} from '../make-plan.ts';
import {sayDiagnostics} from '../print.ts';
import {printSimulation} from '../print-simulation.ts';
import {saidOfSimulation} from '../said-of-simulation.ts';
import {printShard, shardOf} from '../shard.ts';
import {simulatePlan} from '../simulate-plan.ts';

/** What all pods cost over time by each strategy, as distributions over paths; or a part of the paths. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const workers = workersOf(invocation, world);
	const shard = shardOf(invocation, world);
	const planned = await makePlan(invocation, world);
	const prepared = await simulatePlan(planned, world);
	const {setup} = prepared;
	const said = saidOfSimulation(planned, prepared);
	const {name} = planned.plan.request;
	const prices = planned.plan.prices.quote;
	const known = {name, workers, setup, prices, said};
	if (shard) return printShard(shard, known, invocation, world);
	const {paths} = setup;
	const drawing = {setup, range: {from: 0, count: paths}, name, workers};
	const {blocks, isInterrupted} = await drawPaths(drawing, invocation, world);
	if (blocks.length === 0) {
		const notice = report('paths-interrupted', {paths: 0, asked: paths});
		await sayDiagnostics([notice], invocation, world);
		return EXIT.interrupted;
	}
	await printSimulation(finishSimulation(setup, blocks), known, invocation, world);
	return isInterrupted ? EXIT.interrupted : EXIT.done;
};
