import {expect, test} from 'vitest';
import type {Simulation} from '../../source/domain/simulation/simulation-result.ts';
import {plannedOf} from '../../source/ui/state/rows.ts';
import type {WizardState} from '../../source/ui/state/wizard-types.ts';
import {ON_DEMAND, SIMULATION, SPOT} from '../helpers/simulations.ts';
import {atStep, following} from '../helpers/wizard-steps.ts';

const simulated = (state: WizardState): WizardState => {
	const {plan} = plannedOf(state);
	if (!plan) throw new Error('The answers have a plan');
	const simulation: Simulation = {...SIMULATION, strategies: [ON_DEMAND, SPOT]};
	return following(state, {
		type: 'simulated',
		plan,
		answer: {kind: 'simulated', simulation, limits: null, isDone: true},
	});
};
const compare = (by: number) => ({type: 'compare', by}) as const;

test('the baseline goes round the ways that were simulated', () => {
	const state = simulated(atStep('review'));
	const next = following(state, compare(1));
	expect(next.input.simulation?.baseline).toBe('spot');
	expect(following(next, compare(1)).input.simulation).toBeUndefined();
	expect(following(state, compare(-1)).input.simulation?.baseline).toBe('spot');
});

test('it is one step to undo', () => {
	const next = following(simulated(atStep('review')), compare(1), {type: 'undo'});
	expect(next.input.simulation).toBeUndefined();
});

test('a baseline that was given is replaced, never left out', () => {
	const given = {cpu: '2', memory: '3Gi', simulation: {baseline: 'spot'}} as const;
	const next = following(simulated(atStep('review', given)), compare(1));
	expect(next.input.simulation?.baseline).toBe('on-demand');
});

test('before the first simulation there is nothing to pick', () => {
	const state = atStep('review');
	expect(following(state, compare(1)).input).toBe(state.input);
});
