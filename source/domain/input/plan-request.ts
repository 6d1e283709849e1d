import type {Architecture} from '../catalogue/families.ts';
import type {Ruleset} from '../catalogue/rulesets.ts';
import type {Spec} from '../catalogue/spec.ts';
import type {Cron} from '../units/cron.ts';
import type {Seconds} from '../units/duration.ts';
import type {Fraction} from '../units/fraction.ts';
import type {Currency} from '../units/money.ts';
import type {Bytes, CpuMillis} from '../units/quantity.ts';
import type {Schedule} from '../units/schedule.ts';
import type {SpotStrategy, WorkloadKind} from './plan-input.ts';

/** CPU and memory as far as they were given. */
export type Resources = {readonly cpu: CpuMillis | null; readonly memory: Bytes | null};

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
	  };

export type Workload = {
	readonly kind: WorkloadKind;
	readonly replicas: number;
	readonly load: Load;
	readonly timeZone: string;
	/** The cron text as given, for a CronJob. */
	readonly cron: string | null;
	/** Billed start-up of one pod: mount and pull. */
	readonly pull: Seconds;
};

export type ChainRequest = {
	/** The user's own chain, or null to have one chosen. */
	readonly useSpecs: readonly Spec[] | null;
	readonly maxSpecs: number;
	readonly families: readonly string[];
	readonly excludeFamilies: readonly string[];
	readonly arch: Architecture;
};

export type SpotRequest = {
	readonly strategy: SpotStrategy;
	/** As given: the annotation keeps its digits. */
	readonly priceLimit: string | null;
	/** Null when nothing was said, which ECI reads as false. */
	readonly fallback: boolean | null;
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
	readonly chain: ChainRequest;
	readonly spot: SpotRequest;
	/** Annotations of the pod except those of chain and spot, in the order of the table. */
	readonly annotations: readonly (readonly [key: string, value: string])[];
	readonly labels: Readonly<Record<string, string>>;
	/** Temporary storage on top of the free 30 GiB. */
	readonly extraEphemeral: Bytes | null;
	/** A named volume that becomes a disk. */
	readonly diskVolume: string | null;
};
