import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {backOff, minuteLimit} from '../../../source/adapters/alibaba-cloud/pace.ts';
import {fakePace} from '../../helpers/fake-pace.ts';

const MINUTE = 60_000;
const {signal} = new AbortController();

describe('the limit of a minute', () => {
	test('lets as many calls through at once as a minute may have, and then waits for the first', async () => {
		const pace = fakePace();
		const turn = minuteLimit(3, pace);
		await Promise.all([turn(signal), turn(signal), turn(signal)]);
		expect(pace.pauses).toEqual([]);
		await turn(signal);
		expect(pace.pauses).toEqual([MINUTE]);
	});

	test('never has more calls than it may in any minute', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({min: 1, max: 5}),
				fc.array(fc.integer({min: 0, max: 90_000}), {maxLength: 30}),
				async (calls, gaps) => {
					const pace = fakePace();
					const turn = minuteLimit(calls, pace);
					const times: number[] = [];
					for (const gap of gaps) {
						await pace.pause(gap, signal);
						await turn(signal);
						times.push(pace.now());
					}
					for (const [index, time] of times.entries()) {
						const earlier = times[index - calls];
						if (earlier !== undefined) expect(time - earlier).toBeGreaterThanOrEqual(MINUTE);
					}
				},
			),
		);
	});

	test('a turn that is given up takes no place', async () => {
		const pace = fakePace();
		const turn = minuteLimit(1, pace);
		await turn(signal);
		await expect(turn(AbortSignal.abort(new Error('given up')))).rejects.toThrow('given up');
		await turn(signal);
		expect(pace.pauses).toEqual([MINUTE]);
	});
});

describe('the pause before another try', () => {
	test('doubles up to a minute, its upper half by chance', () => {
		const shortest = [1, 2, 3, 4, 5, 6, 7, 8, 50].map(tries => backOff(tries, 0));
		expect(shortest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
		const middle = [1, 2, 7].map(tries => backOff(tries, 0.5));
		expect(middle).toEqual([750, 1500, 45_000]);
		expect(backOff(7, 0.999_999)).toBe(60_000);
	});
});
