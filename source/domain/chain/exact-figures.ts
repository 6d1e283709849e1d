import type {Fraction} from '../units/fraction.ts';
import type {Item} from './item.ts';
import {meanPrice, oddsOf} from './odds.ts';

/** What a chain comes to, without rounding. */
export type ExactFigures = {readonly placed: Fraction; readonly mean: Fraction | null};

const fractionText = ({numerator, denominator}: Fraction): string => `${numerator}/${denominator}`;

/** Price and chances, whatever the names. */
const lawOf = ({price, stock: {chance, shares}}: Item): string =>
	[price, chance, shares.generation, shares.family].map(fractionText).join(' ');

/** The same for chains that differ in the names of their generations and families alone. */
const likenessOf = (chain: readonly Item[], laws: ReadonlyMap<Item, string>): string =>
	chain
		.map(item => {
			const {generation, family} = item.stock;
			const kin = chain.findIndex(({stock}) => stock.generation === generation);
			const twin = chain.findIndex(
				({stock}) => stock.generation === generation && stock.family === family,
			);
			return [laws.get(item), kin, twin].join(' ');
		})
		.join(',');

const figuresOf = (chain: readonly Item[]): ExactFigures => {
	const odds = oddsOf(chain.map(({stock}) => stock));
	const prices = chain.map(({price}) => price);
	return {placed: odds.placed, mean: meanPrice(odds, prices)};
};

/** Reckons chains of these items exactly, each kind once: price lists are full of ties. */
export const exactFigures = (
	items: readonly Item[],
): ((chain: readonly Item[]) => ExactFigures) => {
	const laws = new Map(items.map(item => [item, lawOf(item)]));
	const known = new Map<string, ExactFigures>();
	return chain => {
		const likeness = likenessOf(chain, laws);
		const figures = known.get(likeness) ?? figuresOf(chain);
		known.set(likeness, figures);
		return figures;
	};
};
