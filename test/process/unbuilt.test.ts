import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {inFolder, NODES, PROGRAM} from '../helpers/run-program.ts';

test.each(NODES)('a program that is not built says how to build it, on Node %s', (_version, node) =>
	inFolder(folder => {
		mkdirSync(join(folder, 'bin'));
		const program = join(folder, 'bin', 'eci-plan.js');
		copyFileSync(PROGRAM, program);
		writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
		const {status, stdout, stderr} = spawnSync(node, [program], {encoding: 'utf8'});
		expect({status, stdout, stderr}).toEqual({
			status: 1,
			stdout: '',
			stderr: 'eci-plan is not built yet. Run npm run build first.\n',
		});
	}),
);
