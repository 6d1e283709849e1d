import {isQualifiedName} from '../../domain/input/names.ts';
import type {Draft} from '../../domain/input/starts.ts';
import {entryAdded} from './chain-list.ts';
import {answered, changed, focused, refuse, say} from './changes.ts';
import {type EntryMap, entriesOf, withEntry, withValue} from './edit-input.ts';
import {type Option, openPicker, optionsOf, type Picker} from './pickers.ts';
import {agreedTo, inAsked, managed} from './preset-tasks.ts';
import {rowsOf} from './rows.ts';
import {askForStart, startedFrom, startedFromPlan} from './starts.ts';
import {changeText, type TextChange} from './text-edit.ts';
import {inWeek} from './week.ts';
import type {Overlay, WizardAction, WizardState} from './wizard-types.ts';

const picked = (state: WizardState, option: Option): WizardState => {
	const closed = {...state, overlay: null};
	switch (option.kind) {
		case 'scratch':
			return startedFrom(state, null);
		case 'preset':
			return startedFrom(state, option.preset);
		case 'file':
			return askForStart(state, {kind: 'open'}, '');
		case 'recent':
			return startedFromPlan(closed, option.plan.input, option.plan.input.name ?? '');
		case 'workload':
			return startedFromPlan(closed, option.workload.input, option.workload.name);
		case 'region':
			return changed(closed, withValue(state.input, 'region', option.region));
		case 'spec':
			return entryAdded(closed, option.token);
	}
};

/** At the presets, unless something was given already. */
export const atStart = (state: WizardState): WizardState => {
	const {containers, workload} = state.input;
	const isDescribed = containers !== undefined || workload !== undefined;
	const opened = {...state, overlay: null};
	return state.opening.preset || isDescribed ? opened : openPicker(opened, 'preset');
};

/** The key that begins a filter elsewhere begins it here as well. */
const isStroke = ({filter}: Picker, change: TextChange): boolean =>
	filter.text === '' && change.kind === 'insert' && change.text === '/';

/** Esc: the whole list again, and only then away. */
const pickerLeft = (state: WizardState, overlay: Picker): WizardState => {
	const {list, filter, isTyping} = overlay;
	const isWhole = filter.text === '' && (list !== 'preset' || !isTyping);
	return isWhole ? {...state, overlay: null} : openPicker(state, list);
};

const inPicker = (state: WizardState, overlay: Picker, action: WizardAction): WizardState => {
	const options = optionsOf(state, overlay);
	const last = Math.max(0, options.length - 1);
	switch (action.type) {
		case 'focus':
		case 'focus-pane': {
			const cursor = Math.min(Math.max(0, overlay.cursor + action.by), last);
			return {...state, overlay: {...overlay, cursor}};
		}
		case 'filter':
			return {...state, overlay: {...overlay, isTyping: true}};
		case 'edit-text': {
			if (isStroke(overlay, action.change)) return state;
			const filter = changeText(overlay.filter, action.change);
			const cursor = filter.text === overlay.filter.text ? overlay.cursor : 0;
			return {...state, overlay: {...overlay, filter, cursor}};
		}
		case 'go-on': {
			const option = options[Math.min(overlay.cursor, last)];
			return option ? picked(state, option) : refuse(state, 'nothingFits', overlay.filter.text);
		}
		case 'go-back':
			return pickerLeft(state, overlay);
		case 'manage':
			return managed(state, options[overlay.cursor] ?? null, action.task);
		default:
			return state;
	}
};

/** `key=value`; what a log may be called is checked with the plan. */
const entryOf = (text: string, map: EntryMap): readonly [string, string] | null => {
	const at = text.indexOf('=');
	const key = text.slice(0, at).trim();
	const isKey = map === 'logs' ? key !== '' : isQualifiedName(key);
	return at < 0 || !isKey ? null : [key, text.slice(at + 1).trim()];
};

type EntryQuestion = Extract<Overlay, {kind: 'entry'}>;

/** Two log collections of one name would be one; null where there is nothing against the key. */
const entryRefused = (
	state: WizardState,
	{map, replaces}: EntryQuestion,
	key: string,
): WizardState | null =>
	map === 'logs' && key !== replaces && entriesOf(state.input, map).some(([one]) => one === key)
		? refuse(state, 'logTaken', key)
		: null;

