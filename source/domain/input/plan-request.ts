import type {Architecture} from '../catalogue/families.ts';
import type {Ruleset} from '../catalogue/rulesets.ts';
import type {Spec} from '../catalogue/spec.ts';
import type {FileSystem, PerformanceLevel} from '../catalogue/volumes.ts';
import type {StrategyName} from '../simulation/simulation-model.ts';
import type {Cidr} from '../units/cidr.ts';
import type {Cron} from '../units/cron.ts';
import type {Seconds} from '../units/duration.ts';
import type {Fraction} from '../units/fraction.ts';
import type {Currency} from '../units/money.ts';
import type {Bytes, CpuMillis} from '../units/quantity.ts';
import type {Schedule} from '../units/schedule.ts';
import type {Pick} from './chain-shape.ts';
import type {Placement, ServiceType, SpotStrategy, WorkloadKind} from './plan-input.ts';

/** CPU and memory as far as they were given. */
export type Resources = {
	readonly cpu: CpuMillis | null;
	/** Rounded up to a byte, for this container alone. */
	readonly memory: Bytes | null;
	/** The same in bytes before it is rounded, for sums. */
	readonly exactMemory: Fraction | null;
};

export type Container = {
	readonly name: string;
	readonly image: string | null;
	readonly limits: Resources;
	readonly requests: Resources;
	readonly gpu: number;
	readonly env: Readonly<Record<string, string>>;
	readonly command: readonly string[];
	readonly args: readonly string[];
	readonly ports: readonly number[];
};

/** A volume with what its type needs, and where it is mounted. */
export type Volume = {
	readonly name: string;
	readonly mount: {
		readonly container: string;
		readonly path: string;
		readonly readOnly: boolean;
	} | null;
	readonly source: VolumeSource;
};

export type VolumeSource =
	| {readonly type: 'empty-dir'; readonly size: string | null}
	| {readonly type: 'nas'; readonly server: string; readonly path: string; readonly options: string}
	/** On ECI only where it is turned into a disk. */
	| {readonly type: 'host-path'; readonly path: string}
	| {readonly type: 'nfs'; readonly server: string; readonly path: string}
	| {readonly type: 'disk'; readonly diskId: string; readonly fileSystem: FileSystem}
	| {
			readonly type: 'new-disk';
			readonly sizeGiB: number;
			readonly fileSystem: FileSystem;
			readonly performanceLevel: PerformanceLevel | null;
			readonly keep: boolean;
			readonly encrypted: boolean;
	  }
	| {readonly type: 'pvc'; readonly claim: string; readonly create: ClaimSource | null};

/** How the disks of a StorageClass are made. */
export type DiskClass = {
	readonly fileSystem: FileSystem;
	readonly performanceLevel: PerformanceLevel | null;
	readonly keep: boolean;
	readonly encrypted: boolean;
};

/** What a claim that doesn't exist yet is made of. */
export type ClaimSource =
	| {
			readonly kind: 'class';
			readonly size: string;
			readonly storageClass: string;
			readonly isDisk: boolean;
			/** What the StorageClass is made of; null for one that is there already. */
			readonly made: DiskClass | null;
	  }
	| {
			readonly kind: 'disk';
			readonly size: string;
			readonly diskId: string;
			readonly fileSystem: FileSystem;
	  }
	| {readonly kind: 'nfs'; readonly size: string; readonly server: string; readonly path: string};

export type Network = {
	/** Where pods take their addresses from; none where nobody said. */
	readonly vswitches: readonly Cidr[];
	/** Pods reach the internet through the VPC. */
	readonly hasNat: boolean;
	readonly service: {readonly type: Exclude<ServiceType, 'none'>; readonly port: number} | null;
	/** vCPU of the account in the region; null where nobody said. */
	readonly vcpuQuota: number | null;
};

/** One Logstore and what it collects: standard output, or files by path. */
export type LogCollection = {
	readonly name: string;
	readonly source: string;
	/** Whose logs these are; null for a pod without containers. */
	readonly container: string | null;
	/** `shard`, `ttl` and the like, with their values. */
	readonly settings: readonly (readonly [setting: string, value: string])[];
};

export type LogsRequest = {
	readonly collections: readonly LogCollection[];
	/** `project` and `machinegroup` of all of them. */
	readonly everywhere: readonly (readonly [setting: string, value: string])[];
};

/** Work is saved every so often, which takes a while, and taken up again after an interruption. */
export type Checkpoint = {
	readonly every: Seconds;
	readonly cost: Seconds;
	readonly restore: Seconds;
};

/** When pods run. */
export type Load =
	/** A service, always on. */
	| {readonly kind: 'constant'; readonly replicas: number}
	/** A service with replicas by weekday and time. */
	| {readonly kind: 'schedule'; readonly schedule: Schedule}
	/** Batch runs; one run a replica at time 0 when `runs` is once. */
	| {
			readonly kind: 'batch';
			readonly replicas: number;
			readonly work: Seconds;
			readonly runs: 'once' | {readonly perDay: Fraction} | {readonly cron: Cron};
			/** Time from start to finish that a run may take; null for any. */
			readonly deadline: Seconds | null;
			/** Null for work that starts from scratch. */
			readonly checkpoint: Checkpoint | null;
	  };

