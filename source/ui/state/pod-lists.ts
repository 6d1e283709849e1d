import {MAX_VOLUMES} from '../../domain/catalogue/volumes.ts';
import {defaultPlanInput} from '../../domain/input/plan-input.ts';
import {changed, focused, refuse, say} from './changes.ts';
import {
	addVolume,
	type EntryMap,
	entriesOf,
	freeName,
	removeVolume,
	withEntry,
} from './edit-input.ts';
import {focusedSection, type PodSectionId, sectionStarts, selectedVolume} from './pod-rows.ts';
import type {Row} from './row.ts';
import {typed} from './text-edit.ts';
import type {WizardState} from './wizard-types.ts';

const focusedAt = (state: WizardState, id: PodSectionId, offset = 0): WizardState => {
	const section = sectionStarts(state).find(one => one.id === id);
	return section ? focused(state, section.start + offset) : state;
};

export const volumeAdded = (state: WizardState): WizardState => {
	const count = state.input.volumes?.length ?? 0;
	if (count >= MAX_VOLUMES) return refuse(state, 'volumesFull');
	const next = {...changed(state, addVolume(state.input)), volume: count};
	return {...focusedAt(next, 'volume'), prefilled: true};
};

const volumeDropped = (state: WizardState, index: number): WizardState => {
	const name = state.input.volumes?.[index]?.name ?? '';
	const next = changed(state, removeVolume(state.input, index));
	return say({...next, volume: Math.max(0, index - 1)}, 'itemDropped', name);
};

const askForEntry = (
	state: WizardState,
	map: EntryMap,
	replaces: string | null,
	text: string,
): WizardState => ({...state, overlay: {kind: 'entry', map, edit: typed(text), replaces}});

/** Standard output under the name of the workload is what most collect first. */
export const askForLog = (state: WizardState): WizardState => {
	const taken = entriesOf(state.input, 'logs').map(([key]) => key);
	const name = freeName(state.input.name ?? defaultPlanInput.name, taken);
	return askForEntry(state, 'logs', null, `${name}=stdout`);
};

export const askForAnnotation = (state: WizardState): WizardState =>
	askForEntry(state, 'pod.annotations', null, '');

/** `a`: another item of the section. */
export const addedToPod = (state: WizardState): WizardState => {
	switch (focusedSection(state)) {
		case 'logs':
			return askForLog(state);
		case 'network':
		case 'pod':
		case 'annotations':
			return askForAnnotation(state);
		default:
			return volumeAdded(state);
	}
};

/** `e`: the fields of the focused volume, or the text of the focused entry. */
export const editedInPod = (state: WizardState, row: Row | null): WizardState => {
	switch (row?.kind) {
		case 'volume':
			return focusedAt({...state, volume: row.index}, 'volume');
		case 'log':
			return askForEntry(state, 'logs', row.key, `${row.key}=${row.value}`);
		case 'annotation':
			return askForEntry(state, 'pod.annotations', row.key, `${row.key}=${row.value}`);
		default:
			return refuse(state, 'noItem');
	}
};

const entryDropped = (state: WizardState, map: EntryMap, key: string): WizardState =>
	say(changed(state, withEntry(state.input, map, key, null)), 'itemDropped', key);

/** `d`: takes the focused item away. */
export const droppedFromPod = (state: WizardState, row: Row | null): WizardState => {
	switch (row?.kind) {
		case 'volume':
			return volumeDropped(state, row.index);
		case 'log':
			return entryDropped(state, 'logs', row.key);
		case 'annotation':
			return entryDropped(state, 'pod.annotations', row.key);
		default:
			return refuse(state, 'noItem');
	}
};

/** Tab goes round the sections; back from the fields of a volume to that volume. */
export const sectionFocused = (state: WizardState, by: number): WizardState => {
	const ids = sectionStarts(state).map(({id}) => id);
	const index = ids.indexOf(focusedSection(state));
	const next = ids[(index + by + ids.length) % ids.length] ?? 'placement';
	return focusedAt(state, next, next === 'volumes' ? selectedVolume(state) : 0);
};
