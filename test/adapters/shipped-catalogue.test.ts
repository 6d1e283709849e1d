import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {shippedPrices} from '../../source/adapters/package-files.ts';
import {ROOT} from '../helpers/memory-world.ts';

const prices = shippedPrices(ROOT);

test('the catalogue knows what each region lists', async () => {
	const {regions, sizeOf, lists} = await prices.catalogue();
	expect(regions).toEqual(await prices.regions());
	expect(sizeOf('ecs.c6.large')).toEqual(['ecs.c6.large', 2, 4, 0]);
	expect(sizeOf('ecs.gn6i-c4g1.xlarge')).toEqual(['ecs.gn6i-c4g1.xlarge', 4, 15, 1]);
	for (const type of ['', '__proto__', 'ecs.c6.99xlarge']) expect(sizeOf(type)).toBeNull();
	expect(lists('cn-hangzhou', 'ecs.c6.large')).toBe(true);
	expect(lists('mars', 'ecs.c6.large')).toBe(false);
});

test('a type that only some regions list has a size everywhere', async () => {
	const {regions, sizeOf, lists} = await prices.catalogue();
	const {types}: {types: readonly (readonly [string])[]} = JSON.parse(
		readFileSync(join(ROOT, 'data/prices/cn-beijing.json'), 'utf8'),
	);
	const rare = types.map(([type]) => type).filter(type => !lists('cn-hangzhou', type));
	expect(rare.length).toBeGreaterThan(0);
	for (const type of rare) {
		expect(sizeOf(type)).not.toBeNull();
		expect(regions.filter(region => lists(region, type))).toContain('cn-beijing');
	}
});
