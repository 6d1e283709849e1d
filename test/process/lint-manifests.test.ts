import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {inFolder, runProgram} from '../helpers/run-program.ts';

const DAEMON = 'kind: DaemonSet\nmetadata: {name: agent}\n';
const SERVICE = 'kind: Service\nmetadata: {name: web}\n';

test('reads standard input, and fails the gate once the result is printed', async () => {
	const ended = await runProgram(['lint', '-f', '-', '-o', 'csv'], {input: DAEMON});
	expect(ended.code).toBe(3);
	expect(ended.out).toContain('stdin,1,7,error,limit-daemonset,1,DaemonSet,,agent,kind,');
	expect(ended.err).toMatch(/^error: 1 finding is an error\./);
});

test('passes what is clean', async () => {
	expect(await runProgram(['lint', '-f', '-'], {input: SERVICE})).toMatchObject({
		code: 0,
		err: '',
	});
});

test('walks folders, and tells of files that are no UTF-8', async () => {
	await inFolder(async folder => {
		mkdirSync(join(folder, 'deep'));
		writeFileSync(join(folder, 'deep', 'a.yaml'), DAEMON);
		writeFileSync(join(folder, 'b.yaml'), Buffer.from([0x6b, 0x3a, 0x20, 0xff]));
		writeFileSync(join(folder, 'c.txt'), DAEMON);
		const {code, out} = await runProgram(['lint', '-f', '.', '-o', 'json'], {cwd: folder});
		expect(code).toBe(3);
		expect(JSON.parse(out)).toMatchObject({
			diagnostics: [
				{rule: 'limit-daemonset', file: 'deep/a.yaml', line: 1},
				{rule: 'manifest-encoding', file: 'b.yaml', line: 1, column: 1},
			],
		});
	});
});

test('ends with 4 where a file is missing, with 2 where a folder is empty', async () => {
	await inFolder(async folder => {
		expect(await runProgram(['lint', '-f', 'none.yaml'], {cwd: folder})).toMatchObject({
			code: 4,
			out: '',
		});
		expect(await runProgram(['lint', '-f', '.'], {cwd: folder})).toMatchObject({code: 2, out: ''});
	});
});
