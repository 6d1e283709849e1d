import type {ShardFieldProblem} from '../../rules/simulation-facts.ts';
import type {Column, PathBlock, StrategyColumns} from '../path-columns.ts';
import type {SimulationModel} from '../simulation-model.ts';
import {runsOf} from '../statistics/asked.ts';
import {pathsOfShard, type SimulationShard} from './shard.ts';
import {type ShardDocument, shardDocument} from './shard-codec.ts';

/** The first field that can't be as it is. */
export type ShardProblem = {readonly field: string; readonly problem: ShardFieldProblem};

export type ReadShard =
	| {readonly ok: true; readonly shard: SimulationShard}
	| {readonly ok: false; readonly problem: ShardProblem};

const wrong = (field: string, problem: ShardProblem['problem']): ShardProblem => ({field, problem});

/** Names of the columns that have a number a path. */
const COLUMNS = [
	'cost',
	'billedSeconds',
	'interruptions',
	'servedSeconds',
	'fallbackSeconds',
	'runsInTime',
] as const;

const TOTALS = ['onDemandSeconds', 'spotSeconds', 'spotRatioSeconds'] as const;

const sizeProblem = (
	{totals, cells, ...columns}: StrategyColumns,
	at: string,
	model: SimulationModel,
	paths: number,
): ShardProblem | null => {
	const column = COLUMNS.find(name => columns[name].length !== paths);
	if (column) return wrong(`${at}.${column}`, 'size');
	if (cells.length !== paths * model.cells) return wrong(`${at}.cells`, 'size');
	const total = TOTALS.find(name => totals[name].length !== model.entries.length);
	return total ? wrong(`${at}.totals.${total}`, 'size') : null;
};

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, each) => sum + each, 0n);

/** Whole seconds, summed exactly; null where one is none. */
const exactSum = (column: Column): bigint | null =>
	column.every(Number.isInteger) ? column.reduce((sum, each) => sum + BigInt(each), 0n) : null;

/** The cost is that of the last cell, no more runs are in time than there are, and every billed second is of an entry. */
const sumProblem = (
	{cost, cells, billedSeconds, runsInTime, totals}: StrategyColumns,
	at: string,
	model: SimulationModel,
): ShardProblem | null => {
	const path = cost.findIndex((each, row) => each !== cells[(row + 1) * model.cells - 1]);
	if (path >= 0) return wrong(`${at}.cost[${path}]`, 'sum');
	const runs = runsOf(model);
	const late = runsInTime.findIndex(each => each > runs);
	if (late >= 0) return wrong(`${at}.runsInTime[${late}]`, 'sum');
	const billed = sumOf(totals.onDemandSeconds) + sumOf(totals.spotSeconds);
	return exactSum(billedSeconds) === billed ? null : wrong(`${at}.billedSeconds`, 'sum');
};

const columnsProblem = (
	strategies: readonly StrategyColumns[],
	model: SimulationModel,
	paths: number,
): ShardProblem | null => {
	for (const [index, columns] of strategies.entries()) {
		const at = `strategies[${index}]`;
		const problem = sizeProblem(columns, at, model, paths) ?? sumProblem(columns, at, model);
		if (problem) return problem;
	}
	return null;
};

/** Whether the parts of the setup go together, so that none is looked for in vain. */
const setupProblem = ({setup}: ShardDocument['run']): ShardProblem | null => {
	const {model, rates, shown, baseline} = setup;
	const names = model.strategies.map(({name}) => name);
	if (model.strategies.length === 0 || new Set(names).size !== names.length)
		return wrong('run.setup.model.strategies', 'value');
	if (rates.length !== model.entries.length) return wrong('run.setup.rates', 'size');
	const stray = model.strategies.findIndex(({entries}) =>
		entries.some(entry => entry >= model.entries.length),
	);
	if (stray >= 0) return wrong(`run.setup.model.strategies[${stray}].entries`, 'value');
	if (!names.includes(baseline)) return wrong('run.setup.baseline', 'value');
	return new Set(shown).size === shown.length ? null : wrong('run.setup.shown', 'value');
};

const placeProblem = ({shard, from, paths, run}: ShardDocument): ShardProblem | null => {
	if (shard.index > shard.count) return wrong('shard.index', 'value');
	const due = pathsOfShard(shard, run.setup.paths);
	if (from !== due.from) return wrong('from', 'size');
	return paths === due.count ? null : wrong('paths', 'size');
};

const problemOf = (document: ShardDocument): ShardProblem | null => {
	const {model} = document.run.setup;
	const problem = setupProblem(document.run) ?? placeProblem(document);
	if (problem) return problem;
	return document.strategies.length === model.strategies.length
		? columnsProblem(document.strategies, model, document.paths)
		: wrong('strategies', 'size');
};

/** Reads a document of a shard that anybody may have written; the first thing that is wrong ends it. */
export const readShard = (value: unknown): ReadShard => {
	const problems: ShardProblem[] = [];
	const document = shardDocument.read(value, '', (field, problem) => {
		problems.push(wrong(field, problem));
	});
	const problem = document ? problemOf(document) : (problems[0] ?? wrong('', 'value'));
	if (!document || problem) return {ok: false, problem: problem ?? wrong('', 'value')};
	const {version, shard, from, paths: count, run, strategies} = document;
	const block: PathBlock = {from, count, strategies};
	return {ok: true, shard: {version, shard, run, block}};
};
