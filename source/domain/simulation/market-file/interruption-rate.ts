import type {StatedInterruption} from '../../input/plan-request.ts';
import type {InterruptionBucket} from '../../pricing/price-record.ts';
import {toNumber} from '../../units/fraction.ts';
import type {InterruptionLaw} from '../market/market-model.ts';

/** A rate is read as the share of pods that are interrupted within so many hours. */
export const RATE_HOURS = 24;

/** Interruptions an hour of a pod, where a share below 1 of the pods is interrupted within a day. */
export const hazardOfRate = (share: number): number => -Math.log1p(-share) / RATE_HOURS;

const lawOf = (perHour: number): InterruptionLaw =>
	perHour === 0 ? {law: 'none'} : {law: 'exponential', meanHours: 1 / perHour};

/** How long pods live by what somebody knows about them. */
export const statedLaw = (stated: StatedInterruption): InterruptionLaw =>
	stated.kind === 'mean'
		? {law: 'exponential', meanHours: stated.time / 3600}
		: lawOf(hazardOfRate(toNumber(stated.share)));

/** The middle of each bucket; of the last the geometric one, as its ends are so far apart [facts/simulation §3]. */
const MIDPOINTS: Readonly<Record<InterruptionBucket, number>> = {
	'0-3%': 0.015,
	'3-5%': 0.04,
	'5-10%': 0.075,
	'10-100%': 0.3,
};

/** How long pods of a type live by the advice about its zones, any of which may place them; null without advice. */
export const advisedLaw = (buckets: readonly InterruptionBucket[]): InterruptionLaw | null => {
	if (buckets.length === 0) return null;
	const total = buckets.reduce((sum, bucket) => sum + hazardOfRate(MIDPOINTS[bucket]), 0);
	return lawOf(total / buckets.length);
};
