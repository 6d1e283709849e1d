import type {Fraction} from '../units/fraction.ts';
import type {Numbers} from './numbers.ts';

/** What share of an entry's outages it has in common with its generation, and with its family. Together at most 1. */
export type Shares = {readonly generation: Fraction; readonly family: Fraction};

/** How likely an entry is in stock, and with what it runs out. */
export type Stock = {
	readonly chance: Fraction;
	/** Entries of different generations never run out together but by chance. */
	readonly generation: string;
	/** Within the generation. */
	readonly family: string;
	/** The same for all entries of one generation. */
	readonly shares: Shares;
};

/**
 * One entry as the shocks see it: it is out when the shock of its generation is below `generationShock`,
 * or that of its family below `familyShock`, or by `own` chance. The three together make exactly 1 − chance.
 */
export type Exposed<T> = {
	readonly generation: string;
	readonly family: string;
	readonly generationShock: T;
	readonly familyShock: T;
	readonly own: T;
};

export const exposed = <T>(
	{chance, generation, family, shares}: Stock,
	numbers: Numbers<T>,
	convert: (value: Fraction) => T,
): Exposed<T> => {
	const {one, minus, times, over, isZero} = numbers;
	const inStock = convert(chance);
	const out = minus(one, inStock);
	const generationShock = times(convert(shares.generation), out);
	const familyShock = times(convert(shares.family), out);
	const spared = times(minus(one, generationShock), minus(one, familyShock));
	const own = isZero(spared) ? numbers.zero : minus(one, over(inStock, spared));
	return {generation, family, generationShock, familyShock, own};
};

/**
 * The chance that all are out where one shock, uniform between 0 and 1, takes every member whose threshold
 * is above it, and the others are all out by `rest`.
 */
const withShock = <T>(
	members: readonly Exposed<T>[],
	threshold: (member: Exposed<T>) => T,
	rest: (spared: readonly Exposed<T>[]) => T,
	{zero, one, plus, minus, times, compare, isZero}: Numbers<T>,
): T => {
	const sorted = members.toSorted((a, b) => compare(threshold(a), threshold(b)));
	const thresholds = [...sorted.map(threshold), one];
	return thresholds.reduce((total, next, index) => {
		const previous = thresholds[index - 1] ?? zero;
		const width = minus(next, previous);
		return isZero(width) ? total : plus(total, times(width, rest(sorted.slice(0, index))));
	}, zero);
};

const product = <T>(values: readonly T[], {one, times}: Numbers<T>): T => values.reduce(times, one);

const groups = <T>(
	members: readonly Exposed<T>[],
	keyOf: (member: Exposed<T>) => string,
): readonly (readonly Exposed<T>[])[] => {
	const byKey = new Map<string, Exposed<T>[]>();
	for (const member of members) {
		const group = byKey.get(keyOf(member));
		if (group) group.push(member);
		else byKey.set(keyOf(member), [member]);
	}
	return [...byKey.values()];
};

const familyOut = <T>(members: readonly Exposed<T>[], numbers: Numbers<T>): T =>
	withShock(
		members,
		({familyShock}) => familyShock,
		spared =>
			product(
				spared.map(({own}) => own),
				numbers,
			),
		numbers,
	);

/** The chance that all members of one generation are out. */
export const generationOut = <T>(members: readonly Exposed<T>[], numbers: Numbers<T>): T =>
	withShock(
		members,
		({generationShock}) => generationShock,
		spared =>
			product(
				groups(spared, ({family}) => family).map(each => familyOut(each, numbers)),
				numbers,
			),
		numbers,
	);

/** The chance that all are out; 1 for none. */
export const allOut = <T>(members: readonly Exposed<T>[], numbers: Numbers<T>): T =>
	product(
		groups(members, ({generation}) => generation).map(each => generationOut(each, numbers)),
		numbers,
	);
