import type {World} from '../../ports.ts';
import {chainDocument} from '../../present/chain-document.ts';
import {chainOddsTable, chainReport} from '../../present/chain-odds-report.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT} from '../failure.ts';
import {makePlan, sayPlanDiagnostics} from '../make-plan.ts';
import {isOn} from '../manners.ts';
import {printResult} from '../print.ts';

/** The fallback chain of one pod: what it costs on average, and how sure it is to be placed. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const planned = await makePlan(invocation, world);
	const {plan} = planned;
	const {language, flags} = invocation;
	const isExplained = isOn(askedFor('explain', flags, world.env));
	await printResult(
		{
			document: () => chainDocument(plan, language),
			report: () => chainReport(plan, isExplained, language),
			table: () => chainOddsTable(plan, language),
		},
		invocation,
		world,
	);
	await sayPlanDiagnostics(planned, plan.prices.chain, invocation, world);
	return EXIT.done;
};
