import type {Successor} from '../catalogue/annotations.ts';
import type {Ruleset} from '../catalogue/rulesets.ts';
import type {EntryKind, JsonKind} from '../catalogue/value-format.ts';
import type {CidrProblem} from '../units/cidr.ts';
import type {CronProblem} from '../units/cron.ts';
import type {DurationProblem} from '../units/duration.ts';
import type {Money} from '../units/money.ts';
import type {QuantityProblem} from '../units/quantity.ts';
import type {ScheduleProblem} from '../units/schedule.ts';
import type {AnnotateFacts} from './annotate-facts.ts';
import type {Amounts, ChainFacts} from './chain-facts.ts';
import type {CommandFacts, None, Suggested} from './command-facts.ts';
import type {DiffFacts} from './diff-facts.ts';
import type {ManifestFacts} from './manifest-facts.ts';
import type {SimulationFacts} from './simulation-facts.ts';
import type {VolumeFacts} from './volume-facts.ts';

export type {Amounts, PinProblem} from './chain-facts.ts';

export /** An object of a manifest: the how manyth document, from 1, and its name. */
type InManifest = {readonly document: number; readonly name: string};

/** What is wrong with the value of an annotation. */
export type ValueReason =
	| 'empty'
	| 'boolean'
	| 'whole'
	| 'choice'
	| 'identifier'
	| 'too-many'
	| 'role-name'
	| 'address'
	| 'disk-volume'
	| 'storage-size'
	| EntryKind
	| JsonKind
	| 'control-character';

