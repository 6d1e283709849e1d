import type {Item} from './item.ts';

/**
 * Which items an optimal chain may need, by the exchange arguments of docs/chain.md. `items` come in the
 * order of price, ties in a fixed order; an earlier item in place of a later one is never worse.
 */
export const neededItems = (
	items: readonly Item[],
	maxSpecs: number,
): readonly {readonly item: Item; readonly mate: number | null}[] => {
	const families = familiesOf(items);
	const longest = longestBlocks(families, maxSpecs);
	const kept: {item: Item; mate: number | null}[] = [];
	const lastOfKind = new Map<string, {index: number; count: number}>();
	for (const item of items) {
		const kind = kindOf(item);
		const mate = lastOfKind.get(kind);
		const count = (mate?.count ?? 0) + 1;
		const limit = longest.get(familyKey(item)) ?? maxSpecs;
		if (!item.isPinned && count > limit) continue;
		lastOfKind.set(kind, {index: kept.length, count});
		kept.push({item, mate: item.isPinned ? null : (mate?.index ?? null)});
	}
	return kept;
};

const familyKey = ({stock: {generation, family}}: Item): string =>
	JSON.stringify([generation, family]);

const chanceKey = ({stock: {chance}}: Item): string => `${chance.numerator}/${chance.denominator}`;

/** Items of one family with one chance can stand in for each other: their fates have the same law. */
const kindOf = (item: Item): string => `${familyKey(item)} ${chanceKey(item)}`;

type FamilyItems = {
	readonly key: string;
	readonly generation: string;
	/** The kind of chance, if all items have one. */
	readonly chance: string | null;
	/** Places among all items, ascending. */
	readonly places: readonly number[];
	readonly isPinned: boolean;
};

const familiesOf = (items: readonly Item[]): readonly FamilyItems[] => {
	const places = new Map<string, number[]>();
	for (const [place, item] of items.entries()) {
		const key = familyKey(item);
		const known = places.get(key);
		if (known) known.push(place);
		else places.set(key, [place]);
	}
	return [...places].flatMap(([key, list]) => {
		const members = list.flatMap(place => items[place] ?? []);
		const [first] = members;
		if (!first) return [];
		const chance = chanceKey(first);
		return {
			key,
			generation: first.stock.generation,
			chance: members.every(member => chanceKey(member) === chance) ? chance : null,
			places: list,
			isPinned: members.some(({isPinned}) => isPinned),
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