export type Workload = {
	readonly kind: WorkloadKind;
	readonly replicas: number;
	readonly load: Load;
	readonly timeZone: string;
	/** The cron text as given, for a CronJob. */
	readonly cron: string | null;
	/** Billed start-up of one pod, mount and pull; null where it is to be estimated. */
	readonly pull: Seconds | null;
};

/** What share of its outages an entry has in common with others. */
export type SharedStock = {
	/** Of a type with its generation and, beside that, with its family: at most 1 together. */
	readonly generation: Fraction;
	readonly family: Fraction;
	/** Of a CPU-MEM size with all sizes. */
	readonly sizes: Fraction;
};

/** What the user knows about stock. */
export type StockRequest = {
	/** By spec, as it stands in a chain. */
	readonly chances: ReadonlyMap<string, Fraction>;
	/** Whether those run out together with others, as the rest does. */
	readonly areShared: boolean;
	readonly shared: SharedStock;
};

export type ChainRequest = {
	/** The user's own chain, or null to have one chosen. */
	readonly useSpecs: readonly Spec[] | null;
	/** Chance of being placed that a chosen chain must reach. */
	readonly target: {
		readonly chance: Fraction;
		/** Null where the chance itself was given. */
		readonly pick: Pick | null;
	};
	readonly maxSpecs: number;
	/** Specs, as they stand in a chain, that it must have, and that it must not. */
	readonly pinned: readonly string[];
	readonly avoided: readonly string[];
	/** Largest share of a spec that may lie beyond the need. */
	readonly maxWaste: Fraction | null;
	/** Highest price an hour of a chosen spec, in the currency of the plan. */
	readonly priceCap: Fraction | null;
	readonly stock: StockRequest;
	readonly families: readonly string[];
	readonly excludeFamilies: readonly string[];
	/** None for all. */
	readonly generations: readonly number[];
	readonly arch: Architecture;
};

export type SpotRequest = {
	readonly strategy: SpotStrategy;
	/** As given: the annotation keeps its digits. */
	readonly priceLimit: string | null;
	/** Null when nothing was said, which ECI reads as false. */
	readonly fallback: boolean | null;
};

export type ReservedRequest = {
	/** Pay-as-you-go hours that one instance costs a month; null where the price is left to us. */
	readonly hoursPerMonth: Fraction | null;
	/** Number of reserved instances; null for the cheapest. */
	readonly covered: number | null;
};

export type OwnPrice = {readonly perHour: Fraction; readonly currency: Currency};

/** What is paid where that differs from the price list. */
export type PricingRequest = {
	/** Share of pay-as-you-go list prices, 0 to below 1. */
	readonly discount: Fraction;
	/** Pay-as-you-go by instance type, each in a currency of its own. */
	readonly prices: ReadonlyMap<string, OwnPrice>;
	/** Null where prices of the other currency are of no use. */
	readonly yuanPerDollar: Fraction | null;
};

/** How often spot pods are interrupted, as somebody knows it. */
export type StatedInterruption =
	/** Share of the pods that are interrupted within 24 hours, below 1. */
	| {readonly kind: 'rate'; readonly share: Fraction}
	| {readonly kind: 'mean'; readonly time: Seconds};

export type SimulationRequest = {
	/** Each once, in the order in which they are shown. */
	readonly strategies: readonly StrategyName[];
	readonly baseline: StrategyName;
	/** `calm`, `normal`, `stress` or a file. */
	readonly market: string;
	/** In place of what the market says; null where nobody said. */
	readonly interruption: StatedInterruption | null;
	readonly paths: number;
	readonly seed: number;
};

/** A PlanInput that was read: typed units, defaults filled in, nothing left to parse. */
export type PlanRequest = {
	readonly name: string;
	readonly region: string;
	readonly ruleset: Ruleset;
	readonly currency: Currency;
	readonly horizon: Seconds;
	readonly workload: Workload;
	readonly containers: readonly Container[];
	readonly initContainers: readonly Container[];
	/** Compressed size of all images of a pod; null where nobody said. */
	readonly imageBytes: Bytes | null;
	readonly placement: Placement;
	readonly volumes: readonly Volume[];
	readonly network: Network;
	readonly logs: LogsRequest;
	readonly chain: ChainRequest;
	readonly spot: SpotRequest;
	readonly reserved: ReservedRequest;
	readonly pricing: PricingRequest;
	readonly simulation: SimulationRequest;
	/** Annotations of the pod except those of chain and spot, in the order of the table. */
	readonly annotations: readonly (readonly [key: string, value: string])[];
	readonly labels: Readonly<Record<string, string>>;
	/** Temporary storage on top of the free 30 GiB. */
	readonly extraEphemeral: Bytes | null;
	/** A named volume that becomes a disk. */
	readonly diskVolume: string | null;
};
