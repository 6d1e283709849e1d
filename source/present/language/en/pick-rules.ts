import type {Rejection} from '../../../domain/chain/rejections.ts';
import type {GpuLimit} from '../../../domain/rules/chain-facts.ts';
import type {RuleFacts} from '../../../domain/rules/facts.ts';
import {amountText} from '../../amount-text.ts';
import {HOUR_PLACES} from '../../money-cell.ts';
import {moneyText} from '../../money-text.ts';
import {chanceText, riskText, shareText} from '../../percent-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {enChainWords} from './chain-words.ts';
import {choiceHint, counted, listed, quoted} from './words.ts';

const LIMIT_HINTS: Readonly<Partial<Record<Rejection, string>>> = {
	avoided: 'Take specs off --avoid.',
	'excluded-family': 'Take families off --exclude-families.',
	'not-in-families': 'Allow more families with --families.',
	'not-in-generations': 'Allow more generations with --generations.',
	retired: 'Name a retired family with --families.',
	'unasked-class': 'Name such a family with --families.',
	'over-spot-limit': 'Raise --spot-price-limit.',
	'over-price-cap': 'Raise --price-cap.',
	waste: 'Raise --max-waste.',
	'wrong-arch': 'Choose the other architecture with --arch.',
	'no-price': 'Give missing prices with --price, or take those of the other currency with --fx.',
	'not-spot': 'Pay on demand.',
	'no-stock': 'Raise the chance in --in-stock.',
};

const ASK_LESS = 'Ask for less, allow more families, or choose another region.';

type Limits = readonly (readonly [Rejection, number])[];

const counts = (limits: Limits): string =>
	listed(
		limits.map(([reason, specs]) => `${specs} × ${enChainWords.rejections[reason]}`),
		'and',
	);

const keptOut = (limits: Limits): string =>
	limits.length === 0 ? '' : ` Kept out: ${counts(limits)}.`;

/** The ways to lift each limit, in front of the last resort. */
const liftings = (limits: Limits): readonly string[] =>
	limits.flatMap(([reason]) => LIMIT_HINTS[reason] ?? []);

/** What would make a chain surer. */
const wayOut = (limits: Limits, canBeLonger: boolean): string =>
	[...(canBeLonger ? ['Raise --max-specs.'] : []), ...liftings(limits)]
		.map(way => `${way} `)
		.join('');

type Empty = RuleFacts['chain-empty'];

const emptyCauses = ({gpu, arch, gpus, limits}: Empty): string =>
	[
		...(gpus ? [gpuCause(gpu, arch, gpus)] : []),
		...(limits.length > 0 ? [`Large enough, but out: ${counts(limits)}.`] : []),
	]
		.map(cause => ` ${cause}`)
		.join('');

const gpuCause = (gpu: number, arch: string, {most, largest}: GpuLimit): string => {
	if (largest) return `With ${counted(gpu, 'GPU')} a type has at most ${amountText(largest)}.`;
	if (most === 0) return `The region has no ${arch} type with GPUs.`;
	return `A type of ${arch} has at most ${counted(most, 'GPU')} here.`;
};

const emptyHint = ({gpus, limits}: Empty): string => {
	const gpuHint = gpus && gpuWay(gpus);
	const ways = [...liftings(limits), ...(gpuHint === null ? [] : [gpuHint])];
	return ways.length > 0 ? ways.join(' ') : ASK_LESS;
};

const gpuWay = ({most, largest}: GpuLimit): string => {
	if (largest) return `Ask for at most ${amountText(largest)} beside the GPUs.`;
	return most === 0
		? 'Choose another region.'
		: `Ask for at most ${counted(most, 'GPU')}, or choose another region.`;
};

export const enPickRules = {
	'share-invalid': ({value, suggestion}) =>
		advice(
			`${quoted(value)} isn't a share between 0% and 100%.`,
			choiceHint(suggestion, [], 'Use a percentage such as 99.9%, or a number such as 0.999.'),
		),
	'price-cap-invalid': ({value}) =>
		advice(`${quoted(value)} isn't a price an hour.`, 'Use a number above 0, such as 0.5.'),
	'chain-empty': facts =>
		advice(
			`No spec with a price has ${enChainWords.need(facts.asked, facts.gpu, facts.arch)}.${emptyCauses(facts)}`,
			emptyHint(facts),
		),
	'pin-unusable': ({token, reason}) =>
		advice(
			`The chain can't have ${token}, which is pinned: ${enChainWords.pinProblems[reason]}.`,
			'Take it off --pin, or lift what keeps it out.',
		),
	'pick-unreachable': ({pick, target, reachable, limits, canBeLonger}) =>
		advice(
			`No chain is placed with the ${shareText(target)} of ${pick}; this one comes closest, with ${chanceText(reachable)}.${keptOut(limits)}`,
			`${wayOut(limits, canBeLonger)}Set --target-placed to say what is enough.`,
		),
	'target-unreachable': ({target, reachable, useSpecs, limits, canBeLonger}) =>
		advice(
			`No chain is placed with ${shareText(target)}: the best, ${useSpecs}, reaches ${chanceText(reachable)}.${keptOut(limits)}`,
			`${wayOut(limits, canBeLonger)}Set --target-placed to at most ${chanceText(reachable).replace(' ', '')}.`,
		),
	'shared-stock-over': ({ofGeneration, ofFamily}) =>
		advice(
			`A type can't share ${shareText(ofGeneration)} of its outages with its generation and ${shareText(ofFamily)} with its family: that is more than 100 %.`,
			'Lower one of the two, so that they are at most 100 % together.',
		),
	'in-stock-unused': ({token}) =>
		advice(
			`The stock of ${quoted(token)} is given, but no chain here can have it.`,
			'Check its spelling, or remove it from --in-stock.',
		),
	'chain-spot-left': ({left, fallback, worst}) => {
		const price = worst ? ` at up to ${moneyText(worst, HOUR_PLACES)}/h` : '';
		return fallback
			? advice(
					`In ${riskText(left)} of cases no entry has spot stock, and the pod runs on demand${price}.`,
					'Budget for that price, or drop --spot-fallback to wait for spot.',
				)
			: advice(
					`In ${riskText(left)} of cases no entry has spot stock, and the pod stays Pending.`,
					'Add entries, or run on demand instead: under --ruleset current --spot-fallback does that.',
				);
	},
} satisfies Partial<DiagnosticTexts>;
