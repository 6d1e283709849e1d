import {formatSpec, parseSpec} from '../../domain/catalogue/spec.ts';
import type {ChainEntry} from '../../domain/chain/chain.ts';
import {type Diagnostic, findingKey} from '../../domain/diagnostics.ts';
import {defaultPlanInput, type PlanInput} from '../../domain/input/plan-input.ts';
import type {TreeMap} from '../../domain/manifest/tree.ts';
import type {Plan} from '../../domain/plan.ts';
import {formatDuration, seconds} from '../../domain/units/duration.ts';
import {containersOf} from './edit-input.ts';
import {
	BATCH_FIELDS,
	CHAIN_FIELDS,
	CRON,
	CURRENCY,
	containerFields,
	DESTINATION,
	effectiveValue,
	type Field,
	KIND,
	NAME,
	PATH,
	PRESET_NAME,
	REGION,
	REPLICAS,
	RESERVED_FIELDS,
	RULESET,
	RUNS,
	readField,
	SCHEDULE,
	SPOT_FIELDS,
	TIME_ZONE,
	WORK,
} from './fields.ts';
import {countListed, withoutHidden} from './filter.ts';
import {exportedAs, type Planned, plannedFor} from './planned.ts';
import {podSections} from './pod-rows.ts';
import {asField, type Row} from './row.ts';
import type {StepId, WizardState} from './wizard-types.ts';

const NOTHING_PLANNED: Planned = {
	plan: null,
	documents: null,
	diagnostics: [],
	addition: null,
};

/** What follows from the answers; nothing before the first prices are there. */
export const plannedOf = ({input, knowledge}: WizardState): Planned =>
	knowledge ? plannedFor(input, knowledge) : NOTHING_PLANNED;

/** The plan to show, also while a field is half typed. */
export const shownPlan = (state: WizardState): Plan | null =>
	plannedOf(state).plan ?? state.lastPlan;

/** Region and currency: what prices are asked for. */
export const marketOf = ({region, currency}: Pick<PlanInput, 'region' | 'currency'>): string =>
	`${region ?? defaultPlanInput.region} ${currency ?? defaultPlanInput.currency}`;

/** Whether the prices at hand are those of the answers. */
export const hasItsPrices = ({input, knowledge}: WizardState): boolean =>
	knowledge !== null && marketOf(knowledge.book) === marketOf(input);

const isBatch = (kind: string) => kind === 'job' || kind === 'cronjob';

/** Fields that fit the kind, and those that were answered nevertheless. */
const workloadFields = (state: WizardState): readonly Field[] => {
	const kind = effectiveValue(state, KIND);
	const has = (field: Field) => readField(state, field) !== '';
	return [
		NAME,
		KIND,
		REPLICAS,
		...(!isBatch(kind) || has(SCHEDULE) ? [SCHEDULE] : []),
		...(isBatch(kind) || has(WORK) ? [WORK] : []),
		...(kind === 'cronjob' || has(CRON) ? [CRON] : []),
		...(kind === 'job' || has(RUNS) ? [RUNS] : []),
		...BATCH_FIELDS.filter(field => has(field) || (isBatch(kind) && has(WORK))),
		...(has(SCHEDULE) || has(CRON) ? [TIME_ZONE] : []),
		REGION,
		RULESET,
		CURRENCY,
	];
};

const SECONDS_PER_MINUTE = 60;

/** How often to save work, where the last simulation knows better than the answer. */
const adviceRow = ({input, live}: WizardState): Row | null => {
	if (live?.answer.kind !== 'simulated') return null;
	const advice = live.answer.simulation.breakEven.find(({kind}) => kind === 'checkpoint-interval');
	if (advice?.kind !== 'checkpoint-interval') return null;
	const minutes = Math.max(1, Math.round(advice.seconds / SECONDS_PER_MINUTE));
	const every = formatDuration(seconds(minutes * SECONDS_PER_MINUTE));
	return input.workload?.checkpointEvery === every
		? null
		: {kind: 'checkpoint', every, expectedHours: advice.expectedHours};
};

/** Work that goes on has a week to draw. */
const weekRows = (state: WizardState): readonly Row[] =>
	isBatch(effectiveValue(state, KIND)) ? [] : [{kind: 'draw-week'}];

const workloadRows = (state: WizardState): readonly Row[] => {
	const advised = adviceRow(state);
	return [
		{kind: 'preset'},
		...workloadFields(state).flatMap(field =>
			field.id === 'checkpointEvery' && advised ? [asField(field), advised] : [asField(field)],
		),
		...weekRows(state),
	];
};

/** The container whose fields are shown; the last one where there are fewer by now. */
export const selectedContainer = ({input, selected}: WizardState): number =>
	Math.min(selected, containersOf(input).length - 1);

