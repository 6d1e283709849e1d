import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {ROOT} from '../helpers/memory-world.ts';

type Packed = {readonly files: readonly {readonly path: string; readonly size: number}[]};

const packed = (): Packed['files'] => {
	const {stdout} = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: ROOT,
		encoding: 'utf8',
	});
	const [tarball]: readonly Packed[] = JSON.parse(stdout);
	return tarball?.files ?? [];
};

/** `data/prices/cn-beijing.json` as `data/prices/*.json`: what comes by the dozen is told by its kind. */
const kindOf = (path: string): string =>
	path
		.replace(/^dist\/.*\.js$/, 'dist/*.js')
		.replace(/^data\/prices\/.*\.json$/, 'data/prices/*.json')
		.replace(/^presets\/.*\.yaml$/, 'presets/*.yaml');

describe('the package', () => {
	const files = packed();

	test('holds what runs and what explains it, and nothing else', () => {
		expect([...new Set(files.map(({path}) => kindOf(path)))].toSorted()).toEqual([
			'CHANGELOG.md',
			'LICENSE',
			'README.md',
			'bin/eci-plan.js',
			'data/NOTICE',
			'data/prices/*.json',
			'data/regions.json',
			'dist/*.js',
			'package.json',
			'presets/*.yaml',
		]);
	});

	test('holds each preset and the prices of each region', () => {
		const regions: {regions: readonly (readonly [string])[]} = JSON.parse(
			readFileSync(join(ROOT, 'data/regions.json'), 'utf8'),
		);
		const paths = new Set(files.map(({path}) => path));
		for (const [region] of regions.regions) expect(paths).toContain(`data/prices/${region}.json`);
		for (const preset of ['api', 'web', 'spark']) expect(paths).toContain(`presets/${preset}.yaml`);
		expect(paths).toContain('dist/main.js');
	});

	test('names files that are there', () => {
		const {bin, files: listed}: {bin: Record<string, string>; files: readonly string[]} =
			JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
		for (const path of [...Object.values(bin), ...listed])
			expect({path, exists: existsSync(join(ROOT, path))}).toMatchObject({exists: true});
		expect(readFileSync(join(ROOT, 'bin/eci-plan.js'), 'utf8')).toMatch(
			/^#!\/usr\/bin\/env node\n/,
		);
	});

	test('stays small enough to install in a moment', () => {
		const bytes = files.reduce((sum, {size}) => sum + size, 0);
		expect(bytes).toBeLessThan(8 * 2 ** 20);
	});
});
