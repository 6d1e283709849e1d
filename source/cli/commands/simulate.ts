import type {Diagnostic} from '../../domain/diagnostics.ts';
import {report} from '../../domain/rules/rules.ts';
import {finishSimulation} from '../../domain/simulation/finish.ts';
import type {PathBlock} from '../../domain/simulation/path-columns.ts';
import type {Simulation} from '../../domain/simulation/simulation-result.ts';
import {partialCosts} from '../../domain/simulation/statistics/partial-cost.ts';
import type {World} from '../../ports.ts';
import {simulationDocument} from '../../present/simulation-document.ts';
import {progressText} from '../../present/simulation-progress.ts';
import {simulationReport} from '../../present/simulation-report.ts';
import {simulationTable} from '../../present/simulation-table.ts';
import {simulationWordsOf} from '../../present/simulation-words.ts';
import {askedAt} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT, usageFailure} from '../failure.ts';
import {makePlan, type PlannedInput, sayPlanDiagnostics} from '../make-plan.ts';
import {printResult, sayDiagnostics} from '../print.ts';
import {progressOf} from '../progress.ts';
import {type PreparedSimulation, simulatePlan} from '../simulate-plan.ts';

const MOST_WORKERS = 64;

/** P99 of fewer paths is a guess. */
const P99_PATHS = 1000;

/** Shorter works need no progress bar. */
const QUIET_MILLISECONDS = 1000;
/** The bar moves this often at most, and summing up for it takes no larger share of the time. */
const BETWEEN_MILLISECONDS = 100;
const MOST_PROGRESS = 0.05;

const workersOf = ({flags}: Invocation, {env}: World): number | null => {
	const asked = askedAt('workers', flags, env);
	if (!asked) return null;
	const {value, place} = asked;
	const workers = /^\d{1,3}$/.test(value) ? Number(value) : 0;
	if (workers >= 1 && workers <= MOST_WORKERS) return workers;
	throw usageFailure('field-range', {value, minimum: 1, maximum: MOST_WORKERS}, place);
};

type Drawn = {readonly blocks: readonly PathBlock[]; readonly isInterrupted: boolean};

/** Draws the paths until they are all there or Ctrl-C; what takes its time shows how far it is. */
const drawPaths = async (
	{setup: {model, paths, shown, currency}}: PreparedSimulation,
	{name, workers}: {readonly name: string; readonly workers: number | null},
	invocation: Invocation,
	world: World,
): Promise<Drawn> => {
	const words = simulationWordsOf(invocation.language);
	const progress = progressOf(words.simulating(name), invocation, world);
	const signal = world.interruption();
	const blocks: PathBlock[] = [];
	let due = world.elapsed() + QUIET_MILLISECONDS;
	let done = 0;
	const show = () => {
		const started = world.elapsed();
		if (started < due) return;
		const costs = partialCosts(model, blocks).filter(({name: each}) => shown.includes(each));
		progress.show(done / paths, progressText(done, paths, costs, currency, invocation.language));
		const taken = world.elapsed() - started;
		due = started + Math.max(BETWEEN_MILLISECONDS, taken / MOST_PROGRESS);
	};
	try {
		for await (const block of world.paths.run(model, {from: 0, count: paths, workers, signal})) {
			blocks.push(block);
			done += block.count;
			show();
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		await progress.end();
	}
	return {blocks, isInterrupted: done < paths};
};

const noticesOf = ({paths, pathsAsked, strategies}: Simulation): readonly Diagnostic[] => [
	...(paths < pathsAsked ? [report('paths-interrupted', {paths, asked: pathsAsked})] : []),
	...(strategies.some(({cost}) => cost.p99 === null)
		? [report('paths-too-few', {paths, minimum: P99_PATHS})]
		: []),
];

const printSimulation = async (
	simulation: Simulation,
	about: readonly Diagnostic[],
	planned: PlannedInput,
	invocation: Invocation,
	world: World,
): Promise<void> => {
	const {plan, withPlaces} = planned;
	const {language} = invocation;
	const prices = plan.prices.quote;
	const further = [...about, ...noticesOf(simulation)];
	const all = [...plan.diagnostics, ...prices.diagnostics, ...further];
	await printResult(
		{
			document: () => simulationDocument(simulation, prices, withPlaces(all), language),
			report: () => simulationReport(simulation, prices, language),
			table: () => simulationTable(simulation, language),
		},
		invocation,
		world,
	);
	await sayPlanDiagnostics(planned, prices, invocation, world, further);
};

/** What all pods cost over time by each strategy, as distributions over paths. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const workers = workersOf(invocation, world);
	const planned = await makePlan(invocation, world);
	const {plan} = planned;
	const prepared = await simulatePlan(planned, world);
	const {name} = plan.request;
	const {blocks, isInterrupted} = await drawPaths(prepared, {name, workers}, invocation, world);
	if (blocks.length === 0) {
		const notice = report('paths-interrupted', {paths: 0, asked: prepared.setup.paths});
		await sayDiagnostics([notice], invocation, world);
		return EXIT.interrupted;
	}
	const simulation = finishSimulation(prepared.setup, blocks);
	await printSimulation(simulation, prepared.diagnostics, planned, invocation, world);
	return isInterrupted ? EXIT.interrupted : EXIT.done;
};
