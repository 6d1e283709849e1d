import type {Item} from './item.ts';

export type Needed = {
	readonly item: Item;
	/** Places among those that are needed: a chain has this one only together with them. */
	readonly mates: readonly number[];
};

/**
 * Which items an optimal chain may need, and with which others, by the exchange arguments of docs/chain.md.
 * `items` come in the order of price, ties in a fixed order; an earlier item in place of a later one is never
 * worse.
 */
export const neededItems = (items: readonly Item[], maxSpecs: number): readonly Needed[] => {
	const keyed = items.map(keysOf);
	const leaders = leadersOf(familiesOf(keyed), maxSpecs);
	const kept: Needed[] = [];
	const byKind = new Map<string, readonly number[]>();
	const closed = new Set<string>();
	for (const [place, {item, kind}] of keyed.entries()) {
		const alike = byKind.get(kind) ?? [];
		const leading = leaders.get(place) ?? [];
		const isCrowdedOut = (alike.length + 1) * (leading.length + 1) > maxSpecs;
		if (isCrowdedOut) closed.add(kind);
		if (!item.isPinned && closed.has(kind)) continue;
		const led = leading.flatMap(leader => byKind.get(leader)?.[alike.length] ?? []);
		byKind.set(kind, [...alike, kept.length]);
		kept.push({item, mates: item.isPinned ? [] : [...alike.slice(-1), ...led]});
	}
	return kept;
};

/** An item with what names its family, its chance, and both. */
type Keyed = {
	readonly item: Item;
	readonly family: string;
	readonly chance: string;
	/** Items of one family with one chance can stand in for each other: their fates have the same law. */
	readonly kind: string;
};

const keysOf = (item: Item): Keyed => {
	const {generation, family: name, chance: share} = item.stock;
	const family = `${generation}\n${name}`;
	const chance = `${share.numerator}/${share.denominator}`;
	return {item, family, chance, kind: `${family}\n${chance}`};
};

type FamilyItems = {
	readonly generation: string;
	readonly chance: string;
	/** The kind of its items, if all are of one. */
	readonly kind: string | null;
	/** Places among all items, ascending. */
	readonly places: readonly number[];
	readonly isPinned: boolean;
};

const familiesOf = (items: readonly Keyed[]): readonly FamilyItems[] => {
	const places = new Map<string, number[]>();
	for (const [place, {family}] of items.entries()) {
		const known = places.get(family);
		if (known) known.push(place);
		else places.set(family, [place]);
	}
	return [...places.values()].flatMap(list => {
		const members = list.flatMap(place => items[place] ?? []);
		const [first] = members;
		if (!first) return [];
		const {chance, kind} = first;
		return {
			generation: first.item.stock.generation,
			chance,
			kind: members.every(member => member.kind === kind) ? kind : null,
			places: list,
			isPinned: members.some(({item}) => item.isPinned),
		};
	});
};

/** How many of the first of `a` each come before those of `b`. */
const leadOf = (a: FamilyItems, b: FamilyItems): number => {
	const behind = b.places.findIndex((place, index) => (a.places[index] ?? Infinity) > place);
	return behind < 0 ? b.places.length : behind;
};

/**
 * By the place of an item, the kinds of families that lead its own: each of their first ones comes before its
 * counterpart, for as many as a chain can have. Where they run out sooner, a chain with more of the family has
 * none to exchange them for.
 */
const leadersOf = (
	families: readonly FamilyItems[],
	maxSpecs: number,
): ReadonlyMap<number, readonly string[]> => {
	const exchangeable = families.filter(({kind, isPinned}) => kind !== null && !isPinned);
	const leaders = new Map<number, readonly string[]>();
	for (const family of exchangeable) {
		const leads = exchangeable
			.filter(
				other =>
					other !== family &&
					other.generation === family.generation &&
					other.chance === family.chance,
			)
			.filter(other => leadOf(other, family) >= Math.min(family.places.length, maxSpecs))
			.flatMap(({kind}) => kind ?? []);
		for (const place of family.places) leaders.set(place, leads);
	}
	return leaders;
};
