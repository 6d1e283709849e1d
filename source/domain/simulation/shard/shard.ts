import type {Severity} from '../../diagnostics.ts';
import type {Provenance} from '../../pricing/provenance.ts';
import type {SimulationSetup} from '../compile/prepare.ts';
import type {PathBlock} from '../path-columns.ts';

/** Something to tell the user, in words of each language: only the faces have words. */
export type SaidDiagnostic = {
	readonly rule: string;
	readonly severity: Severity;
	readonly path: string | null;
	readonly texts: {
		readonly [L in 'en' | 'zh-CN']: {readonly message: string; readonly hint: string};
	};
};

/** What all shards of one simulation have in common: with the paths, everything that is printed. */
export type ShardedRun = {
	readonly setup: SimulationSetup;
	readonly prices: Omit<Provenance, 'diagnostics'>;
	/** About the plan, its prices and the market. */
	readonly said: readonly SaidDiagnostic[];
};

/** The how manyth part of how many, from 1. */
export type ShardPlace = {readonly index: number; readonly count: number};

/** Some of the paths of a simulation, to be joined with the others elsewhere. */
export type SimulationShard = {
	/** Of the program that drew the paths. */
	readonly version: string;
	readonly shard: ShardPlace;
	readonly run: ShardedRun;
	readonly block: PathBlock;
};

export type PathRange = {readonly from: number; readonly count: number};

/** The paths of one shard; together the shards have every path once, and some may have none. */
export const pathsOfShard = ({index, count}: ShardPlace, paths: number): PathRange => {
	const from = Math.floor(((index - 1) * paths) / count);
	return {from, count: Math.floor((index * paths) / count) - from};
};
