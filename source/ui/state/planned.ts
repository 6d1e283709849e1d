import {type Addition, adviseEntry} from '../../domain/chain/advise-entry.ts';
import {type Diagnostic, findingKey, hasErrors, SEVERITIES} from '../../domain/diagnostics.ts';
import type {ExportTarget} from '../../domain/input/export-targets.ts';
import {type PlanInput, planInputShape} from '../../domain/input/plan-input.ts';
import {type Exported, exportPlan} from '../../domain/manifest/export-plan.ts';
import type {TreeMap} from '../../domain/manifest/tree.ts';
import {type Knowledge, type Plan, planFrom} from '../../domain/plan.ts';
import {ownBook} from '../../domain/pricing/own-prices.ts';
import {openLog} from '../../domain/rules/log.ts';
import {check} from '../../domain/schema/check.ts';
import {plainText} from '../../present/tone.ts';
import {yamlStream} from '../../present/yaml.ts';

/** All that follows from the answers so far. */
export type Planned = {
	/** Null where the answers can't be read. */
	readonly plan: Plan | null;
	/** What the export prints; null without a plan. */
	readonly documents: readonly TreeMap[] | null;
	/** Errors first. */
	readonly diagnostics: readonly Diagnostic[];
	/** What would bring the chain nearer to its target. */
	readonly addition: Addition | null;
};

const bySeverity = (a: Diagnostic, b: Diagnostic): number =>
	SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

const distinct = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
	...new Map(diagnostics.map(one => [`${one.path} ${findingKey(one)}`, one])).values(),
];

const additionTo = ({chain, sizing, request}: Plan, {book}: Knowledge): Addition | null =>
	adviseEntry(
		chain,
		sizing.asked,
		request,
		ownBook(book, request.pricing, openLog(request.ruleset)),
	);

const planned = (input: PlanInput, knowledge: Knowledge): Planned => {
	const {value, diagnostics: shape} = check(planInputShape, input);
	const {plan: read, diagnostics} = planFrom(value, knowledge);
	const plan = hasErrors(shape) ? null : read;
	const exported = plan && exportPlan(plan);
	const misread = shape.map(({path}) => path);
	const all = [
		...shape,
		// What can't be read is planned without: that it's missing then is no second error.
		...diagnostics.filter(({path}) => path === undefined || !misread.includes(path)),
		...(plan?.prices.quote.diagnostics ?? []),
		...(exported?.diagnostics ?? []),
		...(exported?.findings ?? []),
	];
	return {
		plan,
		documents: exported?.documents ?? null,
		diagnostics: distinct(all).toSorted(bySeverity),
		addition: plan && additionTo(plan, knowledge),
	};
};

const known = new WeakMap<Knowledge, WeakMap<PlanInput, Planned>>();

/** The plan of these answers; remembered for as long as somebody holds them. */
export const plannedFor = (input: PlanInput, knowledge: Knowledge): Planned => {
	const plans = known.get(knowledge) ?? new WeakMap<PlanInput, Planned>();
	known.set(knowledge, plans);
	const result = plans.get(input) ?? planned(input, knowledge);
	plans.set(input, result);
	return result;
};

const exported = new WeakMap<Plan, Map<ExportTarget, Exported>>();

/** A plan as something else than its kind says; remembered for as long as somebody holds the plan. */
export const exportedAs = (plan: Plan, target: ExportTarget): Exported => {
	const targets = exported.get(plan) ?? new Map<ExportTarget, Exported>();
	exported.set(plan, targets);
	const result = targets.get(target) ?? exportPlan(plan, target);
	targets.set(target, result);
	return result;
};

/** The text that the export prints. */
export const yamlTextOf = (documents: readonly TreeMap[]): string =>
	`${yamlStream(documents).map(plainText).join('\n')}\n`;
