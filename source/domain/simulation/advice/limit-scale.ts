import {toNumber} from '../../units/fraction.ts';
import type {SimulationSetup} from '../compile/prepare.ts';
import {ratioLaw} from './price-limit.ts';

/** The annotation takes three decimals. */
const MILLS = 1000;
/** What float division leaves over is no step. */
const SLACK = 1e-6;

/** The price limits that make a difference, in thousandths of the currency an hour. */
export type LimitScale = {
	/** The spec of the chain that spot is tried on first. */
	readonly spec: string;
	/** The lowest price that spot can have. */
	readonly lowest: number;
	/** Pay-as-you-go: a higher limit is worth no more. */
	readonly highest: number;
	readonly advised: number | null;
	/** The limit that was simulated, given or advised. */
	readonly limit: number | null;
	/** Share of the time in which the price is at or under it. */
	readonly shareUnder: number | null;
};

/** What to set a price limit by; null where spot sells nothing of the chain. */
export const limitScale = ({model, limit, advice}: SimulationSetup): LimitScale | null => {
	const [entry] = model.strategies
		.flatMap(({entries}) => entries)
		.flatMap(index => {
			const one = model.entries[index];
			return one && one.spotBasePerHour !== null ? [{...one, base: one.spotBasePerHour}] : [];
		});
	if (!entry) return null;
	const {base, spec, onDemandPerHour} = entry;
	const perHour = limit && toNumber(limit.perHour.amount);
	const law = ratioLaw(entry, model);
	return {
		spec,
		lowest: Math.max(1, Math.ceil(model.market.price.floor * base * MILLS - SLACK)),
		highest: Math.max(1, Math.floor(onDemandPerHour * MILLS + SLACK)),
		advised: advice && Math.round(toNumber(advice.perHour.amount) * MILLS),
		limit: perHour === null ? null : Math.round(perHour * MILLS),
		shareUnder: perHour === null ? null : law.chanceUpTo(perHour / base + SLACK),
	};
};
