import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	clippedLognormal,
	constantLaw,
	recordedLaw,
} from '../../../../source/domain/simulation/advice/ratio-law.ts';
import {integral} from '../../../helpers/simulation/integral.ts';

const BAND = {floor: 0.1, cap: 1};

describe('the clipped lognormal law of the facts, §4-E', () => {
	/** Median 0.25, no cap. */
	const law = clippedLognormal(0.25 * Math.exp(0.02), 0.2, {floor: 0.1, cap: 100});

	it.each([
		[0.25, '0.5', '0.214619922', '0.607309961'],
		[0.3, '0.8190123883', '0.2371858097', '0.3752457282'],
		[0.35, '0.9537505882', '0.2489337674', '0.2836701389'],
		[0.45, '0.9983532804', '0.2546836858', '0.2559110128'],
		[1, '1', '0.2550503439', '0.2550503439'],
	])('at the limit %d', (limit, chance, mean, withOnDemand) => {
		const [share, paid] = [law.chanceUpTo(limit), law.meanUpTo(limit)];
		expect(share).toBeCloseTo(Number(chance), 10);
		expect(paid / share).toBeCloseTo(Number(mean), 9);
		expect(paid + 1 - share).toBeCloseTo(Number(withOnDemand), 9);
	});

	it('has the mean of the whole law as it was asked for, where nothing is cut off', () => {
		const wide = clippedLognormal(0.25, 0.2, {floor: 0.001, cap: 100});
		expect(wide.meanUpTo(100)).toBeCloseTo(0.25, 12);
	});

	it('keeps what lies beyond the band at its ends', () => {
		const narrow = clippedLognormal(0.25, 0.5, {floor: 0.2, cap: 0.3});
		const centre = Math.log(0.25) - 0.125;
		const mean = integral(
			z =>
				(Math.min(0.3, Math.max(0.2, Math.exp(centre + 0.5 * z))) * Math.exp(-0.5 * z * z)) /
				Math.sqrt(2 * Math.PI),
			-12,
			12,
		);
		expect(narrow.meanUpTo(0.3)).toBeCloseTo(mean, 5);
		expect(narrow.chanceUpTo(0.3)).toBe(1);
		expect(narrow.chanceUpTo(0.199)).toBe(0);
		expect(narrow.meanUpTo(0.199)).toBe(0);
		expect([narrow.quantile(0.001), narrow.quantile(0.999)]).toEqual([0.2, 0.3]);
	});

	it('is exceeded at a quantile with the chance that is left', () => {
		fc.assert(
			fc.property(fc.double({min: 0.001, max: 0.999, noNaN: true}), chance => {
				expect(law.chanceUpTo(law.quantile(chance))).toBeCloseTo(chance, 12);
			}),
		);
	});
});

describe('the law of a record', () => {
	/** 0.3 for two hours, 0.05 for one, 0.2 for five. */
	const history = {
		startHour: 0,
		seconds: 8 * 3600,
		steps: [
			[0, 0.3],
			[2 * 3600, 0.05],
			[3 * 3600, 0.2],
		],
	} as const;
	const law = recordedLaw(history, BAND);

	it('weighs each ratio, clipped to the band, by the time it held', () => {
		expect(law.chanceUpTo(0.09)).toBe(0);
		expect(law.chanceUpTo(0.1)).toBe(1 / 8);
		expect(law.chanceUpTo(0.25)).toBe(6 / 8);
		expect(law.chanceUpTo(0.3)).toBe(1);
		expect(law.meanUpTo(0.25)).toBeCloseTo((0.1 + 5 * 0.2) / 8, 15);
		expect(law.lowest).toBe(0.1);
		expect(law.bids).toEqual([0.1, 0.2, 0.3]);
	});

	it('has the lowest ratio that suffices as its quantile', () => {
		expect([0.1, 0.125, 0.126, 0.75, 0.76, 1].map(law.quantile)).toEqual([
			0.1, 0.1, 0.2, 0.2, 0.3, 0.3,
		]);
	});

	it('is one ratio where the price is constant', () => {
		const constant = constantLaw(0.25, BAND);
		expect([0.001, 0.5, 0.999].map(constant.quantile)).toEqual([0.25, 0.25, 0.25]);
		expect(constantLaw(0.02, BAND).quantile(0.5)).toBe(0.1);
	});
});
