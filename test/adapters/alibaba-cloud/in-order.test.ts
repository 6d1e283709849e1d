import {setImmediate} from 'node:timers/promises';
import {describe, expect, test} from 'vitest';
import {inOrder} from '../../../source/adapters/alibaba-cloud/in-order.ts';

const taken = async <T>(results: AsyncIterable<T>): Promise<readonly T[]> => {
	const list: T[] = [];
	for await (const result of results) list.push(result);
	return list;
};

describe('tasks in order', () => {
	test.each([1, 2, 4, 100])(
		'%i at once give their results in the order of the tasks',
		async width => {
			let running = 0;
			let most = 0;
			const tasks = Array.from({length: 20}, (_, index) => async () => {
				running++;
				most = Math.max(most, running);
				for (let turn = 0; turn <= (index * 7) % 5; turn++) await setImmediate();
				running--;
				return index;
			});
			expect(await taken(inOrder(tasks, width))).toEqual(tasks.map((_, index) => index));
			expect(most).toBeLessThanOrEqual(width);
			expect(most).toBe(Math.min(width, tasks.length));
		},
	);

	test('a failure comes in its turn, and nothing is started behind it', async () => {
		const started: number[] = [];
		const tasks = Array.from({length: 10}, (_, index) => () => {
			started.push(index);
			return index === 1 ? Promise.reject(new Error('broken')) : Promise.resolve(index);
		});
		const results = inOrder(tasks, 3);
		expect(await results.next()).toMatchObject({value: 0});
		await expect(results.next()).rejects.toThrow('broken');
		expect(started).toEqual([0, 1, 2, 3]);
	});

	test('no tasks, no results', async () => {
		expect(await taken(inOrder([], 4))).toEqual([]);
	});
});
