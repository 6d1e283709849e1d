import {openSpecPicker} from './chain-list.ts';
import {focused, refuse} from './changes.ts';
import {openPicker} from './pickers.ts';
import {focusedRow, rowsOf} from './rows.ts';
import {changeText, type TextChange, typed} from './text-edit.ts';
import type {WizardState} from './wizard-types.ts';

/** `/`: what is typed next narrows the list of the step. */
export const filterOpened = (state: WizardState): WizardState => {
	switch (state.step) {
		case 'workload': {
			const opened = openPicker(state, 'preset');
			return opened.overlay?.kind === 'picker'
				? {...opened, overlay: {...opened.overlay, isTyping: true, cursor: 0}}
				: opened;
		}
		case 'chain':
			return openSpecPicker(state);
		case 'containers':
		case 'size':
		case 'pod': {
			const edit = state.filter?.edit ?? typed('');
			return {...state, filter: {edit, isTyping: true}};
		}
		default:
			return refuse(state, 'nothingToFilter');
	}
};

/** The whole list again, with the focus where it was. */
export const filterCleared = (state: WizardState): WizardState => {
	if (!state.filter) return state;
	const row = JSON.stringify(focusedRow(state));
	const next = {...state, filter: null};
	const index = rowsOf(next, next.step).findIndex(one => JSON.stringify(one) === row);
	return focused(next, index < 0 ? state.cursors[state.step] : index);
};

/** Typing into the filter; the first row that is left has the focus. */
export const filterTyped = (state: WizardState, change: TextChange): WizardState => {
	if (!state.filter) return state;
	const edit = changeText(state.filter.edit, change);
	return edit.text === state.filter.edit.text
		? {...state, filter: {...state.filter, edit}}
		: focused({...state, filter: {...state.filter, edit}}, 0);
};

/** Enter: the list as it is narrowed has the keys again. */
export const filterKept = (state: WizardState): WizardState => {
	const {filter} = state;
	if (filter === null || filter.edit.text.trim() === '') return {...state, filter: null};
	return rowsOf(state, state.step).length === 0
		? refuse(state, 'nothingFits', filter.edit.text)
		: focused({...state, filter: {...filter, isTyping: false}}, state.cursors[state.step]);
};
