import {spawnSync} from 'node:child_process';
import {existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {inFolder, NODES, runProgram, runShell} from '../helpers/run-program.ts';

const hasBash = spawnSync('bash', ['-c', 'exit 0']).status === 0;
const PLAN = 'cpu: 2\nmemory: 4Gi\n';

describe.each(NODES)('on Node %s', (_version, node) => {
	test('a command ends without waiting for standard input', async () => {
		for (const args of [
			['size', '--cpu', '2', '--memory', '3Gi'],
			['cost', '--preset', 'web'],
			[],
		]) {
			const ended = await runProgram(args, {node});
			expect(ended).toMatchObject({code: 0, isTimedOut: false});
			expect(ended.out).not.toBe('');
		}
	});

	test('what is asked to come from standard input does', async () => {
		for (const args of [['--plan', '-'], ['--plan=-']]) {
			const ended = await runProgram(['size', ...args], {node, input: PLAN});
			expect(ended).toMatchObject({code: 0});
			expect(ended.out).toContain('2-4Gi');
		}
		expect(await runProgram(['size', '--plan', '-'], {node, input: ''})).toMatchObject({
			code: 2,
			out: '',
		});
	});

	test('the same line prints the same bytes', async () => {
		const args = ['cost', '--preset', 'spark', '-o', 'json'];
		expect(await runProgram(args, {node})).toEqual(await runProgram(args, {node}));
	});

	describe.runIf(hasBash)('in a shell', () => {
		const shell = (line: string, env: Readonly<Record<string, string>> = {}) =>
			runShell(line, {node, env});

		test('a reader that has seen enough is no failure', () => {
			for (const line of [
				'eci-plan schema PlanInput | head -1',
				'eci-plan cost --preset web | head -1',
				'eci-plan cost --preset web -o json | true',
				'eci-plan size 2>&1 >/dev/null | true',
			]) {
				const {code, err} = shell(line);
				expect({line, code, err: err.match(/EPIPE|bug|at .*js/)}).toEqual({
					line,
					code: 0,
					err: null,
				});
			}
		});

		test('closed ends are no reason to wait or to fall over', () => {
			expect(shell('eci-plan size --quiet <&-')).toMatchObject({code: 0, isTimedOut: false});
			expect(shell('eci-plan size >&-')).toMatchObject({code: 0, isTimedOut: false});
			expect(shell('eci-plan size --memory 3 2>&-')).toMatchObject({code: 2, out: ''});
			expect(shell('eci-plan <&-')).toMatchObject({code: 0, isTimedOut: false});
		});

		test.runIf(existsSync('/dev/full'))('a full disk ends with 4 and is told', () => {
			const {code, err} = shell('eci-plan size --quiet >/dev/full');
			expect({code, err}).toEqual({
				code: 4,
				err: "error: Can't write standard output: the disk is full. Free some space and try again.\n",
			});
			expect(shell('eci-plan size --memory 3 2>/dev/full')).toMatchObject({code: 2});
		});

		test('a redirect holds the manifest alone', () =>
			inFolder(folder => {
				const file = join(folder, 'pod.yaml');
				const {code, out} = shell(
					`eci-plan export --preset web > ${file}; head -1 ${file}; grep -c '' ${file}`,
				);
				expect(code).toBe(0);
				expect(out).toMatch(/^apiVersion: apps\/v1\n\d+\n$/);
			}));

		test('a plan file of the person is read from where they are', () =>
			inFolder(folder => {
				writeFileSync(join(folder, 'plan.yaml'), PLAN);
				const {code, out} = runShell('eci-plan size --plan plan.yaml -o csv', {node, cwd: folder});
				expect({code, out: out.split('\n')[0]}).toEqual({
					code: 0,
					out: 'role,spec,vcpu,memoryGiB,perHour,perMonth,currency,asOf,missing',
				});
			}));
	});
});

test('both Nodes print the same', async () => {
	const ends = await Promise.all(
		NODES.map(([, node]) => runProgram(['cost', '--preset', 'web', '-o', 'json'], {node})),
	);
	for (const ended of ends) expect(ended).toEqual(ends[0]);
});