const containerRows = (state: WizardState): readonly Row[] => [
	...containersOf(state.input).map((_, index) => ({kind: 'container', index}) as const),
	{kind: 'add-container'},
	...containerFields(selectedContainer(state)).map(asField),
];

/** Specs that can be taken instead of the billed one; the one that ECI needs to be told comes first. */
const sizeRows = (state: WizardState): readonly Row[] => {
	const plan = shownPlan(state);
	if (!plan) return [];
	const advised = plan.diagnostics.flatMap(one =>
		one.rule === 'size-not-rounded' ? [one.facts.suggestion] : [],
	);
	const tokens = [...advised, ...plan.sizing.alternatives.map(({spec}) => spec)];
	return [...new Set(tokens)].map(token => ({kind: 'spec', token}));
};

/** The tokens of the chain, whether given or picked. */
export const chainTokens = (state: WizardState): readonly string[] =>
	state.input.chain?.useSpecs ?? shownPlan(state)?.chain.entries.map(({token}) => token) ?? [];

/** What became of a token: its entry in the plan, or null where ECI has no such spec. */
export const entryOf = (plan: Plan | null, token: string): ChainEntry | null => {
	const spec = parseSpec(token);
	const name = spec.ok ? formatSpec(spec.value) : token;
	return plan?.chain.entries.find(entry => entry.token === name) ?? null;
};

const chainRows = (state: WizardState): readonly Row[] => [
	...chainTokens(state).map((token, index) => ({kind: 'entry', token, index}) as const),
	{kind: 'add-entry'},
	...CHAIN_FIELDS.map(asField),
];

/** What is exported; null where the answers can't be read. */
export const documentsOf = (state: WizardState): readonly TreeMap[] | null => {
	const {plan, documents} = plannedOf(state);
	const {target} = state.notes;
	return plan && target !== null ? exportedAs(plan, target).documents : documents;
};

/** What keeps the plan from being exported as what it shall be. */
const targetProblems = (state: WizardState): readonly Diagnostic[] => {
	const {plan} = plannedOf(state);
	const {target} = state.notes;
	if (!plan || target === null) return [];
	const {diagnostics, findings} = exportedAs(plan, target);
	return [...diagnostics, ...findings];
};

/** Errors that stand between the answers and the export. */
export const problemsOf = (state: WizardState): readonly Diagnostic[] => {
	const planned = plannedOf(state).diagnostics;
	const known = new Set(planned.map(findingKey));
	const added = targetProblems(state).filter(one => !known.has(findingKey(one)));
	return [...planned, ...added].filter(({severity}) => severity === 'error');
};

const exportRows = (state: WizardState): readonly Row[] => [
	asField(DESTINATION),
	...(state.notes.destination === 'file' ? [asField(PATH)] : []),
	asField(PRESET_NAME),
	...problemsOf(state).map(diagnostic => ({kind: 'problem', diagnostic}) as const),
	{kind: 'finish'},
];

const allRowsOf = (state: WizardState, step: StepId): readonly Row[] => {
	switch (step) {
		case 'workload':
			return workloadRows(state);
		case 'containers':
			return containerRows(state);
		case 'size':
			return sizeRows(state);
		case 'chain':
			return chainRows(state);
		case 'billing':
			return [...SPOT_FIELDS, ...RESERVED_FIELDS].map(asField);
		case 'pod':
			return podSections(state).flatMap(({rows}) => rows);
		case 'review':
			return [];
		case 'export':
			return exportRows(state);
	}
};

/** What can have the focus in a step, from top to bottom. */
export const rowsOf = (state: WizardState, step: StepId): readonly Row[] =>
	withoutHidden(allRowsOf(state, step), state, step);

/** How much of the list of the step its filter leaves, and of how much. */
export const filterCount = (state: WizardState): readonly [shown: number, all: number] => {
	const whole = allRowsOf({...state, filter: null}, state.step);
	return [
		countListed(withoutHidden(whole, state, state.step), state.step),
		countListed(whole, state.step),
	];
};

export const focusedRow = (state: WizardState): Row | null =>
	rowsOf(state, state.step)[state.cursors[state.step]] ?? null;

export const focusedField = (state: WizardState): Field | null => {
	const row = focusedRow(state);
	return row?.kind === 'field' ? row.field : null;
};

const STEP_OF_PATH: readonly (readonly [pattern: RegExp, step: StepId])[] = [
	[/^chain/, 'chain'],
	[/^(?:spot|reserved)/, 'billing'],
	[/^(?:pod|volumes|network|logs)/, 'pod'],
	[/^(?:containers|initContainers|cpu|memory|gpu|image)/, 'containers'],
];

/** The step where a field of the PlanInput is asked for. */
export const stepOfPath = (path: string | undefined): StepId => {
	if (path === undefined) return 'containers';
	return STEP_OF_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? 'workload';
};
