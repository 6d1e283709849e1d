import {timeZones} from '../../source/adapters/time-zones.ts';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import type {Preset} from '../../source/domain/input/starts.ts';
import type {Row} from '../../source/ui/state/row.ts';
import {rowsOf} from '../../source/ui/state/rows.ts';
import type {StepId, WizardAction, WizardState} from '../../source/ui/state/wizard-types.ts';
import {openingState, reduceWizard} from '../../source/ui/wizard-state.ts';
import {smallPriceBook} from './price-book.ts';
import {commanded, presets, regions} from './wizard-request.ts';

/** The wizard once the first prices are there. */
export const opened = (given: PlanInput = {}, preset: Preset | null = null): WizardState =>
	reduceWizard(
		openingState({
			given,
			preset,
			commanded,
			presets,
			regions,
			timeZones,
			today: '2025-01-09',
			draft: null,
			recent: [],
			notices: [],
		}),
		{
			type: 'prices-loaded',
			book: smallPriceBook(),
		},
	);

export const following = (state: WizardState, ...actions: readonly WizardAction[]): WizardState =>
	actions.reduce(reduceWizard, state);

export const typing = (text: string): WizardAction => ({
	type: 'edit-text',
	change: {kind: 'insert', text},
});
export const erase: WizardAction = {type: 'edit-text', change: {kind: 'delete-line'}};
export const goOn: WizardAction = {type: 'go-on'};
export const goBack: WizardAction = {type: 'go-back'};

export const web: PlanInput = {
	name: 'web',
	containers: [{name: 'app', image: 'nginx:1.29', cpu: '2', memory: '3Gi'}],
};

export const atStep = (step: StepId, given: PlanInput = web): WizardState =>
	following(opened(given), {type: 'jump', step});

/** Puts the focus on the first row that the test looks for. */
export const focusOn = (state: WizardState, wanted: (row: Row) => boolean): WizardState =>
	following(state, {
		type: 'focus',
		by: rowsOf(state, state.step).findIndex(wanted) - state.cursors[state.step],
	});
export const focusField = (state: WizardState, id: string): WizardState =>
	focusOn(state, row => row.kind === 'field' && row.field.id === id);
