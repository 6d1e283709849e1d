import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {inFolder, NODES, runProgram, runShell} from '../helpers/run-program.ts';
import {workload} from '../helpers/workload-manifests.ts';

const hasBash = spawnSync('bash', ['-c', 'exit 0']).status === 0;

const web = (replicas: number) => workload('Deployment', {spec: `replicas: ${replicas}`});

const inSides = (work: (folder: string) => Promise<void> | void) =>
	inFolder(async folder => {
		for (const [side, replicas] of [
			['old', 1],
			['new', 2],
		] as const) {
			mkdirSync(join(folder, side));
			writeFileSync(join(folder, side, 'web.yaml'), web(replicas));
		}
		await work(folder);
	});

describe.each(NODES)('on Node %s', (_version, node) => {
	test('folders are compared, and a gate ends with 3', () =>
		inSides(async cwd => {
			expect(await runProgram(['diff', 'old', 'new'], {node, cwd})).toMatchObject({
				code: 0,
				err: '',
			});
			const ended = await runProgram(['diff', 'old', 'new', '--max-increase', '10%'], {node, cwd});
			expect(ended.code).toBe(3);
			expect(ended.out).toContain('+321.98');
			expect(ended.err).toContain('more than 10%');
		}));

	test('the same sides print the same bytes', () =>
		inSides(async cwd => {
			const args = ['diff', 'old', 'new', '-o', 'json'];
			expect(await runProgram(args, {node, cwd})).toEqual(await runProgram(args, {node, cwd}));
		}));

	test.runIf(hasBash)('a plan goes through a pipe', () =>
		inSides(cwd => {
			const shell = (line: string) => runShell(line, {node, cwd});
			expect(shell('eci-plan plan -f old -o json | eci-plan diff - new -o csv')).toMatchObject({
				code: 0,
				out: expect.stringContaining('321.98256,643.96512,321.98256'),
			});
			expect(shell('eci-plan diff old new -o json | head -1')).toMatchObject({code: 0});
			expect(shell('eci-plan diff /dev/null new --max-increase 900%').code).toBe(3);
		}),
	);
});
