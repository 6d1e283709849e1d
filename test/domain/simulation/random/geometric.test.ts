import fc from 'fast-check';
import {expect, test} from 'vitest';
import {geometric, triesOf} from '../../../../source/domain/simulation/random/geometric.ts';
import {
	nextBits,
	openStream,
	startStream,
} from '../../../../source/domain/simulation/random/stream.ts';

const COUNT = 400_000;

const drawn = (probability: number): readonly number[] => {
	const stream = openStream();
	startStream(stream, {seed: 3, layer: 9}, 0);
	const law = geometric(probability);
	return Array.from({length: COUNT}, () => triesOf(law, nextBits(stream), stream));
};

test.each([0.9, 0.5, 0.15, 0.03, 0.001])('waits for a chance of %f have its law', probability => {
	const waits = drawn(probability);
	const mean = waits.reduce((sum, wait) => sum + wait, 0) / COUNT;
	const deviation = Math.sqrt(1 - probability) / probability;
	expect(Math.abs(mean - 1 / probability)).toBeLessThan((4 * deviation) / Math.sqrt(COUNT));
	for (const longest of [1, 2, 5, 40, 255, 256, 600]) {
		const chance = 1 - (1 - probability) ** longest;
		const share = waits.filter(wait => wait <= longest).length / COUNT;
		const error = Math.sqrt(Math.max(1e-12, chance * (1 - chance)) / COUNT);
		expect(Math.abs(share - chance)).toBeLessThan(4 * error + 1e-5);
	}
});

test('a certain success comes at once, and no wait is shorter than 1', () => {
	const stream = openStream();
	fc.assert(
		fc.property(fc.integer(), fc.double({min: 0.001, max: 1, noNaN: true}), (bits, probability) => {
			startStream(stream, {seed: 1, layer: 1}, 1);
			const wait = triesOf(geometric(probability), bits, stream);
			expect(Number.isInteger(wait)).toBe(true);
			expect(wait).toBeGreaterThanOrEqual(1);
			if (probability === 1) expect(wait).toBe(1);
		}),
	);
});
