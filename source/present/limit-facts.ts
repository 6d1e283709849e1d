import type {LimitScale} from '../domain/simulation/advice/limit-scale.ts';
import type {Simulation} from '../domain/simulation/simulation-result.ts';
import {fraction, toFixed} from '../domain/units/fraction.ts';
import {fixedDecimal, shareFraction} from './estimate-text.ts';
import type {LiveWords} from './language/en/live-words.ts';
import type {SimulationWords} from './language/en/simulation-words.ts';
import {moneyText} from './money-text.ts';
import {chanceText} from './percent-text.ts';

const MILLS = 1000;
const LIMIT_PLACES = 3;
const SECONDS_PER_DAY = 86_400;
const MONEY_PLACES = 2;
/** More decimals of a share than anybody can use. */
const SHARE_DIGITS = 1e4;

/** A price limit as the annotation has it: `0.250`. */
export const millsText = (mills: number): string => toFixed(fraction(mills, MILLS), LIMIT_PLACES);

export type LimitFacts = {
	/** What the limit that was simulated comes to. */
	readonly reached: string;
	/** The advised limit with its reason; null where none is advised. */
	readonly advice: string | null;
};

/** Share of the time under a limit, interruptions a day and mean cost, and why another limit is advised. */
export const limitFacts = (
	{strategies, breakEven, horizonSeconds}: Simulation,
	{spec, shareUnder}: LimitScale,
	live: LiveWords,
	{words, advised}: {readonly words: SimulationWords; readonly advised: string | null},
): LimitFacts => {
	const result = strategies.find(({name}) => name === 'spot-limit');
	const advice = breakEven.find(({kind}) => kind === 'price-limit');
	const share = Math.floor((shareUnder ?? 0) * SHARE_DIGITS) / SHARE_DIGITS;
	const perDay = (result?.interruptions.mean ?? 0) / (horizonSeconds / SECONDS_PER_DAY);
	return {
		reached: [
			...(shareUnder === null ? [] : [live.under(chanceText(shareFraction(share)), spec)]),
			...(result
				? [
						live.perDay(fixedDecimal(perDay, 2)),
						live.inAll(moneyText(result.cost.mean, MONEY_PLACES)),
					]
				: []),
		].join(' · '),
		advice:
			advised !== null && advice?.kind === 'price-limit'
				? live.advised(advised, words.limitReasons[advice.reason])
				: null,
	};
};
