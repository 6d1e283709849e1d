import {type Diagnostic, hasErrors} from '../domain/diagnostics.ts';
import {type Estimate, estimateOf, unplannedEstimate} from '../domain/diff/estimate.ts';
import {kindOfManifest, PLAN_KIND, readSavedPlan} from '../domain/diff/saved-plan.ts';
import {mergeLayers} from '../domain/input/layers.ts';
import {API_VERSION, defaultPlanInput, type PlanInput} from '../domain/input/plan-input.ts';
import {namespaceOf} from '../domain/manifest/lint/manifest-object.ts';
import type {SourceFile} from '../domain/manifest/source/source-tree.ts';
import {locator} from '../domain/manifest/workload/locate.ts';
import {manifestPrices} from '../domain/manifest/workload/manifest-prices.ts';
import {
	type ManifestQuestion,
	planManifests,
	termsOf,
} from '../domain/manifest/workload/plan-manifests.ts';
import type {PlannedWorkload} from '../domain/manifest/workload/planned-workload.ts';
import {type Knowledge, type Plan, planFrom} from '../domain/plan.ts';
import {onDemandProvenance, spotProvenance} from '../domain/pricing/provenance.ts';
import {type IsoDate, isDate} from '../domain/units/calendar.ts';
import type {World} from '../ports.ts';
import {Failure, orFail, usageFailure} from './failure.ts';
import {documentLayer, kindOf} from './gather-input.ts';
import {bookFor, type Market} from './market.ts';
import {nameAmong, relabelled} from './places.ts';

/** What is compared, and what there is to say about it. */
export type Side = {
	readonly estimates: readonly Estimate[];
	readonly diagnostics: readonly Diagnostic[];
	/** The day of the oldest price behind it; null where no price has a day. */
	readonly oldest: IsoDate | null;
	/** Own terms and the exchange rate, as far as they count in its prices. */
	readonly terms: readonly Diagnostic[];
	/** Part of it can't be read. */
	readonly isBroken: boolean;
	/** Part of it was planned before, so that no flag holds for it. */
	readonly isSaved: boolean;
};

type Planned = Pick<Side, 'estimates' | 'diagnostics' | 'oldest' | 'terms'>;

type Asking = {
	readonly question: ManifestQuestion;
	/** The namespaces that count; null for all. */
	readonly namespaces: readonly string[] | null;
	readonly market: Market;
	readonly world: World;
	/** Whether what is printed has spot prices: documents have. */
	readonly hasSpot: boolean;
};

/** A document of ours, and the name under which messages speak of it. */
type Own = {readonly kind: string; readonly value: unknown; readonly label: string};

const INPUT_KIND = 'PlanInput';

const isOurs = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	Object.entries(value).some(
		([key, version]) => key === 'apiVersion' && String(version).startsWith('eci-plan/'),
	);

/** A PlanInput needs neither kind nor version where it is all that the side is. */
const isBareInput = (value: unknown, count: number): boolean =>
	count === 1 &&
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	!Object.hasOwn(value, 'kind') &&
	!Object.hasOwn(value, 'apiVersion');

const ownDocuments = (files: readonly SourceFile[]): readonly Own[] => {
	const count = files.flatMap(({documents}) => documents).length;
	return files.flatMap(({name, documents}) =>
		documents.flatMap(({value}) =>
			isOurs(value) || isBareInput(value, count)
				? [{kind: kindOf(value) ?? INPUT_KIND, value, label: name}]
				: [],
		),
	);
};

const knowledgeFor = async (input: PlanInput, {market, world}: Asking): Promise<Knowledge> => {
	const {timeZones, today} = world;
	return {regions: market.regions, timeZones, book: await bookFor(input, market), today};
};

const savedEstimates = ({value, label}: Own): readonly Estimate[] => {
	const read = readSavedPlan(value);
	if (read.ok) return read.value;
	throw usageFailure('plan-saved-invalid', {field: read.problem}, label);
};

const isTerm = ({rule}: Diagnostic): boolean => rule === 'own-terms' || rule === 'prices-converted';

/** The day of the oldest price that plans are compared by, and what changed these prices. */
const pricesOf = (
	plans: readonly Plan[],
	knowledge: Knowledge,
	{hasSpot}: Asking,
): Pick<Side, 'oldest' | 'terms'> => {
	const provenance = hasSpot ? spotProvenance : onDemandProvenance;
	const {asOf, diagnostics} = manifestPrices(plans, knowledge, provenance);
	return {oldest: asOf, terms: plans.length > 0 ? diagnostics.filter(isTerm) : []};
};

/** The day of the oldest price that a saved plan names. */
const savedDay = ({value}: Own): IsoDate | null => {
	const {prices} = value as {readonly prices?: {readonly asOf?: unknown}};
	const asOf = prices?.asOf;
	return typeof asOf === 'string' && isDate(asOf) ? asOf : null;
};

