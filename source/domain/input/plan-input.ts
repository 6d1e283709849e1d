import {RULESETS} from '../catalogue/rulesets.ts';
import {FILE_SYSTEMS, PERFORMANCE_LEVELS, VOLUME_TYPES} from '../catalogue/volumes.ts';
import {
	choice,
	flag,
	type Infer,
	list,
	map,
	measure,
	object,
	scalar,
	text,
	whole,
} from '../schema/shape.ts';
import {STRATEGIES} from '../simulation/simulation-model.ts';
import {CURRENCIES} from '../units/money.ts';
import {chainShape} from './chain-shape.ts';

export const API_VERSION = 'eci-plan/v1';

export const WORKLOAD_KINDS = ['pod', 'deployment', 'statefulset', 'job', 'cronjob'] as const;
export type WorkloadKind = (typeof WORKLOAD_KINDS)[number];

/** Kinds whose pods end. */
export const isBatch = (kind: WorkloadKind): boolean => kind === 'job' || kind === 'cronjob';

export const SPOT_STRATEGIES = ['none', 'SpotAsPriceGo', 'SpotWithPriceLimit'] as const;
export type SpotStrategy = (typeof SPOT_STRATEGIES)[number];

export const SERVICE_TYPES = ['none', 'clusterip', 'loadbalancer'] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

