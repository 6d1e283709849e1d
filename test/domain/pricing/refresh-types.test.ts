import {describe, expect, test} from 'vitest';
import {shippedPrices} from '../../../source/adapters/package-files.ts';
import {FAMILIES} from '../../../source/domain/catalogue/families.ts';
import {refreshTypes} from '../../../source/domain/pricing/refresh-types.ts';
import {ROOT} from '../../helpers/memory-world.ts';

const book = await shippedPrices(ROOT).book('cn-hangzhou', 'CNY');
const NONE = {types: [], families: []};

describe('types to refresh', () => {
	test('by themselves are those that an ordinary chain may be picked from', () => {
		const types = refreshTypes(book, NONE);
		// Counted in data/prices/cn-hangzhou.json by hand of the family table.
		expect(types).toHaveLength(326);
		expect(types).toContain('ecs.c6.large');
		expect(types).toContain('ecs.hfc8i.xlarge');
		for (const other of [
			'ecs.t5-lc1m1.small',
			'ecs.e-c1m2.large',
			'ecs.gn6i-c4g1.xlarge',
			'ecs.g8y.large',
			'ecs.d1ne.2xlarge',
			'ecs.c6.26xlarge',
		]) {
			expect([...book.types.keys()]).toContain(other);
			expect(types).not.toContain(other);
		}
	});

	test('of families are all of theirs, and of no family with a longer name', () => {
		const types = refreshTypes(book, {types: [], families: ['c6', 't5']});
		expect(new Set(types.map(type => book.types.get(type)?.family))).toEqual(new Set(['c6', 't5']));
		expect(types).toContain('ecs.c6.26xlarge');
		expect(types).not.toContain('ecs.c6e.large');
	});

	test('that are named are those alone, also where the region lists them not', () => {
		expect(refreshTypes(book, {types: ['ecs.zz.large', 'ecs.c6.large'], families: []})).toEqual([
			'ecs.c6.large',
			'ecs.zz.large',
		]);
	});

	test('come once and sorted', () => {
		const types = refreshTypes(book, {types: ['ecs.c6.large', 'ecs.c6.large'], families: ['c6']});
		expect(types).toEqual([...new Set(types)].toSorted());
	});

	test('every family has some or none of the usual ones, never a part', () => {
		const usual = new Set(refreshTypes(book, NONE));
		for (const name of FAMILIES.keys()) {
			const small = [...book.types.values()].filter(
				({family, vcpu, gpu}) => family === name && vcpu <= 64 && gpu === 0,
			);
			expect(new Set(small.map(({type}) => usual.has(type))).size).toBeLessThanOrEqual(1);
		}
	});
});
