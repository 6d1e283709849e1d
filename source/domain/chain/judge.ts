import {
	add,
	compare,
	divide,
	type Fraction,
	isZero,
	multiply,
	one,
	subtract,
	toNumber,
} from '../units/fraction.ts';
import type {Bounds} from './bounds.ts';
import type {ExactFigures} from './exact-figures.ts';
import type {Item} from './item.ts';
import type {Exposed} from './shocks.ts';

export type Aim = {
	/** The chance of being placed that the chain must have. */
	readonly target: Fraction;
	readonly maxSpecs: number;
};

/** An item as the search sees it. */
export type Choice = {
	readonly place: number;
	readonly item: Item;
	readonly price: number;
	readonly member: Exposed<number>;
	readonly generation: number;
	/** The choices without which this one isn't taken. */
	readonly mates: readonly number[];
};

/** A chain as far as the search has come, in floats. */
export type Found = {
	readonly taken: readonly number[];
	/** The price of all that is taken together. */
	readonly prices: number;
	/** The mean price times the chance. */
	readonly paid: number;
	readonly placed: number;
	readonly exactly: () => ExactFigures;
};

/** What chains are judged by: the mean price at the target, or else the chance alone comes first. */
export type Judging = {
	readonly choices: readonly Choice[];
	readonly aim: Aim;
	readonly firstBy: 'mean' | 'placed';
	readonly bounds: Bounds;
};

/** What floats may be off a chance: a hundred times what the sums of five entries can come to. */
const SLACK = 1e-12;

/** What floats may be off the mean price at a chance. */
const slackOf = (prices: number, placed: number): number => (2 * SLACK * prices) / placed;

const isWithin = (difference: number, slack: number): boolean => !(Math.abs(difference) > slack);

const comparePlaced = (a: Found, b: Found): number =>
	isWithin(a.placed - b.placed, SLACK)
		? compare(a.exactly().placed, b.exactly().placed)
		: a.placed - b.placed;

const compareMeans = (a: Found, b: Found): number => {
	const difference = a.paid / a.placed - b.paid / b.placed;
	if (!isWithin(difference, slackOf(a.prices, a.placed) + slackOf(b.prices, b.placed)))
		return difference;
	const [x, y] = [a.exactly().mean, b.exactly().mean];
	return x && y ? compare(x, y) : 0;
};

const inOrder = (a: readonly number[], b: readonly number[]): number => {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
};

/** Better ones first: by floats where they are clear and exactly where not. */
export const compareFound = (a: Found, b: Found, {firstBy}: Judging): number => {
	const byMean = () => compareMeans(a, b);
	const byPlaced = () => comparePlaced(b, a);
	const byFigures = firstBy === 'mean' ? byMean() || byPlaced() : byPlaced() || byMean();
	return byFigures || a.taken.length - b.taken.length || inOrder(a.taken, b.taken);
};

const isEver = ({placed, exactly}: Found): boolean => placed > SLACK || !isZero(exactly().placed);

/** Whether a chain may be the answer. */
export const qualifies = (found: Found, {firstBy, aim: {target}}: Judging): boolean => {
	if (firstBy === 'placed') return isEver(found);
	const over = found.placed - toNumber(target);
	const reaches = isWithin(over, SLACK) ? compare(found.exactly().placed, target) >= 0 : over > 0;
	return reaches && isEver(found);
};

/** The highest chance of what goes on with choices from `next` on, against that of `best`. */
const compareMost = (
	{taken, placed, exactly}: Found,
	next: number,
	best: Found,
	reach: 'all' | 'tied',
	{aim, bounds}: Judging,
): number => {
	const left = aim.maxSpecs - taken.length;
	const most = 1 - (1 - placed) * (bounds[reach].fast[next]?.[left] ?? 1);
	if (!isWithin(most - best.placed, SLACK)) return most - best.placed;
	const factor = bounds[reach].exact()[next]?.[left] ?? one;
	const exactMost = subtract(one, multiply(subtract(one, exactly().placed), factor));
	return compare(exactMost, best.exactly().placed);
};

const larger = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/**
 * The lowest mean price of what goes on with choices of at least this price and reaches a chance, against that
 * of `best`.
 */
const compareLeast = (
	{prices, paid, placed, exactly}: Found,
	{item, price}: Choice,
	chance: number,
	exactChance: () => Fraction,
	best: Found,
): number => {
	const reached = Math.max(placed, chance);
	const difference = (paid + price * (reached - placed)) / reached - best.paid / best.placed;
	const slack = slackOf(prices + price, reached) + slackOf(best.prices, best.placed);
	if (!isWithin(difference, slack)) return difference;
	const had = exactly();
	const hadPaid = had.mean ? multiply(had.mean, had.placed) : had.placed;
	const exactReached = larger(had.placed, exactChance());
	const {mean} = best.exactly();
	if (!mean || isZero(exactReached)) return 0;
	const more = multiply(item.price, subtract(exactReached, had.placed));
	return compare(divide(add(hadPaid, more), exactReached), mean);
};

/** Whoever goes on is longer, and so is no better where price and chance are the same. */
const isNoShorter = ({taken}: Found, best: Found): boolean => taken.length + 1 >= best.taken.length;

const isNotSurer = (found: Found, next: number, best: Found, judging: Judging): boolean => {
	const choice = judging.choices[next];
	const byChance = compareMost(found, next, best, 'all', judging);
	if (byChance !== 0 || !choice) return byChance < 0;
	const chance = () => best.exactly().placed;
	const byPrice = compareLeast(found, choice, best.placed, chance, best);
	return byPrice > 0 || (byPrice === 0 && isNoShorter(found, best));
};

const isNotCheaper = (found: Found, next: number, best: Found, judging: Judging): boolean => {
	const {target} = judging.aim;
	const choice = judging.choices[next];
	if (!choice) return true;
	const byPrice = compareLeast(found, choice, toNumber(target), () => target, best);
	if (byPrice !== 0) return byPrice > 0;
	// Only what costs as little as this one can be as cheap.
	const byChance = compareMost(found, next, best, 'tied', judging);
	return byChance < 0 || (byChance === 0 && isNoShorter(found, best));
};

/** Whether nothing that goes on from here with choices from `next` on reaches the target, or is better than the best. */
export const isHopeless = (
	found: Found,
	next: number,
	best: Found | null,
	judging: Judging,
): boolean => {
	const {aim, firstBy, bounds} = judging;
	if (firstBy === 'placed') return best !== null && isNotSurer(found, next, best, judging);
	const factor = bounds.all.fast[next]?.[aim.maxSpecs - found.taken.length] ?? 1;
	if (1 - (1 - found.placed) * factor < toNumber(aim.target) - SLACK) return true;
	return best !== null && isNotCheaper(found, next, best, judging);
};
