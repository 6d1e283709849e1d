import {PREFIX} from '../../catalogue/annotations.ts';
import type {Ruleset} from '../../catalogue/rulesets.ts';
import type {Diagnostic, ManifestTerms} from '../../diagnostics.ts';
import {PLAN_FLAGS} from '../../input/flag-table.ts';
import {mergeLayers} from '../../input/layers.ts';
import {API_VERSION, defaultPlanInput, type PlanInput} from '../../input/plan-input.ts';
import {type Knowledge, planFrom, type Search} from '../../plan.ts';
import {report} from '../../rules/rules.ts';
import {identityOf, type ManifestObject, objectsOf} from '../lint/manifest-object.ts';
import {at, isGiven, type Part, placeText} from '../lint/part.ts';
import {type PodPart, podOf, staysOffEci} from '../lint/pod-part.ts';
import type {SourceFile} from '../source/source-tree.ts';
import {type Autoscalers, autoscalersIn} from './autoscalers.ts';
import {hasPodResources} from './container-inputs.ts';
import {ownedIn} from './owners.ts';
import {
	monthlyCost,
	type Placed,
	type PlannedWorkload,
	type Unplanned,
} from './planned-workload.ts';
import {isPlanned, type Reading, type WorkloadInput, workloadInput} from './workload-input.ts';

/** What is laid below and over each workload, and how it is read. */
export type ManifestQuestion = Omit<Reading, 'ruleset' | 'without'> & {
	/** Settings. */
	readonly lower: PlanInput;
	/** Flags and variables: what if all workloads had them? */
	readonly upper: PlanInput;
	/** The flag or variable that answers a field of the PlanInput; null where none does. */
	readonly nameOf: (path: string) => string | null;
	/** The setting that answers a field where a manifest doesn't; null where none does. */
	readonly settingOf: (path: string) => string | null;
	/** Choosing drops the chain that a manifest names. */
	readonly search: Search;
	/** The objects that are asked about; the others still scale and own. */
	readonly isAsked: (object: ManifestObject) => boolean;
};

export type InFile = {readonly file: string; readonly object: ManifestObject};

/** The objects of a file, each with the number of its document there. */
export const fileObjects = ({name, documents}: SourceFile): readonly InFile[] =>
	documents.flatMap(({value, index}) =>
		objectsOf([value]).map(object => ({file: name, object: {...object, document: index}})),
	);

const rulesetOf = ({lower, upper}: ManifestQuestion): Ruleset =>
	upper.ruleset ?? lower.ruleset ?? defaultPlanInput.ruleset;

/** How findings of manifests name fields. */
export const termsOf = (question: ManifestQuestion): ManifestTerms => ({
	ruleset: rulesetOf(question),
	answered: PLAN_FLAGS.map(({path}) => path).filter(path => question.nameOf(path) !== null),
});

export const readingOf = (question: ManifestQuestion): Reading => ({
	ruleset: rulesetOf(question),
	defaults: question.defaults,
	work: question.work,
	without: [
		...Object.keys(question.upper.pod?.annotations ?? {}),
		...(question.search === 'choose' ? [`${PREFIX}eci-use-specs`] : []),
	],
});

/** A finding about the workload as a whole. */
export const about = ({root}: ManifestObject, diagnostic: Diagnostic): Placed => {
	const {place} = at(root, 'metadata', 'name');
	return {diagnostic: {...diagnostic, path: placeText(place)}, place};
};

const ownFindings = (pod: PodPart, {isOpenEnded, defaulted}: WorkloadInput): readonly Placed[] => {
	const {object} = pod;
	const isSuspended = at(object.root, 'spec', 'suspend').value === true;
	return [
		...(isOpenEnded ? [about(object, report('workload-open-ended', {}))] : []),
		...(isSuspended ? [about(object, report('workload-suspended', {}))] : []),
		...(hasPodResources(pod) ? [about(object, report('workload-pod-resources', {}))] : []),
		...defaulted.map(facts =>
			atPart(report('container-defaulted', facts), containerPart(pod, facts.container)),
		),
	];
};

/** The container that a diagnostic names. */
const containerPart = (pod: PodPart, name: string): Part => {
	const part = pod.containers.find(container => container.name === name)?.part;
	if (!part) return pod.spec;
	const resources = at(part, 'resources');
	return isGiven(resources) ? resources : part;
};

const atPart = (diagnostic: Diagnostic, {place}: Part): Placed => ({
	diagnostic: {...diagnostic, path: placeText(place)},
	place,
});

/** The flag or setting that answers a field; null where the manifest does. */
const answererOf = (
	path: string,
	part: Part,
	{spec}: PodPart,
	{nameOf, settingOf}: ManifestQuestion,
): string | null => nameOf(path) ?? (isGiven(part) && part !== spec ? null : settingOf(path));

/** Puts a diagnostic of a plan where the manifest has what it is about, or names the flag. */
const placed = (
	diagnostic: Diagnostic,
	pod: PodPart,
	{partOf}: WorkloadInput,
	question: ManifestQuestion,
): Placed => {
	const {path, facts} = diagnostic;
	if (path !== undefined) {
		const part = partOf(path);
		const answerer = answererOf(path, part, pod, question);
		return answerer === null
			? atPart(diagnostic, part)
			: {diagnostic: {...diagnostic, path: answerer}, place: null};
	}
	return 'container' in facts
		? atPart(diagnostic, containerPart(pod, facts.container))
		: about(pod.object, diagnostic);
};

