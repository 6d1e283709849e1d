import type {Numbers} from './numbers.ts';
import {type Exposed, generationOut} from './shocks.ts';

type Part<T> = {readonly generation: number; readonly member: Exposed<T>};

const outOf = <T>(
	{member: {generationShock, familyShock, own}}: Part<T>,
	{one, minus, times}: Numbers<T>,
): T => {
	const spared = times(minus(one, generationShock), minus(one, familyShock));
	return minus(one, times(spared, minus(one, own)));
};

/** The least chance that `count` members of one generation are all out: those most in stock, each of a family of its own. */
const leastOut = <T>(group: readonly Part<T>[], numbers: Numbers<T>): readonly T[] => {
	const members = group.map(({member}, index) => ({...member, family: String(index)}));
	return [0, ...members.keys()].map((_, count) => generationOut(members.slice(0, count), numbers));
};

const lesser = <T>(a: T, b: T, {compare}: Numbers<T>): T => (compare(a, b) <= 0 ? a : b);

/** The least product of two chances by the number of parts that both have together. */
const combined = <T>(
	a: readonly T[],
	b: readonly T[],
	most: number,
	numbers: Numbers<T>,
): readonly T[] => {
	const {one, times} = numbers;
	const least: T[] = [];
	for (let total = 0; total <= most; total += 1) {
		let product = one;
		for (let some = 0; some <= total; some += 1)
			product = lesser(
				product,
				times(a[some] ?? a.at(-1) ?? one, b[total - some] ?? b.at(-1) ?? one),
				numbers,
			);
		least.push(product);
	}
	return least;
};

/** The `most` parts that are least often out, with one more; null where that one is none of them. */
const withPart = <T>(
	group: readonly Part<T>[],
	part: Part<T>,
	most: number,
	numbers: Numbers<T>,
): readonly Part<T>[] | null => {
	const out = outOf(part, numbers);
	const place = group.findIndex(each => numbers.compare(out, outOf(each, numbers)) < 0);
	if (place < 0) return group.length < most ? [...group, part] : null;
	return [...group.slice(0, place), part, ...group.slice(place)].slice(0, most);
};

/**
 * For each place and number: how far the chance that all are out can shrink by taking that number of
 * parts from that place on. Outages only ever go together, never against each other, so what is in the
 * chain already can't make it less.
 */
export const mostPlaced = <T>(
	parts: readonly Part<T>[],
	maxSpecs: number,
	numbers: Numbers<T>,
): readonly (readonly T[])[] => {
	const byGeneration = new Map<number, readonly Part<T>[]>();
	const factors = new Map<number, readonly T[]>();
	const result: (readonly T[])[] = [];
	let least: readonly T[] = [numbers.one];
	for (const part of parts.toReversed()) {
		const group = withPart(byGeneration.get(part.generation) ?? [], part, maxSpecs, numbers);
		if (group) {
			byGeneration.set(part.generation, group);
			factors.set(part.generation, leastOut(group, numbers));
			least = [...factors.values()].reduce(
				(all, one) => combined(all, one, maxSpecs, numbers),
				[numbers.one],
			);
		}
		result.push(least);
	}
	return result.toReversed();
};
