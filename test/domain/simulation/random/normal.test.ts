import {expect, test} from 'vitest';
import {normal} from '../../../../source/domain/simulation/random/normal.ts';
import {openStream, startStream} from '../../../../source/domain/simulation/random/stream.ts';

const COUNT = 1_000_000;

const drawn = (): Float64Array => {
	const stream = openStream();
	startStream(stream, {seed: 5, layer: 4}, 1, 2, 3);
	return Float64Array.from({length: COUNT}, () => normal(stream));
};

/** Normal quantiles: AS241 [facts/simulation §4-R]. */
const POINTS = [
	[0.001, -3.090232306167813],
	[0.25, -0.6744897501960817],
	[0.5, 0],
	[0.75, 0.6744897501960817],
	[0.999, 3.090232306167813],
] as const;

test('normal numbers lie where the normal law has them, in the tails too', () => {
	const values = drawn();
	for (const [probability, point] of POINTS) {
		const share = values.filter(value => value <= point).length / COUNT;
		const error = Math.sqrt((probability * (1 - probability)) / COUNT);
		expect(Math.abs(share - probability)).toBeLessThan(4 * error);
	}
	// 1 − Φ(4) on both sides: 6.334e-5.
	const far = values.filter(value => Math.abs(value) > 4).length / COUNT;
	expect(Math.abs(far - 6.334248366623996e-5)).toBeLessThan(4 * Math.sqrt(6.334e-5 / COUNT));
});

test('normal numbers have the moments 0, 1, 0 and 3', () => {
	const values = drawn();
	const moment = (power: number) =>
		values.reduce((total, value) => total + value ** power, 0) / COUNT;
	const within = (variance: number) => 4 * Math.sqrt(variance / COUNT);
	expect(Math.abs(moment(1))).toBeLessThan(within(1));
	expect(Math.abs(moment(2) - 1)).toBeLessThan(within(2));
	expect(Math.abs(moment(3))).toBeLessThan(within(15));
	expect(Math.abs(moment(4) - 3)).toBeLessThan(within(96));
});
