import {describe, expect, it} from 'vitest';
import type {InterruptionBucket} from '../../../../source/domain/pricing/price-record.ts';
import {
	advisedLaw,
	hazardOfRate,
	statedLaw,
} from '../../../../source/domain/simulation/market-file/interruption-rate.ts';
import {hours} from '../../../../source/domain/units/duration.ts';
import {decimal, zero} from '../../../../source/domain/units/fraction.ts';

/** Rates a day with their hazards an hour and mean times, as facts/simulation §3 prints them. */
const FACTS: readonly (readonly [InterruptionBucket, string, hazard: number, mean: number])[] = [
	['0-3%', '0.015', 0.00063, 1588],
	['3-5%', '0.04', 0.001701, 588],
	['5-10%', '0.075', 0.003248, 308],
	['10-100%', '0.3', 0.014861, 67],
];

const meanOf = (law: ReturnType<typeof advisedLaw>): number =>
	law?.law === 'exponential' ? law.meanHours : Number.NaN;

describe('a rate within 24 hours', () => {
	it.each(FACTS)('%s is that of the facts', (_bucket, rate, hazard, mean) => {
		expect(hazardOfRate(Number(rate))).toBeCloseTo(hazard, 6);
		const law = statedLaw({kind: 'rate', share: decimal(rate)});
		expect(Math.round(meanOf(law))).toBe(mean);
		// A day of that hazard interrupts the share of the pods that the rate says.
		expect(1 - Math.exp(-24 / meanOf(law))).toBeCloseTo(Number(rate), 12);
	});

	it('of nothing interrupts nobody', () => {
		expect(statedLaw({kind: 'rate', share: zero})).toEqual({law: 'none'});
	});
});

it('a mean time is the mean of the law', () => {
	expect(statedLaw({kind: 'mean', time: hours(24)})).toEqual({law: 'exponential', meanHours: 24});
});

describe('advice', () => {
	it.each(FACTS)('%s is read as its middle', (bucket, _rate, _hazard, mean) => {
		expect(Math.round(meanOf(advisedLaw([bucket])))).toBe(mean);
	});

	it('about several zones is the mean of their hazards', () => {
		const mean = meanOf(advisedLaw(['0-3%', '10-100%']));
		expect(1 / mean).toBeCloseTo((0.00063 + 0.014861) / 2, 6);
	});

	it('that is missing says nothing', () => {
		expect(advisedLaw([])).toBeNull();
	});
});
