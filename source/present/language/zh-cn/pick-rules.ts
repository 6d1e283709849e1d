import type {Rejection} from '../../../domain/chain/rejections.ts';
import type {GpuLimit} from '../../../domain/rules/chain-facts.ts';
import type {RuleFacts} from '../../../domain/rules/facts.ts';
import {HOUR_PLACES} from '../../money-cell.ts';
import {moneyText} from '../../money-text.ts';
import {chanceText, riskText, shareText} from '../../percent-text.ts';
import {advice, type DiagnosticTexts, type Naming} from '../language.ts';
import {zhCnChainWords} from './chain-words.ts';
import {choiceHint, listed, quoted, sized} from './words.ts';

const LIMIT_HINTS: Readonly<Partial<Record<Rejection, (say: Naming) => string>>> = {
	avoided: say => `请从 ${say('chain.avoid')} 中删除部分规格。`,
	'excluded-family': say => `请从 ${say('chain.excludeFamilies')} 中删除部分规格族。`,
	'not-in-families': say => `请用 ${say('chain.families')} 放宽实例规格族。`,
	'not-in-generations': say => `请通过 ${say('chain.generations')} 允许更多代次。`,
	retired: say => `请用 ${say('chain.families')} 指定已下线的规格族。`,
	'unasked-class': say => `请用 ${say('chain.families')} 指定此类规格族。`,
	'over-spot-limit': say => `请提高 ${say('spot.priceLimit')}。`,
	'over-price-cap': say => `请提高 ${say('chain.priceCap')}。`,
	waste: say => `请提高 ${say('chain.maxWaste')}。`,
	'wrong-arch': say => `请用 ${say('chain.arch')} 选择另一种架构。`,
	'no-price': say =>
		`请用 ${say('pricing.prices')} 补充价格，或用 ${say('pricing.yuanPerDollar')} 换算另一种货币的价格。`,
	'not-spot': () => '请使用按量付费。',
	'no-stock': say => `请提高 ${say('chain.inStock')} 中的概率。`,
};

const ASK_LESS = '请减少资源、放宽实例规格族，或更换地域。';

type Limits = readonly (readonly [Rejection, number])[];

const counts = (limits: Limits): string =>
	listed(limits.map(([reason, specs]) => `${zhCnChainWords.rejections[reason]} ${specs} 个`));

const keptOut = (limits: Limits): string =>
	limits.length === 0 ? '' : `被排除的：${counts(limits)}。`;

/** The ways to lift each limit, in front of the last resort. */
const liftings = (limits: Limits, say: Naming): readonly string[] =>
	limits.flatMap(([reason]) => LIMIT_HINTS[reason]?.(say) ?? []);

/** What would make a chain surer. */
const wayOut = (limits: Limits, canBeLonger: boolean, say: Naming): string =>
	[...(canBeLonger ? [`请提高 ${say('chain.maxSpecs')}。`] : []), ...liftings(limits, say)].join(
		'',
	);

type Empty = RuleFacts['chain-empty'];

const gpuCause = (gpu: number, arch: string, {most, largest}: GpuLimit): string => {
	if (largest) return `带 ${gpu} 个 GPU 的规格最大为 ${sized(largest)}。`;
	if (most === 0) return `该地域没有带 GPU 的 ${arch} 规格。`;
	return `该地域 ${arch} 架构的规格最多有 ${most} 个 GPU。`;
};

const emptyCauses = ({gpu, arch, gpus, limits}: Empty): string => {
	const causes = gpus ? gpuCause(gpu, arch, gpus) : '';
	return limits.length > 0 ? `${causes}足够大但被排除的：${counts(limits)}。` : causes;
};

const gpuWay = ({most, largest}: GpuLimit): string => {
	if (largest) return `除 GPU 外请最多申请 ${sized(largest)}。`;
	return most === 0 ? '请更换地域。' : `请最多申请 ${most} 个 GPU，或更换地域。`;
};

const emptyHint = ({gpus, limits}: Empty, say: Naming): string =>
	[...liftings(limits, say), ...(gpus ? [gpuWay(gpus)] : [])].join('') || ASK_LESS;

