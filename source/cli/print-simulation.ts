import type {Diagnostic} from '../domain/diagnostics.ts';
import type {Provenance} from '../domain/pricing/provenance.ts';
import {report} from '../domain/rules/rules.ts';
import type {Simulation} from '../domain/simulation/simulation-result.ts';
import type {World} from '../ports.ts';
import type {Sayable} from '../present/diagnostic-text.ts';
import {simulationDocument} from '../present/simulation-document.ts';
import {simulationReport} from '../present/simulation-report.ts';
import {simulationTable} from '../present/simulation-table.ts';
import type {Invocation} from './command.ts';
import {printResult, sayBeside} from './print.ts';

/** P99 of fewer paths is a guess. */
const P99_PATHS = 1000;

/** What a simulation says about itself: too few paths, or cut short. */
export const simulationNotices = ({
	paths,
	pathsAsked,
	strategies,
}: Simulation): readonly Diagnostic[] => [
	...(paths < pathsAsked ? [report('paths-interrupted', {paths, asked: pathsAsked})] : []),
	...(strategies.some(({cost}) => cost.p99 === null)
		? [report('paths-too-few', {paths, minimum: P99_PATHS})]
		: []),
];

/** What stands beside a simulation. */
export type SimulationContext = {
	readonly prices: Omit<Provenance, 'diagnostics'>;
	/** About the plan, its prices and the market. */
	readonly said: readonly Sayable[];
};

/** Prints a simulation and all there is to say about it. */
export const printSimulation = async (
	simulation: Simulation,
	{prices, said}: SimulationContext,
	invocation: Invocation,
	world: World,
): Promise<void> => {
	const {language} = invocation;
	const all = [...said, ...simulationNotices(simulation)];
	await printResult(
		{
			document: () => simulationDocument(simulation, prices, all, language),
			report: () => simulationReport(simulation, prices, language),
			table: () => simulationTable(simulation, language),
		},
		invocation,
		world,
	);
	await sayBeside(all, invocation, world);
};
