import {defaultPlanInput} from '../../domain/input/plan-input.ts';
import {changed} from './changes.ts';
import {withValue} from './edit-input.ts';
import {shownAnswer} from './live.ts';
import {shownPlan} from './rows.ts';
import type {WizardState} from './wizard-types.ts';

/** A preset or a flag that names a baseline goes on doing so: only another one takes its place. */
const isStated = ({preset, opening}: WizardState): boolean =>
	[preset?.input, opening.given].some(input => input?.simulation?.baseline !== undefined);

/** Left and right: what the others are compared with is the neighbouring way to pay. */
export const baselineChosen = (state: WizardState, by: number): WizardState => {
	const names = shownAnswer(state)?.simulation.strategies.map(({name}) => name) ?? [];
	const current = shownPlan(state)?.request.simulation.baseline;
	const index = current ? names.indexOf(current) : -1;
	const next = names[(Math.max(0, index) + by + names.length) % names.length];
	if (!next) return state;
	const isDefault = next === defaultPlanInput.simulation.baseline && !isStated(state);
	const value = isDefault ? undefined : next;
	return changed(state, withValue(state.input, 'simulation.baseline', value));
};
