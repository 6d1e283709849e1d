import type {Diagnostic} from '../../domain/diagnostics.ts';
import type {PlanInput} from '../../domain/input/plan-input.ts';
import type {Plan} from '../../domain/plan.ts';
import type {MessageId} from '../../present/wizard-texts.ts';
import {valueAt, withValue} from './edit-input.ts';
import {isText, readField} from './fields.ts';
import {plannedFor} from './planned.ts';
import {focusedField, plannedOf, problemsOf, rowsOf} from './rows.ts';
import {typed} from './text-edit.ts';
import {type Answers, STEPS, type StepId, type WizardState} from './wizard-types.ts';

const MAX_UNDO = 200;

export const say = (state: WizardState, id: MessageId, detail = ''): WizardState => ({
	...state,
	message: {kind: 'said', id, detail},
});

/** Nothing happens, and the message says why. */
export const refuse = (state: WizardState, id: MessageId, detail = ''): WizardState => ({
	...state,
	message: {kind: 'refused', id, detail},
});

const answersOf = ({input, preset}: WizardState): Answers => ({input, preset});

/** Takes over new answers; `typing` names the field, so that a word is one step to undo. */
export const answered = (
	state: WizardState,
	answers: Answers,
	typing: string | null = null,
): WizardState => ({
	...state,
	...answers,
	past:
		typing !== null && typing === state.typing
			? state.past
			: [...state.past.slice(1 - MAX_UNDO), answersOf(state)],
	future: [],
	typing,
	shelved: null,
});

export const changed = (
	state: WizardState,
	input: PlanInput,
	typing: string | null = null,
): WizardState => answered(state, {input, preset: state.preset}, typing);

export const undo = (state: WizardState): WizardState => {
	const last = state.past.at(-1);
	if (!last) return refuse(state, 'nothingToUndo');
	return {
		...state,
		...last,
		past: state.past.slice(0, -1),
		future: [answersOf(state), ...state.future],
		typing: null,
		shelved: null,
	};
};

export const redo = (state: WizardState): WizardState => {
	const [next, ...future] = state.future;
	if (!next) return refuse(state, 'nothingToRedo');
	const past = [...state.past, answersOf(state)];
	return {...state, ...next, past, future, typing: null, shelved: null};
};

const caretAtEnd = (state: WizardState): number => {
	const field = focusedField(state);
	return field && isText(field) ? typed(readField(state, field)).caret : 0;
};

/** Moves the focus within the step; the caret goes behind the text of the new field. */
export const focused = (state: WizardState, index: number): WizardState => {
	const last = Math.max(0, rowsOf(state, state.step).length - 1);
	const cursor = Math.min(Math.max(0, index), last);
	const next = {
		...state,
		cursors: {...state.cursors, [state.step]: cursor},
		typing: null,
		prefilled: false,
	};
	return {...next, caret: caretAtEnd(next)};
};

export const atStep = (state: WizardState, step: StepId): WizardState =>
	focused(
		{...state, step, scroll: 0, filter: step === state.step ? state.filter : null},
		state.cursors[step],
	);

const clampedCursors = (state: WizardState): WizardState['cursors'] => {
	const last = (step: StepId) => Math.max(0, rowsOf(state, step).length - 1);
	const clamped = STEPS.map(step => [step, Math.min(state.cursors[step], last(step))] as const);
	return Object.fromEntries(clamped) as Record<StepId, number>;
};

/** The answers with those that can't be read as they were when they could. */
const repaired = (
	{input, lastInput}: WizardState,
	wrong: readonly Diagnostic[],
	part: (path: string) => string,
): PlanInput =>
	wrong.reduce(
		(fixed, {path}) =>
			path === undefined ? fixed : withValue(fixed, part(path), valueAt(lastInput, part(path))),
		input,
	);

/** The field alone, else all that belongs to it: a volume of another type lacks what it never had. */
const REPAIRS = [(path: string) => path, (path: string) => path.replace(/[.[].*$/, '')];

const lastPlanOf = (state: WizardState): Plan | null => {
	const {knowledge, lastPlan} = state;
	const {plan} = plannedOf(state);
	if (plan || !knowledge) return plan ?? lastPlan;
	const wrong = problemsOf(state);
	for (const part of REPAIRS) {
		const attempt = plannedFor(repaired(state, wrong, part), knowledge);
		if (attempt.plan) return attempt.plan;
	}
	return lastPlan;
};

/** What holds after every action: each focus is on a row, and there is a plan to show if there ever was one. */
export const settled = (state: WizardState): WizardState => {
	const isReadable = plannedOf(state).plan !== null;
	const next = {
		...state,
		lastInput: isReadable ? state.input : state.lastInput,
		lastPlan: lastPlanOf(state),
	};
	return {...next, cursors: clampedCursors(next)};
};
