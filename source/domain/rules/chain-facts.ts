import type {Architecture, UnaskedReason} from '../catalogue/families.ts';
import type {SpecProblem} from '../catalogue/spec.ts';
import type {Rejection} from '../chain/rejections.ts';
import type {Pick} from '../input/chain-shape.ts';
import type {Fraction} from '../units/fraction.ts';
import type {Money} from '../units/money.ts';
import type {Suggested} from './command-facts.ts';

/** Why a spec that was pinned can't stand in the chain. */
export type PinProblem = Rejection | 'unknown' | 'mixed' | 'no-room';

/** vCPU and GiB, for messages. */
export type Amounts = {readonly vcpu: number; readonly memoryGiB: number};

/** How far the GPUs of the region's types go. */
export type GpuLimit = {
	/** The most GPUs of a type of the architecture, or of the largest one that has as many as asked. */
	readonly most: number;
	/** The largest type with as many GPUs as asked, which is too small; null where none has as many. */
	readonly largest: Amounts | null;
};

/** What keeps a chain from being surer. */
type Unreached = {
	/** Limits of the user that keep specs out, and how many. */
	readonly limits: readonly (readonly [reason: Rejection, specs: number])[];
	/** Whether more entries are allowed than were asked for. */
	readonly canBeLonger: boolean;
};

/** Facts of the rules about the chain. */
export type ChainFacts = {
	'size-trap': {
		readonly billed: string;
		readonly cheaper: string;
		readonly savedPerHour: Money;
		/** The chain with the cheaper size in place of the other. */
		readonly useSpecs: string;
	};
	'spec-invalid': {readonly token: string; readonly problem: SpecProblem};
	'spec-too-many': {readonly count: number; readonly maximum: number};
	'spec-duplicate': {readonly token: string};
	'spec-rounded': {readonly token: string; readonly billed: string};
	'spec-not-rounded': {readonly token: string; readonly suggestion: string | null};
	'spec-too-small': {readonly token: string; readonly asked: Amounts};
	'spec-too-large': {readonly token: string; readonly largest: Amounts};
	'spec-over-limit': {readonly token: string; readonly vcpu: number; readonly largest: number};
	'spec-type-unknown': {
		readonly token: string;
		readonly type: string;
		readonly region: string;
		/** Whether the region has other types of its family. */
		readonly isFamilySold: boolean;
	} & Suggested;
	'spec-family-unsupported': {readonly type: string};
	'spec-family-retired': {readonly type: string};
	'spec-mixed-gpu': {readonly tokens: readonly string[]};
	'spec-mixed-kind': {readonly kind: 'arm' | 'local-disk'; readonly tokens: readonly string[]};
	'spec-gpu-form': {readonly token: string; readonly type: string};
	'spec-other-arch': {
		readonly tokens: readonly string[];
		readonly runs: Architecture;
		readonly asked: Architecture;
	};
	'spec-dearer-first': {readonly token: string; readonly cheaper: string};
	'spot-small-spec': {readonly token: string; readonly billed: string};
	'spot-size-unavailable': {readonly token: string; readonly billed: string};
	'gpu-limit-missing': {readonly token: string};
	'gpu-entry-short': {readonly asked: number; readonly token: string};
	'gpu-too-few': {readonly asked: number; readonly token: string};
	'chain-empty': {
		readonly asked: Amounts;
		readonly gpu: number;
		readonly arch: Architecture;
		/** Null where other limits keep the pod out, or it asks for no GPU. */
		readonly gpus: GpuLimit | null;
		/** What keeps specs out that are large enough, and how many. */
		readonly limits: readonly (readonly [reason: Rejection, specs: number])[];
	};
	'family-unasked': {
		readonly type: string;
		readonly family: string;
		readonly reason: UnaskedReason;
		readonly perHour: Money;
	};
	'pin-unusable': {readonly token: string; readonly reason: PinProblem};
	/** `problem`: why no chain can have it, if none can. */
	'pin-missing': {readonly token: string; readonly problem: PinProblem | null};
	'avoided-named': {readonly token: string};
	'pick-unreachable': {
		readonly pick: Pick;
		readonly target: Fraction;
		readonly reachable: Fraction;
	} & Unreached;
	'target-unreachable': {
		readonly target: Fraction;
		readonly reachable: Fraction;
		readonly useSpecs: string;
	} & Unreached;
	'shared-stock-over': {readonly ofGeneration: Fraction; readonly ofFamily: Fraction};
	'in-stock-unused': {readonly token: string};
	'chain-spot-left': {
		/** The chance that no entry has stock. */
		readonly left: Fraction;
		readonly fallback: boolean;
		/** Highest price an hour on demand; null where one is missing. */
		readonly worst: Money | null;
	};
};
