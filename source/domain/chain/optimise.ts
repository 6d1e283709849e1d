import {compare, type Fraction, toNumber} from '../units/fraction.ts';
import {type ExactFigures, exactFigures} from './exact-figures.ts';
import type {Item} from './item.ts';
import {mostPlaced} from './most-placed.ts';
import {neededItems} from './needed.ts';
import {FAST} from './numbers.ts';
import {type Exposed, exposed, generationOut} from './shocks.ts';

export type Aim = {
	/** The chance of being placed that the chain must have. */
	readonly target: Fraction;
	readonly maxSpecs: number;
};

export type Optimum = {
	/** Places of the chosen items among those given, in the order of the chain. */
	readonly chosen: readonly number[];
	/** False when no chain reaches the target: this one comes closest. */
	readonly isReached: boolean;
	/** Chains that the search looked at. */
	readonly nodes: number;
};

/** Sums of floats within this are compared as fractions. */
const CLOSE = 1e-11;

/** An item as the search sees it. */
type Choice = {
	readonly place: number;
	readonly item: Item;
	readonly price: number;
	readonly member: Exposed<number>;
	readonly generation: number;
	/** The choice that must be taken before this one. */
	readonly mate: number | null;
};

type Found = {
	readonly taken: readonly number[];
	readonly mean: number;
	readonly placed: number;
};

const choicesOf = (items: readonly Item[], maxSpecs: number): readonly Choice[] => {
	const generations = new Map<string, number>();
	const places = new Map(items.map((item, place) => [item, place]));
	return neededItems(items, maxSpecs).map(({item, mate}) => {
		const {generation} = item.stock;
		const number = generations.get(generation) ?? generations.size;
		generations.set(generation, number);
		return {
			place: places.get(item) ?? 0,
			item,
			price: toNumber(item.price),
			member: exposed(item.stock, FAST, toNumber),
			generation: number,
			mate,
		};
	});
};

const inOrder = (a: readonly number[], b: readonly number[]): number => {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
};

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= CLOSE * Math.abs(a);

/** Lower prices first, or higher chances, by floats where they are clear and exactly where not. */
const compareFound = (
	a: Found,
	b: Found,
	firstBy: 'mean' | 'placed',
	exactly: (taken: readonly number[]) => ExactFigures,
): number => {
	if (firstBy === 'placed' && !isClose(a.placed, b.placed)) return b.placed - a.placed;
	if (!isClose(a.mean, b.mean)) return a.mean - b.mean;
	const exactA = exactly(a.taken);
	const exactB = exactly(b.taken);
	const byMean = exactA.mean && exactB.mean ? compare(exactA.mean, exactB.mean) : 0;
	const byPlaced = compare(exactB.placed, exactA.placed);
	const byFigures = firstBy === 'mean' ? byMean || byPlaced : byPlaced || byMean;
	return byFigures || a.taken.length - b.taken.length || inOrder(a.taken, b.taken);
};

/** Depth first through all sets in ascending order of price; `firstBy` says what is best. */
const search = (
	choices: readonly Choice[],
	{target, maxSpecs}: Aim,
	firstBy: 'mean' | 'placed',
	reach: readonly (readonly number[])[],
): {readonly best: Found | null; readonly nodes: number} => {
	const goal = toNumber(target);
	const figures = exactFigures(choices.map(({item}) => item));
	const exactly = (indices: readonly number[]) =>
		figures(indices.flatMap(index => choices[index]?.item ?? []));
	const members: Exposed<number>[][] = choices.map(() => []);
	const outs = choices.map(() => 1);
	const taken: number[] = [];
	let pinsLeft = choices.filter(({item}) => item.isPinned).length;
	let best: Found | null = null;
	let nodes = 0;

	const reachesTarget = (placed: number): boolean =>
		isClose(1 - placed, 1 - goal) || isClose(placed, goal)
			? compare(exactly(taken).placed, target) >= 0
			: placed >= goal;

	const consider = (mean: number, placed: number) => {
		if (pinsLeft > 0 || placed <= 0) return;
		if (firstBy === 'mean' && !reachesTarget(placed)) return;
		const found: Found = {taken: [...taken], mean, placed};
		if (best === null || compareFound(found, best, firstBy, exactly) < 0) best = found;
	};

	/** The lowest mean price of chains that go on from here at `price` or more and reach a chance. */
	const leastMean = (chance: number, price: number, paid: number, placed: number): number =>
		(paid + price * Math.max(0, chance - placed)) / Math.max(placed, chance);

	/** Whether nothing that goes on from here with choices from `next` on can be better. */
	const isHopeless = (next: number, price: number, paid: number, placed: number): boolean => {
		const left = maxSpecs - taken.length;
		const most = 1 - (1 - placed) * (reach[next]?.[left] ?? 1);
		const least = firstBy === 'mean' ? goal : (best?.placed ?? 0);
		if (most < least - CLOSE) return true;
		if (best === null || (firstBy === 'placed' && most > least + CLOSE)) return false;
		return leastMean(least, price, paid, placed) > best.mean * (1 + CLOSE);
	};

	const change = ({generation, item}: Choice, list: Exposed<number>[], step: 1 | -1) => {
		members[generation] = list;
		outs[generation] = generationOut(list, FAST);
		if (item.isPinned) pinsLeft -= step;
	};

	const take = (choice: Choice, index: number, paid: number, placed: number) => {
		const before = members[choice.generation] ?? [];
		taken.push(index);
		change(choice, [...before, choice.member], 1);
		nodes += 1;
		const placedNow = 1 - outs.reduce((product, out) => product * out, 1);
		const paidNow = paid + choice.price * Math.max(0, placedNow - placed);
		consider(placedNow > 0 ? paidNow / placedNow : 0, placedNow);
		if (taken.length < maxSpecs) visit(index + 1, paidNow, placedNow);
		change(choice, before, -1);
		taken.pop();
	};

	const isOpen = ({item, mate}: Choice): boolean =>
		(item.isPinned || taken.length + pinsLeft < maxSpecs) &&
		(mate === null || taken.includes(mate));

	const visit = (from: number, paid: number, placed: number) => {
		for (const [offset, choice] of choices.slice(from).entries()) {
			const index = from + offset;
			if (isHopeless(index, choice.price, paid, placed)) return;
			if (isOpen(choice)) take(choice, index, paid, placed);
			if (choice.item.isPinned) return;
		}
	};

	visit(0, 0, 0);
	return {best, nodes};
};

/**
 * The chain with the lowest mean price among those of at most `maxSpecs` items that are placed with the
 * target chance and have every pinned item; where there is none, the one with the highest chance. Among
 * equals the one with the higher chance, then the shorter one, then the one with the earlier items.
 * `items` come in ascending order of price.
 */
export const optimise = (items: readonly Item[], aim: Aim): Optimum => {
	const choices = choicesOf(items, aim.maxSpecs);
	const reach = mostPlaced(choices, aim.maxSpecs);
	const reaching = search(choices, aim, 'mean', reach);
	const {best, nodes} = reaching.best ? reaching : search(choices, aim, 'placed', reach);
	return {
		chosen: (best?.taken ?? []).flatMap(index => choices[index]?.place ?? []),
		isReached: reaching.best !== null,
		nodes: reaching.best ? nodes : nodes + reaching.nodes,
	};
};
