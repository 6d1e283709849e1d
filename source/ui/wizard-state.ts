import {mergeLayers} from '../domain/input/layers.ts';
import type {PlanInput} from '../domain/input/plan-input.ts';
import type {Attempt} from '../ports.ts';
import {chainReset, entryAvoided, entryMoved, entryPinned, specTaken} from './state/chain-list.ts';
import {atStep, focused, redo, say, settled, undo} from './state/changes.ts';
import {baselineChosen} from './state/compare.ts';
import {compared, copied, exporting, nextTarget, yamlEdited} from './state/exporting.ts';
import {filterCleared, filterKept, filterOpened, filterTyped} from './state/filtering.ts';
import {added, dropped, edited, paneFocused} from './state/lists.ts';
import {chosen, opened, textChanged, wentBack, wentOn} from './state/navigate.ts';
import {atStart, inOverlay, scrolled} from './state/overlays.ts';
import {selectedVolume} from './state/pod-rows.ts';
import {savedAs} from './state/preset-saving.ts';
import {presetsChanged} from './state/preset-tasks.ts';
import {focusedField, focusedRow, marketOf, rowsOf, selectedContainer} from './state/rows.ts';
import {slid} from './state/slide.ts';
import {startRead} from './state/starts.ts';
import {typed} from './state/text-edit.ts';
import type {Opening, Overlay, Request, WizardAction, WizardState} from './state/wizard-types.ts';

const START: WizardState['cursors'] = {
	workload: 0,
	containers: 0,
	size: 0,
	chain: 0,
	billing: 0,
	pod: 0,
	review: 0,
	export: 0,
};

/** The wizard as it opens: at what the last one left behind, else at the presets, unless something was given. */
export const openingState = (opening: Opening): WizardState => {
	const input: PlanInput = mergeLayers([opening.given]).input;
	const state: WizardState = {
		opening,
		knowledge: null,
		unpriced: null,
		presets: opening.presets,
		planFile: null,
		workloads: [],
		input,
		preset: opening.preset,
		notes: {destination: 'stdout', path: '', presetName: '', target: null},
		edited: null,
		saved: null,
		step: 'workload',
		filter: null,
		cursors: START,
		caret: 0,
		prefilled: false,
		selected: 0,
		volume: 0,
		shelved: null,
		scroll: 0,
		past: [],
		future: [],
		typing: null,
		lastInput: input,
		lastPlan: null,
		live: null,
		overlay: null,
		message: opening.notices.length > 0 ? {kind: 'failed', diagnostics: opening.notices} : null,
		request: null,
	};
	return opening.draft
		? {...state, overlay: {kind: 'restore', draft: opening.draft}}
		: atStart(state);
};

const fromOutside = (state: WizardState, action: WizardAction): WizardState | null => {
	switch (action.type) {
		case 'prices-loaded': {
			const {regions, timeZones, today} = state.opening;
			const knowledge = {regions, timeZones, today, book: action.book};
			return {...state, unpriced: null, knowledge};
		}
		case 'prices-failed':
			return say({...state, unpriced: marketOf(state.input)}, 'pricesFailed', action.region);
		case 'simulated':
			return {...state, live: {plan: action.plan, answer: action.answer}};
		case 'preset-saved':
			return presetSaved(state, action.name);
		case 'presets-changed':
			return presetsChanged(state, action.task, action.after);
		case 'file-read':
			return compared(state, action.path, action.text);
		case 'copied':
			return copied(state, action.lines);
		case 'yaml-edited':
			return yamlEdited(state, action.text);
		case 'start-read':
			return startRead(state, action.start);
		case 'file-written':
			return {...state, request: {kind: 'finish', path: action.path}};
		case 'request-failed':
			return failed(state, action.diagnostics);
		default:
			return null;
	}
};

/** Asked for at the finish, the saving is followed by the finish. */
const presetSaved = (state: WizardState, name: string): WizardState => {
	const {request} = state;
	const own = savedAs(state, name);
	const presets = [own.preset, ...state.presets.filter(one => one.name !== name)];
	const saved = {...state, request: null, saved: own, presets};
	return request?.kind === 'save-preset' && request.finish
		? wentOn(saved)
		: say(saved, 'presetSaved', name);
};

type Failures = Extract<Attempt<void>, {ok: false}>['problem']['diagnostics'];

/** What is there already is asked about: somebody else may have put it there since. */
const questionAfter = (request: Request | null, diagnostics: Failures): Overlay | null => {
	const exists = diagnostics.some(({rule}) => rule === 'file-exists' || rule === 'preset-exists');
	if (!exists) return null;
	switch (request?.kind) {
		case 'write-file':
			return {kind: 'overwrite', path: request.path};
		case 'save-preset':
			return {kind: 'overwrite-preset', name: request.name, finish: request.finish};
		case 'presets':
			return request.task.kind === 'export'
				? {kind: 'confirm', task: {...request.task, overwrite: true}}
				: null;
		default:
			return null;
	}
};

