import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import process from 'node:process';
import {build, type Metafile} from 'esbuild';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ROOT} from '../helpers/memory-world.ts';

/** Writes down every file that a program loads. */
const HOOK = `
import {appendFileSync} from 'node:fs';
import {registerHooks} from 'node:module';
registerHooks({
	load(url, context, next) {
		appendFileSync(process.env.LOADED, url + '\\n');
		return next(url, context);
	},
});
`;

const folder = mkdtempSync(join(tmpdir(), 'eci-plan-lazy-'));
let outputs: Metafile['outputs'] = {};

/** The program cut into the same pieces as `npm run build` cuts it, and what went into each. */
beforeAll(async () => {
	for (const name of ['package.json', 'data', 'presets'])
		symlinkSync(join(ROOT, name), join(folder, name));
	writeFileSync(join(folder, 'hook.mjs'), HOOK);
	const {metafile} = await build({
		absWorkingDir: ROOT,
		entryPoints: {main: 'source/main.ts'},
		outdir: join(folder, 'dist'),
		bundle: true,
		splitting: true,
		metafile: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		jsx: 'automatic',
		define: {'process.env.NODE_ENV': '"production"'},
		external: ['react-devtools-core'],
		banner: {
			js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);",
		},
	});
	outputs = metafile.outputs;
}, 60_000);

afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** Packages whose code stands in a piece. */
const packagesIn = (file: string): readonly string[] => {
	const output = Object.entries(outputs).find(([path]) => basename(path) === file)?.[1];
	return Object.keys(output?.inputs ?? {}).flatMap(
		input => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1] ?? [],
	);
};

const modulesIn = (file: string): readonly string[] =>
	Object.keys(Object.entries(outputs).find(([path]) => basename(path) === file)?.[1].inputs ?? {});

const loadedBy = (args: readonly string[]): readonly string[] => {
	const list = join(folder, 'loaded.txt');
	writeFileSync(list, '');
	const main = join(folder, 'dist', 'main.js');
	const hook = new URL(`file://${join(folder, 'hook.mjs')}`).href;
	const {stdout, stderr} = spawnSync(process.execPath, ['--import', hook, main, ...args], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PATH: process.env['PATH'],
			HOME: folder,
			ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
			ECI_PLAN_CONFIG_DIR: join(folder, 'settings'),
			LOADED: list,
		},
	});
	expect(stdout + stderr).not.toBe('');
	return readFileSync(list, 'utf8')
		.split('\n')
		.filter(url => url.includes('/dist/'))
		.map(url => basename(url));
};

const packagesFor = (args: readonly string[]): readonly string[] =>
	[...new Set(loadedBy(args).flatMap(packagesIn))].toSorted();

const HEAVY = [
	'ink',
	'react',
	'react-reconciler',
	'yoga-layout',
	'yaml',
	'conf',
	'ajv',
	'@alcalzone/ink-table',
	'@streamparser/json',
	'csv-parse',
];

/** The SDK of the cloud with all that it brings along. */
const CLOUD = /^@(?:alicloud|darabonba)\/|^(?:httpx|moment|lodash|xml2js)$/;

describe('nobody pays for what they did not ask for', () => {
	test.each([
		['--version', ['--version']],
		['--help', ['--help']],
		['size', ['size', '--cpu', '2', '--memory', '3Gi']],
		['size as JSON', ['size', '--cpu', '2', '--memory', '3Gi', '-o', 'json']],
		['cost', ['cost', '--cpu', '2', '--memory', '4Gi', '--use-specs', '2-4Gi,ecs.c6.large']],
		['export', ['export', '--image', 'nginx:1.29', '--cpu', '2', '--memory', '4Gi']],
		['settings get', ['settings', 'get']],
		['prices reset', ['prices', 'reset']],
		['schema', ['schema', 'PlanInput']],
		['completion', ['completion', 'bash']],
		['a mistake', ['size', '--memory', '3']],
	])('%s loads neither React, Ink, YAML nor Conf', (_name, args) => {
		const packages = packagesFor(args);
		expect(packages).toContain('yargs');
		expect(packages.filter(name => HEAVY.includes(name) || CLOUD.test(name))).toEqual([]);
	});

	test('refreshing prices needs the SDK of the cloud, and no other command does', () => {
		const packages = packagesFor(['prices', 'refresh', '--what', 'eci']);
		expect(packages).toContain('@alicloud/ecs20140526');
		expect(packages.filter(name => HEAVY.includes(name))).toEqual([]);
		for (const args of [['size'], ['size', '--preset', 'web'], ['presets', 'save', 'it']])
			expect(packagesFor(args).filter(name => CLOUD.test(name))).toEqual([]);
	});

	test('questions need what the wizard knows, and nothing that draws it', () => {
		const packages = packagesFor(['--plain']);
		expect(packages.filter(name => HEAVY.includes(name))).toEqual(['yaml']);
	});

	test('a preset needs YAML, and nothing of the wizard', () => {
		const packages = packagesFor(['size', '--preset', 'web']);
		expect(packages.filter(name => HEAVY.includes(name))).toEqual(['yaml']);
	});

	test('writing settings needs Conf, and nothing of the wizard', () => {
		const packages = packagesFor(['presets', 'save', 'mine', '--cpu', '2', '--memory', '4Gi']);
		expect(packages).toContain('conf');
		expect(packages.filter(name => /ink|react|^yaml$/.test(name))).toEqual([]);
	});

	test('importing prices needs what reads them in pieces, and nothing else', () => {
		const file = join(folder, 'prices.csv');
		writeFileSync(file, 'region,type,onDemand,currency\ncn-hangzhou,ecs.c6.large,0.39,CNY\n');
		const packages = packagesFor(['prices', 'import', file]);
		expect(packages.filter(name => HEAVY.includes(name))).toEqual([
			'@streamparser/json',
			'csv-parse',
		]);
	});

	test('the wizard is where the rest went', () => {
		const everywhere = new Set(Object.keys(outputs).flatMap(path => packagesIn(basename(path))));
		for (const name of ['ink', 'react', 'yaml', 'conf']) expect(everywhere).toContain(name);
	});

	test('a command loads its own module and no other', () => {
		const modules = loadedBy(['size', '--cpu', '2', '--memory', '3Gi']).flatMap(modulesIn);
		const commands = modules.filter(name => name.startsWith('source/cli/commands/'));
		expect(commands).toEqual(['source/cli/commands/size.ts']);
		expect(modules.filter(name => name.startsWith('source/ui/'))).toEqual([]);
	});
});
