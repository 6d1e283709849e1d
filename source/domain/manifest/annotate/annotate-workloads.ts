import {PREFIX} from '../../catalogue/annotations.ts';
import {type Diagnostic, findingKey, hasErrors} from '../../diagnostics.ts';
import type {Knowledge, Plan, Search} from '../../plan.ts';
import type {RuleFacts} from '../../rules/facts.ts';
import {report} from '../../rules/rules.ts';
import {at, entriesOf, isGiven} from '../lint/part.ts';
import {type PodPart, podOf, staysOffEci} from '../lint/pod-part.ts';
import type {SourceFile} from '../source/source-tree.ts';
import {type Autoscalers, autoscalersIn} from '../workload/autoscalers.ts';
import {ownedIn} from '../workload/owners.ts';
import {
	about,
	fileObjects,
	type InFile,
	type ManifestQuestion,
	planOne,
	readingOf,
	type Unread,
} from '../workload/plan-manifests.ts';
import type {PlannedWorkload} from '../workload/planned-workload.ts';
import {workloadInput} from '../workload/workload-input.ts';
import type {Change} from './intended.ts';
import {type WantedAnnotations, wantedAnnotations} from './wanted.ts';

const USE_SPECS = `${PREFIX}eci-use-specs`;

/** What is to become of the annotations of a workload's pods. */
export type WorkloadChange = InFile & {readonly pod: PodPart; readonly change: Change};

export type WorkloadChanges = {
	readonly changes: readonly WorkloadChange[];
	/** Why workloads are left as they are, and what there is to say of flags. */
	readonly findings: readonly Unread[];
	/** Workloads that there are, changed or not. */
	readonly count: number;
	/** Those that a chain was picked in. */
	readonly plans: readonly Plan[];
};

type LeftReason = RuleFacts['annotate-left']['reason'];

export const findingAbout = ({file, object}: InFile, diagnostic: Diagnostic): Unread => ({
	file,
	document: object.document,
	...about(object, diagnostic),
});

const annotationsOf = ({metadata}: PodPart) => at(metadata, 'annotations');

/** Why ECI has nothing to do with a workload; null where it has. */
const leftReason = (pod: PodPart, isOwned: boolean): LeftReason | null => {
	if (pod.object.kind === 'DaemonSet') return 'daemonset';
	if (entriesOf(pod.spec).length === 0) return 'no-template';
	if (pod.containers.length === 0) return 'no-containers';
	if (staysOffEci(pod)) return 'elsewhere';
	return isOwned ? 'owned' : null;
};

/** Plans that are made once for workloads that ask for the same. */
type Planner = (inFile: InFile, pod: PodPart, search: Search) => PlannedWorkload;

const planner = (
	autoscalers: Autoscalers,
	question: ManifestQuestion,
	knowledge: Knowledge,
): Planner => {
	const known = new Map<string, PlannedWorkload>();
	return (inFile, pod, search) => {
		const asked = {...question, search};
		const read = workloadInput(pod, autoscalers, readingOf(asked));
		const key = JSON.stringify([search, read.input]);
		const found = known.get(key);
		// What is wrong is told of each workload by itself.
		if (found && !hasErrors(found.findings.map(({diagnostic}) => diagnostic))) return found;
		const planned = planOne(inFile, pod, read, asked, knowledge);
		known.set(key, planned);
		return planned;
	};
};

/** The values that aren't there yet, or that somebody names. */
const missingValues = (
	pod: PodPart,
	values: WantedAnnotations['values'],
	{named}: WantedAnnotations,
): readonly (readonly [key: string, value: string])[] =>
	[...values].filter(([key]) => named.has(key) || at(annotationsOf(pod), key).value === undefined);

type Outcome = {
	readonly change: Change | null;
	readonly findings: readonly Unread[];
	readonly plan: Plan | null;
};

const errorsOf = (inFile: InFile, {findings}: PlannedWorkload): readonly Unread[] =>
	findings
		.filter(({diagnostic: {severity}}) => severity === 'error')
		.map(finding => ({file: inFile.file, document: inFile.object.document, ...finding}));

/** What is said of a flag, whichever workload it is said for. */
const flagFindings = (inFile: InFile, {findings}: PlannedWorkload): readonly Unread[] =>
	findings
		.filter(({diagnostic: {severity}, place}) => place === null && severity === 'warning')
		.map(finding => ({file: inFile.file, document: inFile.object.document, ...finding}));

const hindered = (inFile: InFile, reason: RuleFacts['annotate-hindered']['reason']): Unread => {
	const {kind, name} = inFile.object;
	return findingAbout(inFile, report('annotate-hindered', {kind, name, reason}));
};

