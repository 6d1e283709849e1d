import {MAX_SPECS} from '../../domain/catalogue/spec.ts';
import {MAX_CONTAINERS} from '../../domain/input/plan-input.ts';
import {changed, focused, refuse, say} from './changes.ts';
import {addContainer, containersOf, moved, removeContainer, withChain} from './edit-input.ts';
import {addedToPod, droppedFromPod, editedInPod, sectionFocused} from './pod-lists.ts';
import {chainTokens, focusedRow, rowsOf, selectedContainer} from './rows.ts';
import {typed} from './text-edit.ts';
import type {WizardState} from './wizard-types.ts';

/** The first field of the container that is selected. */
export const firstFormRow = (state: WizardState): number => containersOf(state.input).length + 1;

export const containerAdded = (state: WizardState): WizardState => {
	const count = containersOf(state.input).length;
	if (count >= MAX_CONTAINERS) return refuse(state, 'containersFull');
	const next = {...changed(state, addContainer(state.input)), selected: count};
	return focused(next, firstFormRow(next));
};

const containerDropped = (state: WizardState, index: number): WizardState => {
	const containers = containersOf(state.input);
	if (containers.length === 1) return refuse(state, 'lastContainer');
	const name = containers[index]?.name ?? '';
	const next = changed(state, removeContainer(state.input, index));
	return say({...next, selected: Math.max(0, index - 1)}, 'containerDropped', name);
};

export const openSpecPicker = (state: WizardState): WizardState =>
	chainTokens(state).length >= MAX_SPECS
		? refuse(state, 'chainFull')
		: {...state, overlay: {kind: 'picker', list: 'spec', filter: typed(''), cursor: 0}};

export const entryAdded = (state: WizardState, token: string): WizardState => {
	const tokens = chainTokens(state);
	if (tokens.includes(token)) return refuse(state, 'alreadyInChain', token);
	const next = changed(state, withChain(state.input, [...tokens, token]));
	return say(focused(next, tokens.length), 'entryAdded', token);
};

const entryDropped = (state: WizardState, index: number): WizardState => {
	const tokens = chainTokens(state);
	if (tokens.length === 1) return refuse(state, 'lastEntry');
	const next = changed(
		state,
		withChain(
			state.input,
			tokens.filter((_, position) => position !== index),
		),
	);
	return say(next, 'entryDropped', tokens[index]);
};

export const entryMoved = (state: WizardState, by: number): WizardState => {
	const row = focusedRow(state);
	if (row?.kind !== 'entry') return refuse(state, 'noEntry');
	const tokens = moved(chainTokens(state), row.index, by);
	if (!tokens) return refuse(state, by < 0 ? 'alreadyFirst' : 'alreadyLast');
	return focused(changed(state, withChain(state.input, tokens)), row.index + by);
};

export const chainReset = (state: WizardState): WizardState =>
	state.input.chain?.useSpecs === undefined
		? refuse(state, 'alreadyPicked')
		: say(changed(state, withChain(state.input, null)), 'chainReset');

/** Puts a spec at the head of the chain. */
export const specTaken = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	if (row?.kind !== 'spec') return refuse(state, 'nothingToTake');
	const others = chainTokens(state).filter(token => token !== row.token);
	const tokens = [row.token, ...others].slice(0, MAX_SPECS);
	return say(changed(state, withChain(state.input, tokens)), 'specTaken', row.token);
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
		if (by < 0 && cursor === first) return focused(state, selectedContainer(state));
	}
	const count = rowsOf(state, state.step).length;
	return count === 0 ? state : focused(state, (cursor + by + count) % count);
};
