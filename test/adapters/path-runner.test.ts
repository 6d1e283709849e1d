import {describe, expect, test} from 'vitest';
import {type PathThread, pathRunner, type RunnerParts} from '../../source/adapters/path-runner.ts';
import {pathThreads} from '../../source/adapters/path-threads.ts';
import type {PathBlock} from '../../source/domain/simulation/path-columns.ts';
import {openSimulation} from '../../source/domain/simulation/run-paths.ts';
import type {PathRunner} from '../../source/ports.ts';
import {
	columnsOf,
	entryOf,
	HOUR,
	modelOf,
	NORMAL_MARKET,
	strategyOf,
} from '../helpers/simulation/models.ts';

const MODEL = modelOf({
	horizonHours: 24 * 30,
	market: NORMAL_MARKET,
	entries: [entryOf('a'), entryOf('b')],
	workload: {
		kind: 'service',
		windows: Array.from({length: 4}, () => [[0, 24 * 30 * HOUR]] as const),
	},
	strategies: [strategyOf('on-demand'), strategyOf('spot', {entries: [0, 1]})],
});

/** A clock by which every look takes a while, so that threads are worth it. */
const slowClock = () => {
	let milliseconds = 0;
	return () => {
		milliseconds += 1000;
		return milliseconds;
	};
};

const PARTS: RunnerParts = {
	open: openSimulation,
	openThread: (model, {onBlock}) => {
		const run = openSimulation(model);
		return {
			draw: (from, count) => {
				// Later chunks come first, now and then.
				setTimeout(() => onBlock(run(from, count)), (from * 7) % 5);
			},
			end: () => undefined,
		};
	},
	cores: 3,
	now: slowClock(),
	pause: () => Promise.resolve(),
};

const drawn = async (
	runner: PathRunner,
	{
		from = 0,
		count = 100,
		workers = null as number | null,
		signal = new AbortController().signal,
	} = {},
): Promise<readonly PathBlock[]> => {
	const blocks: PathBlock[] = [];
	for await (const block of runner.run(MODEL, {from, count, workers, signal})) blocks.push(block);
	return blocks;
};

const costs = (blocks: readonly PathBlock[], strategy: number): readonly number[] =>
	blocks.flatMap(({strategies}) => [...(strategies[strategy]?.cost ?? [])]);

const expectPaths = (blocks: readonly PathBlock[], from: number, count: number) => {
	let position = from;
	for (const block of blocks) {
		expect(block.from).toBe(position);
		position += block.count;
	}
	expect(position).toBe(from + count);
	for (const [index, columns] of columnsOf(MODEL, count, from).entries())
		expect(costs(blocks, index)).toEqual([...columns.cost]);
};

describe('drawing paths', () => {
	test('in one thread or several, the paths are the same, in order and without a gap', async () => {
		for (const workers of [1, 2, 5, null])
			expectPaths(await drawn(pathRunner(PARTS), {workers}), 0, 100);
	});

	test('from any path on', async () => {
		expectPaths(await drawn(pathRunner(PARTS), {from: 37, count: 11}), 37, 11);
		expect(await drawn(pathRunner(PARTS), {count: 0})).toEqual([]);
	});

	test('quick work starts no thread', async () => {
		const started: PathThread[] = [];
		const runner = pathRunner({
			...PARTS,
			now: () => 0,
			openThread: (model, events) => {
				const thread = PARTS.openThread(model, events);
				started.push(thread);
				return thread;
			},
		});
		await drawn(runner);
		expect(started).toEqual([]);
	});

	test('once stopped, no further block comes, and threads end', async () => {
		const controller = new AbortController();
		let ended = 0;
		const runner = pathRunner({
			...PARTS,
			openThread: (model, events) => ({
				...PARTS.openThread(model, events),
				end: () => ended++,
			}),
		});
		const blocks: PathBlock[] = [];
		for await (const block of runner.run(MODEL, {
			from: 0,
			count: 10_000,
			workers: 3,
			signal: controller.signal,
		})) {
			blocks.push(block);
			if (blocks.length === 3) controller.abort();
		}
		expect(blocks.length).toBe(3);
		expect(ended).toBe(2);
	});

	test('waiting for threads leaves nothing behind at the signal', async () => {
		const {signal} = new AbortController();
		const listeners = new Set<unknown>();
		let most = 0;
		signal.addEventListener = (_: string, listener: unknown) => {
			listeners.add(listener);
			most = Math.max(most, listeners.size);
		};
		signal.removeEventListener = (_: string, listener: unknown) => listeners.delete(listener);
		await drawn(pathRunner(PARTS), {workers: 3, count: 200, signal});
		expect({most, left: listeners.size}).toEqual({most: 1, left: 0});
	});

	test('a thread that fails fails the run', async () => {
		const runner = pathRunner({
			...PARTS,
			openThread: (_, {onFailure}) => ({
				draw: () => onFailure(new Error('out of memory')),
				end: () => undefined,
			}),
		});
		await expect(drawn(runner)).rejects.toThrow('out of memory');
	});
});

test('real threads draw the same paths', async () => {
	const url = new URL('../../source/adapters/path-worker.ts', import.meta.url);
	const threads = pathThreads(url);
	const model = {...MODEL, strategies: [strategyOf('spot', {entries: [0, 1]})]};
	const blocks: PathBlock[] = [];
	const {signal} = new AbortController();
	for await (const block of threads.run(model, {from: 0, count: 6000, workers: 2, signal}))
		blocks.push(block);
	const [columns] = columnsOf(model, 6000);
	expect(costs(blocks, 0)).toEqual([...(columns?.cost ?? [])]);
});