/** The change that gives a workload its chain and all that flags ask for. */
const addition = (
	inFile: InFile,
	pod: PodPart,
	wanted: WantedAnnotations,
	plan: Planner,
): Outcome => {
	const isKept = wanted.values.has(USE_SPECS) || isGiven(at(annotationsOf(pod), USE_SPECS));
	const planned = plan(inFile, pod, isKept ? 'as-it-is' : 'choose');
	const errors = errorsOf(inFile, planned);
	const useSpecs = planned.plan?.chain.useSpecs ?? '';
	if (errors.length > 0)
		return {change: null, findings: [...errors, hindered(inFile, 'refused')], plan: null};
	if (!isKept && useSpecs === '')
		return {change: null, findings: [hindered(inFile, 'no-spec')], plan: null};
	const chain = isKept ? [] : [[USE_SPECS, useSpecs] as const];
	const values = new Map([...chain, ...wanted.values]);
	return {
		change: {kind: 'set', values: missingValues(pod, values, wanted)},
		findings: flagFindings(inFile, planned),
		plan: isKept ? null : planned.plan,
	};
};

const distinct = (findings: readonly Unread[]): readonly Unread[] => [
	...new Map(
		findings.map(one => [
			one.place === null
				? `${one.diagnostic.path} ${findingKey(one.diagnostic)}`
				: JSON.stringify([one.file, one.document, one.place, findingKey(one.diagnostic)]),
			one,
		]),
	).values(),
];

const isEmpty = (change: Change): boolean =>
	(change.kind === 'set' ? change.values : change.keys).length === 0;

type Workload = {readonly inFile: InFile; readonly pod: PodPart; readonly isOwned: boolean};

const workloadsIn = (
	files: readonly SourceFile[],
	{isAsked}: Pick<ManifestQuestion, 'isAsked'>,
): readonly Workload[] => {
	const all = files.flatMap(fileObjects);
	const isOwned = ownedIn(all.map(({object}) => object));
	return all.flatMap(inFile => {
		const pod = podOf(inFile.object);
		return pod && isAsked(inFile.object) ? [{inFile, pod, isOwned: isOwned(inFile.object)}] : [];
	});
};

/** What becomes of each workload when a chain is picked for it and flags are followed. */
export const additionsTo = (
	files: readonly SourceFile[],
	question: ManifestQuestion,
	knowledge: Knowledge,
): WorkloadChanges => {
	const wanted = wantedAnnotations(question.lower, question.upper);
	const autoscalers = autoscalersIn(files.flatMap(fileObjects).map(({object}) => object));
	const plan = planner(autoscalers, question, knowledge);
	const workloads = workloadsIn(files, question);
	const outcomes = workloads.map(({inFile, pod, isOwned}) => {
		const {kind, name} = inFile.object;
		const reason = leftReason(pod, isOwned);
		const outcome: Outcome =
			reason === null
				? addition(inFile, pod, wanted, plan)
				: {
						change: null,
						findings: [findingAbout(inFile, report('annotate-left', {kind, name, reason}))],
						plan: null,
					};
		return {...outcome, inFile, pod};
	});
	return {
		changes: outcomes.flatMap(({inFile, pod, change}) =>
			change && !isEmpty(change) ? [{...inFile, pod, change}] : [],
		),
		findings: distinct(outcomes.flatMap(({findings}) => findings)),
		count: workloads.length,
		plans: [...new Set(outcomes.flatMap(({plan: made}) => made ?? []))],
	};
};

/** What becomes of each workload when what flags add is taken out, or all that is ECI's. */
export const removalsFrom = (
	files: readonly SourceFile[],
	question: Pick<ManifestQuestion, 'lower' | 'upper' | 'isAsked'>,
	extent: 'flags' | 'all',
): WorkloadChanges => {
	const {values} = wantedAnnotations(question.lower, question.upper);
	const isRemoved = (key: string) =>
		extent === 'all' ? key.startsWith(PREFIX) : key === USE_SPECS || values.has(key);
	const workloads = workloadsIn(files, question);
	const changes = workloads.flatMap(({inFile, pod}): readonly WorkloadChange[] => {
		const keys = entriesOf(annotationsOf(pod)).map(([key]) => key);
		const change: Change = {kind: 'remove', keys: keys.filter(isRemoved)};
		return isEmpty(change) ? [] : [{...inFile, pod, change}];
	});
	return {changes, findings: [], count: workloads.length, plans: []};
};
