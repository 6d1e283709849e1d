import {type Binding, isStep, type Situation} from './bindings.ts';
import {isText} from './state/fields.ts';
import type {Row} from './state/row.ts';
import {rowsOf} from './state/rows.ts';
import {STEPS, type StepId, type Unavailable, type WizardState} from './state/wizard-types.ts';

/** What a step would be with the focus on this row; letters are keys unless they go into a text. */
const situationAt = (place: StepId, row: Row | null): Situation => {
	const field = row?.kind === 'field' ? row.field : null;
	return {
		place,
		row,
		typing: field !== null && isText(field),
		free: field?.free ?? false,
		presetNamed: false,
		list: null,
	};
};

/** The kinds of rows that a key works on in a step; null for a step without rows. */
const rowsFor = (
	{when}: Binding,
	state: WizardState,
	step: StepId,
): readonly (Row['kind'] | null)[] => {
	const rows = rowsOf({...state, filter: null}, step);
	const tried = rows.length === 0 ? [null] : rows;
	const kinds = tried.flatMap(row => (when(situationAt(step, row)) ? (row?.kind ?? null) : []));
	return [...new Set(kinds)];
};

/** Where a key does something, when it does nothing here. */
export const whereOf = (binding: Binding, state: WizardState): Unavailable => ({
	kind: 'unavailable',
	shown: binding.shown,
	label: binding.label,
	steps: STEPS.filter(step => rowsFor(binding, state, step).length > 0),
	rows: rowsFor(binding, state, state.step).flatMap(kind => kind ?? []),
});

/** Whether a key is one of the steps: what it does in front of them is no business of theirs. */
export const isOfSteps = (binding: Binding, state: WizardState): boolean =>
	STEPS.some(step => rowsFor(binding, state, step).length > 0);

/** Whether a command works here, whatever letters do at the moment. */
export const isAvailable = ({when}: Binding, situation: Situation): boolean =>
	isStep(situation) && when({...situation, typing: false});