/** What is there already is a question, everything else a message. */
const failed = (state: WizardState, diagnostics: Failures): WizardState => {
	const {request} = state;
	const answered = {...state, request: null};
	const overlay = questionAfter(request, diagnostics);
	return overlay ? {...answered, overlay} : {...answered, message: {kind: 'failed', diagnostics}};
};

const withSelection = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	return {
		...state,
		selected: row?.kind === 'container' ? row.index : selectedContainer(state),
		volume: row?.kind === 'volume' ? row.index : selectedVolume(state),
	};
};

const byKey = (state: WizardState, action: WizardAction): WizardState => {
	switch (action.type) {
		case 'focus':
			return focused(state, state.cursors[state.step] + action.by);
		case 'focus-pane':
			return paneFocused(state, action.by);
		case 'choose':
			return chosen(state, action.by);
		case 'edit-text':
			return textChanged(state, action.change);
		case 'go-on':
			return wentOn(state);
		case 'go-back':
			return state.filter ? filterCleared(state) : wentBack(state);
		case 'filter':
			return filterOpened(state);
		case 'jump':
			return atStep(state, action.step);
		case 'undo':
			return undo(state);
		case 'redo':
			return redo(state);
		default:
			return onList(state, action);
	}
};

/** While the filter is typed, it has the keys. */
const onStep = (state: WizardState, action: WizardAction): WizardState => {
	if (!state.filter?.isTyping) return byKey(state, action);
	if (action.type === 'edit-text') return filterTyped(state, action.change);
	return action.type === 'go-on' ? filterKept(state) : byKey(state, action);
};

const onList = (state: WizardState, action: WizardAction): WizardState => {
	switch (action.type) {
		case 'add':
			return added(filterCleared(state));
		case 'edit':
			return edited(filterCleared(state));
		case 'drop':
			return dropped(state);
		case 'move':
			return entryMoved(state, action.by);
		case 'pin':
			return entryPinned(state);
		case 'avoid':
			return entryAvoided(state);
		case 'reset':
			return chainReset(state);
		case 'take':
			return specTaken(state);
		case 'open':
			return opened(state);
		case 'scroll':
			return {...state, scroll: scrolled(state.scroll, action)};
		case 'show-why':
			return {...state, overlay: {kind: 'page', page: {kind: 'why'}, scroll: 0}};
		case 'show-yaml':
		case 'compare-file':
		case 'copy':
		case 'edit-yaml':
			return exporting(state, action.type);
		case 'next-target':
			return nextTarget(state);
		case 'show-palette':
			return {...state, overlay: {kind: 'palette', filter: typed(''), cursor: 0}};
		case 'slide':
			return slid(state, action.by);
		case 'compare':
			return baselineChosen(state, action.by);
		case 'show-help':
			return {...state, overlay: {kind: 'help'}};
		case 'ask-to-leave':
			return {...state, overlay: {kind: 'leave'}};
		default:
			return state;
	}
};

/** Rows may come and go above the field that is being answered: the focus stays on it. */
const withFocusOf = (before: WizardState, after: WizardState): WizardState => {
	const field = focusedField(before);
	if (!field || before.step !== after.step) return after;
	const row = rowsOf(after, after.step).findIndex(
		one => one.kind === 'field' && one.field.path === field.path,
	);
	return row < 0 ? after : {...after, cursors: {...after.cursors, [after.step]: row}};
};

/** What changes answers or prices, and never the focus. */
const STAYING: readonly WizardAction['type'][] = [
	'choose',
	'edit-text',
	'undo',
	'redo',
	'prices-loaded',
];

/** The wizard after something happened. Pure: what the outside shall do stands in `request`. */
export const reduceWizard = (state: WizardState, action: WizardAction): WizardState => {
	const next = reduced(state, action);
	return STAYING.includes(action.type) ? withFocusOf(state, next) : next;
};

const reduced = (state: WizardState, action: WizardAction): WizardState => {
	if (action.type === 'leave') return {...state, request: {kind: 'leave', forget: false}};
	if (action.type === 'say-unavailable') return {...state, message: action.why};
	const answer = fromOutside(state, action);
	if (answer) return settled(answer);
	// While the outside is busy, keys would answer a question that is no longer asked.
	if (state.request) return state;
	const quiet = {...state, message: null};
	const next = state.overlay ? inOverlay(quiet, state.overlay, action) : onStep(quiet, action);
	return settled(withSelection(next));
};
