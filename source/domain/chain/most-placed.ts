import {FAST} from './numbers.ts';
import {type Exposed, generationOut} from './shocks.ts';

type Part = {readonly generation: number; readonly member: Exposed<number>};

const outOf = ({member: {generationShock, familyShock, own}}: Part): number =>
	1 - (1 - generationShock) * (1 - familyShock) * (1 - own);

/** The least chance that `count` members of one generation are all out: those most in stock, each of a family of its own. */
const leastOut = (group: readonly Part[]): readonly number[] => {
	const members = group.map(({member}, index) => ({...member, family: String(index)}));
	return [0, ...members.keys()].map((_, count) => generationOut(members.slice(0, count), FAST));
};

/** The least product of two chances by the number of parts that both have together. */
const combined = (a: readonly number[], b: readonly number[], most: number): readonly number[] => {
	const least: number[] = [];
	for (let total = 0; total <= most; total += 1) {
		let product = Number.POSITIVE_INFINITY;
		for (let some = 0; some <= total; some += 1)
			product = Math.min(product, (a[some] ?? a.at(-1) ?? 1) * (b[total - some] ?? b.at(-1) ?? 1));
		least.push(product);
	}
	return least;
};

/** The `most` parts that are least often out, with one more; null where that one is none of them. */
const withPart = (group: readonly Part[], part: Part, most: number): readonly Part[] | null => {
	const out = outOf(part);
	const place = group.findIndex(each => out < outOf(each));
	if (place < 0) return group.length < most ? [...group, part] : null;
	return [...group.slice(0, place), part, ...group.slice(place)].slice(0, most);
};

/**
 * For each place and number: how far the chance that all are out can shrink by taking that number of
 * parts from that place on. Outages only ever go together, never against each other, so what is in the
 * chain already can't make it less.
 */
export const mostPlaced = (
	parts: readonly Part[],
	maxSpecs: number,
): readonly (readonly number[])[] => {
	const byGeneration = new Map<number, readonly Part[]>();
	const factors = new Map<number, readonly number[]>();
	const result: (readonly number[])[] = [];
	let least: readonly number[] = [1];
	for (const part of parts.toReversed()) {
		const group = withPart(byGeneration.get(part.generation) ?? [], part, maxSpecs);
		if (group) {
			byGeneration.set(part.generation, group);
			factors.set(part.generation, leastOut(group));
			least = [...factors.values()].reduce((all, one) => combined(all, one, maxSpecs), [1]);
		}
		result.push(least);
	}
	return result.toReversed();
};
