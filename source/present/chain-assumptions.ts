import type {Chain} from '../domain/chain/chain.ts';
import {ASSUMED_CHANCES} from '../domain/chain/stock.ts';
import type {SharedStock} from '../domain/input/plan-request.ts';
import {isZero} from '../domain/units/fraction.ts';
import {flagNaming} from './command-line.ts';
import type {ChainWords} from './language/en/chain-words.ts';
import type {Naming} from './language/language.ts';
import {chanceText, shareText} from './percent-text.ts';
import type {FactList} from './report.ts';
import {line} from './tone.ts';

/** What changes the shares; nothing where the wizard, which names no flags, doesn't ask for them. */
const waysToShare = (say: Naming, words: ChainWords): string => {
	const ways = (['generation', 'family', 'sizes'] as const).map(part =>
		say(`chain.sharedStock.${part}`),
	);
	const isSayable = say === flagNaming || ways.every(way => !way.startsWith('--'));
	return isSayable ? words.sharedWays(ways) : '';
};

/** What is taken for granted about stock, and how to change it. */
export const assumptionFacts = (
	{unknown}: Chain,
	{generation, family, sizes}: SharedStock,
	words: ChainWords,
	say: Naming,
): FactList => ({
	kind: 'facts',
	title: words.assumptions,
	rows: [
		[
			words.assumed,
			line(
				words.assumedText(
					chanceText(ASSUMED_CHANCES.type),
					chanceText(ASSUMED_CHANCES.size),
					say('chain.inStock'),
				),
				'muted',
			),
		],
		[
			words.shared,
			line(
				words.sharedText(shareText(generation), shareText(family), shareText(sizes)) +
					waysToShare(say, words),
				'muted',
			),
		],
		...unknown.map(({token, stock}): FactList['rows'][number] => [
			token,
			line(
				isZero(stock.chance) ? words.unknownNever : words.unknownText(chanceText(stock.chance)),
				'warning',
			),
		]),
	],
});