/** How pods get onto ECI: by a label, by tolerating the virtual node, or by the cluster itself. */
export const PLACEMENTS = ['label', 'tolerations', 'none'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Containers of one pod [D-LIM]. */
export const MAX_CONTAINERS = 20;
/** More containers or volumes than anybody writes; what a pod may have is a rule of its own. */
const LONGEST_LIST = 100;
export const MAX_REPLICAS = 100_000;

const cpu = scalar('vCPU: `2`, `0.5` or `500m`', '500m', '2');
const memory = measure('Memory with its unit; `4G` is less than `4Gi`', '512Mi', '3Gi');
const gpu = whole(0, 8, 'Number of GPUs');

const containerShape = object(
	{
		name: text('Name of the container', 'app'),
		image: text('Image with its tag', 'nginx:1.29'),
		cpu,
		memory,
		gpu,
		requests: object({cpu, memory}, 'What is requested, where that differs from the limits above'),
		env: map(
			200,
			'Environment variables; `__ECI_RESOURCE_IGNORE__: "TRUE"` leaves the container out of the sum',
		),
		command: list(text('One word'), 100, 'Entry point'),
		args: list(text('One word'), 100, 'Arguments'),
		ports: list(whole(1, 65_535, 'Container port'), 50, 'Ports that the container listens on'),
	},
	'One container. cpu and memory are its limits',
);

const volumeShape = object(
	{
		name: text('Name of the volume', 'data'),
		type: choice(VOLUME_TYPES, 'Kind of storage'),
		mountPath: text('Where the container sees it', '/data'),
		container: text('Container that mounts it (default the first)', 'app'),
		readOnly: flag('Mount it read-only'),
		server: text('NAS or NFS server', '1a2b3c-xyz.cn-hangzhou.nas.aliyuncs.com'),
		path: text('Folder on the server (default /), or of a hostPath', '/share'),
		mountOptions: text('Mount options of NAS', 'nolock,tcp,noresvport'),
		diskId: text('Existing disk', 'd-bp1a2b3c'),
		fileSystem: choice(FILE_SYSTEMS, 'File system of a disk (default ext4)'),
		size: text('Size of a created disk or claim', '100Gi'),
		performanceLevel: choice(PERFORMANCE_LEVELS, 'Performance level of a created disk'),
		keep: flag('Keep the created disk after the pod'),
		encrypted: flag('Encrypt the created disk'),
		claim: text('PersistentVolumeClaim; created too when size, server or diskId is given', 'data'),
		storageClass: text('StorageClass of a created claim', 'alicloud-disk-essd'),
		createClass: flag('Create that StorageClass too (its default name is that of the claim)'),
	},
	'One volume and where it is mounted',
);

const workloadShape = object(
	{
		kind: choice(WORKLOAD_KINDS, 'Kind of workload (default deployment)'),
		replicas: whole(0, MAX_REPLICAS, 'Number of pods (default 1)'),
		schedule: text(
			'Replicas by weekday and time; the first window that matches wins',
			'Mon-Fri 09:00-18:00=10; *=2',
		),
		timeZone: text('Time zone of schedule and cron (default Asia/Shanghai)', 'Asia/Shanghai'),
		work: text('Useful time of one batch run', '10h'),
		deadline: text('Time from start to finish that a batch run may take', '12h'),
		checkpointEvery: text('Useful time between two checkpoints of a batch run', '30m'),
		checkpointCost: text('Time that a checkpoint takes (default 0s)', '1m'),
		restoreCost: text('Time to take up work from a checkpoint (default 0s)', '2m'),
		runsPerDay: scalar('Batch runs a day', '4'),
		cron: text('Start times of a CronJob', '0 2 * * *'),
		pull: text(
			'Billed time to start a pod: mount and pull (default 60s, 10s with an image cache)',
			'60s',
		),
		imageSize: text('Compressed size of all images of a pod, to estimate the pull', '800Mi'),
	},
	'How many pods run, and when',
);

const networkShape = object(
	{
		vswitchCidr: text(
			'Address ranges of the vSwitches, with commas; one pod takes one address',
			'10.0.0.0/24',
		),
		nat: flag('The VPC has a NAT gateway, so pods reach the internet'),
		acrVpc: flag('Pull images of ACR by its endpoint inside the VPC'),
		service: choice(SERVICE_TYPES, 'Service in front of the pods (default none)'),
		port: whole(1, 65_535, 'Port of the Service'),
		vcpuQuota: whole(1, 1_000_000, 'vCPU that the account may run in the region'),
	},
	'How pods are reached, and how many the network holds',
);

const spotShape = object(
	{
		strategy: choice(SPOT_STRATEGIES, 'Spot bid (default none: pay-as-you-go)'),
		priceLimit: scalar('Highest price an hour for the whole pod, at most 3 decimals', '0.250'),
		fallback: flag('Fall back to pay-as-you-go when spot has no stock'),
	},
	'Spot (preemptible) instances',
);

const reservedShape = object(
	{
		hoursPerMonth: scalar(
			'Price of one reserved instance a month, in pay-as-you-go hours of its type (default 500)',
			'500',
		),
		covered: whole(0, MAX_REPLICAS, 'Number of reserved instances (default the cheapest)'),
	},
	'Reserved instances, which cover pods on the first ECS type of the chain',
);

export const MAX_PATHS = 1_000_000;
/** Seeds are 32 bits. */
const MAX_SEED = 2 ** 32 - 1;

const simulationShape = object(
	{
		strategies: list(
			choice(STRATEGIES, 'A way of paying'),
			20,
			'Ways of paying to compare (default on-demand, spot, spot-fallback; spot-limit with a price limit, uniform-progress with a deadline)',
		),
		baseline: choice(STRATEGIES, 'What the others are compared with (default on-demand)'),
		market: text('The spot market: calm, normal (default), stress or a market file', 'normal'),
		interruptionRate: scalar(
			'Share of spot pods that are interrupted within 24 hours, instead of what the market says',
			'3%',
		),
		mtbf: text('Mean time between interruptions of a spot pod, instead of interruptionRate', '24h'),
		paths: whole(1, MAX_PATHS, 'Number of futures to draw (default 1000)'),
		seed: whole(
			0,
			MAX_SEED,
			'Start of the random numbers: the same seed, the same result (default 1)',
		),
	},
	'What is simulated, and how',
);

const pricingShape = object(
	{
		discount: measure('Discount on pay-as-you-go list prices', '15%'),
		prices: map(
			500,
			'Own pay-as-you-go prices an hour by instance type, in CNY unless USD is named (0.049USD)',
		),
		yuanPerDollar: scalar(
			'Exchange rate, for prices that are known in the other currency only',
			'7.1',
		),
	},
	'What is paid where that differs from the price list',
);

const podShape = object(
	{
		vswitch: list(text('vsw-…', 'vsw-bp1a2b3c'), 20, 'vSwitches, at most 10'),
		securityGroup: list(text('sg-…', 'sg-bp1a2b3c'), 20, 'Security groups, at most 5'),
		resourceGroup: text('Resource group', 'rg-acfm1a2b'),
		ramRole: text('Name of the RAM role', 'EciReadOss'),
		imageSnapshot: text('Image cache to use', 'imc-bp1a2b3c'),
		imageCache: flag('Match an image cache by itself'),
		withEip: flag('Create and bind an elastic IP address'),
		eipBandwidth: scalar('Bandwidth of the new address in Mbit/s', '10'),
		eipInstance: text('Existing elastic IP address to bind', 'eip-bp1a2b3c'),
		ntpServer: list(text('IPv4 address', '100.100.5.1'), 20, 'NTP servers'),
		diskVolume: text('Volume to turn into a disk: name:filesystem:size', 'cache-volume:ext4:500Gi'),
		extraEphemeralStorage: measure('Temporary storage on top of the free 30 GiB', '50Gi'),
		placement: choice(PLACEMENTS, 'How the pod gets onto ECI (default label)'),
		annotations: map(100, 'Further annotations of the pod'),
		labels: map(100, 'Labels of the pod'),
	},
	'The pod around the containers',
);

/**
 * The one document that flags, files, presets and the wizard fill in. Every field may be left out.
 * cpu, memory, gpu and image at the top stand for one container named app.
 */
export const planInputShape = object(
	{
		apiVersion: choice([API_VERSION], 'Version of this document'),
		kind: choice(['PlanInput'], 'Kind of this document'),
		name: text('Name of the workload (default app)', 'web'),
		description: text('One line about the workload'),
		region: text('Region (default cn-hangzhou)', 'cn-hangzhou'),
		ruleset: choice(RULESETS, 'ECI rules: the brief of 2020 (default) or the current help pages'),
		currency: choice(CURRENCIES, 'Currency (default CNY)'),
		horizon: text('How long to plan for (default 30d)', '30d'),
		cpu,
		memory,
		gpu,
		image: text('Image with its tag', 'nginx:1.29'),
		workload: workloadShape,
		containers: list(containerShape, LONGEST_LIST, 'The containers of the pod, at most 20'),
		initContainers: list(containerShape, LONGEST_LIST, 'Containers that run before the others'),
		volumes: list(volumeShape, LONGEST_LIST, 'Storage of the pod, at most 20'),
		network: networkShape,
		logs: map(
			20,
			'Log collection: name of the Logstore, and stdout or a path such as /var/log/*.log; beside it web_ttl, web_shard, web_tags, web_project, web_logstore, web_machinegroup, and web_container for the container that writes it; project and machinegroup for all',
		),
		chain: chainShape,
		spot: spotShape,
		reserved: reservedShape,
		pricing: pricingShape,
		simulation: simulationShape,
		pod: podShape,
	},
	'What eci-plan plans: a workload, its pod and how it is paid for',
);

export type PlanInput = Infer<typeof planInputShape>;
export type ContainerInput = Infer<typeof containerShape>;
export type VolumeInput = Infer<typeof volumeShape>;

export const defaultPlanInput = {
	name: 'app',
	region: 'cn-hangzhou',
	ruleset: '2020',
	currency: 'CNY',
	horizon: '30d',
	workload: {kind: 'deployment', replicas: 1, timeZone: 'Asia/Shanghai'},
	chain: {pick: 'balanced', maxSpecs: 5, arch: 'amd64'},
	spot: {strategy: 'none'},
	simulation: {baseline: 'on-demand', market: 'normal', paths: 1000, seed: 1},
} as const satisfies PlanInput;
