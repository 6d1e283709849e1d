import type {Diagnostic} from '../domain/diagnostics.ts';
import type {RuleId} from '../domain/rules/facts.ts';
import type {SimulationSetup} from '../domain/simulation/compile/prepare.ts';
import type {PlannedInput} from './make-plan.ts';
import type {PreparedSimulation} from './simulate-plan.ts';

/** Spot prices that a quote has to assume, and the market of a simulation knows. */
const isAnswered = (rule: RuleId, {model: {market, entries}}: SimulationSetup): boolean => {
	const {price} = market;
	const areRecorded = price.law === 'history' && entries.every(({history}) => history !== null);
	return rule === 'spot-ratio-assumed' && (price.ratio !== null || areRecorded);
};

/** What there is to know about the plan, its prices, the market and the model of a simulation. */
export const saidOfSimulation = (
	{plan, withPlaces}: PlannedInput,
	{setup, diagnostics}: PreparedSimulation,
): readonly Diagnostic[] => {
	const about = plan.prices.quote.diagnostics.filter(({rule}) => !isAnswered(rule, setup));
	return withPlaces([...plan.diagnostics, ...about, ...diagnostics]);
};
