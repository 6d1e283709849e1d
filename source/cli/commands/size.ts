import type {World} from '../../ports.ts';
import {sizingDocument} from '../../present/documents.ts';
import {sizingReport, sizingTable} from '../../present/sizing-report.ts';
import type {Invocation} from '../command.ts';
import {EXIT} from '../failure.ts';
import {makePlan, sayPlanDiagnostics} from '../make-plan.ts';
import {printResult} from '../print.ts';

/** What one pod asks for, what it is billed as, and what that costs. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const planned = await makePlan(invocation, world);
	const {plan} = planned;
	const {language} = invocation;
	await printResult(
		{
			document: () => sizingDocument(plan, language),
			report: () => sizingReport(plan, language),
			table: () => sizingTable(plan, language),
		},
		invocation,
		world,
	);
	await sayPlanDiagnostics(planned, plan.prices.sizing, invocation, world);
	return EXIT.done;
};
