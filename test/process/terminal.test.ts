import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {inTerminal, type PtyProgram} from '../helpers/pty.ts';
import {inFolder, NODES, runProgram} from '../helpers/run-program.ts';

const open = async (wizard: PtyProgram) => {
	await wizard.shows('1 Workload');
	expect(wizard.isAlternateScreen()).toBe(true);
};

/** The shell has its terminal back: lines, echo, the screen that was there before. */
const isGivenBack = async (wizard: PtyProgram) => {
	await wizard.shows('ended with');
	await wizard.shows('-flusho');
	expect(wizard.isAlternateScreen()).toBe(false);
	expect(wizard.screen()).toMatch(/(?<!-)icanon/);
	expect(wizard.screen()).toMatch(/(?<!-)echo /);
};

describe('the terminal is given back', () => {
	test.each([
		['SIGTERM', 'ended with 143'],
		['SIGHUP', 'ended with 129'],
	] as const)('after %s', (signal, end) =>
		inTerminal(['--cpu', '2', '--memory', '4Gi'], async wizard => {
			await open(wizard);
			wizard.kill(signal);
			await isGivenBack(wizard);
			expect(wizard.screen()).toContain(end);
		}),
	);

	test('while it is stopped, and taken again once it goes on', () =>
		inTerminal(['--cpu', '2', '--memory', '4Gi'], async wizard => {
			await open(wizard);
			for (let round = 0; round < 2; round++) {
				wizard.kill('SIGTSTP');
				await wizard.until(() => wizard.state() === 'T', 'stop');
				await wizard.until(() => !wizard.isAlternateScreen(), 'screen of the shell');
				wizard.kill('SIGCONT');
				await open(wizard);
			}
			wizard.type('\u0003');
			await isGivenBack(wizard);
			expect(wizard.screen()).toContain('ended with 130');
		}));
});

test('what was typed before the end is there when the wizard opens again', () =>
	inTerminal(['--cpu', '2', '--memory', '4Gi'], async wizard => {
		await open(wizard);
		wizard.type('\u001B[B\u0015shop');
		await wizard.shows('eci-plan · shop');
		const file = join(wizard.settings, 'draft.json');
		await wizard.until(
			() => existsSync(file) && /"shop"/.test(readFileSync(file, 'utf8')),
			'draft',
		);
		wizard.kill('SIGKILL');
		await wizard.shows('ended with 137');
		const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
		expect(stored).toMatchObject({input: {name: 'shop', containers: [{cpu: '2'}]}});
	}));

test('questions are asked on a dumb terminal, and Ctrl-C ends them', () =>
	inTerminal(['--plain'], async questions => {
		await questions.shows('[nothing]: ');
		expect(questions.isAlternateScreen()).toBe(false);
		questions.type('web\r');
		await questions.shows('Name [web]: ');
		questions.type('\u0003');
		await isGivenBack(questions);
		expect(questions.screen()).toContain('ended with 130');
		expect(questions.screen()).not.toMatch(/\bat .*\.js/);
	}));

describe.each(NODES)('on Node %s', (_version, node) => {
	test.each(['en', 'zh-CN'])('every step is shown with its warnings in %s', language =>
		inTerminal(
			['--preset', 'web', '--lang', language],
			async wizard => {
				await wizard.until(() => wizard.isAlternateScreen(), 'the wizard');
				for (let step = 1; step <= 8; step++) {
					wizard.type(String(step));
					await wizard.shows(`❯${step} `);
				}
				wizard.type('\u0003');
				await isGivenBack(wizard);
				expect(wizard.screen()).toContain('ended with 130');
			},
			{node},
		),
	);

	test('opens from what another command has compiled', () =>
		inFolder(async home => {
			const env = {XDG_CACHE_HOME: home};
			await runProgram(['size', '--cpu', '2', '--memory', '3Gi'], {node, env});
			await inTerminal(
				['--cpu', '2', '--memory', '4Gi'],
				async wizard => {
					await open(wizard);
					wizard.type('\u0003');
					await isGivenBack(wizard);
				},
				{node, cache: home},
			);
		}));
});
