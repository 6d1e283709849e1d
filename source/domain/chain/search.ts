import type {Bounds} from './bounds.ts';
import {exactFigures} from './exact-figures.ts';
import {
	type Aim,
	type Choice,
	compareFound,
	type Found,
	isHopeless,
	type Judging,
	qualifies,
} from './judge.ts';
import {FAST} from './numbers.ts';
import {onlyOnce} from './only-once.ts';
import {type Exposed, generationOut} from './shocks.ts';

/** Depth first through all sets in ascending order of price; `firstBy` says what is best. */
export const search = (
	choices: readonly Choice[],
	aim: Aim,
	firstBy: 'mean' | 'placed',
	bounds: Bounds,
): {readonly best: Found | null; readonly nodes: number} => {
	const figures = exactFigures(choices.map(({item}) => item));
	const exactly = (taken: readonly number[]) =>
		onlyOnce(() => figures(taken.flatMap(index => choices[index]?.item ?? [])));
	const judging: Judging = {choices, aim, firstBy, bounds};
	const members: Exposed<number>[][] = choices.map(() => []);
	const outs = choices.map(() => 1);
	let pinsLeft = choices.filter(({item}) => item.isPinned).length;
	let best: Found | null = null;
	let nodes = 0;

	const change = ({generation, item}: Choice, list: Exposed<number>[], step: 1 | -1) => {
		members[generation] = list;
		outs[generation] = generationOut(list, FAST);
		if (item.isPinned) pinsLeft -= step;
	};

	const take = (choice: Choice, index: number, before: Found) => {
		const list = members[choice.generation] ?? [];
		change(choice, [...list, choice.member], 1);
		nodes += 1;
		const placed = 1 - outs.reduce((product, out) => product * out, 1);
		const taken = [...before.taken, index];
		const found: Found = {
			taken,
			prices: before.prices + choice.price,
			paid: before.paid + choice.price * Math.max(0, placed - before.placed),
			placed,
			exactly: exactly(taken),
		};
		if (pinsLeft === 0 && qualifies(found, judging))
			if (best === null || compareFound(found, best, judging) < 0) best = found;
		if (found.taken.length < aim.maxSpecs) visit(index + 1, found);
		change(choice, list, -1);
	};

	const isOpen = ({item, mates}: Choice, {taken}: Found): boolean =>
		(item.isPinned || taken.length + pinsLeft < aim.maxSpecs) &&
		mates.every(mate => taken.includes(mate));

	const visit = (from: number, found: Found) => {
		for (const [offset, choice] of choices.slice(from).entries()) {
			const index = from + offset;
			if (isHopeless(found, index, best, judging)) return;
			if (isOpen(choice, found)) take(choice, index, found);
			if (choice.item.isPinned) return;
		}
	};

	visit(0, {taken: [], prices: 0, paid: 0, placed: 0, exactly: exactly([])});
	return {best, nodes};
};
