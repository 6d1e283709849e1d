import {advice, type DiagnosticTexts} from '../language.ts';
import {counted, listed} from './words.ts';

export const enPriceRules = {
	'price-missing': ({what, region, currency}) =>
		advice(
			`No ${currency} price of ${what} is known in ${region}.`,
			currency === 'USD'
				? 'Use --currency CNY, in which ECS prices are known.'
				: 'Use another spec or region, and look the price up in the console.',
		),
	'prices-old': ({asOf, days}) =>
		advice(
			`The oldest price used is from ${asOf}, ${counted(days, 'day')} ago.`,
			"Compare it with the current price in Alibaba Cloud's console before you decide.",
		),
	'spot-ratio-assumed': ({specs, ratio}) =>
		advice(
			`No spot price is known for ${listed(specs, 'and')}, so ${ratio} times the on-demand price is assumed.`,
			'Read these spot figures as a guess, or name types that have a quote with --use-specs.',
		),
	'spot-price-estimated': ({specs}) =>
		advice(
			`The spot price of ${listed(specs, 'and')} is estimated from ECS types of the same size.`,
			'Use an ECS type, such as ecs.c7.large, to see a quoted price.',
		),
} satisfies Partial<DiagnosticTexts>;
