import {advice, type DiagnosticTexts} from '../language.ts';
import {listed, quoted} from './words.ts';

export const zhCnOwnPriceRules = {
	'prices-foreign': ({types, from, to}, say) =>
		advice(
			`${listed(types)} 只有 ${from} 价格，因此未显示 ${to} 价格。`,
			`请使用 ${say('currency', from)}，或用 ${say('pricing.yuanPerDollar', '7.1')} 之类的汇率换算。`,
		),
	'prices-converted': ({specs, from, to, yuanPerDollar}, say) =>
		advice(
			`${listed(specs)} 中只有 ${from} 的价格，按 1 美元 = ${yuanPerDollar} 元换算为 ${to}。`,
			`如需查看目录原价，请使用 ${say('currency', from)}。`,
		),
	'own-terms': ({discountPercent, types}) => {
		const parts = [
			...(discountPercent === null ? [] : [`按量付费目录价优惠 ${discountPercent} %`]),
			...(types.length === 0 ? [] : [`${listed(types)} 使用自定义价格`]),
		];
		return advice(
			`已按您的条款计价：${parts.join('；')}。`,
			'抢占式实例价格随市场变化，不受影响。',
		);
	},
	'own-price-unknown': ({type, region, suggestion}) =>
		advice(
			`${region} 没有实例规格 ${quoted(type)}，无法设置价格。`,
			suggestion === null
				? '请运行 eci-plan prices list 查看可用规格。'
				: `您可能想写 ${suggestion}。`,
		),
	'own-price-foreign': ({type, from, to}, say) =>
		advice(
			`${type} 的自定义价格为 ${from}，以 ${to} 计价时未采用。`,
			`如果币种不对，请用 ${say('pricing.prices', `${type}=0.35${to}`)} 注明币种，或用 ${say('pricing.yuanPerDollar', '7.1')} 之类的汇率换算。`,
		),
	'own-price-invalid': ({type, value}) =>
		advice(
			`${quoted(value)} 不是 ${type} 的每小时价格。`,
			'请使用大于 0 的数字，例如 0.35（CNY）或 0.049USD。',
		),
	'discount-invalid': ({value, suggestion}) =>
		advice(
			`${quoted(value)} 不是折扣。`,
			`请使用 ${suggestion ?? '0% 到 100%（不含）之间的百分比，例如 15%'}。`,
		),
	'exchange-rate-invalid': ({value}) =>
		advice(
			`${quoted(value)} 不是汇率。`,
			'请使用 1 美元折合的人民币金额，介于 1 和 100 之间，例如 7.1。',
		),
	'reserved-price-subscription': ({type, hours, asOf}, say) =>
		advice(
			`一张预留实例券按 ${type} 包月价格计算，相当于 ${hours} 小时按量付费（${asOf}）。`,
			`实际价格不同时，请设置 ${say('reserved.hoursPerMonth')}。`,
		),
} satisfies Partial<DiagnosticTexts>;
