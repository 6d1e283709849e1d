import type {Log} from '../rules/log.ts';
import type {StrategyName} from '../simulation/simulation-model.ts';
import {compare, one} from '../units/fraction.ts';
import {defaultPlanInput, type PlanInput} from './plan-input.ts';
import type {SimulationRequest, SpotRequest, StatedInterruption, Workload} from './plan-request.ts';
import {readTimeSpan} from './read-duration.ts';
import {readShare} from './read-share.ts';

type SimulationInput = NonNullable<PlanInput['simulation']>;

const hasDeadline = ({load}: Workload): boolean => load.kind === 'batch' && load.deadline !== null;

/** What users compare unasked: a limit and a deadline each bring the strategy that they are for. */
const defaultStrategies = (workload: Workload, spot: SpotRequest): readonly StrategyName[] => [
	'on-demand',
	'spot',
	...(spot.priceLimit === null ? [] : (['spot-limit'] as const)),
	'spot-fallback',
	...(hasDeadline(workload) ? (['uniform-progress'] as const) : []),
];

const withoutDuplicates = (given: readonly StrategyName[], log: Log): readonly StrategyName[] =>
	given.filter((strategy, index) => {
		const isFirst = given.indexOf(strategy) === index;
		if (!isFirst) log.add('strategy-duplicate', {strategy}, `simulation.strategies[${index}]`);
		return isFirst;
	});

/** Strategies that race a deadline. */
const DEADLINE_POLICIES: readonly StrategyName[] = ['greedy', 'uniform-progress'];

const checkDeadline = (strategy: StrategyName, workload: Workload, path: string, log: Log) => {
	if (DEADLINE_POLICIES.includes(strategy) && !hasDeadline(workload))
		log.add('strategy-deadline', {strategy}, path);
};

const readRate = (text: string, log: Log): StatedInterruption | null => {
	const path = 'simulation.interruptionRate';
	const share = readShare(text, path, log);
	if (!share) return null;
	if (compare(share, one) < 0) return {kind: 'rate', share};
	log.add('interruption-rate-whole', {value: text}, path);
	return null;
};

const readMean = (text: string, log: Log): StatedInterruption | null => {
	const time = readTimeSpan(text, 'simulation.mtbf', log);
	return time === null ? null : {kind: 'mean', time};
};

const readInterruption = (
	{interruptionRate, mtbf}: SimulationInput,
	log: Log,
): StatedInterruption | null => {
	if (interruptionRate !== undefined && mtbf !== undefined)
		log.add('interruption-conflict', {}, 'simulation.mtbf');
	const rate = interruptionRate === undefined ? null : readRate(interruptionRate, log);
	const mean = mtbf === undefined ? null : readMean(mtbf, log);
	return rate ?? mean;
};

/** Reads what to simulate, and with what; the market itself is read where files are. */
export const readSimulation = (
	input: SimulationInput,
	workload: Workload,
	spot: SpotRequest,
	log: Log,
): SimulationRequest => {
	const {simulation: defaults} = defaultPlanInput;
	const given = input.strategies ?? [];
	const baseline = input.baseline ?? defaults.baseline;
	given.forEach((strategy, index) => {
		checkDeadline(strategy, workload, `simulation.strategies[${index}]`, log);
	});
	if (!given.includes(baseline)) checkDeadline(baseline, workload, 'simulation.baseline', log);
	return {
		strategies:
			given.length === 0 ? defaultStrategies(workload, spot) : withoutDuplicates(given, log),
		baseline,
		market: input.market ?? defaults.market,
		interruption: readInterruption(input, log),
		paths: input.paths ?? defaults.paths,
		seed: input.seed ?? defaults.seed,
	};
};
