import {execFile, execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {Measure} from './measure.ts';

const run = promisify(execFile);
const OWN = fileURLToPath(new URL('yardstick.c', import.meta.url));
const UNIT = 'million path-hours/s';

const rateOf = (printed: string): number =>
	Number(/Mph\/s\s+([\d.]+)/.exec(printed.split('\n')[0] ?? '')?.[1]);

export type Yardstick = {
	readonly alone: () => Promise<Measure>;
	/** What this machine makes of two programs that have nothing to do with each other. */
	readonly atOnce: () => Promise<Measure>;
	readonly remove: () => void;
};

/**
 * An hourly loop in C over the same number of path-hours, built here: `test/bench/yardstick.c`, or
 * another program that prints `Mph/s` after its name. Null without a C compiler.
 */
export const buildYardstick = (source = OWN): Yardstick | null => {
	const folder = mkdtempSync(join(tmpdir(), 'yardstick-'));
	const program = join(folder, 'yardstick');
	const remove = () => rmSync(folder, {recursive: true, force: true});
	const rate = async () => rateOf((await run(program)).stdout);
	try {
		execFileSync('cc', ['-O3', '-march=native', '-o', program, source, '-lm'], {stdio: 'ignore'});
	} catch (error) {
		remove();
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
	return {
		alone: async () => ({name: 'scalar C', value: await rate(), unit: UNIT, note: 'hourly loop'}),
		atOnce: async () => {
			const one = await rate();
			const both = await Promise.all([rate(), rate()]);
			return {
				name: 'two C programs at once against one',
				value: (both[0] + both[1]) / one,
				unit: 'times',
				note: 'the most that two workers can come to here',
			};
		},
		remove,
	};
};