const identity = ({file, object: {document, kind, name, namespace}}: InFile) => ({
	file,
	document,
	kind,
	name,
	namespace,
});

const without = (
	inFile: InFile,
	pod: PodPart,
	unplanned: Exclude<Unplanned, 'invalid'>,
): PlannedWorkload => ({
	...identity(inFile),
	replicas: {least: pod.replicas, most: pod.replicas},
	plan: null,
	unplanned,
	input: null,
	cost: null,
	findings: [about(inFile.object, report('workload-off-eci', {reason: unplanned}))],
});

/** A workload as it is asked about: what its own manifest says, between what lies below and over it. */
export const planOne = (
	inFile: InFile,
	pod: PodPart,
	read: WorkloadInput,
	question: ManifestQuestion,
	knowledge: Knowledge,
): PlannedWorkload => {
	const {lower, upper, search} = question;
	const merged = mergeLayers([lower, read.input, upper]);
	const input: PlanInput = {...merged.input, apiVersion: API_VERSION, kind: 'PlanInput'};
	const {plan, diagnostics} = planFrom(input, knowledge, search);
	const {replicas, isOpenEnded} = read;
	return {
		...identity(inFile),
		replicas,
		plan,
		unplanned: plan ? null : 'invalid',
		input: plan && input,
		cost: plan && !isOpenEnded ? monthlyCost(plan, replicas) : null,
		findings: [
			...[...merged.diagnostics, ...diagnostics].map(one => placed(one, pod, read, question)),
			...ownFindings(pod, read),
		],
	};
};

/**
 * What there is to say of an object that isn't planned: of one without containers, such as a patch or a
 * workload of another maker, and of a kind that nobody knows here with a pod template as workloads have one.
 */
const passedOver = ({kind, root}: ManifestObject): Diagnostic | null => {
	if (isPlanned(kind)) return report('workload-empty', {kind});
	return isGiven(at(root, 'spec', 'template', 'spec', 'containers'))
		? report('workload-kind-unknown', {kind})
		: null;
};

/** A finding of an object that isn't planned. */
export type Unread = {readonly file: string; readonly document: number} & Placed;

export type PlannedManifests = {
	readonly workloads: readonly PlannedWorkload[];
	readonly unread: readonly (Unread & InFile)[];
};

/** The workload that an object is; null for one that makes no pods in a known way. */
const workloadOf = (
	inFile: InFile,
	autoscalers: Autoscalers,
	question: ManifestQuestion,
	knowledge: Knowledge,
): PlannedWorkload | null => {
	const {kind} = inFile.object;
	const pod = podOf(inFile.object);
	if (pod && kind === 'DaemonSet') return without(inFile, pod, 'daemonset');
	if (!(pod && isPlanned(kind)) || pod.containers.length === 0) return null;
	return staysOffEci(pod)
		? without(inFile, pod, 'elsewhere')
		: planOne(
				inFile,
				pod,
				workloadInput(pod, autoscalers, readingOf(question)),
				question,
				knowledge,
			);
};

/** Of two objects of one name only one can be; both are planned, since nobody can tell which. */
const withTwins = (
	planned: readonly {readonly workload: PlannedWorkload; readonly inFile: InFile}[],
): readonly PlannedWorkload[] => {
	const seen = new Set<string>();
	return planned.map(({workload, inFile: {object}}) => {
		const {kind, name} = object;
		const identity = identityOf(object);
		const isTwin = identity !== null && seen.has(identity);
		if (identity !== null) seen.add(identity);
		return isTwin
			? {
					...workload,
					findings: [...workload.findings, about(object, report('object-twice', {kind, name}))],
				}
			: workload;
	});
};

const unreadOf = ({file, object}: InFile): readonly (Unread & InFile)[] => {
	const diagnostic = passedOver(object);
	return diagnostic
		? [{file, object, document: object.document, ...about(object, diagnostic)}]
		: [];
};

/** More than anybody plans at once; each plan takes its time and memory. */
export const MAX_OBJECTS = 10_000;

export const hasTooManyObjects = (files: readonly SourceFile[]): boolean => {
	let count = 0;
	for (const {documents} of files)
		for (const {value} of documents) {
			count += objectsOf([value]).length;
			if (count > MAX_OBJECTS) return true;
		}
	return false;
};

/** Everything that files of manifests make run on ECI, workload by workload, in their order. */
export const planManifests = (
	files: readonly SourceFile[],
	question: ManifestQuestion,
	knowledge: Knowledge,
): PlannedManifests => {
	const all = files.flatMap(fileObjects);
	const objects = all.map(({object}) => object);
	const [autoscalers, isOwned] = [autoscalersIn(objects), ownedIn(objects)];
	const asked = all.filter(({object}) => !isOwned(object) && question.isAsked(object));
	const planned = asked.map(inFile => ({
		inFile,
		workload: workloadOf(inFile, autoscalers, question, knowledge),
	}));
	return {
		workloads: withTwins(
			planned.flatMap(({workload, inFile}) => (workload ? [{workload, inFile}] : [])),
		),
		unread: planned.flatMap(({inFile, workload}) => (workload === null ? unreadOf(inFile) : [])),
	};
};