const inEntry = (state: WizardState, overlay: EntryQuestion, action: WizardAction): WizardState => {
	if (action.type === 'edit-text')
		return {...state, overlay: {...overlay, edit: changeText(overlay.edit, action.change)}};
	if (action.type !== 'go-on') return state;
	const {map, replaces, edit} = overlay;
	const entry = entryOf(edit.text, map);
	if (!entry) return refuse(state, map === 'logs' ? 'logForm' : 'annotationForm');
	const [key] = entry;
	const refused = entryRefused(state, overlay, key);
	if (refused) return refused;
	const next = changed({...state, overlay: null}, withEntry(state.input, map, replaces, entry));
	const kind = map === 'logs' ? 'log' : 'annotation';
	const row = rowsOf(next, 'pod').findIndex(one => one.kind === kind && one.key === key);
	return say(focused(next, row), 'itemSet', key);
};

/** The answers of the last wizard, as one step to undo. */
const restored = (state: WizardState, {input, preset: name}: Draft): WizardState => {
	const preset = state.presets.find(one => one.name === name) ?? null;
	return say(answered(state, {input, preset}), 'draftRestored');
};

const agreed = (state: WizardState, overlay: Overlay): WizardState => {
	const closed = {...state, overlay: null};
	if (overlay.kind === 'leave') return {...closed, request: {kind: 'leave', forget: true}};
	if (overlay.kind === 'restore') return restored(closed, overlay.draft);
	if (overlay.kind === 'overwrite')
		return {...closed, request: {kind: 'write-file', path: overlay.path, overwrite: true}};
	if (overlay.kind === 'overwrite-preset') {
		const {name, finish} = overlay;
		return {...closed, request: {kind: 'save-preset', name, finish, overwrite: true}};
	}
	if (overlay.kind === 'confirm') return agreedTo(state, overlay.task);
	return closed;
};

/** Within what there is; only the screen knows the limit. */
export const scrolled = (
	from: number,
	{by, limit}: {readonly by: number; readonly limit: number},
) => Math.min(Math.max(0, from + by), Math.max(0, limit));

/** Only the table of keys knows what there is to choose, so the focus comes within its limits. */
const inPalette = (
	state: WizardState,
	overlay: Extract<Overlay, {kind: 'palette'}>,
	action: WizardAction,
): WizardState => {
	switch (action.type) {
		case 'focus':
			return {...state, overlay: {...overlay, cursor: Math.max(0, overlay.cursor + action.by)}};
		case 'edit-text':
			return {
				...state,
				overlay: {...overlay, filter: changeText(overlay.filter, action.change), cursor: 0},
			};
		case 'go-back':
			return {...state, overlay: null};
		default:
			return state;
	}
};

/** Keys of a question or of what is only read. */
const inQuestion = (state: WizardState, overlay: Overlay, action: WizardAction): WizardState => {
	if (action.type === 'agree') return agreed(state, overlay);
	if (action.type !== 'go-back')
		return overlay.kind === 'help' && action.type === 'show-help'
			? {...state, overlay: null}
			: state;
	if (overlay.kind === 'restore') return atStart(state);
	return overlay.kind === 'confirm' ? openPicker(state, 'preset') : {...state, overlay: null};
};

const onPage = (
	state: WizardState,
	overlay: Extract<Overlay, {kind: 'page'}>,
	action: WizardAction,
): WizardState =>
	action.type === 'scroll'
		? {...state, overlay: {...overlay, scroll: scrolled(overlay.scroll, action)}}
		: inQuestion(state, overlay, action);

/** What a key does while something stands in front of the step. */
export const inOverlay = (
	state: WizardState,
	overlay: Overlay,
	action: WizardAction,
): WizardState => {
	switch (overlay.kind) {
		case 'picker':
			return inPicker(state, overlay, action);
		case 'page':
			return onPage(state, overlay, action);
		case 'palette':
			return inPalette(state, overlay, action);
		case 'ask':
			return inAsked(state, overlay, action);
		case 'week':
			return action.type === 'go-back' ? {...state, overlay: null} : inWeek(state, overlay, action);
		case 'entry':
			return action.type === 'go-back'
				? {...state, overlay: null}
				: inEntry(state, overlay, action);
		default:
			return inQuestion(state, overlay, action);
	}
};
