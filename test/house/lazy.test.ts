import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, relative} from 'node:path';
import process from 'node:process';
import type {OutputChunk} from 'rolldown';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {bundle} from '../../scripts/build/bundle.ts';
import {ROOT} from '../helpers/memory-world.ts';

/** Writes down every file and every built-in that a program loads, by itself or by Node. */
const HOOK = `
const {appendFileSync} = require('node:fs');
const {registerHooks} = require('node:module');
const vm = require('node:vm');
const before = new Set(process.moduleLoadList);
const write = text => appendFileSync(process.env.LOADED, text + '\\n');
registerHooks({
	load(url, context, next) {
		write(url);
		return next(url, context);
	},
});
vm.Script = class extends vm.Script {
	constructor(code, options) {
		write(options.filename);
		super(code, options);
	}
};
process.on('exit', () => {
	for (const name of process.moduleLoadList) if (!before.has(name)) write(name);
});
`;

const folder = mkdtempSync(join(tmpdir(), 'eci-plan-lazy-'));
let pieces: readonly OutputChunk[] = [];

/** The program cut into the same pieces as `npm run build` cuts it, and what went into each. */
beforeAll(async () => {
	for (const name of ['package.json', 'bin', 'data', 'presets'])
		symlinkSync(join(ROOT, name), join(folder, name));
	writeFileSync(join(folder, 'hook.cjs'), HOOK);
	pieces = await bundle(join(folder, 'dist'));
}, 60_000);

afterAll(() => rmSync(folder, {recursive: true, force: true}));

const modulesIn = (file: string): readonly string[] =>
	(pieces.find(({fileName}) => fileName === file)?.moduleIds ?? []).map(id => relative(ROOT, id));

/** Packages whose code stands in a piece. */
const packagesIn = (file: string): readonly string[] =>
	modulesIn(file).flatMap(
		id => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(id)?.[1] ?? [],
	);

const traces = new Map<string, readonly string[]>();

/** Names of files and built-ins that a command loads; each command runs once. */
const tracedBy = (args: readonly string[]): readonly string[] => {
	const line = args.join(' ');
	const known = traces.get(line) ?? trace(args);
	traces.set(line, known);
	return known;
};

const trace = (args: readonly string[]): readonly string[] => {
	const list = join(folder, 'loaded.txt');
	writeFileSync(list, '');
	const program = join(folder, 'bin', 'eci-plan.js');
	const hook = join(folder, 'hook.cjs');
	const {stdout, stderr} = spawnSync(
		process.execPath,
		['--preserve-symlinks', '--preserve-symlinks-main', '--require', hook, program, ...args],
		{
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				PATH: process.env['PATH'],
				HOME: folder,
				ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
				ECI_PLAN_CONFIG_DIR: join(folder, 'settings'),
				LOADED: list,
			},
		},
	);
	expect(stdout + stderr).not.toBe('');
	return readFileSync(list, 'utf8').split('\n');
};

const loadedBy = (args: readonly string[]): readonly string[] =>
	tracedBy(args)
		.filter(url => url.includes('/dist/'))
		.map(url => basename(url));

const builtInsFor = (args: readonly string[]): readonly string[] =>
	tracedBy(args).flatMap(line => /^NativeModule (\w.*)$/.exec(line)?.[1] ?? []);

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

/** They draw in streams, sockets, ciphers or the reading of lines: a millisecond and more each. */
const SLOW_BUILT_INS = [
	'assert',
	'child_process',
	'crypto',
	'fs/promises',
	'http',
	'net',
	'readline',
	'stream',
	'timers/promises',
	'tty',
	'worker_threads',
];

/** What users wait for, and scripts run in a loop. */
const FAST: [name: string, args: readonly string[]][] = [
	['--version', ['--version']],
	['size', ['size', '--cpu', '2', '--memory', '3Gi']],
	['cost', ['cost', '--cpu', '2', '--memory', '4Gi']],
	['export', ['export', '--image', 'nginx:1.29', '--cpu', '2', '--memory', '4Gi']],
	['lint', ['lint', '--rules']],
];
const MOST_PIECES = 12;

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
		expect(packages).toContain('yargs-parser');
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
		const everywhere = new Set(pieces.flatMap(({fileName}) => packagesIn(fileName)));
		for (const name of ['ink', 'react', 'yaml', 'conf']) expect(everywhere).toContain(name);
	});

	test.each([
		['size', ['size', '--cpu', '2', '--memory', '3Gi']],
		['cost', ['cost', '--cpu', '2', '--memory', '4Gi']],
		['export', ['export', '--image', 'nginx:1.29', '--cpu', '2', '--memory', '4Gi']],
		['lint', ['lint', '--rules']],
	])('%s loads its own module and no other', (name, args) => {
		const modules = loadedBy(args).flatMap(modulesIn);
		const commands = modules.filter(id => id.startsWith('source/cli/commands/'));
		expect(commands).toEqual([`source/cli/commands/${name}.ts`]);
		expect(modules.filter(id => id.startsWith('source/ui/'))).toEqual([]);
	});

	test.each(FAST)('%s takes few pieces', (_name, args) => {
		expect(loadedBy(args).length).toBeLessThanOrEqual(MOST_PIECES);
	});

	test.each(FAST)('%s loads no built-in that takes its time', (_name, args) => {
		expect(builtInsFor(args).filter(name => SLOW_BUILT_INS.includes(name))).toEqual([]);
	});

	test('the same sources give the same bytes', () => {
		for (const {fileName, code} of pieces)
			expect(readFileSync(join(ROOT, 'dist', fileName), 'utf8') === code).toBe(true);
	});

	test('the trace would notice a built-in', () => {
		const written = builtInsFor(['settings', 'set', 'lang', 'en']);
		for (const name of ['crypto', 'fs/promises']) expect(written).toContain(name);
	});
});