const oldestOf = (days: readonly (IsoDate | null)[]): IsoDate | null =>
	days.flatMap(day => day ?? []).toSorted()[0] ?? null;

/** The reasons why a workload has no price; `plan` says the rest. */
const isReason = ({severity, rule}: Diagnostic): boolean =>
	severity === 'error' || rule === 'workload-open-ended' || rule === 'price-missing';

/** The plan of a PlanInput, as `cost --plan` makes it. */
const inputEstimate = async ({value, label}: Own, asking: Asking): Promise<Planned> => {
	const {question} = asking;
	const {input: own, nameOf} = documentLayer(value, label);
	const merged = mergeLayers([question.lower, own, question.upper]);
	const input: PlanInput = {...merged.input, apiVersion: API_VERSION, kind: INPUT_KIND};
	const knowledge = await knowledgeFor(input, asking);
	const {plan, diagnostics} = planFrom(input, knowledge, 'choose');
	const said = [...merged.diagnostics, ...diagnostics];
	const named = relabelled(
		said,
		path => question.nameOf(path) ?? nameAmong([nameOf], path) ?? question.settingOf(path) ?? label,
	);
	if (!plan || hasErrors(said)) throw new Failure(2, named);
	const {request, quote} = plan;
	const {peakReplicas: pods} = quote.usage;
	const identity = {kind: kindOfManifest(request.workload.kind), name: request.name, namespace: ''};
	const replay = {input, knowledge, search: 'choose' as const};
	return {
		estimates: [estimateOf(identity, plan, {least: pods, most: pods}, replay, false)],
		diagnostics: named.filter(isReason),
		...pricesOf([plan], knowledge, asking),
	};
};

const manifestEstimate = (
	{kind, name, namespace, replicas, plan, input, unplanned, cost}: PlannedWorkload,
	merged: PlanInput,
	knowledge: Knowledge,
	{search}: ManifestQuestion,
): Estimate => {
	const identity = {kind, name, namespace};
	if (plan && input)
		return estimateOf(identity, plan, replicas, {input, knowledge, search}, cost === null);
	return unplannedEstimate(identity, unplanned ?? 'invalid', replicas, {
		currency: knowledge.book.currency,
		region: merged.region ?? defaultPlanInput.region,
		ruleset: merged.ruleset ?? defaultPlanInput.ruleset,
	});
};

const manifestsOf = async (files: readonly SourceFile[], asking: Asking): Promise<Planned> => {
	const {question} = asking;
	const {input: merged} = mergeLayers([question.lower, question.upper]);
	const knowledge = await knowledgeFor(merged, asking);
	const {workloads} = planManifests(files, question, knowledge);
	const locate = locator(files, termsOf(question));
	return {
		estimates: workloads.map(one => manifestEstimate(one, merged, knowledge, question)),
		diagnostics: workloads.flatMap(({file, document, findings}) =>
			locate(
				file,
				document,
				findings.filter(({diagnostic}) => isReason(diagnostic)),
			),
		),
		...pricesOf(
			workloads.flatMap(({plan}) => plan ?? []),
			knowledge,
			asking,
		),
	};
};

/** Reads one side: manifests, documents of ours, or both. Nothing but what is broken is no side. */
export const readSide = async (path: string, asking: Asking): Promise<Side> => {
	const {files, diagnostics} = orFail(await asking.world.manifests.read([path]));
	const isEmpty = files.every(({documents}) => documents.length === 0);
	if (isEmpty && hasErrors(diagnostics)) throw new Failure(2, diagnostics);
	const own = ownDocuments(files);
	const stray = own.find(({kind}) => kind !== PLAN_KIND && kind !== INPUT_KIND);
	if (stray)
		throw usageFailure(
			'document-kind',
			{file: stray.label, found: stray.kind, expected: PLAN_KIND},
			stray.label,
		);
	const saved = own.filter(({kind}) => kind === PLAN_KIND);
	const inputs = own.filter(({kind}) => kind === INPUT_KIND);
	const isCounted = (one: Estimate) => asking.namespaces?.includes(namespaceOf(one)) ?? true;
	const planned = [
		await manifestsOf(files, asking),
		...(await Promise.all(inputs.map(one => inputEstimate(one, asking)))),
	];
	return {
		estimates: [
			...planned.flatMap(({estimates}) => estimates),
			...saved.flatMap(savedEstimates).filter(isCounted),
		],
		diagnostics: [...diagnostics, ...planned.flatMap(one => one.diagnostics)],
		oldest: oldestOf([...planned.map(({oldest}) => oldest), ...saved.map(savedDay)]),
		terms: planned.flatMap(({terms}) => terms),
		isBroken: hasErrors(diagnostics),
		isSaved: saved.length > 0,
	};
};
