import {describe, expect, it} from 'vitest';
import {
	continuousMeanDeviation,
	innovationDeviation,
	meanDeviation,
	upCrossing,
} from '../../helpers/simulation/autoregression.ts';
import {dalyInterval, lostWork, youngInterval} from '../../helpers/simulation/checkpoints.ts';
import {chanceOfUp, quietChance} from '../../helpers/simulation/fleet.ts';
import {kernelMeans} from '../../helpers/simulation/kernel.ts';
import {
	exponentialLife,
	hyperexponentialLife,
	restartTime,
	weibullLife,
} from '../../helpers/simulation/lives.ts';
import {
	availability,
	switchingPrice,
	upAfter,
	upTime,
	waitingTime,
} from '../../helpers/simulation/on-off.ts';
import {
	breakEvenRatio,
	chanceInTime,
	fromScratch,
	withChecks,
	withProtection,
	withSafeStartUp,
	withStartUp,
} from '../../helpers/simulation/restart.ts';

/** Equal to the digits that the facts print: half a unit of the last one. */
const expectDigits = (value: number, printed: string): void => {
	const places = printed.split('.')[1]?.length ?? 0;
	expect(Math.abs(value - Number(printed)), `${value} is not ${printed}`).toBeLessThanOrEqual(
		0.500_001 * 10 ** -places,
	);
};

describe('the closed forms of the facts, §4', () => {
	const work = {rate: 0.05, hours: 10};

	it('A: work that starts over', () => {
		const {mean, interruptions, variance} = fromScratch(work);
		expectDigits(mean, '12.97442541');
		expectDigits(interruptions, '0.6487212707');
		expectDigits(variance, '27.8242231');
		expectDigits(withStartUp(work, 0.05), '13.05696461');
		expectDigits(withSafeStartUp(work, 0.05), '13.05686148');
		expectDigits(withProtection(work, 0, 1).mean, '12.9345559');
		expectDigits(withProtection(work, 0, 1).interruptions, '0.5683121855');
		expectDigits(withProtection(work, 0.05, 1).mean, '13.01699529');
		expectDigits(withChecks(work, 1, 12), '12.90437163');
	});

	it.each([
		[10, '0.6065306597'],
		[12, '0.6671837257'],
		[15, '0.7581633246'],
		[19.9, '0.9067633363'],
	])('A5: done by hour %d', (deadline, printed) => {
		expectDigits(chanceInTime(work, deadline), printed);
	});

	it.each([
		[0.1, '0.95083319'],
		[0.5, '0.77074704'],
		[1, '0.58197671'],
		[2, '0.31303529'],
	])('A6: the ratio that breaks even at λτ = %d', (rate, printed) => {
		expectDigits(breakEvenRatio({rate, hours: 1}), printed);
	});

	it.each([
		[24, '120.0000', '116.6898'],
		[6, '60.0000', '56.71296'],
		[0.25, '12.24745', '9.14092'],
	])('B: intervals of Young and Daly at a mean life of %d h', (hours, young, daly) => {
		expectDigits(youngInterval(hours * 60, 5), young);
		expectDigits(dalyInterval(hours * 60, 5), daly);
	});

	it('B3: work lost in a part of two hours and a checkpoint', () => {
		expectDigits(lostWork(24, 25 / 12), '1.02659815');
	});

	it('C: stock that comes and goes', () => {
		const stock = {meanUp: 4.051, meanDown: 1.069};
		expectDigits(availability(stock), '0.7912109375');
		expectDigits(upAfter(stock, 1), '0.8552195822');
		expectDigits(upTime(stock, 52), '41.31956348');
		expectDigits(waitingTime(stock, 48), '60.6665021');
		expectDigits(switchingPrice(stock, 0.3, 1), '0.4461523438');
	});

	it('G: prices by the hour', () => {
		const law = {phi: Math.exp(-1 / 12), sigma: 0.2};
		expectDigits(innovationDeviation(law), '0.07836281647');
		expectDigits(meanDeviation(law, 24), '0.1507973984');
		expectDigits(meanDeviation(law, 168), '0.07286745095');
		expectDigits(meanDeviation(law, 8760), '0.01046434031');
		expectDigits(continuousMeanDeviation(0.2, 12, 168), '0.07284313824');
	});

	it.each([
		[0.3, '0.04205029751'],
		[0.35, '0.01526595792'],
		[0.45, '0.0008053504014'],
	])('G: an hour within the limit %d, then one above', (limit, printed) => {
		expectDigits(upCrossing(Math.log(limit / 0.25) / 0.2, Math.exp(-1 / 12)), printed);
	});

	it('J: a fleet', () => {
		expectDigits(chanceOfUp(10, 8, 0.9), '0.9298091736');
		expectDigits(quietChance(10, {rate: 0.01, hours: 1, common: 0}), '0.904837418');
		expectDigits(quietChance(10, {rate: 0.01, hours: 1, common: 0.92}), '0.9829470756');
	});

	it.each([
		[0.3, '1707.730583', '436.083307', '1585.451478', '3293.182061'],
		[0.35, '2083.025063', '215.531355', '405.144847', '2488.169911'],
		[0.45, '2228.610223', '94.004595', '14.425264', '2243.035487'],
		[1, '2235.352566', '87.163456', '0', '2235.352566'],
	])('K: the whole kernel at the limit %d', (limit, spot, interruptions, over, withOnDemand) => {
		const means = kernelMeans({
			hours: 8760,
			ratio: 0.25,
			floor: 0.1,
			sigma: 0.2,
			phi: Math.exp(-1 / 12),
			limit,
			hazard: -Math.expm1(-0.01),
			overhead: 0.05,
		});
		expectDigits(means.spotCost, spot);
		expectDigits(means.interruptions, interruptions);
		expectDigits(means.hoursOver, over);
		expectDigits(means.costWithOnDemand, withOnDemand);
	});

	it('L: lives that are not exponential', () => {
		const phases = hyperexponentialLife([
			[0.6, 2],
			[0.4, 0.1],
		]);
		expect(phases.mean).toBeCloseTo(4.3, 12);
		expectDigits(phases.variation, '1.828356652');
		expectDigits(restartTime(phases, 10), '19.22152949');
		const bursty = weibullLife(4, 0.55);
		expectDigits(bursty.variation, '1.965015304');
		expectDigits(restartTime(bursty, 10), '25.70769102');
		expectDigits(restartTime(exponentialLife(4), 10), '44.72997584');
	});
});
