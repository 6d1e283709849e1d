import type {Rejection} from '../../../domain/chain/rejections.ts';
import type {GpuLimit} from '../../../domain/rules/chain-facts.ts';
import type {RuleFacts} from '../../../domain/rules/facts.ts';
import {amountText} from '../../amount-text.ts';
import {HOUR_PLACES} from '../../money-cell.ts';
import {moneyText} from '../../money-text.ts';
import {chanceText, riskText, shareText} from '../../percent-text.ts';
import {advice, type DiagnosticTexts, type Naming} from '../language.ts';
import {enChainWords} from './chain-words.ts';
import {choiceHint, counted, listed, quoted} from './words.ts';

const LIMIT_HINTS: Readonly<Partial<Record<Rejection, (say: Naming) => string>>> = {
	avoided: say => `Take specs off ${say('chain.avoid')}.`,
	'excluded-family': say => `Take families off ${say('chain.excludeFamilies')}.`,
	'not-in-families': say => `Allow more families with ${say('chain.families')}.`,
	'not-in-generations': say => `Allow more generations with ${say('chain.generations')}.`,
	retired: say => `Name a retired family with ${say('chain.families')}.`,
	'unasked-class': say => `Name such a family with ${say('chain.families')}.`,
	'over-spot-limit': say => `Raise ${say('spot.priceLimit')}.`,
	'over-price-cap': say => `Raise ${say('chain.priceCap')}.`,
	waste: say => `Raise ${say('chain.maxWaste')}.`,
	'wrong-arch': say => `Choose the other architecture with ${say('chain.arch')}.`,
	'no-price': say =>
		`Give missing prices with ${say('pricing.prices')}, or take those of the other currency with ${say('pricing.yuanPerDollar')}.`,
	'not-spot': () => 'Pay on demand.',
	'no-stock': say => `Raise the chance in ${say('chain.inStock')}.`,
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
const liftings = (limits: Limits, say: Naming): readonly string[] =>
	limits.flatMap(([reason]) => LIMIT_HINTS[reason]?.(say) ?? []);

/** What would make a chain surer. */
const wayOut = (limits: Limits, canBeLonger: boolean, say: Naming): string =>
	[...(canBeLonger ? [`Raise ${say('chain.maxSpecs')}.`] : []), ...liftings(limits, say)]
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

const emptyHint = ({gpus, limits}: Empty, say: Naming): string => {
	const gpuHint = gpus && gpuWay(gpus);
	const ways = [...liftings(limits, say), ...(gpuHint === null ? [] : [gpuHint])];
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
	'chain-empty': (facts, say) =>
		advice(
			`No spec with a price has ${enChainWords.need(facts.asked, facts.gpu, facts.arch)}.${emptyCauses(facts)}`,
			emptyHint(facts, say),
		),
	'pin-unusable': ({token, reason}, say) =>
		advice(
			`The chain can't have ${token}, which is pinned: ${enChainWords.pinProblems[reason]}.`,
			`Take it off ${say('chain.pin')}, or lift what keeps it out.`,
		),
	'pin-missing': ({token, problem}, say) =>
		problem === null
			? advice(
					`Your chain lacks ${token}, which is pinned; pins are for chains that are picked, such as the better one here.`,
					`Add it to ${say('chain.useSpecs')}, or take it off ${say('chain.pin')}.`,
				)
			: advice(
					`Your chain lacks ${token}, which is pinned, and no chain that is picked can have it: ${enChainWords.pinProblems[problem]}.`,
					`Take it off ${say('chain.pin')}, or lift what keeps it out.`,
				),
	'avoided-named': ({token}, say) =>
		advice(
			`Your chain has ${token}, which is to be avoided.`,
			`Take it off ${say('chain.useSpecs')}, or off ${say('chain.avoid')}.`,
		),
	'pick-unreachable': ({pick, target, reachable, limits, canBeLonger}, say) =>
		advice(
			`No chain is placed with the ${shareText(target)} of ${pick}; this one comes closest, with ${chanceText(reachable)}.${keptOut(limits)}`,
			`${wayOut(limits, canBeLonger, say)}Set ${say('chain.targetPlaced')} to say what is enough.`,
		),
	'target-unreachable': ({target, reachable, useSpecs, limits, canBeLonger}, say) =>
		advice(
			`No chain is placed with ${shareText(target)}: the best, ${useSpecs}, reaches ${chanceText(reachable)}.${keptOut(limits)}`,
			`${wayOut(limits, canBeLonger, say)}Set ${say('chain.targetPlaced')} to at most ${chanceText(reachable).replace(' ', '')}.`,
		),
	'shared-stock-over': ({ofGeneration, ofFamily}) =>
		advice(
			`A type can't share ${shareText(ofGeneration)} of its outages with its generation and ${shareText(ofFamily)} with its family: that is more than 100 %.`,
			'Lower one of the two, so that they are at most 100 % together.',
		),
	'in-stock-unused': ({token}, say) =>
		advice(
			`The stock of ${quoted(token)} is given, but no chain here can have it.`,
			`Check its spelling, or remove it from ${say('chain.inStock')}.`,
		),
	'chain-spot-left': ({left, fallback, worst}, say) => {
		const price = worst ? ` at up to ${moneyText(worst, HOUR_PLACES)}/h` : '';
		return fallback
			? advice(
					`In ${riskText(left)} of cases no entry has spot stock, and the pod runs on demand${price}.`,
					`Budget for that price, or drop ${say('spot.fallback')} to wait for spot.`,
				)
			: advice(
					`In ${riskText(left)} of cases no entry has spot stock, and the pod stays Pending.`,
					`Add entries, or run on demand instead: under ${say('ruleset', 'current')} ${say('spot.fallback')} does that.`,
				);
	},
} satisfies Partial<DiagnosticTexts>;
