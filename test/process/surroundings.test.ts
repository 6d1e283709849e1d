import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {ROOT} from '../helpers/memory-world.ts';
import {inFolder, NODES, PROGRAM, runProgram} from '../helpers/run-program.ts';

const SIZE = ['size', '--cpu', '2', '--memory', '3Gi'];

describe.each(NODES)('on Node %s', (_version, node) => {
	test('starts, and says its version', async () => {
		const manifest: {version: string} = JSON.parse(
			readFileSync(join(ROOT, 'package.json'), 'utf8'),
		);
		expect(await runProgram(['--version'], {node})).toMatchObject({
			code: 0,
			out: `${manifest.version}\n`,
			err: '',
		});
	});

	test('without a command or a terminal prints a plan and how to get the wizard', async () => {
		for (const env of [{TERM: 'dumb'}, {TERM: 'xterm-256color', CI: 'true'}]) {
			const ended = await runProgram([], {node, env, input: ''});
			expect(ended).toMatchObject({code: 0});
			expect(ended.out).toMatch(/^One pod\n/);
			expect(ended.out + ended.err).not.toContain('\u001b');
			expect(ended.err).toContain('Run eci-plan in a terminal to open the wizard');
		}
	});

	test('ECI_PLAN_NOW pins the day', async () => {
		const ageAt = async (now: string) =>
			/\d{4}-\d\d-\d\d, \d+ days? old/.exec(
				(await runProgram(SIZE, {node, env: {ECI_PLAN_NOW: now}})).out,
			)?.[0];
		expect(await ageAt('2025-01-01')).toBe('2024-12-30, 2 days old');
		expect(await ageAt('2024-12-31T23:59:59Z')).toBe('2024-12-30, 1 day old');
		expect(await ageAt('2026-11-23T09:00:00+08:00')).toBe('2024-12-30, 693 days old');
	});

	test('settings of one run are those of the next', () =>
		inFolder(async folder => {
			const env = {ECI_PLAN_CONFIG_DIR: join(folder, 'settings')};
			expect(await runProgram(SIZE, {node, env})).toMatchObject({code: 0});
			expect(existsSync(env.ECI_PLAN_CONFIG_DIR)).toBe(false);
			for (const [key, value] of [
				['region', 'cn-beijing'],
				['lang', 'zh-CN'],
			] as const)
				expect(await runProgram(['settings', 'set', key, value], {node, env})).toMatchObject({
					code: 0,
					out: '',
					err: expect.stringContaining(`${key} is ${value} from now on`),
				});
			const {out} = await runProgram(SIZE, {node, env});
			expect(out).toContain('cn-beijing');
			expect(out).toContain('单个 Pod');
			expect(statSync(join(env.ECI_PLAN_CONFIG_DIR, 'settings.json')).mode & 0o777).toBe(0o600);
		}));

	test('settings that are broken are set aside, told, and never lost', () =>
		inFolder(async folder => {
			writeFileSync(join(folder, 'settings.json'), '{"defaults": {');
			const env = {ECI_PLAN_CONFIG_DIR: folder};
			const first = await runProgram(SIZE, {node, env});
			expect(first.code).toBe(0);
			expect(first.err).toContain('settings.json.20261123090000.bak');
			expect(readdirSync(folder)).toEqual(['settings.json.20261123090000.bak']);
			const second = await runProgram(['settings', 'set', 'lang', 'en'], {node, env});
			expect(second).toMatchObject({
				code: 0,
				err: expect.stringMatching(/^note: The setting lang is en/),
			});
			expect(readFileSync(join(folder, 'settings.json.20261123090000.bak'), 'utf8')).toBe(
				'{"defaults": {',
			);
		}));

	test('a folder for settings that can not be one is told, and 4 when it is needed', () =>
		inFolder(async folder => {
			const file = join(folder, 'file');
			writeFileSync(file, '');
			const env = {ECI_PLAN_CONFIG_DIR: join(file, 'below')};
			const size = await runProgram(SIZE, {node, env});
			expect(size.code).toBe(0);
			expect(size.err).toMatch(/^warning: The settings in /);
			const set = await runProgram(['settings', 'set', 'lang', 'en'], {node, env});
			expect(set).toMatchObject({code: 4, out: ''});
			expect(set.err).toContain("error: Can't write ");
		}));

	test('without a HOME it runs all the same', async () => {
		const {status, stdout} = spawnSync(node, [PROGRAM, ...SIZE], {
			encoding: 'utf8',
			env: {PATH: process.env['PATH']},
		});
		expect({status, out: stdout.split('\n')[0]}).toEqual({status: 0, out: 'One pod'});
	});

	test.runIf(process.getuid?.() === 0)('for a user that the system has never heard of too', () => {
		const run = (...args: readonly string[]) =>
			spawnSync(node, [PROGRAM, ...args], {
				uid: 54_321,
				gid: 54_321,
				env: {PATH: process.env['PATH']},
				cwd: '/',
				encoding: 'utf8',
			});
		expect(run(...SIZE)).toMatchObject({status: 0});
		const set = run('settings', 'set', 'lang', 'en');
		expect(set).toMatchObject({status: 4, stdout: ''});
		expect(set.stderr).toMatch(/^error: Can't write .*settings\.json/);
	});
});
