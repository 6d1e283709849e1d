import {describe, expect, test} from 'vitest';
import type {SimulationModel} from '../../../source/domain/simulation/simulation-model.ts';
import {
	batchOf,
	entryOf,
	HOUR,
	modelOf,
	NORMAL_MARKET,
	onlyColumns,
	type Sample,
	STILL_MARKET,
	sampleOf,
	strategyOf,
} from '../../helpers/simulation/models.ts';

const always = (replicas: number, hours: number): SimulationModel['workload'] => ({
	kind: 'service',
	windows: Array.from({length: replicas}, () => [[0, hours * HOUR]] as const),
});

const apart = (a: Sample, b: Sample): number => Math.abs(a.mean - b.mean) / Math.hypot(a.se, b.se);

/**
 * Batch pods are followed one by one. Work that no horizon holds is served as a service is, so both have
 * one law; only the seconds that a pod works before its end are told apart.
 */
describe('a fleet is as its pods one by one', () => {
	const HOURS = 24 * 14;
	const REPLICAS = 6;
	const model = (interruption: SimulationModel['market']['interruption']): SimulationModel =>
		modelOf({
			horizonHours: HOURS,
			market: {
				...NORMAL_MARKET,
				interruption,
				stock: {law: 'renewal', meanUpHours: 30, meanDownHours: 2},
				commonShock: 0.4,
			},
			entries: [entryOf('a', {ratio: 0.2}), entryOf('b', {ratio: 0.3})],
			zones: 2,
			zoneOrder: 'random',
			strategies: [strategyOf('spot', {entries: [0, 1]})],
			workload: always(REPLICAS, HOURS),
		});

	test.each([
		['exponential', {law: 'exponential', meanHours: 12}],
		['Weibull', {law: 'weibull', meanHours: 12, shape: 0.55}],
	] as const)('%s lives', (_, law) => {
		const fleet = onlyColumns(model(law), 2000);
		const pods = onlyColumns(
			{
				...model(law),
				seed: 2,
				workload: batchOf(HOURS, {replicas: REPLICAS, end: HOURS * HOUR, workSeconds: 1e9}),
			},
			2000,
		);
		for (const column of ['cost', 'interruptions', 'billedSeconds'] as const) {
			const [together, apiece] = [sampleOf(fleet[column]), sampleOf(pods[column])];
			expect(apart(together, apiece)).toBeLessThan(4);
			// What pods share shows in how far their sums spread.
			expect(together.sd / apiece.sd).toBeGreaterThan(0.9);
			expect(together.sd / apiece.sd).toBeLessThan(1.1);
		}
	});
});

test('sums of a large fleet are exact beyond the whole numbers of a float', () => {
	const replicas = 20_000;
	const model = modelOf({
		horizonHours: 8760,
		market: STILL_MARKET,
		entries: [entryOf('a', {ratio: 0.333_333})],
		workload: always(replicas, 8760),
	});
	const {totals} = onlyColumns(model, 2);
	expect(totals.spotSeconds).toEqual([BigInt(2 * replicas * 8760 * HOUR)]);
	expect(totals.spotRatioSeconds).toEqual([BigInt(2 * replicas * 8760 * HOUR) * 333_333n]);
});
