import {type Diagnostic, hasErrors} from '../../domain/diagnostics.ts';
import {mergeLayers} from '../../domain/input/layers.ts';
import {defaultPlanInput} from '../../domain/input/plan-input.ts';
import {locator} from '../../domain/manifest/workload/locate.ts';
import {manifestPrices} from '../../domain/manifest/workload/manifest-prices.ts';
import {
	type ManifestQuestion,
	planManifests,
	termsOf,
} from '../../domain/manifest/workload/plan-manifests.ts';
import {totalCost} from '../../domain/manifest/workload/planned-workload.ts';
import {report} from '../../domain/rules/rules.ts';
import type {ReadManifests, World} from '../../ports.ts';
import type {ManifestPlan, ShownWorkload} from '../../present/manifest-plan.ts';
import {manifestPlanDocument} from '../../present/manifest-plan-document.ts';
import {manifestPlanReport, manifestPlanTable} from '../../present/manifest-plan-report.ts';
import {budgetOf, holdBudget} from '../budget.ts';
import type {Invocation} from '../command.ts';
import {manifestPaths, readManifests} from '../manifest-files.ts';
import {manifestQuestion} from '../manifest-question.ts';
import {bookFor, type Market, openMarket} from '../market.ts';
import {printResult, sayBeside} from '../print.ts';

/** The table shows it already. */
const SHOWN: readonly Diagnostic['rule'][] = ['size-rounded', 'workload-off-eci'];

const makePlan = async (
	{files, diagnostics}: ReadManifests,
	question: ManifestQuestion,
	market: Market,
	isDocument: boolean,
	world: World,
): Promise<ManifestPlan> => {
	const {input} = mergeLayers([question.lower, question.upper]);
	const book = await bookFor(input, market);
	const {timeZones, today} = world;
	const knowledge = {regions: market.regions, timeZones, book, today};
	const {workloads, unread} = planManifests(files, question, knowledge);
	const locate = locator(files, termsOf(question));
	const isWorthIt = ({rule}: Diagnostic) => isDocument || !SHOWN.includes(rule);
	const shown = workloads.map(({findings, ...workload}): ShownWorkload => {
		const said = findings.filter(({diagnostic}) => isWorthIt(diagnostic));
		return {...workload, diagnostics: locate(workload.file, workload.document, said)};
	});
	const nothing = workloads.length === 0 ? [report('workload-none', {})] : [];
	return {
		ruleset: input.ruleset ?? defaultPlanInput.ruleset,
		region: input.region ?? defaultPlanInput.region,
		currency: book.currency,
		workloads: shown,
		total: totalCost(workloads, book.currency),
		prices: manifestPrices(
			workloads.flatMap(({plan}) => plan ?? []),
			knowledge,
		),
		diagnostics: [
			...diagnostics,
			...unread.flatMap(one => locate(one.file, one.document, [one])),
			...nothing,
		],
	};
};

/** What the workloads of manifests ask for, are billed as and cost. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const paths = manifestPaths(invocation, world, 'plan');
	const budget = budgetOf(invocation, world);
	const market = await openMarket(invocation, world);
	const question = manifestQuestion(invocation, market.regions, world);
	const read = await readManifests(paths, world);
	const {language, output} = invocation;
	const isDocument = output === 'json' || output === 'yaml';
	const plan = await makePlan(read, question, market, isDocument, world);
	await printResult(
		{
			document: () => manifestPlanDocument(plan, language),
			report: () => manifestPlanReport(plan, language),
			table: () => manifestPlanTable(plan, language),
		},
		invocation,
		world,
	);
	const said = plan.workloads.flatMap(({diagnostics}) => diagnostics);
	await sayBeside([...plan.diagnostics, ...said, ...plan.prices.diagnostics], invocation, world);
	const isBroken = hasErrors(read.diagnostics);
	const {most, incomplete} = plan.total;
	return holdBudget(budget, {known: most, incomplete: incomplete || isBroken}, invocation, world);
};
