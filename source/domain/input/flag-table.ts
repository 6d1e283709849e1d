import {ANNOTATIONS} from '../catalogue/annotations.ts';
import {RULESETS} from '../catalogue/rulesets.ts';
import {STRATEGIES} from '../simulation/simulation-model.ts';
import {CURRENCIES} from '../units/money.ts';
import {ARCHITECTURES, PICKS} from './chain-shape.ts';
import {PLACEMENTS, SERVICE_TYPES, SPOT_STRATEGIES, WORKLOAD_KINDS} from './plan-input.ts';

/**
 * How a flag is written. `list` takes commas and may be repeated, `pairs` is a repeated `key=value`, `records` a repeated
 * `name=app,cpu=1,…`.
 */
export type FlagKind = 'text' | 'whole' | 'boolean' | 'list' | 'pairs' | 'records';

/** Parts of a record, and the field of one list entry that each one fills in. */
export type RecordParts = {readonly [part: string]: string};

export type FlagGroup =
	| 'workload'
	| 'chain'
	| 'spot'
	| 'pod'
	| 'network'
	| 'prices'
	| 'plan'
	| 'simulation';

/** A flag that fills in one field of the PlanInput. */
export type PlanFlag = {
	readonly name: string;
	readonly group: FlagGroup;
	readonly kind: FlagKind;
	/** Field of the PlanInput, `workload.replicas`. */
	readonly path: string;
	/** What stands for the value in the help. */
	readonly value: string;
	readonly choices?: readonly string[];
	/** Of a `records` flag. */
	readonly parts?: RecordParts;
	/** Given again, it adds to what was given before, behind a comma. */
	readonly joins?: true;
	/** May be kept in the settings. */
	readonly setting?: true;
};

const row = (
	group: FlagGroup,
	name: string,
	kind: FlagKind,
	path: string,
	value: string,
	extra: Pick<PlanFlag, 'choices' | 'parts' | 'joins' | 'setting'> = {},
): PlanFlag => ({name, group, kind, path, value, ...extra});

const setting = {setting: true} as const;

export const CONTAINER_PARTS: RecordParts = {
	name: 'name',
	image: 'image',
	cpu: 'cpu',
	memory: 'memory',
	gpu: 'gpu',
	'request-cpu': 'requests.cpu',
	'request-memory': 'requests.memory',
};

export const VOLUME_PARTS: RecordParts = {
	name: 'name',
	type: 'type',
	mount: 'mountPath',
	container: 'container',
	'read-only': 'readOnly',
	server: 'server',
	path: 'path',
	options: 'mountOptions',
	disk: 'diskId',
	fs: 'fileSystem',
	size: 'size',
	level: 'performanceLevel',
	keep: 'keep',
	encrypted: 'encrypted',
	claim: 'claim',
	class: 'storageClass',
	'create-class': 'createClass',
};

/** The flags of the 14 annotations and of the newer ones that have a field. */
const POD_FLAGS: readonly PlanFlag[] = ANNOTATIONS.flatMap(({flag, field, format, example}) => {
	if (flag === null || !field?.startsWith('pod.')) return [];
	const many = (format.kind === 'identifiers' && format.maximum > 1) || format.kind === 'addresses';
	const list = many ? 'list' : 'text';
	const boolean = format.kind === 'boolean';
	return [
		row(
			'pod',
			flag,
			boolean ? 'boolean' : list,
			field,
			boolean ? '' : example,
			boolean ? {} : setting,
		),
	];
});

