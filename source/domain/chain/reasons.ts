import type {Family} from '../catalogue/families.ts';
import {allEntries, type Chain, type ChainEntry, type EntryReason} from './chain.ts';
import type {ResolvedSpec} from './resolve-spec.ts';

type Membership = Pick<ResolvedSpec, 'family'>;

/** What a type adds to the entries before it. */
const additionTo = (family: Family, before: readonly Membership[]): EntryReason => {
	const earlier = before.flatMap(entry => entry.family ?? []);
	if (earlier.length === 0) return 'other-kind';
	if (earlier.some(({name}) => name === family.name)) return 'other-size';
	const isOther = earlier.every(
		({generation}) => generation !== null && generation !== family.generation,
	);
	return family.generation !== null && isOther ? 'other-generation' : 'other-family';
};

/** Why a picked entry stands behind those before it. */
export const reasonOf = (
	{token, family}: ResolvedSpec,
	before: readonly ResolvedSpec[],
	candidates: readonly {readonly token: string}[],
	pinned: readonly string[],
): EntryReason => {
	if (pinned.includes(token)) return 'pinned';
	if (candidates.length === 1) return 'only-fit';
	if (token === candidates[0]?.token) return 'cheapest';
	if (before.length === 0) return 'for-target';
	return family ? additionTo(family, before) : 'any-host';
};

const RELATIVE: readonly EntryReason[] = [
	'other-generation',
	'other-family',
	'other-size',
	'other-kind',
];

/** What it says is about the entries before it. */
const isRelative = (reason: EntryReason): boolean => RELATIVE.includes(reason);

/** Whether an entry that stood before it in the picked chain stands behind it now. */
const isMoved = ({token, rank}: ChainEntry, own: Chain, picked: Chain): boolean => {
	const order = picked.entries.map(entry => entry.token);
	const place = order.indexOf(token);
	return allEntries(own).some(
		other => other.rank > rank && order.includes(other.token) && order.indexOf(other.token) < place,
	);
};

/**
 * Why an entry stands where it does in a chain of one's own, beside the picked one: for the reason of the
 * pick as long as there is one, else because somebody named it, moved it to the front or kept it alone.
 */
export const heldReason = (
	entry: ChainEntry,
	own: Chain,
	picked: Chain,
	pinned: readonly string[],
): EntryReason | 'moved' | 'kept' => {
	if (!own.given) return entry.reason;
	if (pinned.includes(entry.token)) return 'pinned';
	const pick = picked.entries.find(({token}) => token === entry.token);
	if (!pick) return 'given';
	if (!(entry.family && isRelative(pick.reason))) return pick.reason;
	const before = own.entries.filter(({rank}) => rank < entry.rank);
	if (before.length > 0) return additionTo(entry.family, before);
	return isMoved(entry, own, picked) ? 'moved' : 'kept';
};
