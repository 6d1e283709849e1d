import type {Diagnostic} from '../../domain/diagnostics.ts';
import {compareSides, sideTotal} from '../../domain/diff/compare.ts';
import {PLAN_FLAGS} from '../../domain/input/flag-table.ts';
import {mergeLayers} from '../../domain/input/layers.ts';
import {defaultPlanInput} from '../../domain/input/plan-input.ts';
import type {ManifestQuestion} from '../../domain/manifest/workload/plan-manifests.ts';
import {noteAge} from '../../domain/pricing/provenance.ts';
import {openLog} from '../../domain/rules/log.ts';
import {report} from '../../domain/rules/rules.ts';
import type {Currency} from '../../domain/units/money.ts';
import type {World} from '../../ports.ts';
import type {ShownDiff} from '../../present/diff.ts';
import {diffDocument} from '../../present/diff-document.ts';
import {diffMarkdown} from '../../present/diff-markdown.ts';
import {diffReport, diffTable} from '../../present/diff-report.ts';
import {askedAt, askedFor} from '../asked-for.ts';
import {budgetOf, holdBudget} from '../budget.ts';
import type {Invocation} from '../command.ts';
import {readSide, type Side} from '../diff-side.ts';
import {usageFailure} from '../failure.ts';
import {READING} from '../manifest-commands.ts';
import {manifestQuestion} from '../manifest-question.ts';
import {isOn} from '../manners.ts';
import {openMarket} from '../market.ts';
import {holdIncrease, maxIncreaseOf} from '../max-increase.ts';
import {printResult, sayBeside} from '../print.ts';
import {wordOf} from '../words.ts';

/** Flags that say how a side is planned, and so nothing of a saved plan. */
const PLANNING: readonly string[] = [...PLAN_FLAGS, ...READING]
	.map(({name}) => name)
	.filter(name => name !== 'namespace');

const sidesOf = (invocation: Invocation): readonly [old: string, next: string] => {
	const [old, next] = [wordOf(invocation, 0, 'OLD'), wordOf(invocation, 1, 'NEW')];
	if (old === '-' && next === '-') throw usageFailure('diff-standard-input', {});
	return [old, next];
};

/** The one currency of all that has a price. */
const currencyOf = (old: Side, next: Side, {lower, upper}: ManifestQuestion): Currency => {
	const used = ({estimates}: Side): readonly Currency[] => [
		...new Set(estimates.flatMap(({currency, months}) => (months.most ? currency : []))),
	];
	const [first = null, ...others] = new Set([...used(old), ...used(next)]);
	const [second] = others;
	if (first && second) throw usageFailure('diff-currencies', {old: first, next: second});
	const asked = mergeLayers([lower, upper]).input.currency;
	return first ?? asked ?? defaultPlanInput.currency;
};

/** The age of the oldest price, of whichever side. */
const ageOf = (sides: readonly Side[], {today}: World): readonly Diagnostic[] => {
	const log = openLog('current');
	const [oldest = null] = sides.flatMap(side => side.oldest ?? []).toSorted();
	noteAge(oldest, today, log);
	return log.diagnostics;
};

/** What counts on both sides is said once. */
const termsOf = (sides: readonly Side[]): readonly Diagnostic[] => [
	...new Map(
		sides.flatMap(({terms}) => terms.map(one => [JSON.stringify([one.rule, one.facts]), one])),
	).values(),
];

const saidOf = (
	old: Side,
	next: Side,
	{flags}: Invocation,
	world: World,
): readonly Diagnostic[] => {
	const {env} = world;
	const given = PLANNING.flatMap(name => askedAt(name, flags, env)?.place ?? []);
	const isFixed = given.length > 0 && (old.isSaved || next.isSaved);
	const hasNothing = old.estimates.length + next.estimates.length === 0;
	return [
		...old.diagnostics,
		...next.diagnostics,
		...(isFixed ? [report('plan-saved-fixed', {flags: given})] : []),
		...(hasNothing ? [report('workload-none', {})] : []),
		...termsOf([old, next]),
		...ageOf([old, next], world),
	];
};

/** What got dearer or cheaper between two sides, by how much and why. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const [oldPath, nextPath] = sidesOf(invocation);
	const budget = budgetOf(invocation, world);
	const increase = maxIncreaseOf(invocation, world);
	const market = await openMarket(invocation, world);
	const question = manifestQuestion(invocation, market.regions, world);
	const namespaces = askedAt('namespace', invocation.flags, world.env)?.value.split(',') ?? null;
	const hasSpot = invocation.output === 'json' || invocation.output === 'yaml';
	const asking = {question, namespaces, market, world, hasSpot};
	const old = await readSide(oldPath, asking);
	const next = await readSide(nextPath, asking);
	const currency = currencyOf(old, next, question);
	const diff = compareSides(old.estimates, next.estimates, currency);
	const showsAll = isOn(askedFor('show-unchanged', invocation.flags, world.env));
	const shown: ShownDiff = {
		diff,
		listed: diff.workloads.filter(({status}) => showsAll || status !== 'unchanged'),
		diagnostics: saidOf(old, next, invocation, world),
	};
	const {language} = invocation;
	await printResult(
		{
			document: () => diffDocument(shown, language),
			report: () => diffReport(shown, language),
			markdown: () => diffMarkdown(shown, language),
			table: () => diffTable(shown, language),
		},
		invocation,
		world,
	);
	await sayBeside(shown.diagnostics, invocation, world);
	const {known, incomplete} = sideTotal(next.estimates, currency);
	const total = {known, incomplete: incomplete || next.isBroken};
	const isBroken = old.isBroken || next.isBroken;
	const codes = [
		await holdBudget(budget, total, invocation, world),
		await holdIncrease(increase, diff, isBroken, invocation, world),
	];
	return Math.max(...codes);
};
