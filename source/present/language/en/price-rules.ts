import {STORAGE} from '../../../domain/pricing/extra-storage.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {counted, listed} from './words.ts';

export const enPriceRules = {
	'price-missing': ({what, region, currency}, say) =>
		what === STORAGE
			? advice(
					`No ${currency} price of temporary storage above 30 GiB is known, so prices leave it out.`,
					'Look it up in the console and add it.',
				)
			: advice(
					`No ${currency} price of ${what} is known in ${region}.`,
					currency === 'USD'
						? `Use ${say('currency', 'CNY')}, in which ECS prices are known, or convert them, such as by ${say('pricing.yuanPerDollar', '7.1')}.`
						: 'Use another spec or region, and look the price up in the console.',
				),
	'prices-old': ({asOf, days}) =>
		advice(
			`The oldest price used is from ${asOf}, ${counted(days, 'day')} ago.`,
			"Compare it with the current price in Alibaba Cloud's console before you decide.",
		),
	'spot-ratio-assumed': ({specs, ratio}, say) =>
		advice(
			`No spot price is known for ${listed(specs, 'and')}, so ${ratio} times the on-demand price is assumed.`,
			`Read these spot figures as a guess, or name types that have a quote with ${say('chain.useSpecs')}.`,
		),
	'spot-price-estimated': ({specs}) =>
		advice(
			`The spot price of ${listed(specs, 'and')} is estimated from ECS types of the same size.`,
			'Use an ECS type, such as ecs.c7.large, to see a quoted price.',
		),
	'reserved-price-assumed': ({hours, lowest, highest}, say) =>
		advice(
			`One reserved instance is assumed to cost as much as ${hours} pay-as-you-go hours a month (known subscriptions: ${lowest} to ${highest}).`,
			`Set ${say('reserved.hoursPerMonth')} to the monthly price in the console divided by the price per hour.`,
		),
	'reserved-nothing': ({specs}, say) =>
		advice(
			`Reserved instances cover ECS types only, and the chain has none (${listed(specs, 'and')}).`,
			`Name an ECS type, such as ecs.c7.large, with ${say('chain.useSpecs')} to see their cost.`,
		),
	'reserved-not-spot': ({type}) =>
		advice(
			`Reserved instances never offset spot pods, so the reserved cost takes every pod as pay-as-you-go on ${type}.`,
			'Compare it with the spot rows: a plan has the one or the other.',
		),
} satisfies Partial<DiagnosticTexts>;
