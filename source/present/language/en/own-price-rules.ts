import {advice, type DiagnosticTexts} from '../language.ts';
import {listed, quoted} from './words.ts';

export const enOwnPriceRules = {
	'prices-foreign': ({types, from, to}, say) =>
		advice(
			`Prices of ${listed(types, 'and')} are known in ${from} only, so none is shown in ${to}.`,
			`Use ${say('currency', from)}, or convert them, such as by ${say('pricing.yuanPerDollar', '7.1')}.`,
		),
	'prices-converted': ({specs, from, to, yuanPerDollar}, say) =>
		advice(
			`Prices of ${listed(specs, 'and')} that are known in ${from} only are converted to ${to} at ${yuanPerDollar} yuan a dollar.`,
			`Use ${say('currency', from)} to see them as they are listed.`,
		),
	'own-terms': ({discountPercent, types}) => {
		const parts = [
			...(discountPercent === null ? [] : [`${discountPercent} % off pay-as-you-go list prices`]),
			...(types.length === 0 ? [] : [`own prices of ${listed(types, 'and')}`]),
		];
		return advice(
			`Your own terms count: ${parts.join(', and ')}.`,
			'Spot prices follow the market and stay as they are.',
		);
	},
	'own-price-unknown': ({type, region, suggestion}) =>
		advice(
			`There's no instance type ${quoted(type)} in ${region} to give a price.`,
			suggestion === null
				? 'Run eci-plan prices list to see those that there are.'
				: `You probably mean ${suggestion}.`,
		),
	'own-price-foreign': ({type, from, to}, say) =>
		advice(
			`Your own price of ${type} is in ${from}, so it doesn't count in ${to}.`,
			`Name its currency if it's another one, such as by ${say('pricing.prices', `${type}=0.35${to}`)}, or convert it by ${say('pricing.yuanPerDollar', '7.1')}.`,
		),
	'own-price-invalid': ({type, value}) =>
		advice(
			`${quoted(value)} isn't a price an hour of ${type}.`,
			'Use a number above 0, such as 0.35 (in CNY) or 0.049USD.',
		),
	'discount-invalid': ({value, suggestion}) =>
		advice(
			`${quoted(value)} isn't a discount.`,
			`Use ${suggestion ?? 'a percentage from 0% to below 100%, such as 15%'}.`,
		),
	'exchange-rate-invalid': ({value}) =>
		advice(
			`${quoted(value)} isn't an exchange rate.`,
			'Use yuan for one dollar, between 1 and 100, such as 7.1.',
		),
	'reserved-price-subscription': ({type, hours, asOf}, say) =>
		advice(
			`One reserved instance is taken to cost as much as a monthly subscription of ${type}: ${hours} pay-as-you-go hours (${asOf}).`,
			`Set ${say('reserved.hoursPerMonth')} if you pay another price.`,
		),
} satisfies Partial<DiagnosticTexts>;
