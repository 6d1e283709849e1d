import {
	add,
	compare,
	type Fraction,
	fraction,
	multiply,
	toNumber,
	zero,
} from '../../units/fraction.ts';
import {RATIO_UNITS} from '../market/price-path.ts';
import type {ModelStrategy, SimulationModel} from '../simulation-model.ts';
import type {EntryRates} from '../simulation-result.ts';
import {askedBilledSeconds} from './asked.ts';
import {amountOfFloat} from './exact-cost.ts';
import type {JoinedColumns} from './joined-columns.ts';

/** The highest price of a second: pay-as-you-go, or spot at its cap where that is more. */
const dearestRate = (
	{market}: SimulationModel,
	{entries, payment}: ModelStrategy,
	rates: readonly EntryRates[],
): Fraction => {
	const cap = fraction(Math.round(market.price.cap * RATIO_UNITS), RATIO_UNITS);
	const prices = entries.flatMap(index => {
		const entry = rates[index];
		if (!entry) return [];
		const {onDemandPerSecond, spotBasePerSecond, storagePerSecond} = entry;
		return payment === 'on-demand' || spotBasePerSecond === null
			? [onDemandPerSecond]
			: [onDemandPerSecond, add(multiply(spotBasePerSecond, cap), storagePerSecond)];
	});
	return prices.reduce((highest, price) => (compare(price, highest) > 0 ? price : highest), zero);
};

/** What is asked for, or billed on the longest path if that is more, at the dearest price. */
export const worstCase = (
	model: SimulationModel,
	strategy: ModelStrategy,
	{cost, billedSeconds}: JoinedColumns,
	rates: readonly EntryRates[],
): Fraction => {
	const asked = askedBilledSeconds(model);
	const dearest = dearestRate(model, strategy, rates);
	if (!strategy.reserved) {
		const longest = billedSeconds.reduce((most, seconds) => Math.max(most, seconds), asked);
		return multiply(fraction(BigInt(Math.ceil(longest))), dearest);
	}
	const rate = toNumber(dearest);
	const served = cost.map(
		(amount, path) => amount + Math.max(0, asked - (billedSeconds[path] ?? 0)) * rate,
	);
	return amountOfFloat(served.reduce((most, amount) => Math.max(most, amount), 0));
};
