import {VOLUME_TYPES} from '../../domain/catalogue/volumes.ts';
import {openSpecPicker} from './chain-list.ts';
import {atStep, changed, focused, refuse} from './changes.ts';
import {withValue} from './edit-input.ts';
import {
	defaultPath,
	effectiveValue,
	type Field,
	isText,
	isWithin,
	readField,
	writeField,
} from './fields.ts';
import {containerAdded} from './lists.ts';
import {openPicker} from './pickers.ts';
import {askForAnnotation, askForLog, volumeAdded} from './pod-lists.ts';
import {selectedVolume} from './pod-rows.ts';
import {isSaved, presetSaving} from './preset-saving.ts';
import type {Row} from './row.ts';
import {
	documentsOf,
	focusedField,
	focusedRow,
	hasItsPrices,
	problemsOf,
	rowsOf,
	stepOfPath,
} from './rows.ts';
import {changeText, type TextChange, typed} from './text-edit.ts';
import {asType, typeOf} from './volume-fields.ts';
import {openWeek} from './week.ts';
import {type Notes, STEPS, type WizardState} from './wizard-types.ts';

const stepAfter = (state: WizardState): WizardState => {
	const next = STEPS[STEPS.indexOf(state.step) + 1];
	return next ? atStep(state, next) : focused(state, state.cursors.export + 1);
};

export const wentBack = (state: WizardState): WizardState => {
	const previous = STEPS[STEPS.indexOf(state.step) - 1];
	return previous ? atStep(state, previous) : {...state, overlay: {kind: 'leave'}};
};

/** What a diagnostic about the row has for its path. */
const pathOfRow = (row: Row): string | null => {
	switch (row.kind) {
		case 'field':
			return row.field.path;
		case 'volume':
			return `volumes[${row.index}]`;
		case 'log':
			return `logs.${row.key}`;
		case 'annotation':
			return `pod.annotations.${row.key}`;
		default:
			return null;
	}
};

/** One entry of a field that is a list or a map. */
const isPartOfField = (path: string | undefined, row: Row): boolean =>
	row.kind === 'field' && isWithin(path, row.field.path);

/** To the field that a diagnostic names, as near as its path leads. */
const shown = (state: WizardState, path: string | undefined): WizardState => {
	const [, list, number] = /^(containers|volumes)\[(\d+)\]/.exec(path ?? '') ?? [];
	const index = Number(number ?? 0);
	const selection = list === 'volumes' ? {volume: index} : {selected: index};
	const there = atStep({...state, ...selection}, stepOfPath(path));
	const rows = rowsOf(there, there.step);
	const exact = rows.findIndex(one => pathOfRow(one) === path);
	const row = exact < 0 ? rows.findIndex(one => isPartOfField(path, one)) : exact;
	return row < 0 ? there : focused(there, row);
};

const finished = (state: WizardState): WizardState => {
	if (problemsOf(state).length > 0) return refuse(state, 'finishBlocked');
	if (!hasItsPrices(state) || documentsOf(state) === null) return refuse(state, 'pricesMissing');
	const {destination, path} = state.notes;
	const name = state.notes.presetName.trim();
	if (name !== '' && !isSaved(state, name)) return presetSaving(state, name, true);
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
	if (field.path === 'presetName' && name !== '') return presetSaving(state, name, false);
	return stepAfter(state);
};

/** The advised interval as the answer, which gets the focus. */
const checkpointTaken = (state: WizardState, every: string): WizardState => {
	const next = changed(state, withValue(state.input, 'workload.checkpointEvery', every));
	return focused(next, next.cursors.workload - 1);
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
			return askForAnnotation(state);
		case 'add-volume':
			return volumeAdded(state);
		case 'add-log':
			return askForLog(state);
		case 'checkpoint':
			return checkpointTaken(state, row.every);
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
	if (row?.kind === 'draw-week') return openWeek(state);
	return row?.kind === 'field' && row.field.kind === 'picker' ? openPicker(state, 'region') : state;
};

/** Enter: does what is focused, and goes on to the next step from everything else. */
export const wentOn = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	return row ? rowEntered(state, row) : stepAfter(state);
};

/** The state with another text as the answer of a field. */
export const written = (state: WizardState, field: Field, text: string): WizardState => {
	if (field.store === 'notes')
		return {...state, notes: {...state.notes, [field.path]: text} satisfies Notes};
	if (field.id === 'volumeType') return typeChosen(state, text);
	return field.id === 'pick'
		? pickChosen(state, field, text)
		: changed(state, writeField(state.input, field, text), field.path);
};

/** Fields of other types wait on the shelf, so that going through the types loses none. */
const typeChosen = (state: WizardState, type: string): WizardState => {
	const index = selectedVolume(state);
	const volume = {...state.shelved, ...state.input.volumes?.[index]};
	const chosenType = VOLUME_TYPES.find(one => one === type) ?? typeOf(volume);
	const volumes = state.input.volumes?.map((one, at) =>
		at === index ? asType(volume, chosenType) : one,
	);
	return {...changed(state, withValue(state.input, 'volumes', volumes)), shelved: volume};
};

/** A pick stands for a target, so one that was given before gives way. */
const pickChosen = (state: WizardState, field: Field, pick: string): WizardState =>
	changed(state, withValue(writeField(state.input, field, pick), 'chain.targetPlaced', undefined));

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
	const isReplaced = state.prefilled && change.kind === 'insert';
	const edit = isReplaced ? typed('') : {text: before, caret: state.caret};
	const {text, caret} = changeText(edit, change);
	return {...(text === before ? state : written(state, field, text)), caret, prefilled: false};
};
