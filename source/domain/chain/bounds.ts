import {compare, type Fraction} from '../units/fraction.ts';
import type {Item} from './item.ts';
import {mostPlaced} from './most-placed.ts';
import {EXACT, FAST} from './numbers.ts';
import {onlyOnce} from './only-once.ts';
import {type Exposed, exposed} from './shocks.ts';

/** How far the chance that all are out can shrink, by the place of the first item that may follow and their number. */
type Reach = {
	readonly fast: readonly (readonly number[])[];
	/** Reckoned only where floats can't tell. */
	readonly exact: () => readonly (readonly Fraction[])[];
};

export type Bounds = {
	readonly all: Reach;
	/** By items of one price alone. */
	readonly tied: Reach;
};

type Part = {readonly item: Item; readonly generation: number; readonly member: Exposed<number>};

const exactPart = ({item, generation}: Part) => ({
	generation,
	member: exposed(item.stock, EXACT, value => value),
});

/** Parts come in ascending order of price. */
const tiesOf = (parts: readonly Part[]): readonly (readonly Part[])[] => {
	const ties: Part[][] = [];
	for (const part of parts) {
		const last = ties.at(-1);
		const [first] = last ?? [];
		if (last && first && compare(first.item.price, part.item.price) === 0) last.push(part);
		else ties.push([part]);
	}
	return ties;
};

export const boundsOf = (parts: readonly Part[], maxSpecs: number): Bounds => {
	const ties = tiesOf(parts);
	const fastOf = (group: readonly Part[]) => mostPlaced(group, maxSpecs, FAST);
	const exactOf = (group: readonly Part[]) => mostPlaced(group.map(exactPart), maxSpecs, EXACT);
	return {
		all: {fast: fastOf(parts), exact: onlyOnce(() => exactOf(parts))},
		tied: {fast: ties.flatMap(fastOf), exact: onlyOnce(() => ties.flatMap(exactOf))},
	};
};
