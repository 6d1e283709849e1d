import {finishSimulation} from '../../domain/simulation/finish.ts';
import {missingPaths, missingShards} from '../../domain/simulation/shard/join-shards.ts';
import type {World} from '../../ports.ts';
import type {Invocation} from '../command.ts';
import {EXIT, usageFailure} from '../failure.ts';
import {printSimulation} from '../print-simulation.ts';
import {type FoundShard, readShards} from '../read-shards.ts';

const checkWhole = (shards: readonly FoundShard[], asked: number): void => {
	const missing = missingPaths(shards, asked);
	if (missing.length === 0) return;
	const paths = missing.map(({from, to}) => (from === to ? String(from) : `${from}-${to}`));
	throw usageFailure('shard-missing', {shards: missingShards(shards, asked), paths, asked});
};

/** Joins shards, in any order, to what one run of all their paths prints. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const {words} = invocation;
	if (words.length === 0) throw usageFailure('argument-missing', {argument: 'FILE', choices: []});
	const shards = await readShards(words, world);
	const [first] = shards;
	if (!first) throw usageFailure('argument-missing', {argument: 'FILE', choices: []});
	const {setup, prices, said} = first.run;
	checkWhole(shards, setup.paths);
	const blocks = shards.map(({block}) => block).filter(({count}) => count > 0);
	await printSimulation(finishSimulation(setup, blocks), {prices, said}, invocation, world);
	return EXIT.done;
};
