import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {inFolder, runProgram, runShell} from '../helpers/run-program.ts';

/** Nothing can be kept here, so that no test finds what another one left. */
const env = {ECI_PLAN_CONFIG_DIR: '/proc/no/settings'};

const ENTERS = '\n'.repeat(60);

describe('the wizard as questions', () => {
	test('ends with the YAML alone on stdout, and the command that makes the same', async () => {
		const answers = `web\nshop${ENTERS}`;
		const {code, out, err} = await runProgram(['--plain'], {input: answers, env});
		expect(code).toBe(0);
		expect(out).toMatch(/^apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n {2}name: shop\n/);
		const command = err.trimEnd().split('\n').at(-1) ?? '';
		expect(command).toMatch(/^eci-plan export --preset web --name shop/);
		expect(runShell(command).out).toBe(out);
	});

	test('writes a file where that is the answer', () =>
		inFolder(async folder => {
			const line = `{ printf 'web\\n'; for i in $(seq 80); do echo; done; } | eci-plan --plain`;
			const whole = runShell(line, {cwd: folder, env});
			const questions = whole.err.match(/\]: /g)?.length ?? 0;
			// The last three are where to write, the preset, and the end.
			const input = `web\n${'\n'.repeat(questions - 4)}file\nit.yaml\n\n\n`;
			const {code, out} = await runProgram(['--plain'], {input, cwd: folder, env});
			expect(code).toBe(0);
			expect(readFileSync(join(folder, 'it.yaml'), 'utf8')).toBe(out);
		}));

	test.each([
		['at once', ''],
		['in the middle', 'web\n\n\n'],
		['in the middle of a line', 'web\n\nsta'],
	])('the end of the input %s ends with 130, and leaves nothing', (_, input) =>
		inFolder(async folder => {
			const {code, out, err} = await runProgram(['--plain'], {input, cwd: folder, env});
			expect({code, out}).toEqual({code: 130, out: ''});
			expect(err).not.toMatch(/Error| at /);
		}),
	);

	test('Ctrl-C ends with 130 and no trace', async () => {
		const when = new Promise<void>(resolve => {
			setTimeout(resolve, 1500);
		});
		const {code, out, err} = await runProgram(['--plain'], {kill: {signal: 'SIGINT', when}, env});
		expect({code, out}).toEqual({code: 130, out: ''});
		expect(err).toMatch(/\]: \n$/);
	});

	test('speaks Chinese', async () => {
		const {err} = await runProgram(['--plain', '--lang', 'zh-CN'], {input: 'web\n', env});
		expect(err).toContain('第 1 步，共 7 步：工作负载\n');
	});
});
