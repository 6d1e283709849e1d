import {FAST} from './numbers.ts';
import {type Exposed, generationOut} from './shocks.ts';

type Part = {readonly generation: number; readonly member: Exposed<number>};

const outOf = ({member: {generationShock, familyShock, own}}: Part): number =>
	1 - (1 - generationShock) * (1 - familyShock) * (1 - own);

/** The least chance that `count` members of one generation are all out: those most in stock, each of a family of its own. */
const leastOut = (members: readonly Exposed<number>[]): readonly number[] =>
	[0, ...members.keys()].map((_, count) =>
		generationOut(
			members.slice(0, count).map((member, index) => ({...member, family: String(index)})),
			FAST,
		),
	);

const combined = (a: readonly number[], b: readonly number[], most: number): readonly number[] =>
	Array.from({length: most + 1}, (_, total) =>
		Math.min(
			...Array.from(
				{length: total + 1},
				(__, some) => (a[some] ?? a.at(-1) ?? 1) * (b[total - some] ?? b.at(-1) ?? 1),
			),
		),
	);

/**
 * For each place and number: how far the chance that all are out can shrink by taking that number of
 * parts from that place on. Outages only ever go together, never against each other, so what is in the
 * chain already can't make it less.
 */
export const mostPlaced = (
	parts: readonly Part[],
	maxSpecs: number,
): readonly (readonly number[])[] => {
	const byGeneration = new Map<number, Part[]>();
	const factors = new Map<number, readonly number[]>();
	const result: (readonly number[])[] = [];
	for (const part of parts.toReversed()) {
		const group = [...(byGeneration.get(part.generation) ?? []), part]
			.toSorted((a, b) => outOf(a) - outOf(b))
			.slice(0, maxSpecs);
		byGeneration.set(part.generation, group);
		factors.set(part.generation, leastOut(group.map(({member}) => member)));
		result.push([...factors.values()].reduce((all, one) => combined(all, one, maxSpecs), [1]));
	}
	return result.toReversed();
};
