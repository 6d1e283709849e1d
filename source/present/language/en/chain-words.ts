import type {Rejection} from '../../../domain/chain/rejections.ts';
import type {Amounts, PinProblem} from '../../../domain/rules/facts.ts';
import {amountText} from '../../amount-text.ts';
import {counted, listed} from './words.ts';

const REJECTIONS: Readonly<Record<Rejection, string>> = {
	avoided: 'avoided',
	'unsupported-family': 'a family that ECI doesn’t run',
	'over-limit': 'more than 64 vCPU',
	'too-small': 'too small',
	'wrong-gpus': 'another number of GPUs',
	'wrong-arch': 'another architecture',
	'excluded-family': 'an excluded family',
	'not-in-families': 'not one of the families',
	'not-in-generations': 'not one of the generations',
	retired: 'a retired family',
	'unasked-class': 'a class that is taken only when named',
	'not-spot': 'not sold as spot',
	'no-price': 'no price',
	'no-stock': 'never in stock',
	'over-spot-limit': 'over the spot price limit',
	'over-price-cap': 'over the price cap',
	waste: 'too much beyond the need',
	'not-needed': 'not needed',
	'not-named': 'not in your chain, though we would pick it',
};

/** Words of `chain` and of why specs are in it or not. */
export const enChainWords = {
	need: (asked: Amounts, gpu: number, arch: string): string =>
		`${amountText(asked)}${gpu > 0 ? ` and ${counted(gpu, 'GPU')}` : ''} on ${arch}`,
	rejections: REJECTIONS,
	pinProblems: {
		...REJECTIONS,
		unknown: 'the region has no such size or type',
		mixed: 'it is of another kind than one that is pinned before it',
		'no-room': 'the chain is full before it',
	} satisfies Record<PinProblem, string>,
	odds: 'What this chain comes to',
	expected: 'Expected',
	expectedText: (amount: string) => `${amount}/h when placed`,
	placed: 'Placed',
	placedText: (chance: string) => `${chance} at the first pass`,
	worst: 'At worst',
	worstText: (amount: string) => `${amount}/h on demand`,
	tries: 'In vain',
	triesText: (tries: string, rounds: string) =>
		`${tries} entries tried before it is placed, ${rounds} passes on average`,
	pick: 'Target',
	pickText: (chance: string, pick: string | null) =>
		pick === null ? chance : `${chance} (${pick})`,
	inStock: 'In stock',
	unfit: 'too small',
	neverPlaced: 'nothing here can run the pod',
	first: 'First',
	assumptions: 'Assumptions',
	assumed: 'Stock',
	assumedText: (type: string, size: string, inStock: string) =>
		`ECS types ${type}, CPU-MEM sizes ${size}; change one with ${inStock} SPEC=90%`,
	shared: 'Together',
	sharedText: (generation: string, family: string, sizes: string) =>
		`of the outages of a type its generation shares ${generation}, its family ${family}; sizes share ${sizes}`,
	sharedWays: (ways: readonly string[]) => `; change them with ${listed(ways, 'and')}`,
	unknownText: (chance: string) =>
		`not known here: taken to be in stock with ${chance}, at a price that nobody knows`,
	unknownNever: 'ECI has no such spec: taken as never in stock',
	explained: 'Entry by entry',
	versus: 'vs cheapest',
	without: 'Without it',
	withoutText: (chance: string, amount: string) => `${chance} placed at ${amount}/h`,
	withoutPrice: (chance: string) => `${chance} placed, no price`,
	withoutNone: 'nothing is left',
	curve: 'Price against the chance of being placed',
	rejectedTitle: 'Other specs of the region',
	reason: 'Reason',
	count: 'Specs',
	nearest: 'For example',
	proposal: 'A better chain',
	proposalSpecs: 'Use',
	proposalDifference: 'Change',
	proposalText: (money: string, chance: string) => `${money}/h, ${chance} placed`,
	proposalNone: 'Nothing better: yours is what we would choose, or as good.',
	points: (text: string) => `${text} points`,
	empty: 'No spec holds this pod.',
};

export type ChainWords = typeof enChainWords;
