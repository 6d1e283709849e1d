import {PLAN_FLAGS, type PlanFlag, type RecordParts} from '../domain/input/flag-table.ts';
import type {FlagValues} from './command.ts';
import {usageFailure} from './failure.ts';

/** A document that is being filled in; checked against the shape of the PlanInput afterwards. */
type Draft = Map<string, unknown>;

const isDraft = (value: unknown): value is Draft => value instanceof Map;

const put = (draft: Draft, path: readonly string[], value: unknown): void => {
	const [name = '', ...rest] = path;
	if (rest.length === 0) {
		draft.set(name, value);
		return;
	}
	const below = draft.get(name);
	const next: Draft = isDraft(below) ? below : new Map();
	draft.set(name, next);
	put(next, rest, value);
};

const toDocument = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(toDocument);
	return isDraft(value)
		? Object.fromEntries([...value].map(([key, item]) => [key, toDocument(item)]))
		: value;
};

const readPair = (text: string, place: string, expected: string): readonly [string, string] => {
	const at = text.indexOf('=');
	if (at < 1) throw usageFailure('flag-format', {flag: place, value: text, expected}, place);
	return [text.slice(0, at).trim(), text.slice(at + 1)];
};

type Pair = ReturnType<typeof readPair>;

const checkOnce = (pairs: readonly Pair[], place: string): void => {
	const keys = pairs.map(([key]) => key);
	const twice = keys.find((key, index) => keys.indexOf(key) < index);
	if (twice !== undefined) throw usageFailure('flag-twice', {key: twice}, place);
};

const readPairs = (texts: readonly string[], place: string, expected: string): Draft => {
	const pairs = texts.map(text => readPair(text, place, expected));
	checkOnce(pairs, place);
	return new Map(pairs);
};

/** Parts whose values have commas of their own. */
const LISTS: readonly string[] = ['options'];

/** Entries of a record: commas part them, except behind a backslash. */
const splitRecord = (text: string): readonly string[] =>
	text.split(/(?<!\\),/).map(part => part.replaceAll('\\,', ','));

const readRecord = (text: string, parts: RecordParts, place: string): Draft => {
	const expected = Object.keys(parts)
		.map(name => (LISTS.includes(name) ? `${name}=…\\,…` : `${name}=…`))
		.join(',');
	const draft: Draft = new Map();
	const pairs = splitRecord(text).map(part => readPair(part, place, expected));
	checkOnce(pairs, place);
	for (const [key, value] of pairs) {
		const field = Object.hasOwn(parts, key) ? parts[key] : undefined;
		if (field === undefined)
			throw usageFailure('flag-format', {flag: place, value: key, expected}, place);
		put(draft, field.split('.'), value.trim());
	}
	return draft;
};

/** A list of nothing but commas is no list. */
const readList = (text: string, place: string, expected: string): readonly string[] => {
	const entries = text.split(',').map(entry => entry.trim());
	if (entries.some(entry => entry !== '')) return entries;
	throw usageFailure('flag-format', {flag: place, value: text, expected}, place);
};

const readValue = (
	{kind, parts = {}, value: sample, joins}: PlanFlag,
	texts: readonly string[],
	place: string,
): unknown => {
	switch (kind) {
		case 'list':
			return readList(texts.join(','), place, sample);
		case 'pairs':
			return readPairs(texts, place, sample);
		case 'records':
			return texts.map(text => readRecord(text, parts, place));
		default:
			return joins ? texts.join(',') : (texts.at(-1) ?? '');
	}
};

/** The PlanInput that a set of flags fills in, not yet checked. `nameOf` is how a flag is called: `--cpu`. */
export const layerOfFlags = (flags: FlagValues, nameOf: (flag: string) => string): unknown => {
	const draft: Draft = new Map();
	for (const flag of PLAN_FLAGS) {
		const texts = flags.get(flag.name);
		if (texts) put(draft, flag.path.split('.'), readValue(flag, texts, nameOf(flag.name)));
	}
	return toDocument(draft);
};

/** Environment twin of a flag: `--spot-strategy` is `ECI_PLAN_SPOT_STRATEGY`. */
export const environmentName = (flag: string): string =>
	`ECI_PLAN_${flag.toUpperCase().replaceAll('-', '_')}`;

/** Values of the environment twins; an empty variable counts as not set. */
export const flagsOfEnvironment = (
	names: readonly string[],
	env: Readonly<Record<string, string | undefined>>,
): FlagValues =>
	new Map(
		names.flatMap(name => {
			const value = env[environmentName(name)];
			return value === undefined || value === '' ? [] : [[name, [value]] as const];
		}),
	);
