import {expect, test} from 'vitest';
import {exponential} from '../../../../source/domain/simulation/random/exponential.ts';
import {openStream, startStream} from '../../../../source/domain/simulation/random/stream.ts';

const COUNT = 1_000_000;

const drawn = (): Float64Array => {
	const stream = openStream();
	startStream(stream, {seed: 5, layer: 4}, 1, 2, 3);
	return Float64Array.from({length: COUNT}, () => exponential(stream));
};

test('exponential numbers lie where their law has them, in the tail too', () => {
	const values = drawn();
	for (const point of [0.001, 0.05, 0.5, 1, 3, 7, 7.8, 9]) {
		const probability = Math.exp(-point);
		const share = values.filter(value => value > point).length / COUNT;
		const error = Math.sqrt((probability * (1 - probability)) / COUNT);
		expect(Math.abs(share - probability)).toBeLessThan(4 * error);
	}
	expect(Math.min(...values.slice(0, 100_000))).toBeGreaterThanOrEqual(0);
});

test('exponential numbers have the moments 1, 2 and 6', () => {
	const values = drawn();
	const moment = (power: number) =>
		values.reduce((total, value) => total + value ** power, 0) / COUNT;
	// The variance of x^k is (2k)! − (k!)².
	expect(Math.abs(moment(1) - 1)).toBeLessThan(4 * Math.sqrt(1 / COUNT));
	expect(Math.abs(moment(2) - 2)).toBeLessThan(4 * Math.sqrt(20 / COUNT));
	expect(Math.abs(moment(3) - 6)).toBeLessThan(4 * Math.sqrt(684 / COUNT));
});
