import {atStep, changed, focused, refuse} from './changes.ts';
import {
	acceptable,
	defaultPath,
	effectiveValue,
	type Field,
	isText,
	readField,
	writeField,
} from './fields.ts';
import {askForAnnotation, containerAdded, openSpecPicker} from './lists.ts';
import {openPicker} from './overlays.ts';
import {
	focusedField,
	focusedRow,
	hasItsPrices,
	plannedOf,
	problemsOf,
	type Row,
	rowsOf,
	stepOfPath,
} from './rows.ts';
import {changeText, type TextChange} from './text-edit.ts';
import {type Notes, STEPS, type WizardState} from './wizard-types.ts';

const stepAfter = (state: WizardState): WizardState => {
	const next = STEPS[STEPS.indexOf(state.step) + 1];
	return next ? atStep(state, next) : focused(state, state.cursors.export + 1);
};

export const wentBack = (state: WizardState): WizardState => {
	const previous = STEPS[STEPS.indexOf(state.step) - 1];
	return previous ? atStep(state, previous) : {...state, overlay: {kind: 'leave'}};
};

/** To the field that a diagnostic names, as near as its path leads. */
const shown = (state: WizardState, path: string | undefined): WizardState => {
	const index = Number(/^containers\[(\d+)\]/.exec(path ?? '')?.[1] ?? 0);
	const there = atStep({...state, selected: index}, stepOfPath(path));
	const row = rowsOf(there, there.step).findIndex(
		one =>
			(one.kind === 'field' && one.field.path === path) ||
			(one.kind === 'annotation' && path === `pod.annotations.${one.key}`),
	);
	return row < 0 ? there : focused(there, row);
};

const finished = (state: WizardState): WizardState => {
	if (problemsOf(state).length > 0) return refuse(state, 'finishBlocked');
	if (!hasItsPrices(state) || !plannedOf(state).documents) return refuse(state, 'pricesMissing');
	const {destination, path, savedAs} = state.notes;
	const name = state.notes.presetName.trim();
	if (name !== '' && name !== savedAs)
		return {...state, request: {kind: 'save-preset', name, finish: true}};
	return {
		...state,
		request:
			destination === 'stdout'
				? {kind: 'finish', path: null}
				: {kind: 'write-file', path: path.trim() || defaultPath(state), overwrite: false},
	};
};

const fieldEntered = (state: WizardState, field: Field): WizardState => {
	const name = state.notes.presetName.trim();
	if (field.path === 'presetName' && name !== '')
		return {...state, request: {kind: 'save-preset', name, finish: false}};
	return stepAfter(state);
};

const rowEntered = (state: WizardState, row: Row): WizardState => {
	switch (row.kind) {
		case 'field':
			return fieldEntered(state, row.field);
		case 'add-container':
			return containerAdded(state);
		case 'add-entry':
			return openSpecPicker(state);
		case 'add-annotation':
			return askForAnnotation(state, null, '');
		case 'problem':
			return shown(state, row.diagnostic.path);
		case 'finish':
			return finished(state);
		default:
			return stepAfter(state);
	}
};

/** Space: the list behind the focused answer. */
export const opened = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	if (row?.kind === 'preset') return openPicker(state, 'preset');
	return row?.kind === 'field' && row.field.kind === 'picker' ? openPicker(state, 'region') : state;
};

/** Enter: does what is focused, and goes on to the next step from everything else. */
export const wentOn = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	return row ? rowEntered(state, row) : stepAfter(state);
};

const written = (state: WizardState, field: Field, text: string): WizardState =>
	field.store === 'notes'
		? {...state, notes: {...state.notes, [field.path]: text} satisfies Notes}
		: changed(state, writeField(state.input, field, text), field.path);

/** Left and right: the neighbouring choice. */
export const chosen = (state: WizardState, by: number): WizardState => {
	const field = focusedField(state);
	if (!field || field.choices.length === 0) return state;
	const count = field.choices.length;
	const index = Math.max(0, field.choices.indexOf(effectiveValue(state, field)));
	const next = field.choices[(index + by + count) % count] ?? '';
	return {...written(state, field, next), typing: null};
};

/** Typing into the focused field. */
export const textChanged = (state: WizardState, change: TextChange): WizardState => {
	const field = focusedField(state);
	if (!field || !isText(field)) return state;
	const before = readField(state, field);
	const {text, caret} = changeText({text: before, caret: state.caret}, change);
	if (!acceptable(field, text)) return refuse(state, 'digitsOnly');
	return {...(text === before ? state : written(state, field, text)), caret};
};