/** Facts of the rules about plans, manifests and prices. */
export type PlanFacts = VolumeFacts & {
	// What a person wrote
	'field-type': {readonly expected: string; readonly found: string};
	'field-choice': {readonly value: string; readonly choices: readonly string[]} & Suggested;
	'field-range': {readonly value: string; readonly minimum: number; readonly maximum: number};
	'field-too-many': {readonly count: number; readonly maximum: number};
	'field-unknown': {readonly name: string} & Suggested;
	'quantity-invalid': {
		readonly resource: 'cpu' | 'memory';
		readonly value: string;
		readonly problem: QuantityProblem;
	};
	'quantity-decimal-unit': {readonly value: string; readonly binary: string};
	'duration-invalid': {readonly value: string; readonly problem: DurationProblem};
	'schedule-invalid': {readonly value: string; readonly problem: ScheduleProblem};
	'cron-invalid': {readonly value: string; readonly problem: CronProblem};
	'time-zone-invalid': {readonly value: string} & Suggested;
	'number-invalid': {readonly value: string};
	'share-invalid': {readonly value: string} & Suggested;
	'price-cap-invalid': {readonly value: string};
	'reserved-hours-invalid': {readonly value: string; readonly maximum: number};
	'name-invalid': {readonly value: string; readonly maximum: number};
	'image-invalid': {readonly value: string};
	'environment-name-invalid': {readonly name: string};
	'label-invalid': {readonly key: string; readonly value: string};
	'region-unknown': {readonly region: string; readonly known: readonly string[]} & Suggested;
	'family-unknown': {readonly family: string} & Suggested;
	'container-ambiguous': {readonly field: string; readonly containers: readonly string[]};
	'container-duplicate': {readonly name: string};
	'request-over-limit': {
		readonly container: string;
		readonly resource: 'cpu' | 'memory';
		readonly requested: string;
		readonly limit: string;
	};
	'load-conflict': {readonly first: string; readonly second: string};
	'work-missing': {readonly field: string};
	'cron-missing': None;

	// Sizing
	'size-rounded': {readonly asked: Amounts; readonly billed: string};
	'size-not-rounded': {readonly asked: Amounts; readonly suggestion: string};
	'size-too-large': {readonly asked: Amounts; readonly largest: Amounts};
	'size-below-request': {readonly asked: Amounts; readonly billed: string};
	'container-defaulted': {
		readonly container: string;
		readonly resource: 'cpu' | 'memory' | 'both';
		readonly amounts: Amounts;
	};
	'pod-defaulted': {readonly amounts: Amounts};
	'container-ignored': {readonly container: string};
	'container-all-ignored': None;
	'init-decides': {readonly amounts: Amounts};

	// Network and logs
	'cidr-invalid': {readonly value: string; readonly problem: CidrProblem};
	'vswitch-too-small': {readonly cidr: string; readonly usable: number; readonly pods: number};
	'vswitch-fits': {readonly cidr: string; readonly usable: number; readonly pods: number};
	/** The rest starts when others end, as pods of a Job do, or never. */
	'quota-exceeded': Readonly<Record<'quota' | 'vcpu' | 'fits' | 'pods', number>> & {
		readonly rest: 'later' | 'never';
	};
	/** `left` are the pods that never start. */
	'launch-slow': Readonly<Record<'pods' | 'seconds' | 'left', number>>;
	'image-public': {readonly images: readonly string[]; readonly inside: string};
	'image-acr-public': {
		readonly image: string;
		readonly inside: string;
		readonly seconds: number;
		/** Null where the endpoint changes nothing about the time, or nobody can tell. */
		readonly throughVpc: number | null;
	};
	'image-vpc-region': {readonly image: string; readonly region: string};
	'image-storage': {readonly neededGiB: number; readonly available: number};
	'start-up-assumed': {
		readonly seconds: number;
		readonly basis: 'cached' | 'transfer' | 'transfer-nat' | 'assumed';
	};
	'image-cache-saves': {
		readonly cached: number;
		readonly uncached: number;
		readonly perMonth: Money;
		/** Whether there is a cache, or only could be. */
		readonly has: boolean;
	};
	'image-cache-timed': {readonly seconds: number};
	'policy-overridden': {readonly placement: 'label' | 'tolerations'};
	'service-port-missing': None;
	'service-name-invalid': {readonly name: string};
	'service-not-served': {readonly kind: string};
	'log-name-invalid': {readonly name: string};
	'log-source-invalid': {readonly name: string; readonly source: string};
	'log-setting-orphan': {readonly variable: string; readonly log: string};
	'log-setting-invalid': {readonly setting: string; readonly value: string};
	'log-container-unknown': {
		readonly log: string;
		readonly container: string;
		readonly suggestion: string | null;
	};
	'log-folder-unmounted': {
		readonly container: string;
		readonly source: string;
		readonly folder: string;
	};

	// Annotations
	'annotation-unknown': {readonly key: string} & Suggested;
	'annotation-key-invalid': {readonly key: string};
	/** The value is null where it would be no text with quotes either. */
	'annotation-not-text': {readonly key: string; readonly value: string | null};
	'annotation-misplaced': {readonly key: string; readonly kind: string; readonly place: string};
	'profile-invalid': None;
	'annotation-read-only': {readonly key: string};
	'annotation-other-ruleset': {
		readonly key: string;
		readonly rulesets: readonly Ruleset[];
		readonly ruleset: Ruleset;
	};
	'annotation-renamed': {readonly key: string; readonly renamedTo: string};
	'annotation-value': {
		readonly key: string;
		readonly value: string;
		readonly reason: ValueReason;
		readonly expected: string;
		/** Of a list. */
		readonly maximum: number | null;
	};
	'annotation-twice': {readonly key: string};
	'annotation-respelled': {
		readonly key: string;
		readonly value: string;
		readonly spelled: string;
	};
	'annotation-newer-name': {readonly key: string; readonly olderName: string};
	'annotation-both-names': {readonly key: string; readonly renamedTo: string};
	'annotation-legacy': {readonly key: string; readonly instead: Successor | null};
	'annotation-option-ignored': {readonly key: string; readonly needs: string};
	'annotation-not-priced': {readonly key: string};
	'bandwidth-bytes': {readonly key: string; readonly value: string; readonly megabits: number};
	'vswitch-order-alone': {readonly count: number};
	'category-unavailable': {readonly reason: 'spot' | 'arm'};
	'category-size': {readonly token: string; readonly vcpu: number; readonly largest: number};
	'category-raised': {readonly token: string};
	'category-filter': {readonly key: string};
	'instance-filter-ignored': {readonly key: string};
	'instance-family-unusable': {
		readonly family: string;
		readonly reason: 'unknown' | 'gpu' | 'local-disk';
	} & Suggested;
	'privatepool-id-missing': None;
	'privatepool-id-ignored': None;
	'disk-wait-conflict': {
		readonly claim: string;
		readonly storageClass: string;
		readonly causes: readonly string[];
	};
	'private-ip-replicas': {readonly replicas: number};
	'fixed-ip-kind': {readonly kind: string; readonly replicas: number};
	'fail-strategy-reschedule': None;
	'gpu-driver-ignored': None;
	'gpu-driver-major': {readonly value: string};
	'spot-limit-missing': None;
	'spot-limit-ignored': None;
	'spot-limit-invalid': {
		readonly value: string;
		readonly reason: 'not-a-number' | 'not-positive' | 'decimals';
	};
	'spot-option-ignored': {readonly key: string};
	'eip-conflict': None;
	'eip-option-ignored': {readonly key: string};
	'eip-replicas': {readonly replicas: number};
	'image-cache-both': None;
	'image-missing': {readonly container: string; readonly placeholder: string};
	'pod-single': {readonly replicas: number};

	// What ECI doesn't do
	'limit-daemonset': InManifest;
	'limit-host-path': {readonly volume: string};
	'limit-host-pid': InManifest;
	'limit-host-network': InManifest;
	'limit-host-ipc': InManifest;
	'limit-privileged': InManifest & {readonly container: string};
	'limit-node-port': InManifest;
	'limit-session-affinity': InManifest;
	'limit-network-policy': InManifest;
	'limit-containers': {readonly count: number; readonly maximum: number};
	'limit-volumes': {readonly count: number; readonly maximum: number};
	'limit-port': {readonly container: string; readonly port: number};
	'limit-ulimit': InManifest & {readonly container: string};
	'limit-sysctl': InManifest & {readonly sysctl: string};
	'limit-config-size': InManifest & {readonly kib: number; readonly maximumKib: number};
	'limit-windows': InManifest;
	'limit-region': {readonly region: string};

	// Prices
	'price-missing': {readonly what: string; readonly region: string; readonly currency: string};
	'prices-foreign': {
		readonly types: readonly string[];
		readonly from: string;
		readonly to: string;
	};
	'prices-old': {readonly asOf: string; readonly days: number};
	'spot-ratio-assumed': {readonly specs: readonly string[]; readonly ratio: string};
	'spot-price-estimated': {readonly specs: readonly string[]};
	'prices-converted': {
		readonly specs: readonly string[];
		readonly from: string;
		readonly to: string;
		readonly yuanPerDollar: string;
	};
	'own-terms': {readonly discountPercent: string | null; readonly types: readonly string[]};
	'own-price-unknown': {readonly type: string; readonly region: string} & Suggested;
	'own-price-foreign': {readonly type: string; readonly from: string; readonly to: string};
	'own-price-invalid': {readonly type: string; readonly value: string};
	'discount-invalid': {readonly value: string} & Suggested;
	'exchange-rate-invalid': {readonly value: string};
	'reserved-price-subscription': {
		readonly type: string;
		readonly hours: string;
		readonly asOf: string;
	};
	'reserved-price-assumed': {
		readonly hours: string;
		readonly lowest: string;
		readonly highest: string;
	};
	'reserved-nothing': {readonly specs: readonly string[]};
	'reserved-not-spot': {readonly type: string};
};

/** Every rule and the facts that its message needs. Ids are permanent: scripts filter by them. */
export type RuleFacts = PlanFacts &
	ChainFacts &
	SimulationFacts &
	ManifestFacts &
	AnnotateFacts &
	DiffFacts &
	CommandFacts;

export type RuleId = keyof RuleFacts;
