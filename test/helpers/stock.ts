import fc from 'fast-check';
import type {Stock} from '../../source/domain/chain/shocks.ts';
import {
	compare,
	decimal,
	divide,
	type Fraction,
	fraction,
	multiply,
	one,
	subtract,
	sum,
	zero,
} from '../../source/domain/units/fraction.ts';

/** In stock with this chance, whatever happens to others. */
export const independent = (chance: string, name: string): Stock => ({
	chance: decimal(chance),
	generation: `alone ${name}`,
	family: '',
	shares: {generation: zero, family: zero},
});

export const anyChance = fc.integer({min: 0, max: 10}).map(tenths => fraction(tenths, 10));

/** What the entries of each generation have in common. */
const GENERATIONS = [
	{generation: '6', shares: {generation: fraction(1, 4), family: fraction(1, 2)}},
	{generation: '7', shares: {generation: fraction(1, 2), family: fraction(1, 3)}},
	{generation: 'sizes', shares: {generation: fraction(1), family: zero}},
	{generation: 'apart', shares: {generation: zero, family: zero}},
];

export const anyStock: fc.Arbitrary<Stock> = fc
	.record({
		chance: anyChance,
		family: fc.constantFrom('c', 'g'),
		group: fc.constantFrom(...GENERATIONS),
	})
	.map(({group, ...stock}) => ({...stock, ...group}));

/** Ranges between the thresholds of a shock: any value of one range hits the same entries. */
const ranges = (thresholds: readonly Fraction[]) => {
	const ends = [...thresholds, one].toSorted(compare);
	return ends.map((to, index) => {
		const from = ends[index - 1] ?? zero;
		return {from, width: subtract(to, from)};
	});
};

const productOf = (values: readonly Fraction[]) => values.reduce(multiply, one);

/**
 * The chance that all are out, by going through every case of every shock: entry i is out when its
 * generation's shock is below share × (1 − chance), or its family's, or else by what is left of its chance.
 */
export const outByCases = (chain: readonly Stock[]): Fraction => {
	const entries = chain.map(({chance, generation, family, shares}) => {
		const out = subtract(one, chance);
		const a = multiply(shares.generation, out);
		const b = multiply(shares.family, out);
		const spared = multiply(subtract(one, a), subtract(one, b));
		const inStock = compare(spared, zero) === 0 ? one : divide(chance, spared);
		return {generation, family: `${generation} ${family}`, a, b, own: subtract(one, inStock)};
	});
	const generations = [...new Set(entries.map(({generation}) => generation))];
	const families = [...new Set(entries.map(({family}) => family))];
	const shocks = [
		...generations.map(name => ({
			name,
			cells: ranges(entries.filter(each => each.generation === name).map(({a}) => a)),
		})),
		...families.map(name => ({
			name,
			cells: ranges(entries.filter(each => each.family === name).map(({b}) => b)),
		})),
	];
	type Case = {readonly chance: Fraction; readonly values: ReadonlyMap<string, Fraction>};
	const cases = shocks.reduce<readonly Case[]>(
		(known, {name, cells}) =>
			known.flatMap(({chance, values}) =>
				cells.map(({from, width}) => ({
					chance: multiply(chance, width),
					values: new Map([...values, [name, from]]),
				})),
			),
		[{chance: one, values: new Map()}],
	);
	const isBelow = (value: Fraction | undefined, threshold: Fraction) =>
		compare(value ?? one, threshold) < 0;
	return sum(
		cases.map(({chance, values}) =>
			multiply(
				chance,
				productOf(
					entries.map(({generation, family, a, b, own}) =>
						isBelow(values.get(generation), a) || isBelow(values.get(family), b) ? one : own,
					),
				),
			),
		),
	);
};
