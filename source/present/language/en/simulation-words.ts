import type {StrategyName} from '../../../domain/simulation/simulation-model.ts';
import type {Driver, LimitReason} from '../../../domain/simulation/simulation-result.ts';
import type {TimeUnit} from '../../chart/scale.ts';

const UNITS: Readonly<Record<TimeUnit, string>> = {
	minutes: 'min',
	hours: 'h',
	days: 'd',
	months: 'mo',
	years: 'y',
};

const DRIVERS: Readonly<Record<Driver['kind'], string>> = {
	price: 'spot prices',
	interruptions: 'starting again',
	stock: 'dearer specs while the first is out of stock',
	fallback: 'pay-as-you-go as the fallback',
	rework: 'work done again',
};

const STRATEGIES: Readonly<Record<StrategyName, string>> = {
	'on-demand': 'on-demand',
	spot: 'spot',
	'spot-limit': 'spot-limit',
	'spot-fallback': 'spot-fallback',
	ecs: 'ecs',
	reserved: 'reserved',
	greedy: 'greedy',
	'uniform-progress': 'uniform-progress',
};

const LIMIT_REASONS: Readonly<Record<LimitReason, string>> = {
	service: 'the lowest that keeps a service running',
	batch: 'the cheapest found with which batch work is done',
	deadline: 'the lowest found that meets the deadline as often as no limit does',
};

/** Words of `simulate`. */
export const enSimulationWords = {
	/** Above the manifest of a simulation job. */
	jobComments: (name: string, shards: number, version: string): readonly string[] => [
		`Draws the paths in ${shards} shards, one a pod, each into the log of its pod.`,
		`Once kubectl wait --for=condition=complete job/${name} is through, collect and merge them:`,
		`  kubectl get pods -l app=${name} --field-selector=status.phase=Succeeded -o name | xargs -n 1 kubectl logs --tail=-1 > shards.json`,
		`  npx eci-plan@${version} simulate merge shards.json`,
	],
	costs: (horizon: string, symbol: string) => `Cost over ${horizon}, all pods, ${symbol}`,
	strategy: 'Strategy',
	strategies: STRATEGIES,
	mean: 'Mean',
	error: '± se',
	versus: 'vs baseline',
	percent: '%',
	placed: 'Placed',
	interruptions: 'Interrupted',
	fallback: 'Fallback',
	deadline: 'In time',
	worst: 'At worst',
	course: 'Cost over time',
	band: 'P10 to P90 around the median',
	time: (value: string, unit: TimeUnit) => `${value} ${UNITS[unit]}`,
	drivers: 'What the cost is due to',
	driver: (kind: Driver['kind'], percent: string) => `${percent} ${DRIVERS[kind]}`,
	hours: 'Billed hours by spec, mean',
	spec: 'Spec',
	payment: 'Paid',
	payments: {'on-demand': 'on demand', spot: 'spot'},
	billedHours: 'Hours',
	share: 'Share',
	advice: 'Break-even and advice',
	breakEven: {
		ratio: (percent: string, baseline: string) =>
			`costs what ${baseline} does when spot is at ${percent} of pay-as-you-go on average`,
		noRatio: (baseline: string) => `never costs the same as ${baseline}, whatever the spot price`,
		reserved: 'reserved',
		hoursPerDay: (hours: string) => `pays for a pod that runs ${hours} h a day or more`,
		months: (months: string) => `a year's instance has paid after ${months} months of full use`,
		checkpoint: 'checkpoint',
		checkpointText: (interval: string, hours: string) =>
			`every ${interval} takes the least time, ${hours} h expected`,
		limit: 'price limit',
		limitText: (amount: string, reason: LimitReason) =>
			`${amount}/h is ${LIMIT_REASONS[reason]}; set it with --spot-price-limit`,
	},
	deadlineText: (share: string, low: string, high: string) =>
		`${share} of runs in time, 95 % confidence ${low} to ${high}`,
	limitOf: (amount: string, isAdvised: boolean) =>
		isAdvised ? `price limit ${amount}/h, as advised` : `price limit ${amount}/h, as given`,
	limitReasons: LIMIT_REASONS,
	covered: (count: number) => (count === 1 ? '1 reserved instance' : `${count} reserved instances`),
	notes: 'How it is paid',
	assumptions: 'Assumptions',
	run: 'This run',
	paths: 'Paths',
	pathsText: (paths: string, seed: string) => `${paths}, seed ${seed}`,
	pathsOf: (paths: string, asked: string, seed: string) =>
		`${paths} of the ${asked} asked for, seed ${seed}`,
	market: 'Market',
	baseline: 'Baseline',
	simulating: (name: string) => `Simulating ${name}`,
	pathsDone: (done: string, all: string) => `${done}/${all} paths`,
	secondsLeft: (seconds: string) => `${seconds} s left`,
	minutesLeft: (minutes: string) => `${minutes} min left`,
};

export type SimulationWords = typeof enSimulationWords;
