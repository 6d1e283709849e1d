import type {Diagnostic} from '../domain/diagnostics.ts';
import type {Provenance} from '../domain/pricing/provenance.ts';
import {report} from '../domain/rules/rules.ts';
import type {SimulationSetup} from '../domain/simulation/compile/prepare.ts';
import {oneBlock} from '../domain/simulation/shard/one-block.ts';
import {pathsOfShard, type ShardPlace} from '../domain/simulation/shard/shard.ts';
import {MOST_SHARDS} from '../domain/simulation/shard/shard-codec.ts';
import type {World} from '../ports.ts';
import {learnDiagnostics} from '../present/diagnostic-text.ts';
import {jsonText} from '../present/json.ts';
import {LANGUAGES} from '../present/language/language.ts';
import {shardJson} from '../present/shard-document.ts';
import {askedAt} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {drawPaths} from './draw-paths.ts';
import {EXIT, usageFailure} from './failure.ts';
import {sayDiagnostics} from './print.ts';

/** The shard that is asked for; null for all paths. */
export const shardOf = ({flags}: Invocation, {env}: World): ShardPlace | null => {
	const asked = askedAt('shard', flags, env);
	if (!asked) return null;
	const {value, place} = asked;
	const [, part, whole] = /^(\d{1,7})\/(\d{1,7})$/.exec(value) ?? [];
	const [index, count] = [Number(part), Number(whole)];
	if (part === undefined || count < 1 || count > MOST_SHARDS)
		throw usageFailure('flag-format', {flag: place, value, expected: '1/8'}, place);
	if (index < 1 || index > count)
		throw usageFailure('field-range', {value: part, minimum: 1, maximum: count}, place);
	const format = flags.get('output')?.at(-1) ?? 'json';
	if (format === 'json') return {index, count};
	throw usageFailure(
		'output-unsupported',
		{format, command: 'simulate --shard', formats: ['json']},
		'--output',
	);
};

/** What is known of a simulation before its first path. */
type KnownSimulation = {
	readonly name: string;
	readonly workers: number | null;
	readonly setup: SimulationSetup;
	readonly prices: Provenance;
	readonly said: readonly Diagnostic[];
};

/** Draws the paths of one shard and prints them with all that a merge needs; interrupted, nothing. */
export const printShard = async (
	shard: ShardPlace,
	{name, workers, setup, prices, said}: KnownSimulation,
	invocation: Invocation,
	world: World,
): Promise<number> => {
	const {model, paths} = setup;
	const range = pathsOfShard(shard, paths);
	const drawn = await drawPaths({setup, range, name, workers}, invocation, world);
	if (drawn.isInterrupted) {
		await sayDiagnostics([report('shard-interrupted', {})], invocation, world);
		return EXIT.interrupted;
	}
	const block = oneBlock(model, range, drawn.blocks);
	const {version, stdout} = world;
	await learnDiagnostics(...LANGUAGES);
	const document = shardJson({version, shard, setup, prices, said, block}, invocation.language);
	await stdout.write(`${jsonText(document)}\n`);
	return EXIT.done;
};
