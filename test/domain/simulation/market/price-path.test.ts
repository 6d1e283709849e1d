import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {autoregressivePrice} from '../../../../source/domain/simulation/market/autoregressive-price.ts';
import {PricePath, RATIO_UNITS} from '../../../../source/domain/simulation/market/price-path.ts';
import {recordedPrice} from '../../../../source/domain/simulation/market/price-sources.ts';
import {errorsOff, HOUR, sampleOf} from '../../../helpers/simulation/models.ts';

const KEY = {seed: 1, entity: 0, layer: 1};
const WIDE = {floor: 0.001, cap: 1};

const hourly = (path: PricePath, hours: number): readonly number[] =>
	Array.from({length: hours}, (_, hour) => path.unitsAt(hour * HOUR) / RATIO_UNITS);

/** Facts §4-G: φ = e^(−1/12), a stationary deviation of 0.2, the price moves every hour. */
describe('the autoregression', () => {
	const price = new PricePath(
		autoregressivePrice(
			{
				mean: 0.25 * Math.exp(0.02),
				sigma: 0.2,
				phi: Math.exp(-1 / 12),
				changeProbability: 1,
			},
			WIDE,
			KEY,
		),
	);

	test.each([
		[24, 0.1507973984, 20_000],
		[168, 0.07286745095, 4000],
		[8760, 0.01046434031, 400],
	])('the mean of %i hours spreads as it should', (hours, deviation, paths) => {
		const means = Array.from({length: paths}, (_, path) => {
			price.open(path);
			const logs = hourly(price, hours).map(ratio => Math.log(ratio / 0.25));
			return logs.reduce((sum, log) => sum + log, 0) / hours;
		});
		const {mean, sd, se} = sampleOf(means);
		expect(Math.abs(mean)).toBeLessThan(4 * se);
		// The standard error of a standard deviation: σ / √(2n).
		expect(Math.abs(sd - deviation)).toBeLessThan((4 * deviation) / Math.sqrt(2 * paths));
	});

	test.each([
		[0.3, 0.04205029751],
		[0.35, 0.01526595792],
		[0.45, 0.0008053504014],
	])('it crosses %f upwards as often as it should', (limit, chance) => {
		const paths = 2000;
		const crossings = Array.from({length: paths}, (_, path) => {
			price.open(path);
			const ratios = hourly(price, 501);
			return (
				ratios.filter((ratio, hour) => ratio > limit && (ratios[hour - 1] ?? 1) <= limit).length /
				500
			);
		});
		expect(errorsOff(sampleOf(crossings), chance)).toBeLessThan(4);
	});
});

/** Facts §4-E: the ratio is max(0.1, LogN(ln 0.25, 0.2)). */
describe('the law of the price', () => {
	test.each([
		[0.25, 0.5, 0.214619922, 0.607309961],
		[0.3, 0.8190123883, 0.2371858097, 0.3752457282],
		[0.35, 0.9537505882, 0.2489337674, 0.2836701389],
		[0.45, 0.9983532804, 0.2546836858, 0.2559110128],
		[1, 1, 0.2550503439, 0.2550503439],
	])('up to a limit of %f', (limit, share, meanWithin, meanWithOnDemand) => {
		const price = new PricePath(
			autoregressivePrice(
				{mean: 0.255050335, sigma: 0.2, phi: 0, changeProbability: 1},
				{floor: 0.1, cap: 1},
				KEY,
			),
		);
		price.open(3);
		const ratios = hourly(price, 400_000);
		const within = ratios.filter(ratio => ratio <= limit);
		const shares = sampleOf(ratios.map(ratio => Number(ratio <= limit)));
		expect(Math.abs(shares.mean - share)).toBeLessThan(4 * shares.se + 1e-9);
		expect(errorsOff(sampleOf(within), meanWithin)).toBeLessThan(4);
		const paid = sampleOf(ratios.map(ratio => (ratio <= limit ? ratio : 1)));
		expect(errorsOff(paid, meanWithOnDemand)).toBeLessThan(4);
	});
});

/** Facts §3: a price that holds in most hours keeps its hourly autocorrelation. */
test('holding keeps the mean, the spread and the hourly autocorrelation', () => {
	const price = new PricePath(
		autoregressivePrice({mean: 0.25, sigma: 0.05, phi: 0.97, changeProbability: 0.15}, WIDE, KEY),
	);
	const paths = 20_000;
	const pairs = Array.from({length: paths}, (_, path) => {
		price.open(path);
		return [price.unitsAt(10 * HOUR), price.unitsAt(11 * HOUR)].map(units =>
			Math.log(units / RATIO_UNITS / 0.25),
		) as [number, number];
	});
	const first = sampleOf(pairs.map(([a]) => a));
	expect(errorsOff(first, -(0.05 ** 2) / 2)).toBeLessThan(4);
	expect(Math.abs(first.sd - 0.05)).toBeLessThan((4 * 0.05) / Math.sqrt(2 * paths));
	const product = sampleOf(pairs.map(([a, b]) => ((a + 0.00125) * (b + 0.00125)) / 0.05 ** 2));
	expect(errorsOff(product, 0.97)).toBeLessThan(4);
	const stays = sampleOf(pairs.map(([a, b]) => Number(a === b)));
	expect(errorsOff(stays, 0.85)).toBeLessThan(4);
});