export const zhCnPickRules = {
	'share-invalid': ({value, suggestion}) =>
		advice(
			`${quoted(value)}不是 0% 到 100% 之间的比例。`,
			choiceHint(suggestion, [], '请使用 99.9% 之类的百分比，或 0.999 之类的数字。'),
		),
	'price-cap-invalid': ({value}) =>
		advice(`${quoted(value)}不是每小时价格。`, '请使用大于 0 的数字，例如 0.5。'),
	'chain-empty': (facts, say) =>
		advice(
			`没有一个有价格的规格能提供 ${zhCnChainWords.need(facts.asked, facts.gpu, facts.arch)}。${emptyCauses(facts)}`,
			emptyHint(facts, say),
		),
	'pin-unusable': ({token, reason}, say) =>
		advice(
			`固定的 ${token} 不能用于备选规格链：${zhCnChainWords.pinProblems[reason]}。`,
			`请从 ${say('chain.pin')} 中删除，或解除限制。`,
		),
	'pin-missing': ({token, problem}, say) =>
		problem === null
			? advice(
					`您的规格链没有固定的 ${token}；固定只作用于自动选择的规格链，例如此处更好的规格链。`,
					`请将其加入 ${say('chain.useSpecs')}，或从 ${say('chain.pin')} 中删除。`,
				)
			: advice(
					`您的规格链没有固定的 ${token}，自动选择的规格链也不能使用它：${zhCnChainWords.pinProblems[problem]}。`,
					`请从 ${say('chain.pin')} 中删除，或解除限制。`,
				),
	'avoided-named': ({token}, say) =>
		advice(
			`您的规格链含有要避开的 ${token}。`,
			`请从 ${say('chain.useSpecs')} 或 ${say('chain.avoid')} 中删除。`,
		),
	'pick-unreachable': ({pick, target, reachable, limits, canBeLonger}, say) =>
		advice(
			`没有规格链能达到 ${pick} 的 ${shareText(target)} 创建成功率，此链最接近，为 ${chanceText(reachable)}。${keptOut(limits)}`,
			`${wayOut(limits, canBeLonger, say)}请设置 ${say('chain.targetPlaced')} 指定足够的成功率。`,
		),
	'target-unreachable': ({target, reachable, useSpecs, limits, canBeLonger}, say) =>
		advice(
			`没有规格链能达到 ${shareText(target)} 创建成功率：最好的 ${useSpecs} 为 ${chanceText(reachable)}。${keptOut(limits)}`,
			`${wayOut(limits, canBeLonger, say)}请将 ${say('chain.targetPlaced')} 设为不超过 ${chanceText(reachable).replace(' ', '')}。`,
		),
	'shared-stock-over': ({ofGeneration, ofFamily}) =>
		advice(
			`规格缺货不可能有 ${shareText(ofGeneration)} 与同代共有，又有 ${shareText(ofFamily)} 与同规格族共有：合计超过 100 %。`,
			'请降低其中之一，使合计不超过 100 %。',
		),
	'in-stock-unused': ({token}, say) =>
		advice(
			`指定了${quoted(token)}的库存，但备选规格链不会用到它。`,
			`请检查拼写，或从 ${say('chain.inStock')} 中删除。`,
		),
	'chain-spot-left': ({left, fallback, worst}, say) => {
		const price = worst ? `，最高 ${moneyText(worst, HOUR_PLACES)}/小时` : '';
		return fallback
			? advice(
					`${riskText(left)} 的情况下所有规格都没有抢占式库存，Pod 将按量付费运行${price}。`,
					`请按该价格预留预算，或去掉 ${say('spot.fallback')} 等待抢占式实例。`,
				)
			: advice(
					`${riskText(left)} 的情况下所有规格都没有抢占式库存，Pod 将保持 Pending。`,
					`请增加规格，或改用按量付费：在 ${say('ruleset', 'current')} 下由 ${say('spot.fallback')} 实现。`,
				);
	},
} satisfies Partial<DiagnosticTexts>;
