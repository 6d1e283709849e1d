import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {shippedPresets, shippedPrices} from '../../source/adapters/package-files.ts';
import {ROOT} from '../helpers/memory-world.ts';

describe('shipped prices', () => {
	const prices = shippedPrices(ROOT);

	test('know their regions and the book of each', async () => {
		const regions = await prices.regions();
		expect(regions).toContain('cn-hangzhou');
		expect(regions).toEqual(regions.toSorted());
		for (const region of regions) {
			const book = await prices.book(region, 'CNY');
			expect(book).toMatchObject({region, currency: 'CNY'});
		}
	});

	test('refuse a region that is not listed, whatever path it spells', async () => {
		for (const region of ['mars', '../../package', '../regions', ''])
			await expect(prices.book(region, 'CNY')).rejects.toThrow('no prices');
	});
});

describe('shipped presets', () => {
	test('are the YAML files of the folder, by name', async () => {
		const presets = shippedPresets(ROOT);
		expect(await presets.names()).toEqual([
			'api',
			'batch',
			'ci-runner',
			'cron',
			'gpu-inference',
			'spark',
			'web',
		]);
		expect(await presets.text('web')).toMatch(/^# A web front end/);
	});

	test('a package without them fails loudly', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'eci-plan-package-'));
		await expect(shippedPresets(folder).names()).rejects.toThrow('ENOENT');
		rmSync(folder, {recursive: true});
	});
});
