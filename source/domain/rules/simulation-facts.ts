import type {None, Suggested} from './command-facts.ts';

/** Which way round a trace says that there is stock. */
export type Polarity = 'available' | 'unavailable';

/** What is wrong with a trace of stock. */
export type TraceProblem = 'shape' | 'empty' | 'too-long' | 'value' | 'step';

/** What is wrong with a field of a shard; `size` and `sum`: it doesn't go with the others. */
export type ShardFieldProblem = 'missing' | 'unknown' | 'value' | 'size' | 'sum';

/** Why a job can't carry a file along. */
export type JobFileReason = 'standard-input' | 'imported-prices' | 'too-large' | 'no-text';

/** Facts of the rules about simulations, markets and the files that markets name. */
export type SimulationFacts = {
	'field-number': {
		readonly value: string;
		readonly minimum: number;
		readonly maximum: number;
		/** The end of the range that is outside of it. */
		readonly open: 'minimum' | 'maximum' | null;
	};
	'duration-zero': {readonly value: string};
	'work-option-orphan': {readonly field: string; readonly needs: string};
	/** Seconds from the start of a run. */
	'deadline-unreachable': {readonly deadline: number; readonly needed: number};
	'deadline-too-short': {readonly deadline: string; readonly work: string};
	'strategy-duplicate': {readonly strategy: string};
	'strategy-deadline': {readonly strategy: string};
	'strategy-without-type': {readonly strategy: string};
	'simulation-unpriced': {readonly spec: string};
	'simulation-nothing-priced': {readonly region: string; readonly currency: string};
	'interruption-conflict': None;
	'interruption-rate-whole': {readonly value: string};

	'market-unknown': {readonly name: string; readonly known: readonly string[]} & Suggested;
	'market-field-missing': {readonly field: string; readonly law: string};
	'market-field-unused': {
		readonly field: string;
		readonly law: string;
		/** The laws that have the field. */
		readonly suits: readonly string[];
	};
	'market-bounds': {readonly floor: number; readonly cap: number};
	'market-ratio': {readonly ratio: number; readonly floor: number; readonly cap: number};
	'market-probabilities': {readonly sum: number};
	'market-retry': None;
	'market-file-path': {readonly path: string};
	'market-history-empty': {
		/** Null for the prices in the settings folder. */
		readonly file: string | null;
		readonly region: string;
		/** Regions that the file has spot prices of. */
		readonly others: readonly string[];
		/** ECS types that prices were looked for. */
		readonly types: readonly string[];
	};
	'market-history-used': {
		readonly type: string;
		readonly zone: string;
		readonly from: string;
		readonly to: string;
		readonly sources: readonly string[];
	};
	'market-history-long': {readonly file: string; readonly maximum: number};
	'trace-polarity-unknown': {readonly file: string};
	'trace-polarity-doubtful': {
		readonly file: string;
		readonly given: Polarity;
		readonly recognised: Polarity;
	};
	'trace-step-missing': {readonly file: string};
	'trace-invalid': {
		readonly file: string;
		readonly problem: TraceProblem;
		/** The how manyth step, from 1; null for the file as a whole. */
		readonly step: number | null;
		/** What stands there; null where that says nothing. */
		readonly found: string | null;
		/** Most steps that a trace may have. */
		readonly maximum: number;
	};

	/** `field` is empty for the document as a whole. */
	'shard-invalid': {readonly field: string; readonly problem: ShardFieldProblem};
	'shard-version': {readonly made: string; readonly here: string};
	/** `other`: a file with a shard of the first simulation. */
	'shard-different': {readonly other: string; readonly field: string};
	/** Paths are counted from 0. */
	'shard-overlap': {readonly other: string; readonly from: number; readonly to: number};
	'shard-missing': {
		/** `3/8`; empty where the parts are of different wholes. */
		readonly shards: readonly string[];
		/** `500-749`. */
		readonly paths: readonly string[];
		readonly asked: number;
	};
	'shard-interrupted': None;
	'job-file-left': {readonly file: string; readonly reason: JobFileReason};
	'job-imports-left': {readonly region: string};
	'job-logs-long': {readonly kib: number; readonly limitKib: number; readonly shards: number};
};
