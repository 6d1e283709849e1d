import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Measure} from './measure.ts';

const OWN = fileURLToPath(new URL('yardstick.c', import.meta.url));

/**
 * An hourly loop in C over the same number of path-hours, built here and run: `test/bench/yardstick.c`,
 * or another program that prints `Mph/s` after its name. Null without a C compiler.
 */
export const yardstick = (source = OWN): Measure | null => {
	const folder = mkdtempSync(join(tmpdir(), 'yardstick-'));
	const program = join(folder, 'yardstick');
	try {
		execFileSync('cc', ['-O3', '-march=native', '-o', program, source, '-lm'], {stdio: 'ignore'});
		const printed = execFileSync(program, {encoding: 'utf8'});
		const [first = ''] = printed.split('\n');
		const rate = Number(/Mph\/s\s+([\d.]+)/.exec(first)?.[1]);
		return {name: 'scalar C', value: rate, unit: 'million path-hours/s', note: 'hourly loop'};
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};