const history = fc
	.array(fc.tuple(fc.integer({min: 1, max: 20_000}), fc.integer({min: 100_000, max: 900_000})), {
		minLength: 1,
		maxLength: 12,
	})
	.map(spells => {
		let at = 0;
		const steps = spells.map(([length, units]) => {
			const step = [at, units / RATIO_UNITS] as const;
			at += length;
			return step;
		});
		return {startHour: 0, seconds: at, steps};
	});

describe('recorded prices', () => {
	test('a replay is the record, again and again', () => {
		fc.assert(
			fc.property(history, fc.nat(200_000), (record, second) => {
				const price = new PricePath(
					recordedPrice(record, {meanBlockHours: 0, startHour: 0}, WIDE, KEY),
				);
				price.open(0);
				const within = second % record.seconds;
				const [, ratio = 0] = record.steps.findLast(([at]) => at <= within) ?? [];
				expect(price.unitsAt(second)).toBe(Math.round(ratio * RATIO_UNITS));
			}),
		);
	});

	test('sums are the price times its seconds, cut anywhere', () => {
		fc.assert(
			fc.property(history, fc.nat(100_000), fc.nat(100_000), (record, from, length) => {
				const price = new PricePath(
					recordedPrice(record, {meanBlockHours: 0, startHour: 0}, WIDE, KEY),
				);
				price.open(0);
				const to = from + length;
				const middle = Math.floor((from + to) / 2);
				const sum = (start: number, end: number) =>
					price.unitSeconds(end) - price.unitSeconds(start);
				expect(sum(from, to)).toBe(sum(from, middle) + sum(middle, to));
				expect(sum(to, to + 1)).toBe(price.unitsAt(to));
				expect(price.unitSeconds(0)).toBe(0);
			}),
		);
	});

	/** Facts §4-Q: E*[mean*] is the mean of the sample, exactly, for whole days. */
	test('the bootstrap has the mean of the record, and its hours of the day', () => {
		const steps = Array.from(
			{length: 72},
			(_, hour) => [hour * HOUR, 0.2 + 0.01 * (hour % 24)] as const,
		);
		const record = {startHour: 0, seconds: 72 * HOUR, steps};
		const price = new PricePath(
			recordedPrice(record, {meanBlockHours: 24, startHour: 0}, WIDE, KEY),
		);
		const means = Array.from({length: 500}, (_, path) => {
			price.open(path);
			for (let hour = 0; hour < 240; hour += 7)
				expect(price.unitsAt(hour * HOUR)).toBe(
					Math.round((0.2 + 0.01 * (hour % 24)) * RATIO_UNITS),
				);
			return price.unitSeconds(240 * HOUR) / (240 * HOUR) / RATIO_UNITS;
		});
		expect(sampleOf(means).mean).toBeCloseTo(0.2 + 0.01 * 11.5, 9);
	});

	test('blocks of different days differ by the day alone', () => {
		const steps = Array.from(
			{length: 72},
			(_, hour) => [hour * HOUR, 0.2 + 0.1 * Math.floor(hour / 24)] as const,
		);
		const record = {startHour: 0, seconds: 72 * HOUR, steps};
		const price = new PricePath(
			recordedPrice(record, {meanBlockHours: 24, startHour: 0}, WIDE, KEY),
		);
		const means = Array.from({length: 4000}, (_, path) => {
			price.open(path);
			return price.unitSeconds(240 * HOUR) / (240 * HOUR) / RATIO_UNITS;
		});
		expect(errorsOff(sampleOf(means), 0.3)).toBeLessThan(4);
	});
});

test('the next price above a limit, or within it, is the first one', () => {
	fc.assert(
		fc.property(
			history,
			fc.nat(60_000),
			fc.integer({min: 100_000, max: 900_000}),
			(record, second, limit) => {
				const price = new PricePath(
					recordedPrice(record, {meanBlockHours: 0, startHour: 0}, WIDE, KEY),
				);
				price.open(0);
				const until = second + 2 * record.seconds;
				const above = price.nextAbove(second, limit, until);
				const within = price.nextWithin(second, limit, until);
				if (above < until) expect(price.unitsAt(above)).toBeGreaterThan(limit);
				if (within < until) expect(price.unitsAt(within)).toBeLessThanOrEqual(limit);
				if (Math.min(above, within) > second + 1)
					for (const at of [second + 1, Math.min(above, within, until) - 1])
						expect(price.unitsAt(at)).toBe(price.unitsAt(second + 1));
				if (above === Number.POSITIVE_INFINITY && within === Number.POSITIVE_INFINITY)
					expect(record.steps.length).toBeLessThanOrEqual(1);
			},
		),
	);
});
