import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	commonPaths,
	firstDifference,
	missingPaths,
	missingShards,
} from '../../../../source/domain/simulation/shard/join-shards.ts';
import {
	pathsOfShard,
	type SimulationShard,
} from '../../../../source/domain/simulation/shard/shard.ts';

const paths = fc.integer({min: 1, max: 1_000_000});
const counts = fc.integer({min: 1, max: 300});

describe('the paths of shards', () => {
	test('follow one another, from the first path to the last', () => {
		fc.assert(
			fc.property(paths, counts, (all, count) => {
				let next = 0;
				for (let index = 1; index <= count; index++) {
					const range = pathsOfShard({index, count}, all);
					expect(range.from).toBe(next);
					next += range.count;
				}
				expect(next).toBe(all);
			}),
		);
	});

	test.each([
		[1, 4, 10, 0, 2],
		[2, 4, 10, 2, 3],
		[4, 4, 10, 7, 3],
		[1, 3, 2, 0, 0],
		[3, 3, 2, 1, 1],
	])('%i/%i of %i begin at %i and are %i', (index, count, all, from, many) => {
		expect(pathsOfShard({index, count}, all)).toEqual({from, count: many});
	});
});

const shardOf = (index: number, count: number, all: number): SimulationShard =>
	({
		shard: {index, count},
		block: {...pathsOfShard({index, count}, all), strategies: []},
	}) as unknown as SimulationShard;

describe('what is missing', () => {
	test('is found by paths and by shards', () => {
		const shards = [4, 1].map(index => shardOf(index, 4, 10));
		expect(missingPaths(shards, 10)).toEqual([{from: 2, to: 6}]);
		expect(missingShards(shards, 10)).toEqual(['2/4', '3/4']);
		expect(missingPaths([], 10)).toEqual([{from: 0, to: 9}]);
	});

	test('is nothing where the shard that is left out has no path', () => {
		const shards = [2, 3].map(index => shardOf(index, 3, 2));
		expect(missingPaths(shards, 2)).toEqual([]);
		expect(missingShards(shards, 2)).toEqual([]);
	});

	test('has no names where parts are of different wholes', () => {
		const shards = [shardOf(1, 2, 10), shardOf(4, 4, 10)];
		expect(missingPaths(shards, 10)).toEqual([{from: 5, to: 6}]);
		expect(missingShards(shards, 10)).toEqual([]);
	});

	test('is exactly what a set of paths lacks', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 60}),
				fc.integer({min: 1, max: 9}),
				fc.infiniteStream(fc.boolean()),
				(all, count, kept) => {
					const shards = Array.from({length: count}, (_, place) =>
						shardOf(place + 1, count, all),
					).filter(() => kept.next().value);
					const there = new Set(
						shards.flatMap(({block: {from, count: many}}) =>
							Array.from({length: many}, (_, place) => from + place),
						),
					);
					const lacking = Array.from({length: all}, (_, path) => path).filter(
						path => !there.has(path),
					);
					const told = missingPaths(shards, all).flatMap(({from, to}) =>
						Array.from({length: to - from + 1}, (_, place) => from + place),
					);
					expect(told).toEqual(lacking);
				},
			),
		);
	});
});

test('paths that two shards have in common', () => {
	expect(commonPaths({from: 0, count: 5}, {from: 3, count: 9})).toEqual({from: 3, to: 4});
	expect(commonPaths({from: 0, count: 5}, {from: 5, count: 9})).toBeNull();
	expect(commonPaths({from: 2, count: 0}, {from: 0, count: 9})).toBeNull();
});

test('the first field in which documents differ', () => {
	expect(firstDifference({a: [1, {b: 2}]}, {a: [1, {b: 3}]})).toBe('a[1].b');
	expect(firstDifference({a: [1]}, {a: [1, 2]})).toBe('a[1]');
	expect(firstDifference({a: null}, {a: {}})).toBe('a');
	expect(firstDifference([{}], [{c: 1}])).toBe('[0].c');
	expect(firstDifference({a: 1}, {a: 1})).toBeNull();
});
