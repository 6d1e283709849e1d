import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterAll, describe, expect, test} from 'vitest';
import {ROOT} from '../helpers/memory-world.ts';

type Packed = {
	readonly filename: string;
	readonly files: readonly {readonly path: string; readonly size: number}[];
};

const folder = mkdtempSync(join(tmpdir(), 'eci-plan-package-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** A program of a folder's own, without network, the user's settings and this repository. */
const runIn = (cwd: string, command: string, args: readonly string[]) => {
	const {status, stdout, stderr} = spawnSync(command, args, {
		cwd,
		encoding: 'utf8',
		env: {
			PATH: process.env['PATH'],
			HOME: folder,
			npm_config_offline: 'true',
			npm_config_audit: 'false',
			npm_config_fund: 'false',
			npm_config_update_notifier: 'false',
			npm_config_ignore_scripts: 'true',
		},
	});
	return {status, stdout, stderr};
};

const packInto = (name: string): {readonly tarball: string; readonly files: Packed['files']} => {
	const destination = join(folder, name);
	mkdirSync(destination);
	const {stdout} = runIn(ROOT, 'npm', ['pack', '--json', '--pack-destination', destination]);
	const [packed]: readonly Packed[] = JSON.parse(stdout);
	return {tarball: join(destination, packed?.filename ?? ''), files: packed?.files ?? []};
};

const {tarball, files} = packInto('first');

type Manifest = {
	readonly version: string;
	readonly bin: Readonly<Record<string, string>>;
	readonly files: readonly string[];
	readonly scripts: Readonly<Record<string, string>>;
};

const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** `data/prices/cn-beijing.json` as `data/prices/*.json`: what comes by the dozen is told by its kind. */
const kindOf = (path: string): string =>
	path
		.replace(/^dist\/.*\.(c?js)$/, 'dist/*.$1')
		.replace(/^data\/prices\/.*\.json$/, 'data/prices/*.json')
		.replace(/^presets\/.*\.yaml$/, 'presets/*.yaml');

describe('the package', () => {
	test('holds what runs and what explains it, and nothing else', () => {
		expect([...new Set(files.map(({path}) => kindOf(path)))].toSorted()).toEqual([
			'CHANGELOG.md',
			'LICENSE',
			'README.md',
			'bin/eci-plan.js',
			'data/NOTICE',
			'data/prices/*.json',
			'data/regions.json',
			'dist/*.cjs',
			'dist/*.js',
			'dist/THIRD-PARTY-LICENSES',
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
		expect(paths).toContain('dist/main.cjs');
	});

	test('names files that are there', () => {
		for (const path of [...Object.values(manifest.bin), ...manifest.files])
			expect({path, exists: existsSync(join(ROOT, path))}).toMatchObject({exists: true});
		expect(readFileSync(join(ROOT, 'bin/eci-plan.js'), 'utf8')).toMatch(
			/^#!\/usr\/bin\/env node\n/,
		);
	});

	test('stays small enough to install in a moment', () => {
		expect(readFileSync(tarball).length).toBeLessThan(1_500_000);
	});

	test('needs no other package, and runs nothing when it is installed', () => {
		for (const key of ['dependencies', 'optionalDependencies', 'peerDependencies'])
			expect(manifest).not.toHaveProperty(key);
		expect(Object.keys(manifest.scripts).filter(name => /install|^prepare$/.test(name))).toEqual(
			[],
		);
	});

	test('has the same bytes each time', () => {
		const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
		expect(digest(packInto('second').tarball)).toBe(digest(tarball));
	});

	test('has the licences of what is in it', () => {
		const licences = readFileSync(join(ROOT, 'dist/THIRD-PARTY-LICENSES'), 'utf8');
		for (const name of ['ink', 'react', 'yaml', 'yargs-parser', 'conf', '@alicloud/ecs20140526'])
			expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
	});
});

describe('the package, installed', () => {
	const SIZE = ['size', '--cpu', '2', '--memory', '3Gi', '--quiet'];

	test('into an empty folder, runs by npx under both of its names', () => {
		const home = join(folder, 'project');
		mkdirSync(home);
		writeFileSync(join(home, 'package.json'), '{}');
		expect(runIn(home, 'npm', ['install', tarball])).toMatchObject({status: 0});
		expect(runIn(home, 'npx', ['eci-plan', '--version'])).toMatchObject({
			status: 0,
			stdout: `${manifest.version}\n`,
		});
		for (const name of ['eci-plan', 'kubectl-eci_plan'])
			expect(runIn(home, 'npx', [name, ...SIZE])).toMatchObject({
				status: 0,
				stdout: expect.stringMatching(/^One pod\n/),
			});
	});

	test('for everybody, runs from its folder of programs', () => {
		const prefix = join(folder, 'global');
		expect(
			runIn(folder, 'npm', ['install', '--global', '--prefix', prefix, tarball]),
		).toMatchObject({status: 0});
		for (const name of ['eci-plan', 'kubectl-eci_plan'])
			expect(runIn(folder, join(prefix, 'bin', name), SIZE)).toMatchObject({
				status: 0,
				stdout: expect.stringMatching(/^One pod\n/),
			});
	});
});
