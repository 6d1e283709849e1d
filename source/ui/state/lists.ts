import {MAX_CONTAINERS} from '../../domain/input/plan-input.ts';
import {entryDropped, openSpecPicker} from './chain-list.ts';
import {changed, focused, refuse, say} from './changes.ts';
import {addContainer, containersOf, removeContainer} from './edit-input.ts';
import {addedToPod, droppedFromPod, editedInPod, sectionFocused} from './pod-lists.ts';
import {focusedRow, rowsOf, selectedContainer} from './rows.ts';
import type {WizardState} from './wizard-types.ts';

/** The first field of the container that is selected. */
export const firstFormRow = (state: WizardState): number =>
	rowsOf(state, 'containers').findIndex(({kind}) => kind === 'field');

/** The container whose fields are shown, in the list; its head where a filter hides it. */
const selectedRow = (state: WizardState): number =>
	Math.max(
		0,
		rowsOf(state, 'containers').findIndex(
			row => row.kind === 'container' && row.index === selectedContainer(state),
		),
	);

export const containerAdded = (state: WizardState): WizardState => {
	const count = containersOf(state.input).length;
	if (count >= MAX_CONTAINERS) return refuse(state, 'containersFull');
	const next = {...changed(state, addContainer(state.input)), selected: count};
	return {...focused(next, firstFormRow(next)), prefilled: true};
};

const containerDropped = (state: WizardState, index: number): WizardState => {
	const containers = containersOf(state.input);
	if (containers.length === 1) return refuse(state, 'lastContainer');
	const name = containers[index]?.name ?? '';
	const next = changed(state, removeContainer(state.input, index));
	return say({...next, selected: Math.max(0, index - 1)}, 'containerDropped', name);
};

/** `a`: another item of the list that the step shows. */
export const added = (state: WizardState): WizardState => {
	switch (state.step) {
		case 'containers':
			return containerAdded(state);
		case 'chain':
			return openSpecPicker(state);
		case 'pod':
			return addedToPod(state);
		default:
			return state;
	}
};

/** `e`: the fields of the focused item. */
export const edited = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	if (state.step === 'pod') return editedInPod(state, row);
	return row?.kind === 'container'
		? focused({...state, selected: row.index}, firstFormRow(state))
		: refuse(state, 'noContainer');
};

/** `d`: takes the focused item away. */
export const dropped = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	if (state.step === 'pod') return droppedFromPod(state, row);
	if (row?.kind === 'container') return containerDropped(state, row.index);
	if (row?.kind === 'entry') return entryDropped(state, row.index);
	return refuse(state, state.step === 'containers' ? 'noContainer' : 'noEntry');
};

/** Tab goes from the list of containers to the fields of the one in focus, and back. */
export const paneFocused = (state: WizardState, by: number): WizardState => {
	if (state.step === 'pod') return sectionFocused(state, by);
	const cursor = state.cursors[state.step];
	const row = focusedRow(state);
	if (state.step === 'containers') {
		const first = firstFormRow(state);
		if (by > 0 && row?.kind === 'container') return focused(state, first);
		if (by < 0 && cursor === first) return focused(state, selectedRow(state));
	}
	const count = rowsOf(state, state.step).length;
	return count === 0 ? state : focused(state, (cursor + by + count) % count);
};