/** Every flag that fills in the PlanInput: the one table behind parsing, help, completion and the wizard's command. */
export const PLAN_FLAGS: readonly PlanFlag[] = [
	row('prices', 'region', 'text', 'region', 'cn-hangzhou', setting),
	row('prices', 'currency', 'text', 'currency', 'CNY|USD', {choices: CURRENCIES, ...setting}),
	row('prices', 'discount', 'text', 'pricing.discount', '15%', setting),
	row('prices', 'price', 'pairs', 'pricing.prices', 'ecs.c6.large=0.35', setting),
	row('prices', 'fx', 'text', 'pricing.yuanPerDollar', '7.1', setting),
	row('plan', 'ruleset', 'text', 'ruleset', '2020|current', {choices: RULESETS, ...setting}),
	row('plan', 'horizon', 'text', 'horizon', '30d', setting),
	row('plan', 'reserved', 'whole', 'reserved.covered', '2'),
	row('plan', 'reserved-hours', 'text', 'reserved.hoursPerMonth', '500', setting),
	row('workload', 'name', 'text', 'name', 'web'),
	row('workload', 'kind', 'text', 'workload.kind', 'deployment', {choices: WORKLOAD_KINDS}),
	row('workload', 'image', 'text', 'image', 'nginx:1.29'),
	row('workload', 'cpu', 'text', 'cpu', '500m'),
	row('workload', 'memory', 'text', 'memory', '3Gi'),
	row('workload', 'gpu', 'whole', 'gpu', '1'),
	row('workload', 'container', 'records', 'containers', 'name=app,cpu=1,memory=2Gi', {
		parts: CONTAINER_PARTS,
	}),
	row('workload', 'replicas', 'whole', 'workload.replicas', '3'),
	row('workload', 'schedule', 'text', 'workload.schedule', "'Mon-Fri 09:00-18:00=10; *=2'"),
	row('workload', 'time-zone', 'text', 'workload.timeZone', 'Asia/Shanghai', setting),
	row('workload', 'work', 'text', 'workload.work', '10h'),
	row('workload', 'deadline', 'text', 'workload.deadline', '12h'),
	row('workload', 'checkpoint-every', 'text', 'workload.checkpointEvery', '30m'),
	row('workload', 'checkpoint-cost', 'text', 'workload.checkpointCost', '1m'),
	row('workload', 'restore-cost', 'text', 'workload.restoreCost', '2m'),
	row('workload', 'runs-per-day', 'text', 'workload.runsPerDay', '4'),
	row('workload', 'cron', 'text', 'workload.cron', "'0 2 * * *'"),
	row('workload', 'pull', 'text', 'workload.pull', '60s', setting),
	row('workload', 'image-size', 'text', 'workload.imageSize', '800Mi'),
	row('network', 'vswitch-cidr', 'text', 'network.vswitchCidr', '10.0.0.0/24', {
		joins: true,
		...setting,
	}),
	row('network', 'nat', 'boolean', 'network.nat', '', setting),
	row('network', 'acr-vpc', 'boolean', 'network.acrVpc', '', setting),
	row('network', 'vcpu-quota', 'whole', 'network.vcpuQuota', '1000', setting),
	row('network', 'service', 'text', 'network.service', 'clusterip', {choices: SERVICE_TYPES}),
	row('network', 'port', 'whole', 'network.port', '80'),
	row('chain', 'use-specs', 'list', 'chain.useSpecs', '2-4Gi,ecs.c6.xlarge'),
	row('chain', 'pick', 'text', 'chain.pick', PICKS.join('|'), {choices: PICKS, ...setting}),
	row('chain', 'target-placed', 'text', 'chain.targetPlaced', '99.9%', setting),
	row('chain', 'max-specs', 'whole', 'chain.maxSpecs', '5', setting),
	row('chain', 'families', 'list', 'chain.families', 'c6,c7', setting),
	row('chain', 'exclude-families', 'list', 'chain.excludeFamilies', 'c5', setting),
	row('chain', 'generations', 'list', 'chain.generations', '7,8', setting),
	row('chain', 'pin', 'list', 'chain.pin', 'ecs.c7.large'),
	row('chain', 'avoid', 'list', 'chain.avoid', 'ecs.c5.large', setting),
	row('chain', 'max-waste', 'text', 'chain.maxWaste', '50%', setting),
	row('chain', 'price-cap', 'text', 'chain.priceCap', '0.5'),
	row('chain', 'in-stock', 'pairs', 'chain.inStock', '2-4Gi=0.9', setting),
	row('chain', 'in-stock-shared', 'boolean', 'chain.inStockShared', ''),
	row('chain', 'shared-generation', 'text', 'chain.sharedStock.generation', '25%', setting),
	row('chain', 'shared-family', 'text', 'chain.sharedStock.family', '50%', setting),
	row('chain', 'shared-sizes', 'text', 'chain.sharedStock.sizes', '100%', setting),
	row('chain', 'arch', 'text', 'chain.arch', 'amd64|arm64', {choices: ARCHITECTURES, ...setting}),
	row('spot', 'spot-strategy', 'text', 'spot.strategy', 'SpotAsPriceGo', {
		choices: SPOT_STRATEGIES,
	}),
	row('spot', 'spot-price-limit', 'text', 'spot.priceLimit', '0.25'),
	row('spot', 'spot-fallback', 'boolean', 'spot.fallback', ''),
	row('pod', 'placement', 'text', 'pod.placement', 'label', {choices: PLACEMENTS, ...setting}),
	row('pod', 'volume', 'records', 'volumes', 'name=data,type=nas,server=…,mount=/data', {
		parts: VOLUME_PARTS,
	}),
	row('pod', 'log', 'pairs', 'logs', 'name=stdout'),
	...POD_FLAGS,
	row('pod', 'annotation', 'pairs', 'pod.annotations', 'key=value'),
	row('simulation', 'strategies', 'list', 'simulation.strategies', 'on-demand,spot'),
	row('simulation', 'baseline', 'text', 'simulation.baseline', 'on-demand', {choices: STRATEGIES}),
	row('simulation', 'market', 'text', 'simulation.market', 'calm|normal|stress|FILE', setting),
	row('simulation', 'interruption-rate', 'text', 'simulation.interruptionRate', '3%', setting),
	row('simulation', 'mtbf', 'text', 'simulation.mtbf', '24h'),
	row('simulation', 'paths', 'whole', 'simulation.paths', '1000', setting),
	row('simulation', 'seed', 'whole', 'simulation.seed', '1', setting),
];

export const planFlagOf = (name: string): PlanFlag | undefined =>
	PLAN_FLAGS.find(flag => flag.name === name);

/** The flag that fills in a field: for `containers[0].memory` the flag `memory`. */
export const flagOfPath = (path: string): PlanFlag | undefined => {
	const field = path
		.replace(/^containers\[0\]\.(cpu|memory|gpu|image)$/, '$1')
		.replace(/\[\d+\].*$/, '');
	return (
		PLAN_FLAGS.find(flag => flag.path === field) ??
		PLAN_FLAGS.find(flag => field.startsWith(`${flag.path}.`))
	);
};
