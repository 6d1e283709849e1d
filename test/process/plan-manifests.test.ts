import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {inFolder, NODES, runProgram, runShell} from '../helpers/run-program.ts';
import {stream, workload} from '../helpers/workload-manifests.ts';

const hasBash = spawnSync('bash', ['-c', 'exit 0']).status === 0;
const TEXT = workload('Deployment');

describe.each(NODES)('on Node %s', (_version, node) => {
	test('manifests come from standard input, however the dash is written', async () => {
		for (const args of [['-f', '-'], ['-f-'], ['-f=-'], ['--filename', '-'], ['--filename=-']]) {
			const ended = await runProgram(['plan', ...args], {node, input: TEXT});
			expect(ended).toMatchObject({code: 0});
			expect(ended.out).toContain('321.98');
		}
	});

	test('from files and folders, several of them', () =>
		inFolder(async folder => {
			mkdirSync(join(folder, 'm/deep'), {recursive: true});
			writeFileSync(join(folder, 'm/deep/a.yaml'), TEXT);
			writeFileSync(join(folder, 'm/.hidden.yaml'), 'a: [');
			writeFileSync(join(folder, 'b.txt'), workload('StatefulSet', {name: 'db'}));
			const ended = await runProgram(['plan', '-f', 'm', '-f', 'b.txt', '-o', 'csv'], {
				node,
				cwd: folder,
			});
			expect(ended.code).toBe(0);
			expect(ended.out).toMatch(/^m\/deep\/a\.yaml,1,Deployment,web/m);
			expect(ended.out).toMatch(/^b\.txt,1,StatefulSet,db/m);
		}));

	test('a budget that does not hold ends with 3, and all is printed', async () => {
		const args = ['plan', '-f', '-', '--max-cost', '100', '--quiet'];
		const ended = await runProgram(args, {node, input: TEXT});
		expect(ended).toMatchObject({code: 3, out: expect.stringContaining('321.98')});
		expect(ended.err).toMatch(/^error: .* more than ¥100\.00/);
	});

	test.runIf(hasBash)('a reader that has seen enough is no failure', () =>
		inFolder(folder => {
			const many = stream(...Array.from({length: 500}, (_, n) => workload('Job', {name: `p${n}`})));
			writeFileSync(join(folder, 'many.yaml'), many);
			for (const line of [
				`eci-plan plan -f ${folder}/many.yaml --quiet | head -1`,
				`cat ${folder}/many.yaml | eci-plan plan -f - -o json | true`,
			]) {
				const {code, err} = runShell(line, {node, env: {}});
				expect({code, err: err.match(/EPIPE|bug|at .*js/)}).toEqual({code: 0, err: null});
			}
			return Promise.resolve();
		}),
	);
});
