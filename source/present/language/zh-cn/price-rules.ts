import {STORAGE} from '../../../domain/pricing/extra-storage.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {listed} from './words.ts';

export const zhCnPriceRules = {
	'price-missing': ({what, region, currency}, say) =>
		what === STORAGE
			? advice(
					`没有超出 30 GiB 的临时存储的 ${currency} 价格，所示价格均不含该项。`,
					'请在控制台查询该价格并自行加上。',
				)
			: advice(
					`没有 ${what} 在 ${region} 的 ${currency} 价格。`,
					currency === 'USD'
						? `ECS 价格仅有人民币，请使用 ${say('currency', 'CNY')}，或用 ${say('pricing.yuanPerDollar', '7.1')} 之类的汇率换算。`
						: '请更换规格或地域，并在控制台查询该价格。',
				),
	'prices-old': ({asOf, days}) =>
		advice(
			`所用的最早价格来自 ${asOf}，已过 ${days} 天。`,
			'决定之前，请与阿里云控制台的当前价格核对。',
		),
	'spot-ratio-assumed': ({specs, ratio}, say) =>
		advice(
			`没有 ${listed(specs)} 的抢占式实例价格，假定为按量付费价格的 ${ratio} 倍。`,
			`这些价格仅供参考；也可用 ${say('chain.useSpecs')} 指定有报价的规格。`,
		),
	'spot-price-estimated': ({specs}) =>
		advice(
			`${listed(specs)} 的抢占式实例价格按同规格的 ECS 实例估算。`,
			'如需查看报价，请使用 ecs.c7.large 之类的 ECS 实例规格。',
		),
	'reserved-price-assumed': ({hours, lowest, highest}, say) =>
		advice(
			`假定一张预留实例券的月价相当于 ${hours} 小时的按量付费价格（已知包月价格：${lowest}～${highest} 小时）。`,
			`请用 ${say('reserved.hoursPerMonth')} 设为控制台的月价除以每小时价格。`,
		),
	'reserved-nothing': ({specs}, say) =>
		advice(
			`预留实例券仅抵扣 ECS 实例规格，备选规格链中没有（${listed(specs)}）。`,
			`如需查看其费用，请用 ${say('chain.useSpecs')} 指定 ecs.c7.large 之类的 ECS 实例规格。`,
		),
	'reserved-not-spot': ({type}) =>
		advice(
			`预留实例券不抵扣抢占式实例，因此预留费用按全部 Pod 以按量付费方式使用 ${type} 计算。`,
			'请与抢占式实例的费用对比：两者只能选其一。',
		),
} satisfies Partial<DiagnosticTexts>;
