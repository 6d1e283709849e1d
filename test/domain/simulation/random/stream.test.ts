import {expect, test} from 'vitest';
import {
	nextBits,
	openStream,
	startStream,
	uniform,
} from '../../../../source/domain/simulation/random/stream.ts';

test('xoshiro128** has the numbers of its reference implementation', () => {
	const stream = Int32Array.from([1, 2, 3, 4]);
	const drawn = Array.from({length: 10}, () => nextBits(stream) >>> 0);
	expect(drawn).toEqual([
		11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
		4258142804,
	]);
});

test('a key gives the same numbers again, and another key others', () => {
	const draw = (path: number, layer: number): readonly number[] => {
		const stream = openStream();
		startStream(stream, {seed: 7, layer}, path);
		return Array.from({length: 5}, () => nextBits(stream));
	};
	expect(draw(3, 1)).toEqual(draw(3, 1));
	expect(draw(3, 1)).not.toEqual(draw(3, 2));
	expect(draw(3, 1)).not.toEqual(draw(4, 1));
});

test('uniform numbers have the mean and the variance of their law', () => {
	const stream = openStream();
	startStream(stream, {seed: 1, layer: 0}, 0);
	const count = 400_000;
	let [sum, squares, low, high] = [0, 0, 1, 0];
	for (let index = 0; index < count; index++) {
		const u = uniform(stream);
		sum += u;
		squares += (u - 0.5) ** 2;
		low = Math.min(low, u);
		high = Math.max(high, u);
	}
	expect(low).toBeGreaterThan(0);
	expect(high).toBeLessThan(1);
	expect(Math.abs(sum / count - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / count));
	expect(Math.abs(squares / count - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / count));
});
