import type {PlanInput} from '../../domain/input/plan-input.ts';
import {refuse} from './changes.ts';
import {hasItsPrices, plannedOf, problemsOf} from './rows.ts';
import type {SavedPreset, WizardState} from './wizard-types.ts';

const WORK = ['workload', 'containers', 'initContainers', 'spot'] as const;

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is saved: the answers, without what the preset says about work that they have changed. */
export const presetInput = ({input, preset}: Pick<WizardState, 'input' | 'preset'>): PlanInput => {
	const isInherited = preset !== null && input.description === preset.input.description;
	const isChanged = WORK.some(part => !isEqual(input[part], preset?.input[part]));
	if (!isInherited || !isChanged) return input;
	const {description: _description, ...rest} = input;
	return rest;
};

const replacesOne = ({presets}: WizardState, name: string): boolean =>
	presets.some(one => one.origin === 'saved' && one.name === name);

export const savedAs = (state: WizardState, name: string): SavedPreset => ({
	preset: {name, origin: 'saved', input: presetInput(state)},
	answers: state.input,
	replaces: replacesOne(state, name),
});

/** Whether these answers lie under this name already. */
export const isSaved = ({saved, input}: WizardState, name: string): boolean =>
	saved?.preset.name === name && saved.answers === input;

/** Only what can be planned is saved; a preset of one's own that is there already is asked about. */
export const presetSaving = (state: WizardState, name: string, finish: boolean): WizardState => {
	if (problemsOf(state).length > 0) return refuse(state, 'saveBlocked');
	if (!hasItsPrices(state) || !plannedOf(state).plan) return refuse(state, 'pricesMissing');
	const overwrite = name === state.saved?.preset.name;
	return replacesOne(state, name) && !overwrite
		? {...state, overlay: {kind: 'overwrite-preset', name, finish}}
		: {...state, request: {kind: 'save-preset', name, finish, overwrite}};
};
