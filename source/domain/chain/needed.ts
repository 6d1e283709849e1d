import type {Item} from './item.ts';

/**
 * Which items an optimal chain may need, by the exchange arguments of docs/chain.md. `items` come in the
 * order of price, ties in a fixed order; an earlier item in place of a later one is never worse.
 */
export const neededItems = (
	items: readonly Item[],
	maxSpecs: number,
): readonly {readonly item: Item; readonly mate: number | null}[] => {
	const keyed = items.map(keysOf);
	const longest = longestBlocks(familiesOf(keyed), maxSpecs);
	const kept: {item: Item; mate: number | null}[] = [];
	const lastOfKind = new Map<string, {index: number; count: number}>();
	for (const {item, family, kind} of keyed) {
		const mate = lastOfKind.get(kind);
		const count = (mate?.count ?? 0) + 1;
		const limit = longest.get(family) ?? maxSpecs;
		if (!item.isPinned && count > limit) continue;
		lastOfKind.set(kind, {index: kept.length, count});
		kept.push({item, mate: item.isPinned ? null : (mate?.index ?? null)});
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
	readonly key: string;
	readonly generation: string;
	/** The kind of chance, if all items have one. */
	readonly chance: string | null;
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
	return [...places].flatMap(([key, list]) => {
		const members = list.flatMap(place => items[place] ?? []);
		const [first] = members;
		if (!first) return [];
		const {chance} = first;
		return {
			key,
			generation: first.item.stock.generation,
			chance: members.every(member => member.chance === chance) ? chance : null,
			places: list,
			isPinned: members.some(({item}) => item.isPinned),
		};
	});
};

/** Whether the first `length` of `a` each come before those of `b`. */
const leads = (a: FamilyItems, b: FamilyItems, length: number): boolean =>
	b.places.slice(0, length).every((place, index) => (a.places[index] ?? Infinity) < place);

/**
 * How many items of each family a chain may need: `length` of them only while fewer than
 * maxSpecs − length + 1 other families of the generation could take their place, all at no higher price.
 */
const longestBlocks = (
	families: readonly FamilyItems[],
	maxSpecs: number,
): ReadonlyMap<string, number> =>
	new Map(
		families.flatMap(family => {
			if (family.isPinned || family.chance === null) return [];
			const others = families.filter(
				other =>
					other !== family &&
					other.generation === family.generation &&
					other.chance === family.chance,
			);
			for (let length = Math.min(maxSpecs, family.places.length); length > 0; length -= 1)
				if (others.filter(other => leads(other, family, length)).length <= maxSpecs - length)
					return [[family.key, length] as const];
			return [[family.key, 0] as const];
		}),
	);
