import {toNumber} from '../units/fraction.ts';
import {boundsOf} from './bounds.ts';
import type {Item} from './item.ts';
import type {Aim, Choice} from './judge.ts';
import {neededItems} from './needed.ts';
import {FAST} from './numbers.ts';
import {search} from './search.ts';
import {exposed} from './shocks.ts';

export type {Aim} from './judge.ts';

export type Optimum = {
	/** Places of the chosen items among those given, in the order of the chain. */
	readonly chosen: readonly number[];
	/** False when no chain reaches the target: this one comes closest. */
	readonly isReached: boolean;
	/** Chains that the search looked at. */
	readonly nodes: number;
};

const choicesOf = (items: readonly Item[], maxSpecs: number): readonly Choice[] => {
	const generations = new Map<string, number>();
	const places = new Map(items.map((item, place) => [item, place]));
	return neededItems(items, maxSpecs).map(({item, mates}) => {
		const {generation} = item.stock;
		const number = generations.get(generation) ?? generations.size;
		generations.set(generation, number);
		return {
			place: places.get(item) ?? 0,
			item,
			price: toNumber(item.price),
			member: exposed(item.stock, FAST, toNumber),
			generation: number,
			mates,
		};
	});
};

/**
 * The chain with the lowest mean price among those of at most `maxSpecs` items that are placed with the
 * target chance and have every pinned item; where there is none, the one with the highest chance. Among
 * equals the one with the higher chance, then the shorter one, then the one with the earlier items.
 * `items` come in ascending order of price.
 */
export const optimise = (items: readonly Item[], aim: Aim): Optimum => {
	const choices = choicesOf(items, aim.maxSpecs);
	const bounds = boundsOf(choices, aim.maxSpecs);
	const reaching = search(choices, aim, 'mean', bounds);
	const {best, nodes} = reaching.best ? reaching : search(choices, aim, 'placed', bounds);
	return {
		chosen: (best?.taken ?? []).flatMap(index => choices[index]?.place ?? []),
		isReached: reaching.best !== null,
		nodes: reaching.best ? nodes : nodes + reaching.nodes,
	};
};
