import type {Plan} from '../../domain/plan.ts';
import type {LiveAnswer, LiveQuestion} from '../../domain/simulation/live.ts';
import type {StrategyName} from '../../domain/simulation/simulation-model.ts';
import type {Simulation, StrategyResult} from '../../domain/simulation/simulation-result.ts';
import {plannedOf} from './rows.ts';
import type {WizardState} from './wizard-types.ts';

/** Every way to pay that somebody may want to see; what has no type to be bought drops out. */
const ALL: readonly StrategyName[] = [
	'on-demand',
	'spot',
	'spot-limit',
	'spot-fallback',
	'ecs',
	'reserved',
];

const hasDeadline = ({request: {workload}}: Plan): boolean =>
	workload.load.kind === 'batch' && workload.load.deadline !== null;

const strategiesOf = (plan: Plan, given: readonly StrategyName[]): readonly StrategyName[] =>
	given.length > 0
		? given
		: [...ALL, ...(hasDeadline(plan) ? (['uniform-progress'] as const) : [])];

/** What to simulate; null while there is no plan. */
export const liveQuestion = (state: WizardState): LiveQuestion | null => {
	const {plan} = plannedOf(state);
	const {knowledge, input} = state;
	if (!plan || !knowledge) return null;
	return {
		plan,
		book: knowledge.book,
		strategies: strategiesOf(plan, input.simulation?.strategies ?? []),
	};
};

type Simulated = Extract<LiveAnswer, {kind: 'simulated'}>;

/** The last simulation, also while the next one is on its way. */
export const shownAnswer = ({live}: WizardState): Simulated | null =>
	live?.answer.kind === 'simulated' ? live.answer : null;

/** Whether what is shown was simulated for these very answers. */
export const isCurrent = (state: WizardState): boolean =>
	state.live !== null && state.live.plan === plannedOf(state).plan;

/** How the pods are paid for, as the strategy that stands for it. */
export const chosenStrategy = ({request: {spot}}: Plan): StrategyName => {
	if (spot.strategy === 'none') return 'on-demand';
	if (spot.fallback === true) return 'spot-fallback';
	return spot.strategy === 'SpotAsPriceGo' ? 'spot' : 'spot-limit';
};

/** The two to show where there is no room for more: pay-as-you-go, and spot as it is paid for or would be. */
export const twoStrategies = (plan: Plan, {strategies}: Simulation): readonly StrategyResult[] => {
	const chosen = chosenStrategy(plan);
	const beside = chosen === 'on-demand' ? 'spot' : chosen;
	const two = strategies.filter(({name}) => name === 'on-demand' || name === beside);
	return two.length === 2 ? two : strategies.slice(0, 2);
};
