import {zero} from '../../domain/units/fraction.ts';
import {money} from '../../domain/units/money.ts';
import type {World} from '../../ports.ts';
import {quoteDocument} from '../../present/documents.ts';
import {comparisonTable, quoteReport} from '../../present/quote-report.ts';
import {budgetOf, holdBudget} from '../budget.ts';
import type {Invocation} from '../command.ts';
import {makePlan, sayPlanDiagnostics} from '../make-plan.ts';
import {printResult} from '../print.ts';

/** What all pods cost, on demand and in every other way of paying. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const budget = budgetOf(invocation, world);
	const planned = await makePlan(invocation, world);
	const {plan} = planned;
	const {language} = invocation;
	await printResult(
		{
			document: () => quoteDocument(plan, language),
			report: () => quoteReport(plan, language),
			table: () => comparisonTable(plan, language),
		},
		invocation,
		world,
	);
	await sayPlanDiagnostics(planned, plan.prices.quote, invocation, world);
	const {total, incomplete} = plan.quote;
	const known = total?.perMonth ?? money(plan.request.currency, zero);
	return holdBudget(budget, {known, incomplete: incomplete || total === null}, invocation, world);
};
