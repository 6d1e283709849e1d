/** What one entry of a value must look like; `annotation-value.ts` has the patterns. */
export type EntryKind =
	| 'family'
	| 'generation'
	| 'category'
	| 'tag'
	| 'registry'
	| 'acr-instance'
	| 'role-arn'
	| 'gpu-driver'
	| 'folder'
	| 'byte-rate'
	| 'bit-rate'
	| 'ip-address';

/** What a value that is JSON must hold. */
export type JsonKind = 'host-entries' | 'dns-config' | 'encryption';

/** What a value must look like. */
export type ValueFormat =
	| {readonly kind: 'text'}
	| {readonly kind: 'boolean'}
	| {readonly kind: 'whole'; readonly minimum: number; readonly maximum: number}
	| {readonly kind: 'choice'; readonly values: readonly string[]}
	| {readonly kind: 'identifiers'; readonly prefix: string; readonly maximum: number}
	/** Separated by commas; with a maximum of 1 the whole value is the entry. */
	| {readonly kind: 'entries'; readonly entry: EntryKind; readonly maximum: number}
	| {readonly kind: 'json'; readonly holds: JsonKind}
	| {readonly kind: 'role-name'}
	| {readonly kind: 'price'}
	| {readonly kind: 'addresses'}
	| {readonly kind: 'disk-volume'}
	| {readonly kind: 'storage-size'}
	| {readonly kind: 'specs'};

export const text: ValueFormat = {kind: 'text'};
export const boolean: ValueFormat = {kind: 'boolean'};
export const whole = (minimum: number, maximum: number): ValueFormat => ({
	kind: 'whole',
	minimum,
	maximum,
});
export const choice = (...values: string[]): ValueFormat => ({kind: 'choice', values});
export const identifiers = (prefix: string, maximum = 1): ValueFormat => ({
	kind: 'identifiers',
	prefix,
	maximum,
});
export const one = (entry: EntryKind): ValueFormat => ({kind: 'entries', entry, maximum: 1});
/** The pages name no longest list; nobody writes more by hand. */
const LONGEST_LIST = 50;
export const many = (entry: EntryKind, maximum = LONGEST_LIST): ValueFormat => ({
	kind: 'entries',
	entry,
	maximum,
});
export const json = (holds: JsonKind): ValueFormat => ({kind: 'json', holds});
