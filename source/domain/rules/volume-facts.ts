import type {PerformanceLevel} from '../catalogue/volumes.ts';
import type {Suggested} from './command-facts.ts';

/** Facts of the rules about volumes. */
export type VolumeFacts = {
	'volume-duplicate': {readonly name: string};
	'volume-field-missing': {readonly volume: string; readonly type: string; readonly field: string};
	'volume-field-unused': {readonly volume: string; readonly type: string; readonly field: string};
	'volume-field-invalid': {readonly volume: string; readonly field: string; readonly value: string};
	'volume-field-conflict': {
		readonly volume: string;
		readonly first: string;
		readonly second: string;
	};
	'object-twice': {readonly kind: string; readonly name: string};
	'volume-disk-twice': {readonly diskId: string};
	'volume-size': {
		readonly value: string;
		/** Null where nobody named one. */
		readonly level: PerformanceLevel | null;
		readonly minimum: number;
		readonly maximum: number;
	};
	'volume-mount-invalid': {readonly path: string};
	'volume-mount-twice': {readonly container: string; readonly path: string};
	'volume-container-unknown': {
		readonly container: string;
		readonly known: readonly string[];
	} & Suggested;
	'volume-disks-too-many': {readonly count: number; readonly maximum: number};
	'volume-disk-shared': {readonly volume: string; readonly replicas: number};
	'volume-not-convertible': {readonly volume: string; readonly type: string};
	'volume-mount-unknown': {readonly container: string; readonly volume: string} & Suggested;
	'disk-volume-unknown': {readonly volume: string} & Suggested;
};
