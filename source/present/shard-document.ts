import type {Diagnostic} from '../domain/diagnostics.ts';
import {API_VERSION} from '../domain/input/plan-input.ts';
import type {Provenance} from '../domain/pricing/provenance.ts';
import type {Json, JsonObject} from '../domain/schema/json-schema.ts';
import type {SimulationSetup} from '../domain/simulation/compile/prepare.ts';
import type {PathBlock} from '../domain/simulation/path-columns.ts';
import type {ShardPlace} from '../domain/simulation/shard/shard.ts';
import {SHARD_KIND, shardDocument} from '../domain/simulation/shard/shard-codec.ts';
import {saidDiagnostic} from './diagnostic-text.ts';
import {diagnosticsJson, pricesJson} from './documents.ts';
import type {LanguageId} from './language/language.ts';
import {DRAFT, diagnostics, prices} from './schema-parts.ts';

/** A shard with what there is to say about it, not yet in words. */
export type DrawnShard = {
	readonly version: string;
	readonly shard: ShardPlace;
	readonly setup: SimulationSetup;
	readonly prices: Provenance;
	readonly said: readonly Diagnostic[];
	readonly block: PathBlock;
};

/** The document of `simulate --shard`: exact, and with the words of every language. */
export const shardJson = (
	{version, shard, setup, prices: priced, said, block}: DrawnShard,
	language: LanguageId,
): Json => {
	const {asOf, ageDays, sources} = priced;
	return shardDocument.write({
		apiVersion: API_VERSION,
		kind: SHARD_KIND,
		version,
		shard,
		from: block.from,
		paths: block.count,
		run: {setup, prices: {asOf, ageDays, sources}, said: said.map(saidDiagnostic)},
		strategies: block.strategies,
		prices: pricesJson(priced),
		diagnostics: diagnosticsJson(said, language),
	});
};

export const shardSchema = (): JsonObject => {
	const {schema} = shardDocument;
	const properties = {...(schema['properties'] as JsonObject), prices, diagnostics};
	return {$schema: DRAFT, title: SHARD_KIND, ...schema, properties};
};
